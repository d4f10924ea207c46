//! The evaluations by employer and employee: after the first year and at the end.

use wvp_domain::mijlpaal::{eerstejaarsevaluatie, eindevaluatie};

use super::inhoud::sectie;
use super::tekening::getekend;
use super::{Kop, leeg};
use crate::{Element, RapportFout, Stuk};

/// The eerstejaarsevaluatie (documents.md 1.5).
///
/// # Errors
///
/// [`RapportFout`] when a table is not well-formed.
pub fn eerstejaarsevaluatie(
    kop: &Kop<'_>,
    a: &eerstejaarsevaluatie::Opgesteld,
    b: Option<&eerstejaarsevaluatie::Terugblik>,
) -> Result<Stuk, RapportFout> {
    let delen = [sectie("Over dit stuk", Some(a))?, sectie("Terugblik en afspraken", b)?];
    let motivering = b.and_then(|b| b.weigering_motivering.as_deref());
    Ok(Stuk {
        delen: delen.concat(),
        ondertekening: getekend(kop, &a.ondertekeningen, motivering),
        ..leeg(kop, Element::Eerstejaarsevaluatie, a.opgesteld_op)
    })
}

/// The eindevaluatie (documents.md 1.7).
///
/// # Errors
///
/// [`RapportFout`] when a table is not well-formed.
pub fn eindevaluatie(
    kop: &Kop<'_>,
    a: &eindevaluatie::Opgesteld,
    b: Option<&eindevaluatie::Evaluatie>,
    d: Option<&eindevaluatie::Bedrijf>,
) -> Result<Stuk, RapportFout> {
    let delen =
        [sectie("Over dit stuk", Some(a))?, sectie("Het bedrijf", d)?, sectie("Evaluatie", b)?];
    let motivering = b.and_then(|b| b.weigering_motivering.as_deref());
    Ok(Stuk {
        delen: delen.concat(),
        ondertekening: getekend(kop, &a.ondertekeningen, motivering),
        kop: kop.regels_met_bedrijf(),
        ..leeg(kop, Element::Eindevaluatie, a.opgesteld_op)
    })
}
