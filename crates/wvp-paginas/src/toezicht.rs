//! Who watches over privacy: who read a dossier, by its number.

use askama::Template;

use crate::dossier::Inzageregel;
use crate::kader::Kader;

/// The reading log of a dossier.
#[derive(Template)]
#[template(path = "toezicht/toezicht.html")]
pub struct Toezicht {
    /// Around it.
    pub k: Kader,
    /// The number that was asked for.
    pub dossier: String,
    /// The lines, newest first; none before a dossier was asked for.
    pub regels: Option<Vec<Inzageregel>>,
}
