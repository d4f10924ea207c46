//! Bijstelling plan van aanpak: both views again, the old version stays (R-10, art. 4(5)).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{Ondertekening, eis_handtekeningen, niet_in_toekomst};
use super::plan_van_aanpak::Afspraken;
use crate::{
    AccountId, Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId,
};

/// The payload, by category.
pub type BijstellingPlanVanAanpak = Secties<Bijgesteld, Wijziging>;

/// Section A: when, who signed, which version it replaces.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Bijgesteld {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Day it was drawn up.
    pub opgesteld_op: Datum,
    /// Who signed, or refused to.
    pub ondertekeningen: Vec<Ondertekening>,
    /// The version it replaces.
    pub vervangt: StukId,
    /// Agreed moments of evaluation.
    pub evaluatiemomenten: Vec<Datum>,
    /// The casemanager named in the plan.
    pub casemanager: Option<AccountId>,
    /// Whether the view of the employer is in it (RIV-16).
    pub visie_werkgever: bool,
    /// Whether the view of the employee is in it (RIV-16).
    pub visie_werknemer: bool,
}

impl Sectie for Bijgesteld {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Bijgesteld {
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

/// Section B: why, and the plan as it now is.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Wijziging {
    /// What gave cause.
    pub aanleiding: Aanleiding,
    /// The plan, whole.
    pub afspraken: Afspraken,
}

impl Sectie for Wijziging {
    const COMPARTIMENT: Compartiment = Compartiment::BPoortwachter;
}

/// What gave cause for the bijstelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Aanleiding {
    /// An evaluation.
    Evaluatie,
    /// Advice of the bedrijfsarts.
    AdviesBedrijfsarts,
    /// The probleemanalyse was adjusted.
    GewijzigdeProbleemanalyse,
    /// The second track starts.
    TweedeSpoor,
    /// UWV imposed a loonsanctie.
    Loonsanctie,
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: BijstellingPlanVanAanpak,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.bijstelling_plan_van_aanpak.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("opgesteld_op", a.opgesteld_op, vandaag)?;
    dossier.eis_plan()?;
    dossier.eis_stuk("vervangt", a.vervangt)?;
    eis_handtekeningen(&a.ondertekeningen)?;
    dossier.eis_inhoud("Bijstelling plan van aanpak", &opdracht.b)?;
    Ok(vec![Event::PlanVanAanpakBijgesteld(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Bijgesteld) {
    dossier.stukken.insert(a.stuk);
    dossier.bijstelling_plan_van_aanpak.push(a.clone());
}
