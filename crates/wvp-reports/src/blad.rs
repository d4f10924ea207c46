//! A document as the template takes it, whatever its kind.

use serde_json::json;
use wvp_domain::Datum;

use crate::export::{Sjabloon, export};
use crate::inhoud::{delen_json, gegevens_json, ondertekening_json};
use crate::stukken::Kop;
use crate::{Deel, Gegeven, Ondertekening, Pdf, RapportFout};

/// The title in the metadata of a closed document: whoever sees the file learns nothing from it.
const GESLOTEN_TITEL: &str = "Gesloten stuk voor de werknemer";

/// All that a document shows.
pub(crate) struct Blad {
    pub(crate) titel: String,
    pub(crate) ondertitel: String,
    pub(crate) organisatie: String,
    pub(crate) dossiernummer: String,
    pub(crate) datum: Datum,
    pub(crate) concept: bool,
    pub(crate) geheim: Geheim,
    /// To whom, line by line; empty leaves the block out.
    pub(crate) aan: Vec<String>,
    pub(crate) kop: Vec<Gegeven>,
    pub(crate) delen: Vec<Deel>,
    pub(crate) ondertekening: Vec<Ondertekening>,
}

/// Who may see a document.
#[derive(Clone, Copy)]
pub(crate) enum Geheim {
    /// Holds nothing of category C.
    GeenMedisch,
    /// Category C: for the employee, marked on every page.
    Medisch,
}

impl Blad {
    /// A document with its head and nothing under it.
    pub(crate) fn new(kop: &Kop<'_>, titel: &str, datum: Datum) -> Self {
        Self {
            titel: titel.to_owned(),
            ondertitel: format!("Opgemaakt op {}", datum.voluit()),
            organisatie: kop.organisatie(),
            dossiernummer: kop.dossiernummer.clone(),
            datum,
            concept: kop.concept,
            geheim: Geheim::GeenMedisch,
            aan: vec![],
            kop: kop.regels(),
            delen: vec![],
            ondertekening: vec![],
        }
    }

    /// Typesets it under a file name.
    pub(crate) fn zet(self, bestandsnaam: String) -> Result<Pdf, RapportFout> {
        let (metatitel, voet) = match self.geheim {
            Geheim::GeenMedisch => (self.titel.as_str(), "Geen medische gegevens"),
            Geheim::Medisch => (GESLOTEN_TITEL, "Medisch geheim"),
        };
        let gegevens = json!({
            "titel": self.titel,
            "metatitel": metatitel,
            "ondertitel": self.ondertitel,
            "organisatie": self.organisatie,
            "dossiernummer": self.dossiernummer,
            "concept": self.concept,
            "geheim": matches!(self.geheim, Geheim::Medisch),
            "voet": voet,
            "aan": self.aan,
            "kop": gegevens_json(&self.kop),
            "delen": delen_json(&self.delen),
            "ondertekening": ondertekening_json(&self.ondertekening),
        });
        let (inhoud, bladzijden) = export(Sjabloon::Stuk, self.datum, gegevens)?;
        Ok(Pdf { bestandsnaam, inhoud, bladzijden })
    }
}
