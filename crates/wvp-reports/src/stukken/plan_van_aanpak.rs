//! The plan van aanpak and its bijstellingen, by employer and employee.

use wvp_domain::mijlpaal::{bijstelling_plan_van_aanpak, plan_van_aanpak};
use wvp_domain::voorzet::verschil::Verschil;

use super::inhoud::sectie;
use super::tekening::getekend;
use super::verandering::veranderd;
use super::{Kop, leeg};
use crate::{Element, RapportFout, Stuk};

/// The plan van aanpak (documents.md 1.3).
///
/// # Errors
///
/// [`RapportFout`] when a table is not well-formed.
pub fn plan_van_aanpak(
    kop: &Kop<'_>,
    a: &plan_van_aanpak::Opgesteld,
    b: Option<&plan_van_aanpak::Afspraken>,
) -> Result<Stuk, RapportFout> {
    let delen = [sectie("Over dit stuk", Some(a))?, sectie("Doel en afspraken", b)?];
    let motivering = b.and_then(|b| b.weigering_motivering.as_deref());
    Ok(Stuk {
        delen: delen.concat(),
        ondertekening: getekend(kop, &a.ondertekeningen, motivering),
        ..leeg(kop, Element::PlanVanAanpak, a.opgesteld_op)
    })
}

/// A bijstelling of the plan van aanpak (documents.md 1.4), with what it changed.
///
/// # Errors
///
/// [`RapportFout`] when a table is not well-formed.
pub fn bijstelling_plan_van_aanpak(
    kop: &Kop<'_>,
    a: &bijstelling_plan_van_aanpak::Bijgesteld,
    b: Option<&bijstelling_plan_van_aanpak::Wijziging>,
    verschil: &Verschil,
) -> Result<Stuk, RapportFout> {
    let delen = [
        sectie("Over dit stuk", Some(a))?,
        vec![veranderd(verschil)?],
        sectie("Doel en afspraken", b)?,
    ];
    let motivering = b.and_then(|b| b.afspraken.weigering_motivering.as_deref());
    Ok(Stuk {
        delen: delen.concat(),
        ondertekening: getekend(kop, &a.ondertekeningen, motivering),
        ..leeg(kop, Element::BijstellingPlanVanAanpak, a.opgesteld_op)
    })
}
