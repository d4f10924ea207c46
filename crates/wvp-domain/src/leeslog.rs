//! Leeslog: who read what of a dossier. A stream of its own per dossier, append-only.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{AccountId, Compartiment, Datum, Sectie, Secties};

/// A fact about reading, past tense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Somebody read the dossier.
    DossierIngezien(Inzage),
}

/// The payload.
pub type Inzage = Secties<Gelezen>;

/// Section A: who read which compartments, as what, of which day.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Gelezen {
    /// The account that read.
    pub account: AccountId,
    /// Party and function it read as, in the words of the access table (`werkgever/werkgever`).
    pub lezer: String,
    /// Stored numbers of the compartments that were opened ([`Compartiment::nummer`]).
    pub compartimenten: Vec<u8>,
    /// The day whose facts were shown.
    pub feiten_van: Datum,
    /// Digest of the access table that decided.
    pub tabel: String,
}

impl Sectie for Gelezen {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}
