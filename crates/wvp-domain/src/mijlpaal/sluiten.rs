//! Sluiten en heropenen van het dossier. Closing destroys nothing.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::niet_in_toekomst;
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type Sluiting = Secties<Gesloten>;

/// Section A: from when, why.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Gesloten {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// First day it is closed.
    pub per: Datum,
    /// Why.
    pub reden: RedenSluiten,
}

impl Sectie for Gesloten {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Gesloten {
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

/// The payload, by category.
pub type Heropening = Secties<Heropend>;

/// Section A: from when, why.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Heropend {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// First day it is open again.
    pub per: Datum,
    /// Why.
    pub reden: RedenHeropenen,
}

impl Sectie for Heropend {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Heropend {
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

/// Why a dossier closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RedenSluiten {
    /// Recovered, and not ill again within four weeks.
    KetenAfgelopen,
    /// The wachttijd and any extension ended.
    WachttijdVoorbij,
    /// The employment ended.
    EindeDienstverband,
    /// AOW.
    Aow,
    /// The employee died.
    Overleden,
    /// Opened by mistake.
    TenOnrechte,
}

/// Why a dossier opens again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RedenHeropenen {
    /// Closed by mistake.
    TenOnrechteGesloten,
    /// A correction moved a date.
    Correctie,
    /// Objection or appeal against UWV.
    Bezwaar,
}

pub(crate) fn decide_sluiten(
    dossier: &Dossier,
    opdracht: Sluiting,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.sluiten.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("per", a.per, vandaag)?;
    Ok(vec![Event::DossierGesloten(opdracht)])
}

pub(crate) fn evolve_sluiten(dossier: &mut Dossier, a: &Gesloten) {
    dossier.stukken.insert(a.stuk);
    dossier.sluiten.push(a.clone());
}

pub(crate) fn decide_heropenen(
    dossier: &Dossier,
    opdracht: Heropening,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.heropenen.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_ziekmelding()?;
    dossier.eis_gesloten()?;
    niet_in_toekomst("per", a.per, vandaag)?;
    Ok(vec![Event::DossierHeropend(opdracht)])
}

pub(crate) fn evolve_heropenen(dossier: &mut Dossier, a: &Heropend) {
    dossier.stukken.insert(a.stuk);
    dossier.heropenen.push(a.clone());
}
