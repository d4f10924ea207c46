//! Whether it was in time (RIV-20, RIV-22, RIV-25).

use super::super::Gebrek;
use super::super::blik::{Blik, Document, Plaats, Punt, Tekort};
use super::super::tabel::AANVULLING_VOOR_EINDE_DAGEN;
use crate::dag::elementen;
use crate::mijlpaal::riv::Element;
use crate::termijn::{Basis, TermijnId};
use crate::{Datum, Event, Feit};

/// RIV-20: the employee got the copy in time.
pub(in super::super) fn afschrift(blik: &Blik) -> Vec<Punt> {
    let eerste = blik.dossier.riv_overdracht.iter().min_by_key(|it| it.datum());
    let uiterlijk = blik.verslagdag();
    let tekort = |gebrek, stuk, zin: &str| {
        let zin = format!("{zin} Dat moet uiterlijk op {}.", uiterlijk.voluit());
        Punt::Tekort(Tekort::new(gebrek, Plaats { element: None, stuk }, uiterlijk, zin))
    };
    vec![match eerste {
        Some(it) if it.datum() <= uiterlijk => Punt::Goed,
        Some(it) => tekort(
            Gebrek::TeLaat,
            Some(it.stuk),
            "De werknemer kreeg het re-integratieverslag te laat.",
        ),
        None => {
            tekort(Gebrek::Ontbreekt, None, "De werknemer kreeg het re-integratieverslag nog niet.")
        }
    }]
}

/// RIV-22: the first version of every step was in time, or it is told why not.
pub(in super::super) fn termijnen(blik: &Blik) -> Vec<Punt> {
    let stappen = [
        Element::Probleemanalyse,
        Element::PlanVanAanpak,
        Element::Eerstejaarsevaluatie,
        Element::ActueelOordeel,
        Element::Eindevaluatie,
    ];
    let eerste = stappen.into_iter().filter_map(|element| blik.van(element).next());
    eerste
        .map(|document| {
            let uiterlijk = elementen::uiterlijk(blik.geval, document.element);
            let op_tijd = uiterlijk.is_none_or(|uiterlijk| document.datum <= uiterlijk);
            Punt::tenzij(op_tijd || is_gemotiveerd(&document), || {
                te_laat(blik, &document, uiterlijk.unwrap_or(document.datum))
            })
        })
        .collect()
}

fn is_gemotiveerd(document: &Document) -> bool {
    if let Event::ProbleemanalyseVastgesteld(e) = document.event {
        e.a.termijn_gemotiveerd
    } else if let Event::PlanVanAanpakVastgesteld(e) = document.event {
        e.a.termijn_gemotiveerd
    } else {
        false
    }
}

fn te_laat(blik: &Blik, document: &Document, uiterlijk: Datum) -> Tekort {
    let zin = format!(
        "Te laat: {} had er op {} moeten zijn. Leg uit waarom dat later werd en of het kansen kostte.",
        document.noem(),
        uiterlijk.voluit()
    );
    Tekort::new(Gebrek::TeLaat, document.plaats(), blik.hersteldag(), zin)
}

/// RIV-25: after a loonsanctie that was not shortened, a supplement before its end.
pub(in super::super) fn aanvulling(blik: &Blik) -> Vec<Punt> {
    let sanctie = blik.geval.loonsanctie().filter(|sanctie| sanctie.besluit.is_none());
    let einde = blik.geval.uiterlijk(TermijnId::EindeLoonsanctie, Basis::Wet);
    let Some((sanctie, einde)) = sanctie.zip(einde) else { return vec![] };
    let uiterlijk = einde.plus(-AANVULLING_VOOR_EINDE_DAGEN);
    let na_besluit = |dag: &Datum| sanctie.opgelegd.is_none_or(|opgelegd| *dag > opgelegd);
    let dagen = blik.dossier.riv_overdracht.iter().map(Feit::datum).filter(na_besluit);
    let gebrek = match dagen.min() {
        Some(dag) if dag <= uiterlijk => return vec![Punt::Goed],
        Some(_) => Gebrek::TeLaat,
        None => Gebrek::Ontbreekt,
    };
    let zin = format!(
        "UWV legde een loonsanctie op. Een aanvulling op het re-integratieverslag moet er uiterlijk op {} zijn.",
        uiterlijk.voluit()
    );
    vec![Punt::Tekort(Tekort::new(gebrek, Plaats::default(), uiterlijk, zin))]
}
