//! A caseload that behaves at random: who does what on which day follows from a seed, so that whoever was killed
//! can take a day again. Names, numbers and medical texts carry marks to look for.

mod daad;
mod gedrag;
pub mod mensen;
mod toeval;

use wvp_cli::demo::Stap;
use wvp_domain::Datum;

pub use daad::Daad;
pub use gedrag::{SPREIDING_DAGEN, levenslopen, levenslopen_vanaf, periode};

/// What happens in one dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Levensloop {
    /// Which of all caseloads.
    pub seed: u64,
    /// Number of the employee, from 0.
    pub nummer: u32,
    /// Which dossier of this employee, from 0.
    pub deel: u32,
    /// First day of illness, and of the dossier.
    pub begin: Datum,
    /// What is done on which day, in order.
    pub daden: Vec<(Datum, Daad)>,
}

impl Levensloop {
    /// Whether anything is done on a day.
    #[must_use]
    pub fn is_bezig_op(&self, dag: Datum) -> bool {
        self.daden.iter().any(|(op, _)| *op == dag)
    }

    /// What is done on a day, as commands.
    ///
    /// # Errors
    ///
    /// When a day does not exist.
    pub fn stappen_op(&self, dag: Datum) -> anyhow::Result<Vec<Stap>> {
        let vandaag = self.daden.iter().filter(|(op, _)| *op == dag);
        vandaag.map(|(_, daad)| self.stap(dag, *daad)).collect()
    }
}
