//! The medical part, from bedrijfsarts to employee: closed, and never past the employer.

use wvp_domain::beschrijving::Beschreven;
use wvp_domain::mijlpaal::medische_informatie::{Medisch, Overhandigd};
use wvp_domain::mijlpaal::probleemanalyse;

use super::Kop;
use super::inhoud::delen;
use super::tekening::opgesteld;
use crate::blad::{Blad, Geheim};
use crate::{Gesloten, RapportFout};

/// File name: it says for whom, and nothing about what is in it.
const BESTANDSNAAM: &str = "stuk_voor_werknemer.pdf";

/// What the medical part is made of (documents.md 1.9). Has no `Debug`: it holds category C.
#[derive(Clone, Copy)]
pub struct MedischeInformatie<'a> {
    /// Whose it is.
    pub kop: &'a Kop<'a>,
    /// That it was handed over, by whom.
    pub a: &'a Overhandigd,
    /// The medical part itself.
    pub c: &'a Medisch,
    /// The medical part of the probleemanalyse that it rests on, if there is one.
    pub bij_analyse: Option<&'a probleemanalyse::Medisch>,
}

/// Typesets the medical part for the employee, marked "Medisch geheim" on every page.
///
/// # Errors
///
/// [`RapportFout`] when a table is not well-formed or the result breaks a rule.
pub fn medische_informatie(stuk: &MedischeInformatie<'_>) -> Result<Gesloten, RapportFout> {
    let MedischeInformatie { kop, a, c, bij_analyse } = *stuk;
    let analyse = bij_analyse.map(Beschreven::velden).unwrap_or_default();
    let blad = Blad {
        ondertitel: format!("Overhandigd aan de werknemer op {}", a.overhandigd_op.voluit()),
        // The employer has no part in it, so its name stands nowhere.
        organisatie: kop.bedrijf.map(|it| it.arbodienst.naam.clone()).unwrap_or_default(),
        geheim: Geheim::Medisch,
        concept: false,
        aan: kop.adresregels(),
        kop: kop.regels_van_arts(),
        delen: [
            delen("Medische gegevens", c.velden())?,
            delen("Medische gegevens bij de probleemanalyse", analyse)?,
        ]
        .concat(),
        ondertekening: opgesteld(&a.auteur, a.overhandigd_op),
        ..Blad::new(kop, "Medische informatie", a.overhandigd_op)
    };
    Ok(Gesloten::new(blad.zet(BESTANDSNAAM.to_owned())?))
}
