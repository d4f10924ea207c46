//! Letters from employer to employee about duties. A letter repeats no health data: what it says about
//! a duty comes from a fixed set of words.

mod tekst;

use wvp_domain::Datum;
use wvp_domain::papier::Briefsoort;

use super::Kop;
use super::tekening::ondertekenaar_werkgever;
use crate::blad::Blad;
use crate::{Pdf, RapportFout};

/// What a letter is made of. Has no `Debug`: it holds names.
#[derive(Clone, Copy)]
pub struct Brief<'a> {
    /// Who writes to whom.
    pub kop: &'a Kop<'a>,
    /// Day of the letter.
    pub datum: Datum,
    /// What it says.
    pub soort: &'a Briefsoort,
}

/// Typesets a letter, with room for the signature of the employer.
///
/// # Errors
///
/// [`RapportFout`] when the result breaks a rule.
pub fn brief(brief: &Brief<'_>) -> Result<Pdf, RapportFout> {
    let Brief { kop, datum, soort } = *brief;
    let blad = Blad {
        ondertitel: datum.voluit(),
        aan: kop.adresregels(),
        kop: vec![],
        delen: tekst::delen(kop, soort),
        ondertekening: vec![ondertekenaar_werkgever(kop)],
        ..Blad::new(kop, tekst::titel(soort), datum)
    };
    blad.zet(format!("brief_{}_{datum}.pdf", tekst::code(soort)))
}
