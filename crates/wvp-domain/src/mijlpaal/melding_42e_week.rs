//! 42e-weeksmelding aan UWV (R-11, ZW 38(1)).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::niet_in_toekomst;
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type Melding42eWeek = Secties<Melding>;

/// Section A: when, with which first day.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Melding {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Day of the report.
    pub gemeld_op: Datum,
    /// First day of illness as reported: D* (C-08).
    pub eerste_ziektedag: Datum,
}

impl Sectie for Melding {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Melding {
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
    opdracht: Melding42eWeek,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.melding_42e_week.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("gemeld_op", a.gemeld_op, vandaag)?;
    dossier.eis_na_begin("gemeld_op", a.gemeld_op)?;
    Ok(vec![Event::Week42Gemeld(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Melding) {
    dossier.stukken.insert(a.stuk);
    dossier.melding_42e_week.push(a.clone());
}
