//! How a correctie speaks.

use super::{Beschreven, Veld, datum, samen, tekst, verwijzing};
use crate::mijlpaal::correctie::{Gecorrigeerd, Reden, Toelichting, Wordt};

impl Beschreven for Gecorrigeerd {
    fn velden(&self) -> Vec<Veld> {
        samen([
            Some(verwijzing("Correctie van", self.van)),
            match self.wordt {
                Wordt::Datum(nieuw) => datum("Nieuwe datum", nieuw),
                Wordt::Ingetrokken => tekst("Gevolg", "Ingetrokken"),
            },
            tekst("Reden", self.reden.naam()),
            datum("Gecorrigeerd op", self.op),
        ])
    }
}

impl Beschreven for Toelichting {
    fn velden(&self) -> Vec<Veld> {
        samen([tekst("Toelichting", self.toelichting.as_str())])
    }
}

impl Reden {
    /// The Dutch words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Verschrijving => "Verschrijving",
            Self::LaterGebleken => "Later gebleken",
            Self::VerkeerdDossier => "In het verkeerde dossier vastgelegd",
            Self::AndersVastgesteld => "Anders vastgesteld door UWV of rechter",
        }
    }
}
