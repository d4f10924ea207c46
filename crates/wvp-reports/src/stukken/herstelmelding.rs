//! The herstelmelding, from employer to UWV.

use wvp_domain::Datum;
use wvp_domain::mijlpaal::herstelmelding::Herstel;

use super::Kop;
use super::inhoud::deel;
use super::tekening::gemeld_door;
use crate::blad::Blad;
use crate::{Blok, Gegeven, Pdf, RapportFout};

/// What the report is made of (documents.md 1.12). Has no `Debug`: it holds names.
#[derive(Clone, Copy)]
pub struct Herstelmelding<'a> {
    /// Whose it is.
    pub kop: &'a Kop<'a>,
    /// From when the employee is fit.
    pub a: &'a Herstel,
    /// UWV's reference of the report that started the case, if there is one.
    pub referentie: Option<&'a str>,
    /// The day on which part of the work was resumed, if that came first.
    pub gedeeltelijk_per: Option<Datum>,
}

/// Typesets the herstelmelding. A percentage is not in it: UWV does not ask for one.
///
/// # Errors
///
/// [`RapportFout`] when the result breaks a rule.
pub fn herstelmelding(stuk: &Herstelmelding<'_>) -> Result<Pdf, RapportFout> {
    let Herstelmelding { kop, a, referentie, gedeeltelijk_per } = *stuk;
    let regels = [
        ("Gemeld op", Some(a.gemeld_op.voluit())),
        ("Laatste ziektedag", Some(a.eerste_dag_geschikt.vorige().voluit())),
        ("Weer gedeeltelijk aan het werk vanaf", gedeeltelijk_per.map(Datum::voluit)),
        ("Weer volledig aan het werk vanaf", Some(a.eerste_dag_geschikt.voluit())),
        ("Referentie van UWV", referentie.map(str::to_owned)),
    ];
    let bekend = regels.into_iter().filter_map(|(naam, waarde)| Some((naam, waarde?)));
    let gegevens = bekend.map(|(naam, waarde)| Gegeven::new(naam, waarde)).collect();
    let blad = Blad {
        ondertitel: "Melding aan UWV (Ziektewet art. 38a)".to_owned(),
        delen: vec![deel("De melding", Blok::Gegevens(gegevens))],
        ondertekening: gemeld_door(kop, a.gemeld_op),
        ..Blad::new(kop, "Herstelmelding", a.eerste_dag_geschikt)
    };
    blad.zet(format!("herstelmelding_{}.pdf", a.eerste_dag_geschikt))
}
