//! The calculators, without log-in: all terms of illness, and what they become when something changes.

use askama::Template;

use crate::Pagina as _;
use crate::formulier::{Deel, Fout};
use crate::kader::Kader;
use crate::termijnen::Termijntabel;

/// The calculator of terms.
#[derive(Template)]
#[template(path = "rekenen/rekenen.html")]
pub struct Rekenen {
    /// Around it.
    pub k: Kader,
    /// The fields.
    pub delen: Vec<Deel>,
    /// Faults, with the id of the field they are about.
    pub fouten: Vec<Fout>,
    /// The cases, oldest first; none before anything was asked.
    pub zaken: Vec<Termijntabel>,
}
