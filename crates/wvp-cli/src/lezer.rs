//! With which hat somebody reads from the command line.

use wvp_access::{Lezer, OnbekendWoord};

/// A reader in the words of the access table: party and function (`werkgever/werkgever`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LezerWoord(pub(crate) Lezer);

impl std::str::FromStr for LezerWoord {
    type Err = OnbekendWoord;

    fn from_str(woord: &str) -> Result<Self, OnbekendWoord> {
        let (partij, functie) = woord.split_once('/').unwrap_or((woord, ""));
        Lezer::zoek(partij, functie).map(Self)
    }
}
