//! Regres: whether a third party is liable.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::niet_in_toekomst;
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type Regres = Secties<Gemeld>;

/// Section A: yes or no.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Gemeld {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Whether a third party is liable.
    pub van_toepassing: bool,
    /// Day it was told.
    pub gemeld_op: Datum,
}

impl Sectie for Gemeld {
    const COMPARTIMENT: Compartiment = Compartiment::AVangnetWerknemer;
}

impl Feit for Gemeld {
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

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: Regres,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.regres.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("gemeld_op", a.gemeld_op, vandaag)?;
    Ok(vec![Event::RegresGemeld(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Gemeld) {
    dossier.stukken.insert(a.stuk);
    dossier.regres.push(a.clone());
}
