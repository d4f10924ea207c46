//! The protocol of an employer: own steps beside the law, and rows of the law that it keeps more strictly.
//!
//! A protocol is data with versions. A dossier uses the newest version whose `per` is not after the first
//! day of illness of the dossier, for as long as it lives: a later version changes nothing for it.
//! What the law asks is never re-timed: a tightened row keeps its last day and gets rungs before it, so
//! no key of a reminder changes either.

mod aanscherpen;
mod keur;
mod lees;
pub mod proef;
mod stappen;

#[cfg(test)]
mod tests;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::mijlpaal::herinnering::Ontvanger;
use crate::{Datum, TermijnId};

pub use keur::keur;
pub use lees::lees;
pub use stappen::{EerdereStappen, Lopend, Stapzaak, lopend, stapherinneringen};

/// One version of the protocol of an employer. Holds no personal data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Protocol {
    /// Dossiers whose first day of illness lies on or after this day use this version (inclusive).
    pub per: Datum,
    /// Own steps.
    pub stappen: Vec<EigenStap>,
    /// Terms of the law that are kept more strictly.
    pub aanscherpingen: Vec<Aanscherping>,
}

/// A step that the employer added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EigenStap {
    /// Its name for other steps: small letters, digits and `_`.
    pub naam: String,
    /// What it is called.
    pub titel: String,
    /// What must be done.
    pub uitleg: String,
    /// Who must do it; never nobody.
    pub wie: Vec<Ontvanger>,
    /// What it is counted from.
    pub na: Aanleiding,
    /// Days from that day to the last day (inclusive); negative = before.
    pub dagen: i16,
    /// Whether it is only for a relapse: a day on or after the second spell of a chain.
    pub alleen_in_keten: bool,
    /// Its rungs, in days relative to the last day, earliest first, each once.
    pub treden: Vec<i16>,
    /// First rung on which the casemanager is told as well; none = never.
    pub casemanager_vanaf: Option<i16>,
    /// First rung on which the teamleider is told as well; none = never.
    pub teamleider_vanaf: Option<i16>,
}

/// The day that an own step is counted from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Aanleiding {
    /// The first day of illness of a spell.
    EersteZiektedag,
    /// The day on which a spell was reported.
    Ziekmelding,
    /// The first fit day.
    Herstel {
        /// Whether a day of partial recovery counts too.
        ook_bij_deelherstel: bool,
    },
    /// The last day of the employment.
    EindeDienstverband,
    /// Another own step.
    Stap {
        /// Its name.
        naam: String,
        /// Which of its days.
        op: Moment,
    },
    /// A term of the law.
    Termijn {
        /// Which term.
        termijn: TermijnId,
        /// Which of its days.
        op: Moment,
    },
}

/// A day of another step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    /// Its last day.
    LaatsteDag,
    /// The day on which it was done.
    Gedaan,
}

/// A term of the law, kept more strictly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Aanscherping {
    /// Which term.
    pub termijn: TermijnId,
    /// How many days before the last day of the law the employer wants it done; 0 = on that day.
    pub dagen_eerder: u16,
    /// Rungs beside those of the ladder, in days relative to the last day of the law.
    pub extra_treden: Vec<i16>,
    /// An earlier first rung for the casemanager, relative to the last day of the law.
    pub casemanager_vanaf: Option<i16>,
    /// An earlier first rung for the teamleider, relative to the last day of the law.
    pub teamleider_vanaf: Option<i16>,
}

impl Protocol {
    /// The protocol of who has none.
    #[must_use]
    pub fn leeg() -> Self {
        Self { per: Datum::EERSTE, stappen: vec![], aanscherpingen: vec![] }
    }
}

impl Moment {
    /// The word for it in a file.
    #[must_use]
    pub fn woord(self) -> &'static str {
        match self {
            Self::LaatsteDag => "laatste_dag",
            Self::Gedaan => "gedaan",
        }
    }
}
