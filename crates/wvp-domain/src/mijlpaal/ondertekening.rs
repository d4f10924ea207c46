//! Ondertekening: one party signs a document in the application, or refuses to (documents.md 1.0, UWV).
//!
//! A document of employer and employee may also come in signed on paper; then the signatures stand in the
//! document itself, or in a [signed copy](super::getekend_exemplaar). What the bedrijfsarts draws up nobody
//! else signs: that the author records it from an own session is the author's confirmation.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::gedeeld::{
    Handtekening, Ondertekenaar, Ondertekening as Regel, Partij, eis_inhoud, eis_naam_en_functie,
    niet_in_toekomst, niet_voor,
};
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type Ondertekening = Secties<Getekend, Weigering>;

/// Section A: who signed or refused what, when, and from where.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Getekend {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// The document that is signed.
    pub van: StukId,
    /// For whom.
    pub partij: Partij,
    /// Name and function, from the log-in.
    pub wie: Ondertekenaar,
    /// Signed or refused.
    pub keuze: Handtekening,
    /// When.
    pub op: Datum,
    /// SHA-256 over what the log held of the document when it was shown, as 64 hexadecimal digits in lower
    /// case.
    pub inhoud: String,
    /// The session in which it was done.
    pub sessie: Uuid,
}

impl Sectie for Getekend {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Getekend {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.op = datum;
    }
}

/// Section B: why somebody refuses.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Weigering {
    /// Why.
    pub motivering: String,
}

impl Sectie for Weigering {
    const COMPARTIMENT: Compartiment = Compartiment::BPoortwachter;
}

impl Getekend {
    /// As a line of the document.
    fn regel(&self) -> Regel {
        Regel { partij: self.partij, wie: self.wie.clone(), keuze: self.keuze, op: self.op }
    }
}

impl Dossier {
    /// The last word of each party on a document of employer and employee: in the document itself, on a signed
    /// copy, or in the application. None when nobody but its author signs it.
    #[must_use]
    pub fn handtekeningen(&self, van: StukId) -> Option<Vec<Regel>> {
        let (_, in_het_stuk) = self.van_beide_partijen(van)?;
        let op_papier = self.getekend_exemplaar.iter().filter(|it| it.van == van);
        let op_papier = op_papier.flat_map(|it| it.ondertekeningen.iter().cloned());
        let hier = self.ondertekening.iter().filter(|it| it.van == van).map(Getekend::regel);
        Some(laatste_per_partij(in_het_stuk.iter().cloned().chain(op_papier).chain(hier)))
    }

    /// The day of a document of employer and employee, and the signatures in it.
    pub(crate) fn van_beide_partijen(&self, van: StukId) -> Option<(Datum, &[Regel])> {
        let plan = self.plan_van_aanpak.iter().find(|it| it.stuk == van);
        let bijgesteld = self.bijstelling_plan_van_aanpak.iter().find(|it| it.stuk == van);
        let jaar = self.eerstejaarsevaluatie.iter().find(|it| it.stuk == van);
        let einde = self.eindevaluatie.iter().find(|it| it.stuk == van);
        plan.map(|it| (it.opgesteld_op, it.ondertekeningen.as_slice()))
            .or(bijgesteld.map(|it| (it.opgesteld_op, it.ondertekeningen.as_slice())))
            .or(jaar.map(|it| (it.opgesteld_op, it.ondertekeningen.as_slice())))
            .or(einde.map(|it| (it.opgesteld_op, it.ondertekeningen.as_slice())))
    }
}

/// A signature stands; a refusal is replaced by what comes after it.
fn laatste_per_partij(regels: impl Iterator<Item = Regel>) -> Vec<Regel> {
    let mut gevonden: Vec<Regel> = vec![];
    for regel in regels {
        match gevonden.iter_mut().find(|it| it.partij == regel.partij) {
            Some(eerder) if eerder.keuze == Handtekening::Getekend => {}
            Some(eerder) => *eerder = regel,
            None => gevonden.push(regel),
        }
    }
    gevonden
}

/// The facts with every signature that came later in the document it is about, and the reason of a refusal
/// where that document is open: what a paper and a rule look at.
#[must_use]
pub fn met_handtekeningen(dossier: &Dossier, events: &[Event]) -> Vec<Event> {
    let weigering = |van: StukId| {
        let mut alle = events.iter().rev().filter_map(|event| {
            let Event::OndertekeningVastgelegd(e) = event else { return None };
            e.b.inhoud().filter(|_| e.a.van == van)
        });
        alle.next().map(|it| it.motivering.clone())
    };
    let aangevuld = |event: &Event| {
        let mut event = event.clone();
        if let Some((stuk, regels, motivering)) = event.te_tekenen()
            && let Some(alle) = dossier.handtekeningen(stuk)
        {
            *regels = alle;
            if let (Some(motivering), Some(reden)) = (motivering, weigering(stuk)) {
                *motivering = Some(reden);
            }
        }
        event
    };
    events.iter().map(aangevuld).collect()
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: Ondertekening,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    let is_dezelfde = |eerder: &Getekend| {
        (eerder.van, eerder.partij, eerder.keuze) == (a.van, a.partij, a.keuze)
            && eerder.inhoud == a.inhoud
    };
    if dossier.ondertekening.iter().any(is_dezelfde) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("op", a.op, vandaag)?;
    let soort = "stuk van werkgever en werknemer";
    let (dag, _) = dossier
        .van_beide_partijen(a.van)
        .ok_or_else(|| dossier.verkeerde_verwijzing("van", a.van, soort))?;
    niet_voor("op", a.op, "het stuk", dag)?;
    eis_naam_en_functie("wie", &a.wie)?;
    eis_nog_niet_getekend(dossier, a)?;
    match a.keuze {
        Handtekening::GeweigerdMetMotivering => eis_motivering(&opdracht)?,
        Handtekening::Getekend if opdracht.b.is_dicht() => {}
        Handtekening::Getekend => {
            return Err(Afwijzing::VeldenTegenstrijdig { veld: "motivering", met: "keuze" });
        }
    }
    Ok(vec![Event::OndertekeningVastgelegd(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Getekend) {
    dossier.stukken.insert(a.stuk);
    dossier.ondertekening.push(a.clone());
}

/// Who signed does not sign again and does not refuse any more; who refused may still sign.
fn eis_nog_niet_getekend(dossier: &Dossier, a: &Getekend) -> Result<(), Afwijzing> {
    let eerder = dossier.handtekeningen(a.van).unwrap_or_default();
    let getekend =
        eerder.iter().find(|it| it.partij == a.partij && it.keuze == Handtekening::Getekend);
    match getekend {
        Some(it) => Err(Afwijzing::AlGetekend { partij: a.partij, op: it.op }),
        None => Ok(()),
    }
}

fn eis_motivering(opdracht: &Ondertekening) -> Result<(), Afwijzing> {
    eis_inhoud("motivering", &opdracht.b)?;
    let leeg = opdracht.b.inhoud().is_some_and(|it| it.motivering.trim().is_empty());
    if leeg { Err(Afwijzing::InhoudOntbreekt { element: "motivering" }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::{Ondertekening, met_handtekeningen};
    use crate::mijlpaal::gedeeld::{Handtekening, Partij};
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{dag, documenten, stuk, ziek};
    use crate::{Command, Event, decide, replay};

    /// A plan that nobody signed.
    fn plan() -> Vec<Event> {
        let mut plan = documenten::plan_van_aanpak(3, dag("2025-04-21"));
        plan.a.ondertekeningen.clear();
        na([
            ziek(),
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, dag("2025-04-07"))),
            Command::StelPlanVanAanpakVast(plan),
        ])
    }

    fn tekent(nummer: u128, partij: Partij, op: &str) -> Ondertekening {
        documenten::ondertekening(nummer, (3, partij), dag(op))
    }

    fn weigert(nummer: u128, partij: Partij, op: &str) -> Ondertekening {
        documenten::weigering(nummer, (3, partij), dag(op))
    }

    fn vast(opdracht: Ondertekening) -> Command {
        Command::LegOndertekeningVast(opdracht)
    }

    fn stand(events: &[Event]) -> Vec<(Partij, Handtekening)> {
        let alle = replay(events).handtekeningen(stuk(3)).unwrap();
        alle.iter().map(|it| (it.partij, it.keuze)).collect()
    }

    fn erbij(mut events: Vec<Event>, opdracht: Command) -> Vec<Event> {
        events.extend(decide(&replay(&events), opdracht, dag("2027-06-01")).unwrap());
        events
    }

    #[test]
    fn een_plan_zonder_handtekeningen_wordt_later_door_beide_getekend() {
        let events = plan();
        assert_eq!(stand(&events), []);
        let events = erbij(events, vast(tekent(5, Partij::Werkgever, "2025-04-22")));
        let events = erbij(events, vast(tekent(6, Partij::Werknemer, "2025-04-24")));
        let (wg, wn) = (Partij::Werkgever, Partij::Werknemer);
        assert_eq!(stand(&events), [(wg, Handtekening::Getekend), (wn, Handtekening::Getekend)]);
    }

    #[test]
    fn wie_weigerde_mag_alsnog_tekenen() {
        let events = erbij(plan(), vast(weigert(5, Partij::Werknemer, "2025-04-22")));
        let geweigerd = (Partij::Werknemer, Handtekening::GeweigerdMetMotivering);
        assert_eq!(stand(&events), [geweigerd]);
        let events = erbij(events, vast(tekent(6, Partij::Werknemer, "2025-04-24")));
        assert_eq!(stand(&events), [(Partij::Werknemer, Handtekening::Getekend)]);
    }

    #[test]
    fn wie_tekende_kan_daarna_niet_meer_weigeren() {
        let events = erbij(plan(), vast(tekent(5, Partij::Werknemer, "2025-04-22")));
        let opdracht = vast(weigert(6, Partij::Werknemer, "2025-04-24"));
        assert_snapshot!(uitkomst(&events, "2027-06-01", opdracht), @"afgewezen [RIV-15]: de werknemer heeft dit stuk op `2025-04-22` al getekend. U hoeft niets te doen. Klopt het stuk niet? Stel het dan bij.");
    }

    #[test]
    fn dezelfde_handtekening_nog_eens_voegt_niets_toe() {
        let events = erbij(plan(), vast(tekent(5, Partij::Werknemer, "2025-04-22")));
        let opnieuw = vast(tekent(6, Partij::Werknemer, "2025-04-23"));
        assert_eq!(decide(&replay(&events), opnieuw, dag("2027-06-01")), Ok(vec![]));
    }

    #[test]
    fn een_weigering_zonder_reden_wordt_geweigerd() {
        let mut opdracht = weigert(5, Partij::Werknemer, "2025-04-22");
        opdracht.b = crate::Afgeschermd::dicht();
        assert_snapshot!(uitkomst(&plan(), "2027-06-01", vast(opdracht)), @"afgewezen [R-04]: `motivering` heeft geen inhoud. Vul het stuk in voordat u het vastlegt.");
    }

    #[test]
    fn een_oordeel_van_de_bedrijfsarts_tekenen_zij_niet() {
        let mut opdracht = tekent(5, Partij::Werknemer, "2025-04-22");
        opdracht.a.van = stuk(2);
        assert_snapshot!(uitkomst(&plan(), "2027-06-01", vast(opdracht)), @"afgewezen [INTERN]: `van` verwijst naar stuk `00000000-0000-0000-0000-000000000002`, maar dat is geen stuk van werkgever en werknemer. Controleer naar welk stuk u verwijst.");
    }

    #[test]
    fn voor_de_dag_van_het_stuk_tekent_niemand() {
        let opdracht = vast(tekent(5, Partij::Werknemer, "2025-04-20"));
        assert_snapshot!(uitkomst(&plan(), "2027-06-01", opdracht), @"afgewezen [R-85]: `op` (`2025-04-20`) ligt voor het stuk van `2025-04-21`. Controleer beide datums. Klopt de eerdere datum niet? Leg dan een correctie vast.");
    }

    #[test]
    fn wat_later_is_getekend_staat_in_het_stuk_zoals_papier_en_regels_het_zien() {
        let events = erbij(plan(), vast(weigert(5, Partij::Werknemer, "2025-04-22")));
        let aangevuld = met_handtekeningen(&replay(&events), &events);
        let Some(Event::PlanVanAanpakVastgesteld(plan)) =
            aangevuld.iter().find(|it| matches!(it, Event::PlanVanAanpakVastgesteld(_)))
        else {
            unreachable!("there is a plan")
        };
        assert_eq!(plan.a.ondertekeningen.len(), 1);
        let motivering = plan.b.inhoud().unwrap().weigering_motivering.as_deref();
        assert_eq!(motivering, Some(crate::mijlpaal::voorbeeld::TEKST));
    }
}
