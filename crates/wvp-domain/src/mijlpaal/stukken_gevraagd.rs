//! Stukken gevraagd: who owes a piece of the re-integratieverslag was asked for it when a draft was drawn up.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::herinnering::Ontvanger;
use super::oordeel_werknemer::Keuze;
use super::riv::{Element, Toestand};
use crate::dag::elementen;
use crate::termijn::Geval;
use crate::{Compartiment, Datum, Dossier, Event, Sectie, Secties, StukId};

/// The payload, by category.
pub type Verzoek = Secties<Gevraagd>;

/// Section A: whom, for which pieces, by when.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Gevraagd {
    /// With which draft, and whom: at most one per dossier.
    pub sleutel: Verzoeksleutel,
    /// The pieces that are owed, in the order of the re-integratieverslag.
    pub elementen: Vec<Verschuldigd>,
    /// Day on which it was asked.
    pub gevraagd_op: Datum,
}

impl Sectie for Gevraagd {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// What makes a request the same request (with the dossier).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
pub struct Verzoeksleutel {
    /// The draft that showed what is missing.
    pub concept: StukId,
    /// Who owes it.
    pub aan: Ontvanger,
}

/// A piece that somebody owes.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Verschuldigd {
    /// Which.
    pub element: Element,
    /// Last day to have it (inclusive).
    pub uiterlijk: Datum,
}

/// The parties that may owe a piece.
const PARTIJEN: [Ontvanger; 3] =
    [Ontvanger::Bedrijfsarts, Ontvanger::Werkgever, Ontvanger::Werknemer];

impl Gevraagd {
    /// The first of the last days (inclusive).
    #[must_use]
    pub fn eerste_dag(&self) -> Datum {
        self.elementen.iter().map(|it| it.uiterlijk).min().unwrap_or(self.gevraagd_op)
    }
}

/// One request per party that owes a piece on the day of the case, with everything that it owes.
pub(crate) fn bij_concept(dossier: &Dossier, geval: &Geval, concept: StukId) -> Vec<Event> {
    let ontbreekt: Vec<Verschuldigd> = elementen::standen(dossier, geval)
        .into_iter()
        .filter(|stand| is_verschuldigd(dossier, stand.element, stand.toestand))
        .map(|stand| Verschuldigd {
            element: stand.element,
            uiterlijk: stand.uiterlijk.unwrap_or_else(|| elementen::verslagdag(geval)),
        })
        .collect();
    PARTIJEN.into_iter().filter_map(|aan| verzoek(&ontbreekt, (concept, aan), geval)).collect()
}

fn verzoek(
    ontbreekt: &[Verschuldigd],
    (concept, aan): (StukId, Ontvanger),
    geval: &Geval,
) -> Option<Event> {
    let van_hem = ontbreekt.iter().filter(|it| wie(it.element).contains(&aan));
    let elementen: Vec<Verschuldigd> = van_hem.cloned().collect();
    if elementen.is_empty() {
        return None;
    }
    let sleutel = Verzoeksleutel { concept, aan };
    let gevraagd = Gevraagd { sleutel, elementen, gevraagd_op: geval.peildatum };
    Some(Event::StukkenGevraagd(Secties::proces(gevraagd)))
}

/// A form that was offered is no opinion yet.
fn is_verschuldigd(dossier: &Dossier, element: Element, toestand: Toestand) -> bool {
    let is_gegeven = || {
        let mut standen = dossier.oordeel_werknemer.iter();
        standen.any(|it| matches!(it.keuze, Keuze::Gegeven | Keuze::Geweigerd))
    };
    match toestand {
        Toestand::NogNiet | Toestand::Ontbreekt => true,
        Toestand::Aanwezig | Toestand::TeLaat => {
            element == Element::OordeelWerknemer && !is_gegeven()
        }
        Toestand::NietNodig => false,
    }
}

/// Who draws it up, or signs it: both then owe it.
fn wie(element: Element) -> &'static [Ontvanger] {
    match element {
        Element::Probleemanalyse
        | Element::BijstellingProbleemanalyse
        | Element::ActueelOordeel
        | Element::MedischeInformatie => &[Ontvanger::Bedrijfsarts],
        Element::PlanVanAanpak
        | Element::BijstellingPlanVanAanpak
        | Element::Eerstejaarsevaluatie
        | Element::Eindevaluatie => &[Ontvanger::Werkgever, Ontvanger::Werknemer],
        Element::OordeelWerknemer => &[Ontvanger::Werknemer],
    }
}

#[cfg(test)]
mod tests {
    use super::{Gevraagd, Ontvanger};
    use crate::mijlpaal::riv::Element;
    use crate::mijlpaal::testing::na;
    use crate::mijlpaal::voorbeeld::{dag, documenten, ziek};
    use crate::{Command, Event, decide, evolve, replay};

    fn verzoeken(events: &[Event]) -> Vec<&Gevraagd> {
        events
            .iter()
            .filter_map(|it| if let Event::StukkenGevraagd(e) = it { Some(&e.a) } else { None })
            .collect()
    }

    fn voluit(events: &[Event]) -> Vec<String> {
        let elementen = |it: &Gevraagd| -> Vec<String> {
            let een = |it: &super::Verschuldigd| format!("{} {}", it.element.naam(), it.uiterlijk);
            it.elementen.iter().map(een).collect()
        };
        let een =
            |it: &Gevraagd| format!("{}: {}", it.sleutel.aan.naam(), elementen(it).join(", "));
        verzoeken(events).into_iter().map(een).collect()
    }

    fn concept(nummer: u128, op: &str) -> Command {
        Command::StelRivConceptOp(documenten::riv_concept(nummer, dag(op)))
    }

    fn gegeven() -> Vec<Event> {
        na([
            ziek(),
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, dag("2025-04-07"))),
            Command::StelPlanVanAanpakVast(documenten::plan_van_aanpak(3, dag("2025-04-18"))),
        ])
    }

    #[test]
    fn een_concept_vraagt_ieder_een_keer_om_alles_wat_die_nog_moet_geven() {
        let events = decide(&replay(&gegeven()), concept(5, "2026-10-12"), dag("2026-10-12"));
        let laatst = "Eerstejaarsevaluatie 2026-03-01, Eindevaluatie 2026-11-29";
        assert_eq!(
            voluit(&events.unwrap()),
            [
                "Bedrijfsarts: Actueel oordeel 2026-11-29, Medische informatie 2026-11-29",
                &format!("Werkgever: {laatst}"),
                &format!("Werknemer: {laatst}, Oordeel werknemer 2026-11-29"),
            ]
        );
    }

    #[test]
    fn hetzelfde_concept_vraagt_niet_nog_eens() {
        let vandaag = dag("2026-10-12");
        let dossier = replay(&gegeven());
        let eerste = decide(&dossier, concept(5, "2026-10-12"), vandaag).unwrap();
        let erna = eerste.iter().fold(dossier, evolve);
        assert_eq!(decide(&erna, concept(5, "2026-10-12"), vandaag), Ok(vec![]));
    }

    #[test]
    fn een_later_concept_vraagt_alleen_om_wat_er_dan_nog_niet_is() {
        let mut events = gegeven();
        events
            .extend(decide(&replay(&events), concept(5, "2026-10-12"), dag("2026-10-12")).unwrap());
        let oordeel = documenten::actueel_oordeel(6, dag("2026-11-09"));
        let dossier = replay(&events);
        let erna = decide(&dossier, Command::StelActueelOordeelVast(oordeel), dag("2026-11-09"));
        let dossier = erna.unwrap().iter().fold(dossier, evolve);
        let later = decide(&dossier, concept(7, "2026-11-10"), dag("2026-11-10")).unwrap();
        let van_arts = verzoeken(&later)
            .into_iter()
            .find(|it| it.sleutel.aan == Ontvanger::Bedrijfsarts)
            .unwrap();
        let elementen: Vec<Element> = van_arts.elementen.iter().map(|it| it.element).collect();
        assert_eq!(elementen, [Element::MedischeInformatie]);
    }
}
