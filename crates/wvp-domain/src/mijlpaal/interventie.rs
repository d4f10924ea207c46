//! Interventie: advised by the bedrijfsarts, agreed, started, ended (domain/access.md A.5).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::niet_in_toekomst;
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type Advies = Secties<Geadviseerd, Inhoud, Onderbouwing>;

/// Section A: that there is advice.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Geadviseerd {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Day of the advice.
    pub geadviseerd_op: Datum,
}

impl Sectie for Geadviseerd {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Geadviseerd {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.geadviseerd_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.geadviseerd_op = datum;
    }
}

/// Section B: what is advised; to the employer only with consent.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Inhoud {
    /// Kind of intervention.
    pub soort: String,
    /// What it should lead to.
    pub doel: String,
}

impl Sectie for Inhoud {
    const COMPARTIMENT: Compartiment = Compartiment::BInterventieAdvies;
}

/// Section C: why; stays with the bedrijfsarts.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Onderbouwing {
    /// Medical ground.
    pub onderbouwing: String,
}

impl Sectie for Onderbouwing {
    const COMPARTIMENT: Compartiment = Compartiment::C;
}

/// The payload, by category.
pub type Afspraak = Secties<Afgesproken>;

/// Section A: which advice, when.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Afgesproken {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// The advice it follows.
    pub advies: StukId,
    /// Day of the agreement.
    pub afgesproken_op: Datum,
}

impl Sectie for Afgesproken {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Afgesproken {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.afgesproken_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.afgesproken_op = datum;
    }
}

/// The payload, by category.
pub type Start = Secties<Gestart>;

/// Section A: that it started and when (A.interventie_wanneer).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Gestart {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// The agreement it follows.
    pub afspraak: StukId,
    /// First day.
    pub gestart_op: Datum,
}

impl Sectie for Gestart {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Gestart {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.gestart_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.gestart_op = datum;
    }
}

/// The payload, by category.
pub type Einde = Secties<Beeindigd, Resultaat>;

/// Section A: when it ended.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Beeindigd {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// The start it follows.
    pub start: StukId,
    /// Last day.
    pub beeindigd_op: Datum,
}

impl Sectie for Beeindigd {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Beeindigd {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.beeindigd_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.beeindigd_op = datum;
    }
}

/// Section B: what it led to.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Resultaat {
    /// Result in terms of work.
    pub resultaat: String,
}

impl Sectie for Resultaat {
    const COMPARTIMENT: Compartiment = Compartiment::BOverig;
}

pub(crate) fn decide_advies(
    dossier: &Dossier,
    opdracht: Advies,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.interventie_advies.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("geadviseerd_op", a.geadviseerd_op, vandaag)?;
    dossier.eis_na_begin("geadviseerd_op", a.geadviseerd_op)?;
    Ok(vec![Event::InterventieGeadviseerd(opdracht)])
}

pub(crate) fn evolve_advies(dossier: &mut Dossier, a: &Geadviseerd) {
    dossier.stukken.insert(a.stuk);
    dossier.interventie_advies.push(a.clone());
}

pub(crate) fn decide_afspraak(
    dossier: &Dossier,
    opdracht: Afspraak,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.interventie_afspraak.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("afgesproken_op", a.afgesproken_op, vandaag)?;
    dossier.eis_stuk("advies", a.advies)?;
    Ok(vec![Event::InterventieAfgesproken(opdracht)])
}

pub(crate) fn evolve_afspraak(dossier: &mut Dossier, a: &Afgesproken) {
    dossier.stukken.insert(a.stuk);
    dossier.interventie_afspraak.push(a.clone());
}

pub(crate) fn decide_start(
    dossier: &Dossier,
    opdracht: Start,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.interventie_start.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("gestart_op", a.gestart_op, vandaag)?;
    dossier.eis_stuk("afspraak", a.afspraak)?;
    Ok(vec![Event::InterventieGestart(opdracht)])
}

pub(crate) fn evolve_start(dossier: &mut Dossier, a: &Gestart) {
    dossier.stukken.insert(a.stuk);
    dossier.interventie_start.push(a.clone());
}

pub(crate) fn decide_einde(
    dossier: &Dossier,
    opdracht: Einde,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.interventie_einde.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("beeindigd_op", a.beeindigd_op, vandaag)?;
    dossier.eis_stuk("start", a.start)?;
    Ok(vec![Event::InterventieBeeindigd(opdracht)])
}

pub(crate) fn evolve_einde(dossier: &mut Dossier, a: &Beeindigd) {
    dossier.stukken.insert(a.stuk);
    dossier.interventie_einde.push(a.clone());
}
