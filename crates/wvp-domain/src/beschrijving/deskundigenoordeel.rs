//! How a deskundigenoordeel speaks.

use super::{Beschreven, Veld, datum, samen, tekst};
use crate::mijlpaal::deskundigenoordeel::{Oordeel, Uitkomst, Vraag};

impl Beschreven for Oordeel {
    fn velden(&self) -> Vec<Veld> {
        samen([
            tekst("Vraag aan UWV", self.soort.naam()),
            datum("Aangevraagd op", self.aangevraagd_op),
            datum("Oordeel op", self.oordeel_op),
        ])
    }
}

impl Beschreven for Uitkomst {
    fn velden(&self) -> Vec<Veld> {
        samen([tekst("Uitkomst", self.uitkomst.as_str())])
    }
}

impl Vraag {
    /// The Dutch words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::EigenWerk => "Kan de werknemer het eigen werk doen?",
            Self::PassendWerk => "Is er passend werk?",
            Self::InspanningWerkgever => "Doet de werkgever genoeg?",
            Self::InspanningWerknemer => "Doet de werknemer genoeg?",
        }
    }
}
