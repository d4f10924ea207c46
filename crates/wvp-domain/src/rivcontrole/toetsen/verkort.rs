//! The short report, and leaving the employment while ill (VRK-01, VRK-06, VRK-07).

use super::super::Gebrek;
use super::super::blik::{Blik, Plaats, Punt, Tekort};
use crate::mijlpaal::riv::Element;
use crate::termijn::{Basis, TermijnId};
use crate::{Datum, Feit, StukId};

/// VRK-01: at ten weeks or more the short report asks that no plan was ever needed.
pub(in super::super) fn mag(blik: &Blik) -> Vec<Punt> {
    let lang_genoeg_voor_volledig = {
        let dagen = blik.geval.laatste_werkdag().map(|dag| blik.geval.d_ster.dagen_tot(dag));
        let grens = crate::termijn::geval::RIV_UIT_DIENST.iter().map(|(tot, _, _)| *tot).max();
        dagen.zip(grens).is_some_and(|(dagen, grens)| dagen >= grens)
    };
    let plan = blik.van(Element::PlanVanAanpak).next().filter(|_| lang_genoeg_voor_volledig);
    vec![plan.map_or(Punt::Goed, |plan| {
        let zin = format!(
            "Een verkort re-integratieverslag mag hier niet: {} laat zien dat langdurig verzuim werd verwacht. Maak het volledige verslag.",
            plan.noem()
        );
        Punt::Tekort(Tekort::new(Gebrek::Tegenstrijdig, plan.plaats(), blik.hersteldag(), zin))
    })]
}

/// VRK-06: made on the last working day at the latest.
pub(in super::super) fn op_laatste_werkdag(blik: &Blik) -> Vec<Punt> {
    let Some(laatste_werkdag) = blik.geval.laatste_werkdag() else { return vec![] };
    let eerste = blik.dossier.riv_overdracht.iter().map(|it| (it.datum(), it.stuk)).min();
    vec![uiterlijk_op(
        laatste_werkdag,
        eerste.map(|(dag, stuk)| (dag, Some(stuk))),
        "Het verkorte re-integratieverslag moet klaar zijn op de laatste werkdag",
    )]
}

/// VRK-07: UWV was told on the last working day.
pub(in super::super) fn melding(blik: &Blik) -> Vec<Punt> {
    let uiterlijk = blik.geval.uiterlijk(TermijnId::MeldingZiekUitDienst, Basis::Wet);
    let Some(uiterlijk) = uiterlijk.or(blik.geval.laatste_werkdag()) else { return vec![] };
    let einde = blik.dossier.einde_dienstverband.last();
    let gemeld = einde.and_then(|it| it.bij_uwv_gemeld_op.map(|dag| (dag, Some(it.stuk))));
    vec![uiterlijk_op(
        uiterlijk,
        gemeld,
        "Wie ziek uit dienst gaat, moet op de laatste werkdag bij UWV zijn gemeld",
    )]
}

fn uiterlijk_op(uiterlijk: Datum, gedaan: Option<(Datum, Option<StukId>)>, zin: &str) -> Punt {
    let (gebrek, stuk) = match gedaan {
        Some((dag, _)) if dag <= uiterlijk => return Punt::Goed,
        Some((_, stuk)) => (Gebrek::TeLaat, stuk),
        None => (Gebrek::Ontbreekt, None),
    };
    let zin = format!("{zin}: {}.", uiterlijk.voluit());
    Punt::Tekort(Tekort::new(gebrek, Plaats { element: None, stuk }, uiterlijk, zin))
}
