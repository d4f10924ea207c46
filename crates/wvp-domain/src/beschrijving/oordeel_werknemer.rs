//! How the opinion of the employee speaks.

use super::{Beschreven, Veld, datum, samen, tabel, tekst};
use crate::mijlpaal::oordeel_werknemer::{Eens, Keuze, Oordeel, Stand};

impl Beschreven for Stand {
    fn velden(&self) -> Vec<Veld> {
        samen([tekst("Oordeel", self.keuze.naam()), datum("Op", self.op)])
    }
}

impl Beschreven for Oordeel {
    fn velden(&self) -> Vec<Veld> {
        let rijen = self.per_element.iter().map(|oordeel| {
            [oordeel.element.clone(), oordeel.eens.naam().to_owned(), oordeel.toelichting.clone()]
        });
        samen([
            tabel("Oordeel per onderdeel", ["Onderdeel", "Eens", "Toelichting"], rijen),
            tekst("Eigen inspanningen", self.eigen_inspanningen.as_str()),
            tekst("Inspanningen van de werkgever", self.inspanningen_werkgever.as_str()),
            tekst("Wensen", self.wensen.as_str()),
        ])
    }
}

impl Keuze {
    /// The Dutch words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Aangeboden => "Aangeboden",
            Self::Gegeven => "Gegeven",
            Self::Geweigerd => "Niet gegeven",
        }
    }
}

impl Eens {
    /// The Dutch words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Ja => "Eens",
            Self::Nee => "Oneens",
            Self::Deels => "Deels eens",
        }
    }
}
