//! Typed data in, PDF bytes out: the documents of the re-integratieverslag in one house style.
//!
//! Every file is PDF/A-2a and PDF/UA-1 at once and depends on its input alone: the same data give
//! the same bytes. There is no clock, no store, no file system and no network here; templates and
//! fonts are part of the binary. Texts reach the typesetter as JSON strings, never as markup.
//!
//! [`stuk()`] makes one element of the verslag, [`voorblad()`] the cover that lists them all; the other
//! documents are functions of [`stukken`]. What is medical is a [`Gesloten`], not a [`Pdf`].

mod blad;
mod element;
mod export;
mod fonts;
mod fout;
mod glyphs;
mod inhoud;
mod pdf;
mod stuk;
pub mod stukken;
mod verzegeld;
mod voorblad;
mod world;

pub use element::{Element, Onderdeel};
pub use fout::RapportFout;
pub use inhoud::{Blok, Deel, Gegeven, Ondertekening, Tabel, Tekening};
pub use pdf::{Gesloten, Pdf};
pub use stuk::{Stuk, stuk};
pub use verzegeld::{Toeval, Wachtwoord, WachtwoordFout};
pub use voorblad::{
    Bestand, Bevinding, Controle, Inhoudsregel, Regel, Termijn, Toestand, Voorblad, Wie, voorblad,
};
