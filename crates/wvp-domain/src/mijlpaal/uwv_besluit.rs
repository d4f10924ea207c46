//! Besluit van UWV: WIA, loonsanctie, bekorting, IVA. Only the operative part.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::niet_in_toekomst;
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type UwvBesluit = Secties<Besluit>;

/// Section A: what was decided, from when until when.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Besluit {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// What was decided.
    pub soort: Soort,
    /// Day of the decision.
    pub besloten_op: Datum,
    /// Day of the request it answers (bekorting, IVA).
    pub gevraagd_op: Option<Datum>,
    /// First day it holds.
    pub van: Option<Datum>,
    /// Last day it holds.
    pub tot_en_met: Option<Datum>,
}

impl Sectie for Besluit {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Besluit {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.besloten_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.besloten_op = datum;
    }
}

/// What UWV decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Soort {
    /// WIA granted.
    WiaToegekend,
    /// WIA refused.
    WiaAfgewezen,
    /// Loonsanctie imposed.
    LoonsanctieOpgelegd,
    /// Loonsanctie shortened.
    BekortingToegekend,
    /// Request to shorten refused.
    BekortingAfgewezen,
    /// Early IVA granted.
    IvaToegekend,
    /// Early IVA refused.
    IvaAfgewezen,
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: UwvBesluit,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.uwv_besluit.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("besloten_op", a.besloten_op, vandaag)?;
    dossier.eis_na_begin("besloten_op", a.besloten_op)?;
    dossier.eis_toegestaan_besluit(a)?;
    Ok(vec![Event::UwvBesluitOntvangen(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Besluit) {
    dossier.stukken.insert(a.stuk);
    dossier.uwv_besluit.push(a.clone());
}
