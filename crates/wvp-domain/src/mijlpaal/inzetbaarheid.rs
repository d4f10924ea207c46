//! Wijziging inzetbaarheid: partial recovery or setback, on the advice of the bedrijfsarts.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{Minuten, Percentage};
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type Inzetbaarheid = Secties<Wijziging, Werkzaamheden>;

/// Section A: from when, how much, on whose advice.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Wijziging {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// First day it holds.
    pub vanaf: Datum,
    /// Share of the contract hours that cannot be worked.
    pub ao_percentage: Percentage,
    /// Working time per week.
    pub uren_per_week: Option<Minuten>,
    /// The spreekuur or document of the bedrijfsarts it rests on (Abrona, AP 2016: never the employer alone).
    pub grond: StukId,
}

impl Sectie for Wijziging {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Wijziging {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.vanaf
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.vanaf = datum;
    }
}

/// Section B: what work is done meanwhile.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Werkzaamheden {
    /// Tasks.
    pub werkzaamheden: String,
    /// Whether it is the own job.
    pub eigen_werk: bool,
}

impl Sectie for Werkzaamheden {
    const COMPARTIMENT: Compartiment = Compartiment::BPoortwachter;
}

pub(crate) fn decide(dossier: &Dossier, opdracht: Inzetbaarheid) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.inzetbaarheid.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    dossier.eis_na_begin("vanaf", a.vanaf)?;
    dossier.eis_ziek_op("vanaf", a.vanaf)?;
    dossier.eis_oordeel_bedrijfsarts(a.grond)?;
    Ok(vec![Event::InzetbaarheidGewijzigd(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Wijziging) {
    dossier.stukken.insert(a.stuk);
    dossier.inzetbaarheid.push(a.clone());
}
