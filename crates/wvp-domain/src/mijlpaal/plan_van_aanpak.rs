//! Plan van aanpak: what employer and employee will do, due 14 days after the probleemanalyse.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{Ondertekening, Visies, eis_handtekeningen, niet_in_toekomst};
use crate::{
    AccountId, Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId,
};

/// The payload, by category.
pub type PlanVanAanpak = Secties<Opgesteld, Afspraken>;

/// Section A: that there is a plan, who signed it, when it is evaluated.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Opgesteld {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Day it was drawn up.
    pub opgesteld_op: Datum,
    /// Who signed, or refused to.
    pub ondertekeningen: Vec<Ondertekening>,
    /// Agreed moments of evaluation.
    pub evaluatiemomenten: Vec<Datum>,
    /// The casemanager named in the plan (art. 4(2)c).
    pub casemanager: Option<AccountId>,
    /// Whether the view of the employer is in it (RIV-16).
    pub visie_werkgever: bool,
    /// Whether the view of the employee is in it (RIV-16).
    pub visie_werknemer: bool,
    /// Whether deviation from the term is motivated (art. 5).
    pub termijn_gemotiveerd: bool,
}

impl Sectie for Opgesteld {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Opgesteld {
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

/// Section B: what employer and employee agreed (documents.md 1.3).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Afspraken {
    /// Final goal.
    pub doel_eind: String,
    /// Goals on the way.
    pub doelen_tussen: Vec<Tussendoel>,
    /// What is done, by whom, when.
    pub activiteiten: Vec<Activiteit>,
    /// First track, second, or both.
    pub spoor: Spoor,
    /// Views of employer and employee (required since 2023-07-01).
    pub visies: Visies,
    /// Why the plan departs from the advice of the bedrijfsarts.
    pub afwijking_advies: Option<String>,
    /// Why somebody refuses to sign.
    pub weigering_motivering: Option<String>,
    /// Why a term was not met (art. 5).
    pub termijn_motivering: Option<String>,
}

impl Sectie for Afspraken {
    const COMPARTIMENT: Compartiment = Compartiment::BPoortwachter;
}

/// A goal on the way.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Tussendoel {
    /// What should be reached.
    pub doel: String,
    /// By when.
    pub uiterlijk: Option<Datum>,
}

/// One thing that is done.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Activiteit {
    /// What.
    pub omschrijving: String,
    /// By whom.
    pub wie: String,
    /// First day.
    pub start: Option<Datum>,
    /// Last day.
    pub gereed: Option<Datum>,
    /// How it went so far.
    pub voortgang: String,
}

/// Track of re-integration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Spoor {
    /// Within the own company.
    Eerste,
    /// With another employer.
    Tweede,
    /// Both.
    EersteEnTweede,
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: PlanVanAanpak,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.plan_van_aanpak.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("opgesteld_op", a.opgesteld_op, vandaag)?;
    dossier.eis_probleemanalyse()?;
    dossier.eis_nog_geen_plan()?;
    eis_handtekeningen(&a.ondertekeningen)?;
    dossier.eis_inhoud("Plan van aanpak", &opdracht.b)?;
    Ok(vec![Event::PlanVanAanpakVastgesteld(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Opgesteld) {
    dossier.stukken.insert(a.stuk);
    dossier.plan_van_aanpak.push(a.clone());
}
