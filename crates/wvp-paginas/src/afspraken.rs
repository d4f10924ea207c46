//! What was agreed in a dossier, the moments that were and will be, and whom to reach.

use askama::Template;
use wvp_domain::Datum;
use wvp_projections::tijdlijn::beeld::{Regelbeeld, Waardebeeld};

use crate::dossier::Dossierkop;
use crate::kader::Kader;

/// The agreements and contacts of a dossier.
#[derive(Template)]
#[template(path = "dossier/afspraken.html")]
pub struct Afsprakenblad {
    /// Around it.
    pub k: Kader,
    /// Above it.
    pub kop: Dossierkop,
    /// Whom to reach.
    pub mensen: Vec<Mens>,
    /// Moments, the latest first.
    pub momenten: Vec<Moment>,
    /// The facts that hold agreements, the latest first, with their sections about re-integration.
    pub afspraken: Vec<Regelbeeld>,
}

/// Somebody in the dossier. Has no `Debug`: it holds a name.
pub struct Mens {
    /// As what: a key of the words of the pages.
    pub rol: &'static str,
    /// Who.
    pub naam: String,
    /// How to reach this person, as far as that is open.
    pub bereikbaar: Vec<String>,
}

/// Something that people came together for, or will.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// What: a key of the words of the pages.
    pub wat: &'static str,
    /// When.
    pub op: Datum,
}

impl Afsprakenblad {
    /// What is still to come, the first one first.
    fn gepland(&self) -> Vec<&Moment> {
        self.momenten.iter().rev().filter(|it| it.op >= self.k.vandaag).collect()
    }

    fn eerder(&self) -> Vec<&Moment> {
        self.momenten.iter().filter(|it| it.op < self.k.vandaag).collect()
    }
}
