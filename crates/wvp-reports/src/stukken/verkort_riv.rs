//! The verkort re-integratieverslag: the employment ends while the employee is ill for a short time.

use wvp_domain::Datum;
use wvp_domain::mijlpaal::einde_dienstverband::Einde;
use wvp_domain::mijlpaal::oordeel_werknemer::Stand;
use wvp_domain::mijlpaal::plan_van_aanpak::Activiteit;
use wvp_domain::mijlpaal::probleemanalyse::Achtergrond;
use wvp_domain::papier::GrondVerkort;

use super::Kop;
use super::inhoud::{activiteiten, deel, sectie};
use super::tekening::beiden_te_tekenen;
use crate::blad::Blad;
use crate::{Blok, Deel, Gegeven, Ondertekening, Pdf, RapportFout};

/// What the verkort verslag is made of (documents.md 1.13). Has no `Debug`: it holds what sections hold.
#[derive(Clone, Copy)]
pub struct VerkortRiv<'a> {
    /// Whose it is.
    pub kop: &'a Kop<'a>,
    /// Day on which it was drawn up: the last working day at the latest.
    pub opgesteld_op: Datum,
    /// The end of the employment.
    pub einde: &'a Einde,
    /// Why a short verslag will do.
    pub grond: GrondVerkort,
    /// Function, education and experience, if open.
    pub d: Option<&'a Achtergrond>,
    /// How things stand with the work, without medical data.
    pub stand_van_zaken: &'a str,
    /// What was done so far; may be empty.
    pub activiteiten: &'a [Activiteit],
    /// Whether the employer would take the employee back, if known.
    pub wil_terug: Option<bool>,
    /// Day on which the bedrijfsarts handed the medical part to the employee, if done.
    pub medische_informatie_op: Option<Datum>,
    /// The opinion of the employee: offered, given or refused, if recorded.
    pub oordeel: Option<&'a Stand>,
    /// Who signed or refused; empty leaves room for both parties to sign.
    pub ondertekening: &'a [Ondertekening],
}

/// Typesets the verkort re-integratieverslag. The medical part is not in it: it goes to the employee.
///
/// # Errors
///
/// [`RapportFout`] when a table is not well-formed or the result breaks a rule.
pub fn verkort_riv(stuk: &VerkortRiv<'_>) -> Result<Pdf, RapportFout> {
    let kop = stuk.kop;
    let blad = Blad {
        kop: kop.regels_volledig(),
        delen: [
            vec![deel("Actuele stand van zaken", Blok::Gegevens(stand_van_zaken(stuk)))],
            sectie("Functie en bekwaamheden", stuk.d)?,
            activiteiten(stuk.activiteiten)?,
            onderdelen(stuk),
        ]
        .concat(),
        ondertekening: if stuk.ondertekening.is_empty() {
            beiden_te_tekenen(kop)
        } else {
            stuk.ondertekening.to_vec()
        },
        ..Blad::new(kop, "Verkort re-integratieverslag", stuk.opgesteld_op)
    };
    blad.zet("verkort_re_integratieverslag.pdf".to_owned())
}

fn stand_van_zaken(stuk: &VerkortRiv<'_>) -> Vec<Gegeven> {
    let ja_nee = |keuze: bool| if keuze { "Ja" } else { "Nee" }.to_owned();
    let regels = [
        ("Laatste werkdag", Some(stuk.einde.laatste_werkdag.voluit())),
        ("Waarom een verkort verslag", Some(stuk.grond.naam().to_owned())),
        ("Aard van het bedrijf", stuk.kop.bedrijf.map(|it| it.aard.clone())),
        ("Hoe het nu gaat met het werk", Some(stuk.stand_van_zaken.to_owned())),
        (
            "Herstel binnen drie maanden verwacht",
            Some(ja_nee(stuk.einde.herstel_binnen_drie_maanden)),
        ),
        ("Werkgever wil de werknemer terug", stuk.wil_terug.map(ja_nee)),
        ("Ziek uit dienst gemeld aan UWV", stuk.einde.bij_uwv_gemeld_op.map(Datum::voluit)),
    ];
    let bekend = regels.into_iter().filter_map(|(naam, waarde)| Some((naam, waarde?)));
    bekend.map(|(naam, waarde)| Gegeven::new(naam, waarde)).collect()
}

/// The other two elements: whether they are there, never what they say.
fn onderdelen(stuk: &VerkortRiv<'_>) -> Vec<Deel> {
    let medisch = stuk.medische_informatie_op.map_or_else(
        || "Nog niet aan de werknemer gegeven".to_owned(),
        |op| format!("Gesloten aan de werknemer gegeven op {}", op.voluit()),
    );
    let oordeel = stuk.oordeel.map_or_else(
        || "Nog niet aangeboden".to_owned(),
        |stand| format!("{} op {}", stand.keuze.naam(), stand.op.voluit()),
    );
    let gegevens = vec![
        Gegeven::new("Medische informatie", medisch),
        Gegeven::new("Oordeel werknemer", oordeel),
    ];
    vec![deel("Andere onderdelen", Blok::Gegevens(gegevens))]
}
