//! Who may see what: one table, one decision.
//!
//! A question is a [`Lezer`], an [`Object`] and a [`Handeling`] under [`Omstandigheden`];
//! [`besluit()`] answers it with rules, obligations and a reason, [`mag`] with yes or no alone.
//! Explicit deny wins, silence means no, and what is not known counts against the reader.
//! Pure: no I/O, no clock, no randomness (ARCHITECTURE.md section 6).

mod besluit;
mod compartiment;
mod contract;
mod digest;
mod druk;
mod feit;
mod handeling;
mod kern;
mod lezer;
mod object;
mod omstandigheden;
mod partij;
mod regel;
mod ruimte;
mod situatie;
mod tabel;
mod uitleg;
mod verplichting;
mod verschil;
mod voorwaarde;
mod vraag;
mod woord;
mod zin;

pub use besluit::Besluit;
pub use compartiment::{
    herkomst, herkomst_bij_schrijven, kan_lezen, kan_schrijven, mag_lezen, mag_schrijven, object,
};
pub use contract::{ToegangInvoer, ToegangUitvoer, Uitkomst, antwoord};
pub use digest::DIGEST;
pub use druk::bevoegdheden;
pub use feit::Feit;
pub use handeling::Handeling;
pub use lezer::Lezer;
pub use object::Object;
pub use omstandigheden::Omstandigheden;
pub use partij::Partij;
pub use regel::regels;
pub use ruimte::Ruimte;
pub use situatie::Situatie;
pub use tabel::{Tabel, TabelFout, Tabelrij};
pub use verplichting::Verplichting;
pub use verschil::{Klasse, Verschuiving};
pub use voorwaarde::VoorwaardeFout;
pub use woord::OnbekendWoord;

/// Decides with the embedded table: see [`Tabel::besluit`].
#[must_use]
pub fn besluit(
    lezer: Lezer,
    object: Object,
    handeling: Handeling,
    omstandigheden: &Omstandigheden,
) -> Besluit {
    Tabel::ingebed().besluit(lezer, object, handeling, omstandigheden)
}

/// Whether a reader may do this by the embedded table: see [`Tabel::mag`].
#[must_use]
pub fn mag(
    lezer: Lezer,
    object: Object,
    handeling: Handeling,
    omstandigheden: &Omstandigheden,
) -> bool {
    Tabel::ingebed().mag(lezer, object, handeling, omstandigheden)
}
