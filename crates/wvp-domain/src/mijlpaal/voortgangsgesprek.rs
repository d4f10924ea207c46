//! Voortgangsgesprek: every six weeks in practice (R-08, documents.md 1.6).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::niet_in_toekomst;
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type Voortgangsgesprek = Secties<Gesprek, Verslag>;

/// Section A: when, and when again.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Gesprek {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Day of the talk.
    pub gehouden_op: Datum,
    /// Day of the next talk.
    pub volgende_op: Option<Datum>,
}

impl Sectie for Gesprek {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Gesprek {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.gehouden_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.gehouden_op = datum;
    }
}

/// Section B: what was said.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Verslag {
    /// Who took part.
    pub aanwezigen: Vec<String>,
    /// Progress per activity.
    pub voortgang: String,
    /// What was agreed.
    pub afspraken: Vec<String>,
}

impl Sectie for Verslag {
    const COMPARTIMENT: Compartiment = Compartiment::BPoortwachter;
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: Voortgangsgesprek,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.voortgangsgesprek.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("gehouden_op", a.gehouden_op, vandaag)?;
    dossier.eis_na_begin("gehouden_op", a.gehouden_op)?;
    Ok(vec![Event::VoortgangsgesprekGevoerd(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Gesprek) {
    dossier.stukken.insert(a.stuk);
    dossier.voortgangsgesprek.push(a.clone());
}
