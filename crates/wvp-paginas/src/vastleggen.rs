//! What can be recorded: the forms that a reader has, to choose from.

use askama::Template;
use wvp_domain::Datum;

use crate::dossier::Dossierkop;
use crate::kader::Kader;

/// The forms of a dossier.
#[derive(Template)]
#[template(path = "vastleggen/keuze.html")]
pub struct Keuze {
    /// Around it.
    pub k: Kader,
    /// Above it.
    pub kop: Dossierkop,
    /// Every form.
    pub formulieren: Vec<Formulierlink>,
}

/// A form to choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Formulierlink {
    /// Its word in addresses.
    pub woord: &'static str,
    /// What it is called.
    pub titel: &'static str,
    /// The day on which a draft of it was kept.
    pub concept: Option<Datum>,
}
