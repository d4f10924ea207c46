//! The 42e-weeksmelding, from employer to UWV.

use wvp_domain::Datum;
use wvp_domain::mijlpaal::melding_42e_week::Melding;

use super::Kop;
use super::inhoud::{deel, sectie};
use super::tekening::gemeld_door;
use crate::blad::Blad;
use crate::{Blok, Pdf, RapportFout, Tabel};

/// What the report is made of (documents.md 1.11). Has no `Debug`: it holds names.
#[derive(Clone, Copy)]
pub struct Melding42eWeek<'a> {
    /// Whose it is.
    pub kop: &'a Kop<'a>,
    /// When, with which first day.
    pub a: &'a Melding,
    /// The spells that count, oldest first; one spell means that the illness was not interrupted.
    pub perioden: &'a [Periode],
}

/// A spell of illness.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Periode {
    /// First day.
    pub van: Datum,
    /// Last day (inclusive); none while it lasts.
    pub tot_en_met: Option<Datum>,
}

/// Typesets the 42e-weeksmelding.
///
/// # Errors
///
/// [`RapportFout`] when a table is not well-formed or the result breaks a rule.
pub fn melding_42e_week(stuk: &Melding42eWeek<'_>) -> Result<Pdf, RapportFout> {
    let Melding42eWeek { kop, a, perioden } = *stuk;
    let blad = Blad {
        ondertitel: "Melding aan UWV (Ziektewet art. 38 lid 1)".to_owned(),
        kop: kop.regels_volledig(),
        delen: [
            sectie("De melding", Some(a))?,
            vec![deel("Ziekteperioden", Blok::Tabel(tabel(perioden)?))],
        ]
        .concat(),
        ondertekening: gemeld_door(kop, a.gemeld_op),
        ..Blad::new(kop, "42e-weeksmelding", a.gemeld_op)
    };
    blad.zet("42e_weeksmelding.pdf".to_owned())
}

fn tabel(perioden: &[Periode]) -> Result<Tabel, RapportFout> {
    let rij = |periode: &Periode| {
        let einde = periode.tot_en_met.map_or_else(|| "Duurt nog voort".to_owned(), Datum::voluit);
        vec![periode.van.voluit(), einde]
    };
    let kop = ["Van", "Tot en met"].map(str::to_owned).to_vec();
    Tabel::try_new(kop, perioden.iter().map(rij).collect())
}
