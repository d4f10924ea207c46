//! Zwangerschaps- en bevallingsverlof in or beside the spells. Which leave it is stays in section C.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::niet_omgekeerd;
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Geen, Sectie, Secties, StukId};

/// The payload, by category.
pub type Verlof = Secties<Periode, Geen, SoortVerlof>;

/// Section A: when, and whether it counts through.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Periode {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// First day of leave.
    pub van: Datum,
    /// Last day of leave.
    pub tot_en_met: Datum,
    /// Derived fact without its reason: same cause; otherwise it is part of the gap.
    pub telt_door: bool,
}

impl Sectie for Periode {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Periode {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.van
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.van = datum;
    }
}

/// Section C: which leave.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SoortVerlof {
    /// Which leave.
    pub soort: Verlofsoort,
}

impl Sectie for SoortVerlof {
    const COMPARTIMENT: Compartiment = Compartiment::CVangnet;
}

/// Kinds of leave (WAZO 3:1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verlofsoort {
    /// Zwangerschapsverlof.
    Zwangerschap,
    /// Bevallingsverlof.
    Bevalling,
    /// Both in one stretch.
    ZwangerschapEnBevalling,
    /// Extension while the child is in hospital (WAZO 3:1(5)).
    Couveuse,
}

pub(crate) fn decide(dossier: &Dossier, opdracht: Verlof) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.verlof.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_omgekeerd("tot_en_met", a.van, Some(a.tot_en_met))?;
    dossier.eis_geen_ander_verlof(a.van, a.tot_en_met)?;
    Ok(vec![Event::VerlofVastgelegd(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Periode) {
    dossier.stukken.insert(a.stuk);
    dossier.verlof.push(a.clone());
}
