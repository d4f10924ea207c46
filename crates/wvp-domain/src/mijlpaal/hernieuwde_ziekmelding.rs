//! Hernieuwde ziekmelding: ill again within four weeks, same chain.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::niet_in_toekomst;
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type HernieuwdeZiekmelding = Secties<Terugval>;

/// Section A: since when.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Terugval {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// First day of the new spell.
    pub eerste_ziektedag: Datum,
    /// Day of the report.
    pub gemeld_op: Datum,
    /// Derived fact without its reason: this spell stays out of the opzegverbod clock.
    pub telt_niet_voor_opzegverbod: bool,
}

impl Sectie for Terugval {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Terugval {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.eerste_ziektedag
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.eerste_ziektedag = datum;
    }
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: HernieuwdeZiekmelding,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.hernieuwde_ziekmelding.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("gemeld_op", a.gemeld_op, vandaag)?;
    niet_in_toekomst("eerste_ziektedag", a.eerste_ziektedag, vandaag)?;
    dossier.eis_aansluitend(a.eerste_ziektedag)?;
    Ok(vec![Event::OpnieuwZiekGemeld(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Terugval) {
    dossier.stukken.insert(a.stuk);
    dossier.hernieuwde_ziekmelding.push(a.clone());
}
