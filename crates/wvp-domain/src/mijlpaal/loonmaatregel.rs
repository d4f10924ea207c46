//! Loonopschorting en loonstop (BW 7:629(3),(6)).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::niet_in_toekomst;
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type Loonmaatregel = Secties<Opgelegd, Reden>;

/// Section A: which measure, from when.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Opgelegd {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Which measure.
    pub soort: Soort,
    /// First day.
    pub vanaf: Datum,
    /// Day it was announced to the employee (BW 7:629(7): at once).
    pub aangekondigd_op: Datum,
}

impl Sectie for Opgelegd {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Opgelegd {
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

/// Section B: why.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Reden {
    /// Which duty was not met.
    pub reden: String,
}

impl Sectie for Reden {
    const COMPARTIMENT: Compartiment = Compartiment::BPoortwachter;
}

/// The payload, by category.
pub type EindeLoonmaatregel = Secties<Beeindigd>;

/// Section A: which measure, from when wages are paid again.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Beeindigd {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// The measure that ends.
    pub maatregel: StukId,
    /// First day with wages again.
    pub per: Datum,
}

impl Sectie for Beeindigd {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Beeindigd {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.per
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.per = datum;
    }
}

/// Which measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Soort {
    /// Wages wait until the employee gives the information asked (BW 7:629(6)).
    Opschorting,
    /// No right to wages while the employee does not cooperate (BW 7:629(3)).
    Stop,
}

pub(crate) fn decide_opleggen(
    dossier: &Dossier,
    opdracht: Loonmaatregel,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.loonmaatregel.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("aangekondigd_op", a.aangekondigd_op, vandaag)?;
    dossier.eis_na_begin("vanaf", a.vanaf)?;
    Ok(vec![Event::LoonmaatregelOpgelegd(opdracht)])
}

pub(crate) fn evolve_opleggen(dossier: &mut Dossier, a: &Opgelegd) {
    dossier.stukken.insert(a.stuk);
    dossier.loonmaatregel.push(a.clone());
}

pub(crate) fn decide_beeindigen(
    dossier: &Dossier,
    opdracht: EindeLoonmaatregel,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.loonmaatregel_einde.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    dossier.eis_stuk("maatregel", a.maatregel)?;
    Ok(vec![Event::LoonmaatregelBeeindigd(opdracht)])
}

pub(crate) fn evolve_beeindigen(dossier: &mut Dossier, a: &Beeindigd) {
    dossier.stukken.insert(a.stuk);
    dossier.loonmaatregel_einde.push(a.clone());
}
