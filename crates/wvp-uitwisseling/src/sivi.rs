//! The SIVI Verzuimstandaard between employers and arbodiensten, release 2022.
//!
//! Structure, formats and code values are public and are followed here (domain/documents.md 3.2). What is not
//! certain, by the same source: what nearly every code means. So codes keep their number and get a neutral
//! label, and nothing in the product is concluded from them. The order of elements is not judged. What a
//! release of 2026 shows looks like a prototype and is not read.

mod adres;
mod dienstverband;
pub mod documenten;
pub mod inschrijving;
mod kop;
pub mod opdrachten;
pub mod per_melding;
mod soort;
pub mod vergelijking;
mod verzuim;
pub mod verzuimmeldingen;
mod werknemer;

pub use adres::Adres;
pub use dienstverband::Dienstverband;
pub use kop::{Berichtkop, Werkgever};
pub use soort::Documentsoort;
pub use verzuim::{Redencodes, Verzuim, Volgnummer};
pub use werknemer::{Bereikbaar, Contactpersoon, Geboortedag, Werknemer};

#[cfg(test)]
mod tests;
