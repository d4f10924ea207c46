//! Stapherinnering: a rung of the ladder of an own step was reached. As with a term of the law, the fact
//! comes first and the message follows.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::herinnering::Ontvanger;
use crate::{Compartiment, Datum, Dossier, Sectie, Secties};

/// The payload, by category.
pub type Stapherinnering = Secties<Stapgegeven>;

/// Section A: which step, which rung, to whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Stapgegeven {
    /// Which rung, to whom: at most one per dossier.
    pub sleutel: Stapsleutel,
    /// Day on which it was given.
    pub gegeven_op: Datum,
    /// Whether its own day had passed (after downtime).
    pub laat: bool,
    /// Rungs before it that this one replaces (days relative to the last day).
    pub overgeslagen: Vec<i16>,
}

impl Sectie for Stapgegeven {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// What makes a reminder of an own step the same reminder (with the dossier).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Stapsleutel {
    /// Name of the step.
    pub stap: String,
    /// Which occurrence (0 = the first).
    pub keer: u16,
    /// Its last day.
    pub uiterlijk: Datum,
    /// To whom.
    pub aan: Ontvanger,
    /// The rung, in days relative to the last day.
    pub trede: i16,
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Stapgegeven) {
    dossier.stapherinneringen.insert(a.sleutel.clone());
}
