//! The calculators, without log-in: all terms of illness, and what they become when something changes.

use askama::Template;
use wvp_domain::rekenmachine::{Kort, Verschil, WatAls};
use wvp_domain::termijn::Status;

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

/// What becomes of the terms when something changes.
#[derive(Template)]
#[template(path = "rekenen/wat_als.html")]
pub struct WatAlsBlad {
    /// Around it.
    pub k: Kader,
    /// The fields.
    pub delen: Vec<Deel>,
    /// Faults, with the id of the field they are about.
    pub fouten: Vec<Fout>,
    /// Before, after and what differs; none before anything was asked.
    pub uitkomst: Option<WatAls>,
}

impl WatAlsBlad {
    /// By how much a term moves, in words.
    fn schuift(&self, verschil: &Verschil) -> String {
        let dagen = verschil.dagen.unwrap_or(0);
        let aantal = usize::try_from(dagen.unsigned_abs()).unwrap_or(usize::MAX);
        match dagen {
            0 => String::new(),
            1.. => self.k.aantal("dagen-later", aantal),
            _ => self.k.aantal("dagen-eerder", aantal),
        }
    }

    /// The last day of a term, with what it is; empty when it is not there.
    fn kort(&self, kort: Option<&Kort>) -> String {
        let Some(kort) = kort else { return self.k.zeg("geen-termijn") };
        let dag = self.k.dag(kort.uiterlijk).midden();
        if kort.status == Status::Vervallen {
            return format!("{dag} ({})", self.k.zeg("staat-vervallen"));
        }
        dag
    }
}
