//! One document of the re-integratieverslag.

use wvp_domain::Datum;

use crate::blad::{Blad, Geheim};
use crate::{Deel, Element, Gegeven, Ondertekening, Pdf, RapportFout};

/// One document, ready to be typeset. It has no `Debug`: it holds what a section holds.
#[derive(Clone, PartialEq, Eq)]
pub struct Stuk {
    /// Which element it is; gives the title.
    pub soort: Element,
    /// The employer or arbodienst in the page header.
    pub organisatie: String,
    /// Short opaque number of the dossier, in the page header.
    pub dossiernummer: String,
    /// The date of the document; also the creation date of the file.
    pub datum: Datum,
    /// Draft: marked as such on every page.
    pub concept: bool,
    /// The facts on top: employee, employer, first day.
    pub kop: Vec<Gegeven>,
    /// The parts, in reading order.
    pub delen: Vec<Deel>,
    /// Who signed; empty leaves the heading out.
    pub ondertekening: Vec<Ondertekening>,
}

/// Makes the PDF of one document (PDF/A-2a and PDF/UA-1).
///
/// Characters that the embedded fonts cannot show are printed as □, with a note that says so.
///
/// # Errors
///
/// [`RapportFout::Zetten`] or [`RapportFout::Norm`] when template or result break a rule.
pub fn stuk(stuk: &Stuk) -> Result<Vec<u8>, RapportFout> {
    Ok(pdf(stuk, String::new())?.inhoud)
}

/// The same as a file with a name.
pub(crate) fn pdf(stuk: &Stuk, bestandsnaam: String) -> Result<Pdf, RapportFout> {
    let blad = Blad {
        titel: stuk.soort.naam().to_owned(),
        ondertitel: format!("Opgemaakt op {}", stuk.datum.voluit()),
        organisatie: stuk.organisatie.clone(),
        dossiernummer: stuk.dossiernummer.clone(),
        datum: stuk.datum,
        concept: stuk.concept,
        geheim: Geheim::GeenMedisch,
        aan: vec![],
        kop: stuk.kop.clone(),
        delen: stuk.delen.clone(),
        ondertekening: stuk.ondertekening.clone(),
    };
    blad.zet(bestandsnaam)
}
