//! Re-integratieverslag: our draft in week 84 and the hand-over to the employee.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::niet_in_toekomst;
use super::stukken_gevraagd;
use crate::dag::elementen;
use crate::termijn::{Geval, Verloop};
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type RivConcept = Secties<Concept>;

/// Section A: when, and which elements were there.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Concept {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Day it was drawn up.
    pub opgesteld_op: Datum,
    /// Every element with its state.
    pub elementen: Vec<ElementStand>,
}

impl Sectie for Concept {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Concept {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.opgesteld_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.opgesteld_op = datum;
    }
}

/// The payload, by category.
pub type RivOverdracht = Secties<Overgedragen>;

/// Section A: when.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Overgedragen {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Day the employee got the copy (WIA 25(3)).
    pub overgedragen_op: Datum,
}

impl Sectie for Overgedragen {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Overgedragen {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.overgedragen_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.overgedragen_op = datum;
    }
}

/// The elements of the re-integratieverslag (documents.md 2.1, 4.9).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Element {
    /// Probleemanalyse.
    Probleemanalyse,
    /// Bijstelling probleemanalyse.
    BijstellingProbleemanalyse,
    /// Plan van aanpak.
    PlanVanAanpak,
    /// Bijstelling plan van aanpak.
    BijstellingPlanVanAanpak,
    /// Eerstejaarsevaluatie.
    Eerstejaarsevaluatie,
    /// Actueel oordeel.
    ActueelOordeel,
    /// Medische informatie: only that it was handed to the employee.
    MedischeInformatie,
    /// Eindevaluatie.
    Eindevaluatie,
    /// Oordeel werknemer.
    OordeelWerknemer,
}

impl Element {
    /// Every element, in the order of the re-integratieverslag.
    pub const ALLE: [Self; 9] = [
        Self::Probleemanalyse,
        Self::BijstellingProbleemanalyse,
        Self::PlanVanAanpak,
        Self::BijstellingPlanVanAanpak,
        Self::Eerstejaarsevaluatie,
        Self::ActueelOordeel,
        Self::MedischeInformatie,
        Self::Eindevaluatie,
        Self::OordeelWerknemer,
    ];

    /// The exact name that makes the element recognisable (Beleidsregels vormvereisten art. 2(2)).
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Probleemanalyse => "Probleemanalyse",
            Self::BijstellingProbleemanalyse => "Bijstelling probleemanalyse",
            Self::PlanVanAanpak => "Plan van aanpak",
            Self::BijstellingPlanVanAanpak => "Bijstelling plan van aanpak",
            Self::Eerstejaarsevaluatie => "Eerstejaarsevaluatie",
            Self::ActueelOordeel => "Actueel oordeel",
            Self::MedischeInformatie => "Medische informatie",
            Self::Eindevaluatie => "Eindevaluatie",
            Self::OordeelWerknemer => "Oordeel werknemer",
        }
    }
}

/// State of one element.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ElementStand {
    /// Which element.
    pub element: Element,
    /// The document, if it is there.
    pub stuk: Option<StukId>,
    /// Day of the document.
    pub datum: Option<Datum>,
    /// Last day to have it, if the table of terms knows one.
    pub uiterlijk: Option<Datum>,
    /// What it is now.
    pub toestand: Toestand,
}

/// What an element is on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Toestand {
    /// There, in time.
    Aanwezig,
    /// There, after its last day.
    TeLaat,
    /// Not there, its last day lies ahead.
    NogNiet,
    /// Not there, its last day has passed or there is none.
    Ontbreekt,
    /// Not needed in this case.
    NietNodig,
}

pub(crate) fn decide_concept(
    dossier: &Dossier,
    opdracht: RivConcept,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.riv_concept.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("opgesteld_op", a.opgesteld_op, vandaag)?;
    dossier.eis_na_begin("opgesteld_op", a.opgesteld_op)?;
    let gevraagd = vraag_stukken(dossier, a.stuk, vandaag);
    Ok([Event::RivConceptOpgesteld(opdracht)].into_iter().chain(gevraagd).collect())
}

/// Asks whoever owes a piece for it, by the facts of today and not by what the draft says.
fn vraag_stukken(dossier: &Dossier, concept: StukId, vandaag: Datum) -> Vec<Event> {
    let verloop = Verloop::uit_dossier(dossier);
    let ketens = verloop.ketens();
    let geval = ketens.last().map(|keten| Geval::new(&verloop, keten, vandaag));
    geval.map(|it| stukken_gevraagd::bij_concept(dossier, &it, concept)).unwrap_or_default()
}

pub(crate) fn evolve_concept(dossier: &mut Dossier, a: &Concept) {
    dossier.stukken.insert(a.stuk);
    dossier.riv_concept.push(a.clone());
}

pub(crate) fn decide_overdracht(
    dossier: &Dossier,
    opdracht: RivOverdracht,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.riv_overdracht.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("overgedragen_op", a.overgedragen_op, vandaag)?;
    dossier.eis_na_begin("overgedragen_op", a.overgedragen_op)?;
    dossier.eis_riv_compleet()?;
    Ok(vec![Event::RivOvergedragen(opdracht)])
}

pub(crate) fn evolve_overdracht(dossier: &mut Dossier, a: &Overgedragen) {
    dossier.stukken.insert(a.stuk);
    dossier.riv_overdracht.push(a.clone());
}

/// The elements that the hand-over needs and that are not there (RIV-01, 03, 05, 06, 07, 12, 13).
pub(crate) fn ontbrekende_elementen(dossier: &Dossier) -> Vec<Element> {
    let verloop = Verloop::uit_dossier(dossier);
    let ketens = verloop.ketens();
    let Some(keten) = ketens.last() else { return vec![] };
    // What is needed does not depend on the day.
    let geval = Geval::new(&verloop, keten, keten.eerste_ziektedag);
    let ontbreekt = |element: &Element| {
        elementen::is_nodig(&geval, *element) && elementen::laatste(dossier, *element).is_none()
    };
    Element::ALLE.into_iter().filter(ontbreekt).collect()
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::Command;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{dag, documenten, ziek};

    #[test]
    fn een_concept_van_voor_de_ziekte_wordt_geweigerd() {
        let gegeven = na([ziek()]);
        let opdracht = Command::StelRivConceptOp(documenten::riv_concept(5, dag("2025-03-02")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-85]: `opgesteld_op` (`2025-03-02`) ligt voor de eerste ziektedag `2025-03-03`. Controleer de datum. Klopt de eerste ziektedag niet? Leg dan een correctie vast.");
    }
}
