//! With which hat somebody reads from the command line.

use wvp_access::{Lezer, OnbekendWoord, Partij};
use wvp_projections::Herinneringen;

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

/// Whether reminders are on the timeline of a reader: they help who runs the case, employer and
/// arbodienst, and are noise to all others.
#[must_use]
pub fn herinneringen(lezer: Lezer) -> Herinneringen {
    match lezer.partij() {
        Partij::Arbodienst
        | Partij::BedrijfsartsZelfstandig
        | Partij::Werkgever
        | Partij::CasemanagerExtern => Herinneringen::Tonen,
        Partij::Werknemer
        | Partij::Verzekeraar
        | Partij::GevolmachtigdAgent
        | Partij::ReIntegratiebedrijf
        | Partij::Tussenpersoon
        | Partij::Verzuimloket
        | Partij::InterventieUitvoerder
        | Partij::Uwv
        | Partij::Zorgverlener
        | Partij::Overig => Herinneringen::Weglaten,
    }
}
