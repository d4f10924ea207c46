//! How a copy that was signed on paper speaks.

use super::gedeeld::ondertekeningen;
use super::{Beschreven, Veld, datum, samen, tekst};
use crate::mijlpaal::getekend_exemplaar::{Bestandsoort, Exemplaar};

impl Bestandsoort {
    /// The word for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Jpg => "Afbeelding (JPG)",
            Self::Docx => "Tekstdocument (DOCX)",
        }
    }
}

impl Beschreven for Exemplaar {
    fn velden(&self) -> Vec<Veld> {
        let bestand = &self.bestand;
        samen([
            tekst("Stuk", self.van.0.to_string().as_str()),
            datum("Getekend op", self.getekend_op),
            datum("Ontvangen op", self.ontvangen_op),
            ondertekeningen(&self.ondertekeningen),
            tekst("Soort bestand", bestand.soort.naam()),
            tekst("Grootte in bytes", bestand.bytes.to_string().as_str()),
            tekst("Controlegetal van het bestand", bestand.sha256.as_str()),
            tekst("Eerste deel in de opslag", bestand.vanaf.to_string().as_str()),
            tekst("Aantal delen", bestand.delen.to_string().as_str()),
        ])
    }
}
