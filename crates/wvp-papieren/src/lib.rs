//! Papers as files: what the engine hands over, typeset by wvp-reports.
//!
//! Injected by the command line: whoever serves papers knows [`wvp_engine::Drukkerij`] only, and no typesetter.

mod element;
mod gesloten;
mod stuk;
mod verslag;
mod werknemer;

use wvp_domain::StukId;
use wvp_domain::papier::Papier;
use wvp_engine::{Drukkerij, Gesloten, GeslotenFout, MedischeInvoer, Opmaker, Wachtwoordtekst};

pub use gesloten::{gesloten, toeval};
pub use stuk::Stukdrukker;
pub use verslag::Drukker;
pub use werknemer::Werknemersdrukker;

/// Prints every paper.
#[derive(Debug, Clone, Copy, Default)]
pub struct Pers;

impl Drukkerij for Pers {
    fn verslag(&self) -> Box<dyn Opmaker> {
        Box::new(Drukker)
    }

    fn werknemersmap(&self) -> Box<dyn Opmaker> {
        Box::new(Werknemersdrukker)
    }

    fn stuk(&self, papier: Papier, stuk: Option<StukId>) -> Box<dyn Opmaker> {
        Box::new(Stukdrukker { papier, stuk })
    }

    fn gesloten_deel(
        &self,
        invoer: &MedischeInvoer,
        wachtwoord: Wachtwoordtekst,
    ) -> Result<Gesloten, GeslotenFout> {
        gesloten::met_wachtwoord(invoer, wachtwoord)
    }
}
