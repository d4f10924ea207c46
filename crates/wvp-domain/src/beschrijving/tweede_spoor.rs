//! How the decision on the second track speaks.

use super::{Beschreven, Veld, datum, samen, tekst};
use crate::mijlpaal::tweede_spoor::{Besluit, Keuze, Motivering};

impl Beschreven for Besluit {
    fn velden(&self) -> Vec<Veld> {
        samen([
            tekst("Besluit", self.keuze.naam()),
            datum("Besloten op", self.besloten_op),
            datum("Start op", self.start_op),
        ])
    }
}

impl Beschreven for Motivering {
    fn velden(&self) -> Vec<Veld> {
        samen([tekst("Motivering", self.motivering.as_str())])
    }
}

impl Keuze {
    /// The Dutch words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Starten => "Tweede spoor starten",
            Self::NietNodig => "Tweede spoor niet nodig",
        }
    }
}
