//! AOW-datum: a derived fact; the birth date itself stays with the employee (R-70..R-73).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type AowDatum = Secties<Aow>;

/// Section A: the date.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Aow {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// First day of AOW.
    pub aow_datum: Datum,
}

impl Sectie for Aow {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Aow {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.aow_datum
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.aow_datum = datum;
    }
}

pub(crate) fn decide(dossier: &Dossier, opdracht: AowDatum) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.aow.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    Ok(vec![Event::AowDatumVastgelegd(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Aow) {
    dossier.stukken.insert(a.stuk);
    dossier.aow.push(a.clone());
}
