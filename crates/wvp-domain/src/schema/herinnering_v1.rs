//! A reminder as it was stored before the teamleider could be told: for its schema only. The bytes are
//! those of today, because a receiver was added at the end.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Compartiment, Datum, Sectie, Secties, TermijnId};

/// Section A: which term, which rung, to whom.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(super) struct Gegeven {
    /// Which rung, to whom: at most one per dossier.
    sleutel: Sleutel,
    /// Day on which it was given.
    #[serde(rename = "gegeven_op")]
    op: Datum,
    /// Whether its own day had passed (after downtime).
    laat: bool,
    /// Rungs before it that were skipped because this one is newer (days relative to the due day).
    overgeslagen: Vec<i16>,
}

impl Sectie for Gegeven {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// What makes a reminder the same reminder (with the dossier).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
struct Sleutel {
    /// Which term.
    termijn: TermijnId,
    /// Which occurrence of a recurring term (0 = the first).
    keer: u16,
    /// The last day of the term.
    uiterlijk: Datum,
    /// The rung, in days relative to that day (negative = before).
    trede: i16,
    /// To whom.
    aan: Ontvanger,
}

/// Who gets a reminder.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Ontvanger {
    /// The employer.
    Werkgever,
    /// The employee.
    Werknemer,
    /// The bedrijfsarts.
    Bedrijfsarts,
    /// The casemanager.
    Casemanager,
}

/// Stands in for the event of then.
pub(super) fn gegeven(_: Secties<Gegeven>) {}
