//! The actueel oordeel, by the bedrijfsarts.

use wvp_domain::mijlpaal::actueel_oordeel;

use super::inhoud::sectie;
use super::tekening::opgesteld;
use super::{Kop, leeg};
use crate::{Element, RapportFout, Stuk};

/// The actueel oordeel (documents.md 1.8).
///
/// # Errors
///
/// [`RapportFout`] when a table is not well-formed.
pub fn actueel_oordeel(
    kop: &Kop<'_>,
    a: &actueel_oordeel::Opgesteld,
    b: Option<&actueel_oordeel::Oordeel>,
    d: Option<&actueel_oordeel::Achtergrond>,
) -> Result<Stuk, RapportFout> {
    let delen = [
        sectie("Over dit stuk", Some(a))?,
        sectie("Functie en bekwaamheden", d)?,
        sectie("Oordeel", b)?,
    ];
    Ok(Stuk {
        delen: delen.concat(),
        kop: kop.regels_volledig(),
        ondertekening: opgesteld(&a.auteur, a.opgesteld_op),
        ..leeg(kop, Element::ActueelOordeel, a.opgesteld_op)
    })
}
