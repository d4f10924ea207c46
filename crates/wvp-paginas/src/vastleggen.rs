//! What can be recorded: the forms that a reader has, to choose from.

use askama::Template;

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
    /// Word and title of every form.
    pub formulieren: Vec<(&'static str, &'static str)>,
}
