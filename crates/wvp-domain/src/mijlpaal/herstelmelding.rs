//! Herstelmelding: fit for the full bedongen arbeid.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::niet_in_toekomst;
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type Herstelmelding = Secties<Herstel>;

/// Section A: from when the employee is fit.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Herstel {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// First fit day; the last sick day is the day before.
    pub eerste_dag_geschikt: Datum,
    /// Day of the report.
    pub gemeld_op: Datum,
}

impl Sectie for Herstel {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Herstel {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.eerste_dag_geschikt
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.eerste_dag_geschikt = datum;
    }
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: Herstelmelding,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.herstelmelding.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("gemeld_op", a.gemeld_op, vandaag)?;
    niet_in_toekomst("eerste_dag_geschikt", a.eerste_dag_geschikt, vandaag)?;
    dossier.eis_ziek_op("eerste_dag_geschikt", a.eerste_dag_geschikt)?;
    Ok(vec![Event::HersteldGemeld(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Herstel) {
    dossier.stukken.insert(a.stuk);
    dossier.herstelmelding.push(a.clone());
}
