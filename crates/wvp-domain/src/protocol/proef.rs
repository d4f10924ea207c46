//! Plays a protocol before it goes live: every reminder of 104 weeks on cases that nobody lived through.
//!
//! What an employer configures and never sees happen is a fault that nobody finds (practice.md, section 1):
//! so a rung that comes in none of the plays is named.

mod spel;
mod zaak;

#[cfg(test)]
mod tests;

use schemars::JsonSchema;
use serde::Serialize;

pub use spel::Gespeeld;
pub use zaak::Spelsoort;

use super::Protocol;
use crate::Datum;

/// Every reminder of every play, and the rungs that never came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Proef {
    /// The first day of illness of every play.
    pub eerste_ziektedag: Datum,
    /// The plays.
    pub zaken: Vec<Spel>,
    /// Configured rungs that came in none of them.
    pub nooit: Vec<Nooit>,
}

/// One play.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Spel {
    /// Which play.
    pub zaak: Spelsoort,
    /// What happens in it (a whole Dutch sentence).
    pub omschrijving: &'static str,
    /// The reminders, in the order of their days.
    pub herinneringen: Vec<Gespeeld>,
}

/// A rung that was configured and never came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Nooit {
    /// Name of the own step, or key of the term.
    pub stap: String,
    /// The rung, in days relative to the last day.
    pub trede: i16,
}

/// Plays the protocol on every case, each with this first day of illness.
#[must_use]
pub fn speel(protocol: &Protocol, eerste_ziektedag: Datum) -> Proef {
    let zaken: Vec<Spel> = Spelsoort::ALLE
        .into_iter()
        .map(|zaak| {
            let herinneringen = spel::speel(protocol, zaak, eerste_ziektedag);
            Spel { zaak, omschrijving: zaak.omschrijving(), herinneringen }
        })
        .collect();
    let kwam = |stap: &str, trede: i16| {
        let alle = zaken.iter().flat_map(|spel| &spel.herinneringen);
        alle.filter(|it| it.stap == stap).any(|it| it.brengt(trede))
    };
    let ingesteld = ingesteld(protocol).into_iter();
    let nooit = ingesteld.filter(|(stap, trede)| !kwam(stap, *trede));
    let nooit = nooit.map(|(stap, trede)| Nooit { stap, trede }).collect();
    Proef { eerste_ziektedag, zaken, nooit }
}

/// The rungs that the protocol adds, each with its step or term.
fn ingesteld(protocol: &Protocol) -> Vec<(String, i16)> {
    let eigen = protocol.stappen.iter().flat_map(|stap| {
        let treden = stap.treden.iter().copied();
        treden.map(|trede| (stap.naam.clone(), trede))
    });
    let strenger = protocol.aanscherpingen.iter().flat_map(|strenger| {
        let eigen_dag = i16::try_from(strenger.dagen_eerder).ok().filter(|dagen| *dagen > 0);
        let eigen_dag = eigen_dag.map(i16::saturating_neg);
        let treden = strenger.extra_treden.iter().copied().chain(eigen_dag);
        treden.map(|trede| (strenger.termijn.sleutel().to_owned(), trede))
    });
    eigen.chain(strenger).collect()
}
