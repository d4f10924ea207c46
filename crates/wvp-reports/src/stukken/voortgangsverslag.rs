//! The voortgangsverslag: what a voortgangsgesprek brought.

use wvp_domain::mijlpaal::plan_van_aanpak::Activiteit;
use wvp_domain::mijlpaal::voortgangsgesprek::{Gesprek, Verslag};

use super::Kop;
use super::inhoud::{activiteiten, sectie};
use super::tekening::beiden_te_tekenen;
use crate::blad::Blad;
use crate::{Ondertekening, Pdf, RapportFout};

/// What a voortgangsverslag is made of (documents.md 1.6). Has no `Debug`: it holds what sections hold.
#[derive(Clone, Copy)]
pub struct Voortgangsverslag<'a> {
    /// Whose it is.
    pub kop: &'a Kop<'a>,
    /// When, and when again.
    pub a: &'a Gesprek,
    /// What was said, if open.
    pub b: Option<&'a Verslag>,
    /// The activities of the plan that holds, with their progress; may be empty.
    pub activiteiten: &'a [Activiteit],
    /// Who signed or refused; empty leaves room for both parties to sign.
    pub ondertekening: &'a [Ondertekening],
}

/// Typesets a voortgangsverslag.
///
/// # Errors
///
/// [`RapportFout`] when a table is not well-formed or the result breaks a rule.
pub fn voortgangsverslag(stuk: &Voortgangsverslag<'_>) -> Result<Pdf, RapportFout> {
    let Voortgangsverslag { kop, a, b, ondertekening, .. } = *stuk;
    let blad = Blad {
        ondertitel: format!("Gesprek op {}", a.gehouden_op.voluit()),
        delen: [
            sectie("Over dit gesprek", Some(a))?,
            sectie("Verslag", b)?,
            activiteiten(stuk.activiteiten)?,
        ]
        .concat(),
        ondertekening: if ondertekening.is_empty() {
            beiden_te_tekenen(kop)
        } else {
            ondertekening.to_vec()
        },
        ..Blad::new(kop, "Voortgangsverslag", a.gehouden_op)
    };
    blad.zet(format!("voortgangsverslag_{}.pdf", a.gehouden_op))
}
