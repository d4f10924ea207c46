//! Besluit tweede spoor: looking for work with another employer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::niet_in_toekomst;
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type TweedeSpoor = Secties<Besluit, Motivering>;

/// Section A: what was decided, from when.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Besluit {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Day of the decision.
    pub besloten_op: Datum,
    /// What was decided.
    pub keuze: Keuze,
    /// First day of the second track.
    pub start_op: Option<Datum>,
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

/// Section B: why.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Motivering {
    /// Why, or which concrete perspective there is.
    pub motivering: String,
}

impl Sectie for Motivering {
    const COMPARTIMENT: Compartiment = Compartiment::BPoortwachter;
}

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Keuze {
    /// The second track starts.
    Starten,
    /// Not needed: concrete perspective in the own company.
    NietNodig,
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: TweedeSpoor,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.tweede_spoor.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("besloten_op", a.besloten_op, vandaag)?;
    dossier.eis_probleemanalyse()?;
    Ok(vec![Event::TweedeSpoorBesloten(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Besluit) {
    dossier.stukken.insert(a.stuk);
    dossier.tweede_spoor.push(a.clone());
}
