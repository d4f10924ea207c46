//! The probleemanalyse and its bijstellingen, by the bedrijfsarts.

use wvp_domain::mijlpaal::{bijstelling_probleemanalyse, probleemanalyse};
use wvp_domain::voorzet::verschil::Verschil;

use super::inhoud::sectie;
use super::tekening::opgesteld;
use super::verandering::veranderd;
use super::{Kop, leeg};
use crate::{Element, RapportFout, Stuk};

/// The probleemanalyse (documents.md 1.1).
///
/// # Errors
///
/// [`RapportFout`] when a table is not well-formed.
pub fn probleemanalyse(
    kop: &Kop<'_>,
    a: &probleemanalyse::Opgesteld,
    b: Option<&probleemanalyse::Belastbaarheid>,
    d: Option<&probleemanalyse::Achtergrond>,
) -> Result<Stuk, RapportFout> {
    let delen = [
        sectie("Over dit stuk", Some(a))?,
        sectie("Functie en bekwaamheden", d)?,
        sectie("Analyse en advies", b)?,
    ];
    Ok(Stuk {
        delen: delen.concat(),
        kop: kop.regels_volledig(),
        ondertekening: opgesteld(&a.auteur, a.opgesteld_op),
        ..leeg(kop, Element::Probleemanalyse, a.opgesteld_op)
    })
}

/// A bijstelling of the probleemanalyse (documents.md 1.2), with what it changed.
///
/// # Errors
///
/// [`RapportFout`] when a table is not well-formed.
pub fn bijstelling_probleemanalyse(
    kop: &Kop<'_>,
    a: &bijstelling_probleemanalyse::Bijgesteld,
    b: Option<&bijstelling_probleemanalyse::Wijziging>,
    verschil: &Verschil,
) -> Result<Stuk, RapportFout> {
    let delen = [
        sectie("Over dit stuk", Some(a))?,
        vec![veranderd(verschil)?],
        sectie("Analyse en advies", b)?,
    ];
    Ok(Stuk {
        delen: delen.concat(),
        ondertekening: opgesteld(&a.auteur, a.opgesteld_op),
        ..leeg(kop, Element::BijstellingProbleemanalyse, a.opgesteld_op)
    })
}
