//! With which hat somebody reads from the command line.

use uuid::Uuid;
use wvp_access::{Lezer, OnbekendWoord, Partij};
use wvp_domain::{AccountId, WerknemerId};
use wvp_engine::{Gebruiker, aanname};
use wvp_projections::{Herinneringen, overzicht};

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

/// Who asks: until accounts are events of their own, the session is the one assumed for everybody
/// ([`aanname::gewone_sessie`]).
#[must_use]
pub fn gebruiker(lezer: Lezer, account: AccountId, werknemer: WerknemerId) -> Gebruiker {
    let werknemer = (lezer == Lezer::Werknemer).then_some(werknemer);
    Gebruiker { account, lezer, werknemer, sessie: aanname::gewone_sessie() }
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

/// Who asks from the command line, where there is no log-in: the person whom the dossier names for
/// this hat, as far as it names one.
pub(crate) fn gebruiker_van(lezer: Lezer, rij: &overzicht::Rij) -> Gebruiker {
    let account = rij.casemanager.unwrap_or(AccountId(Uuid::nil()));
    gebruiker(lezer, account, rij.werknemer)
}
