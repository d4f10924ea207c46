//! Vangnet en regres: that there is one (A.vangnet_exists) and, apart, which one (C.vangnet_kind; R-201..R-209).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::niet_in_toekomst;
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Geen, Sectie, Secties, StukId};

/// The payload, by category.
pub type VangnetDoorWerknemer = Secties<GemeldDoorWerknemer, Geen, Welk>;

/// Section A: yes or no, told by the employee.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GemeldDoorWerknemer {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Whether a vangnet applies.
    pub van_toepassing: bool,
    /// Day it was told.
    pub gemeld_op: Datum,
}

impl Sectie for GemeldDoorWerknemer {
    const COMPARTIMENT: Compartiment = Compartiment::AVangnetWerknemer;
}

impl Feit for GemeldDoorWerknemer {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.gemeld_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.gemeld_op = datum;
    }
}

/// Section C: which vangnet.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Welk {
    /// Which one.
    pub soort: VangnetSoort,
}

impl Sectie for Welk {
    const COMPARTIMENT: Compartiment = Compartiment::CVangnet;
}

/// The payload, by category.
pub type VangnetDoorArbodienst = Secties<GemeldDoorArbodienst, Geen, WelkVolgensArbodienst>;

/// Section A: yes or no, told by the arbodienst.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GemeldDoorArbodienst {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Whether a vangnet applies.
    pub van_toepassing: bool,
    /// Day it was told.
    pub gemeld_op: Datum,
}

impl Sectie for GemeldDoorArbodienst {
    const COMPARTIMENT: Compartiment = Compartiment::AVangnet;
}

impl Feit for GemeldDoorArbodienst {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.gemeld_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.gemeld_op = datum;
    }
}

/// Section C: which vangnet.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct WelkVolgensArbodienst {
    /// Which one.
    pub soort: VangnetSoort,
}

impl Sectie for WelkVolgensArbodienst {
    const COMPARTIMENT: Compartiment = Compartiment::CVangnet;
}

/// The payload, by category.
pub type VangnetBijUwv = Secties<BijUwvGemeld>;

/// Section A: when.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BijUwvGemeld {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Day of the report (R-60..R-65).
    pub gemeld_op: Datum,
}

impl Sectie for BijUwvGemeld {
    const COMPARTIMENT: Compartiment = Compartiment::AVangnet;
}

impl Feit for BijUwvGemeld {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.gemeld_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.gemeld_op = datum;
    }
}

/// Which vangnet (design/contract.md, law.md section 4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum VangnetSoort {
    /// Fictieve dienstbetrekking (ZW 29(2)(a), R-60).
    FictieveDienstbetrekking,
    /// Ill in the flexible period of leave (ZW 29a(2), R-61).
    FlexibeleVerlofperiode,
    /// Ill by pregnancy, before leave (ZW 29a(1), R-62).
    Zwangerschap,
    /// Ill by pregnancy or birth, after leave (ZW 29a(4), R-63).
    NaBevalling,
    /// Organ donation (ZW 29(2)(e), R-62).
    Orgaandonatie,
    /// No-risk (ZW 29b, R-62).
    NoRisk,
}

pub(crate) fn decide_werknemer(
    dossier: &Dossier,
    opdracht: VangnetDoorWerknemer,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.vangnet_werknemer.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("gemeld_op", a.gemeld_op, vandaag)?;
    Ok(vec![Event::VangnetGemeldDoorWerknemer(opdracht)])
}

pub(crate) fn evolve_werknemer(dossier: &mut Dossier, a: &GemeldDoorWerknemer) {
    dossier.stukken.insert(a.stuk);
    dossier.vangnet_werknemer.push(a.clone());
}

pub(crate) fn decide_arbodienst(
    dossier: &Dossier,
    opdracht: VangnetDoorArbodienst,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.vangnet_arbodienst.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("gemeld_op", a.gemeld_op, vandaag)?;
    Ok(vec![Event::VangnetGemeldDoorArbodienst(opdracht)])
}

pub(crate) fn evolve_arbodienst(dossier: &mut Dossier, a: &GemeldDoorArbodienst) {
    dossier.stukken.insert(a.stuk);
    dossier.vangnet_arbodienst.push(a.clone());
}

pub(crate) fn decide_bij_uwv(
    dossier: &Dossier,
    opdracht: VangnetBijUwv,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.vangnet_bij_uwv.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("gemeld_op", a.gemeld_op, vandaag)?;
    dossier.eis_na_begin("gemeld_op", a.gemeld_op)?;
    Ok(vec![Event::VangnetBijUwvGemeld(opdracht)])
}

pub(crate) fn evolve_bij_uwv(dossier: &mut Dossier, a: &BijUwvGemeld) {
    dossier.stukken.insert(a.stuk);
    dossier.vangnet_bij_uwv.push(a.clone());
}
