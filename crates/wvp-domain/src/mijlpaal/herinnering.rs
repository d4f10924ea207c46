//! Herinnering: a rung of a term's ladder was reached. The fact comes first, the message follows.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Compartiment, Datum, Dossier, Sectie, Secties, TermijnId};

/// The payload, by category.
pub type Herinnering = Secties<Gegeven>;

/// Section A: which term, which rung, to whom.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Gegeven {
    /// Which rung, to whom: at most one per dossier.
    pub sleutel: Sleutel,
    /// Day on which it was given.
    pub gegeven_op: Datum,
    /// Whether its own day had passed (after downtime).
    pub laat: bool,
    /// Rungs before it that were skipped because this one is newer (days relative to the due day).
    pub overgeslagen: Vec<i16>,
}

impl Sectie for Gegeven {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// What makes a reminder the same reminder (with the dossier).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
pub struct Sleutel {
    /// Which term.
    pub termijn: TermijnId,
    /// Which occurrence of a recurring term (0 = the first).
    pub keer: u16,
    /// The last day of the term.
    pub uiterlijk: Datum,
    /// The rung, in days relative to that day (negative = before).
    pub trede: i16,
    /// To whom.
    pub aan: Ontvanger,
}

/// Who gets a reminder.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Ontvanger {
    /// The employer.
    Werkgever,
    /// The employee.
    Werknemer,
    /// The bedrijfsarts.
    Bedrijfsarts,
    /// The casemanager.
    Casemanager,
    /// The teamleider of the casemanager.
    Teamleider,
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Gegeven) {
    dossier.herinneringen.insert(a.sleutel);
}
