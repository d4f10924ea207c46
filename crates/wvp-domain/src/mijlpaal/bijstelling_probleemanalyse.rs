//! Bijstelling probleemanalyse: a new version, the old one stays (R-09, art. 4(4)).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{Ondertekenaar, niet_in_toekomst};
use super::probleemanalyse::Belastbaarheid;
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type BijstellingProbleemanalyse = Secties<Bijgesteld, Wijziging, Medisch>;

/// Section A: when, by whom, which version it replaces.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Bijgesteld {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Day it was drawn up.
    pub opgesteld_op: Datum,
    /// Who drew it up.
    pub auteur: Ondertekenaar,
    /// The version it replaces.
    pub vervangt: StukId,
    /// Derived fact: a plan van aanpak must follow.
    pub plan_nodig: bool,
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

/// Section B: why and what changed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Wijziging {
    /// Why.
    pub reden: RedenBijstelling,
    /// The new judgement, whole.
    pub belastbaarheid: Belastbaarheid,
}

impl Sectie for Wijziging {
    const COMPARTIMENT: Compartiment = Compartiment::BBedrijfsarts;
}

/// Section C: what stays with the bedrijfsarts.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Medisch {
    /// Medical ground of the change.
    pub onderbouwing: String,
}

impl Sectie for Medisch {
    const COMPARTIMENT: Compartiment = Compartiment::C;
}

/// Why the judgement changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RedenBijstelling {
    /// The medical situation changed.
    MedischGewijzigd,
    /// No progress.
    Stagnatie,
    /// The plan needs another advice.
    NieuwAdvies,
    /// Possibilities arose.
    MogelijkhedenOntstaan,
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: BijstellingProbleemanalyse,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.bijstelling_probleemanalyse.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("opgesteld_op", a.opgesteld_op, vandaag)?;
    dossier.eis_probleemanalyse()?;
    dossier.eis_stuk("vervangt", a.vervangt)?;
    dossier.eis_inhoud("Bijstelling probleemanalyse", &opdracht.b)?;
    Ok(vec![Event::ProbleemanalyseBijgesteld(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Bijgesteld) {
    dossier.stukken.insert(a.stuk);
    dossier.bijstelling_probleemanalyse.push(a.clone());
}
