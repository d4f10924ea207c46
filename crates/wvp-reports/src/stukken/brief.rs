//! Letters from employer to employee about duties. A letter repeats no health data: what it says about
//! a duty comes from a fixed set of words.

mod plicht;
mod tekst;

pub use plicht::{Controle, Medewerking};

use wvp_domain::Datum;

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
    pub soort: Briefsoort<'a>,
}

/// What a letter says.
#[derive(Clone, Copy)]
pub enum Briefsoort<'a> {
    /// An invitation for a talk.
    Oproep {
        /// With whom.
        met: Gesprekspartner,
        /// The day.
        op: Datum,
        /// The time, as written: "10.30 uur".
        tijd: &'a str,
        /// Where: an address, or by telephone.
        plaats: &'a str,
    },
    /// A reminder of a duty, without a consequence yet.
    Herinnering {
        /// Which duty.
        plicht: Medewerking,
        /// Last day (inclusive).
        uiterlijk: Datum,
    },
    /// A warning that wages will be suspended (BW 7:629(6),(7)).
    Waarschuwing {
        /// Which rule.
        plicht: Controle,
        /// Last day (inclusive) to keep to it.
        uiterlijk: Datum,
    },
    /// Wages are suspended (BW 7:629(6)).
    Opschorting {
        /// Which rule.
        plicht: Controle,
        /// First day.
        vanaf: Datum,
    },
    /// No right to wages (BW 7:629(3)).
    Stop {
        /// Which duty.
        plicht: Medewerking,
        /// First day.
        vanaf: Datum,
    },
}

/// With whom the employee is invited to talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gesprekspartner {
    /// The employer.
    Werkgever,
    /// The bedrijfsarts.
    Bedrijfsarts,
    /// The arbeidsdeskundige.
    Arbeidsdeskundige,
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
        delen: tekst::delen(kop, &soort),
        ondertekening: vec![ondertekenaar_werkgever(kop)],
        ..Blad::new(kop, tekst::titel(&soort), datum)
    };
    blad.zet(format!("brief_{}_{datum}.pdf", tekst::code(&soort)))
}
