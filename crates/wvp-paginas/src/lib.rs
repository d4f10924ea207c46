//! The pages. What is shown goes in as values, HTML comes out; whoever calls this has asked the engine what the reader
//! may see, and nothing here opens anything. It knows no HTTP: wvp-server routes, reads forms and answers.
//!
//! Begin reading at `kader.rs`: what stands around every page. A page is a file here with a folder of templates of the
//! same name. Words stand in `talen/`, a file per page, for each language.

pub mod account;
pub mod afspraken;
pub mod berichten;
pub mod berichtkeuzes;
pub mod berichtteksten;
mod dagen;
pub mod documentatie;
pub mod dossier;
pub mod dossiers;
pub mod formulier;
pub mod hulp;
pub mod inloggen;
mod inzage;
mod kader;
pub mod middelen;
pub mod mijn;
pub mod mis;
pub mod overdracht;
pub mod protocol;
pub mod rekenen;
pub mod stap;
pub mod stukken;
mod taal;
pub mod tabel;
pub mod termijnen;
pub mod thuis;
mod tijdlijn;
pub mod toezicht;
pub mod vastleggen;
pub mod verslag;
pub mod werklijst;

pub use kader::{Kader, Melding, Persoon, functie_met_partij, functie_van_woorden};
pub use taal::Taal;

/// A page as HTML.
pub trait Pagina {
    /// The whole page.
    fn html(&self) -> String;
}

impl<T: askama::Template> Pagina for T {
    fn html(&self) -> String {
        // Templates only write into a text: that cannot fail.
        self.render().unwrap_or_default()
    }
}
