//! The nine elements of the re-integratieverslag: which are needed, which are there (documents.md 2.2).

use crate::mijlpaal::riv::{Element, ElementStand, Toestand};
use crate::termijn::{Basis, Geval, Riv, Verloop};
use crate::{Datum, Dossier, Feit, StukId, TermijnId};

/// The state of every element on the day of the case, in the order of the re-integratieverslag: of a
/// bijstelling one line per version, oldest first (RIV-02, RIV-04), of any other element one line.
#[must_use]
pub fn standen(dossier: &Dossier, geval: &Geval) -> Vec<ElementStand> {
    Element::ALLE.into_iter().flat_map(|element| per_versie(dossier, geval, element)).collect()
}

/// The state of every element on a day; nothing without a ziekmelding.
#[must_use]
pub fn op_dag(dossier: &Dossier, dag: Datum) -> Vec<ElementStand> {
    let verloop = Verloop::uit_dossier(dossier);
    let ketens = verloop.ketens();
    let Some(keten) = ketens.last() else { return vec![] };
    standen(dossier, &Geval::new(&verloop, keten, dag))
}

fn per_versie(dossier: &Dossier, geval: &Geval, element: Element) -> Vec<ElementStand> {
    let bijstellingen = match element {
        Element::BijstellingProbleemanalyse => {
            op_dag_gesorteerd(&dossier.bijstelling_probleemanalyse)
        }
        Element::BijstellingPlanVanAanpak => {
            op_dag_gesorteerd(&dossier.bijstelling_plan_van_aanpak)
        }
        Element::Probleemanalyse
        | Element::PlanVanAanpak
        | Element::Eerstejaarsevaluatie
        | Element::ActueelOordeel
        | Element::MedischeInformatie
        | Element::Eindevaluatie
        | Element::OordeelWerknemer => vec![],
    };
    if bijstellingen.is_empty() {
        return vec![stand(dossier, geval, element)];
    }
    bijstellingen.into_iter().map(|(stuk, datum)| bijgesteld(element, stuk, datum)).collect()
}

/// A bijstelling that was made is there. Its last day depends on what gave cause for it, which is
/// not known of each of them: the term of the next one stands on the agenda.
fn bijgesteld(element: Element, stuk: StukId, datum: Datum) -> ElementStand {
    let (stuk, datum) = (Some(stuk), Some(datum));
    ElementStand { element, stuk, datum, uiterlijk: None, toestand: Toestand::Aanwezig }
}

fn op_dag_gesorteerd<F: Feit>(feiten: &[F]) -> Vec<(StukId, Datum)> {
    let mut versies: Vec<(StukId, Datum)> =
        feiten.iter().map(|feit| (feit.stuk(), feit.datum())).collect();
    versies.sort_by_key(|(_, datum)| *datum);
    versies
}

fn stand(dossier: &Dossier, geval: &Geval, element: Element) -> ElementStand {
    let gevonden = laatste(dossier, element);
    let uiterlijk = uiterlijk(geval, element);
    let te_laat = |dag: Datum| uiterlijk.is_some_and(|uiterlijk| dag > uiterlijk);
    let toestand = match gevonden {
        Some((_, op)) if te_laat(op) => Toestand::TeLaat,
        Some(_) => Toestand::Aanwezig,
        None if !is_nodig(geval, element) => Toestand::NietNodig,
        None if uiterlijk.is_some_and(|uiterlijk| geval.peildatum <= uiterlijk) => {
            Toestand::NogNiet
        }
        None => Toestand::Ontbreekt,
    };
    let (stuk, datum) = gevonden.unzip();
    ElementStand { element, stuk, datum, uiterlijk, toestand }
}

/// Whether the case needs the element. A bijstelling is never needed by itself: only what was made
/// goes along (RIV-02, RIV-04). The short report holds the medical part and the opinion.
pub(crate) fn is_nodig(geval: &Geval, element: Element) -> bool {
    let riv = geval.riv_bij_uit_dienst();
    match element {
        Element::Probleemanalyse | Element::ActueelOordeel | Element::Eindevaluatie => {
            riv == Riv::Volledig
        }
        Element::PlanVanAanpak => riv == Riv::Volledig && !geval.verloop.geen_mogelijkheden,
        Element::Eerstejaarsevaluatie => riv == Riv::Volledig && duurt_langer_dan_een_jaar(geval),
        Element::MedischeInformatie | Element::OordeelWerknemer => riv != Riv::Geen,
        Element::BijstellingProbleemanalyse | Element::BijstellingPlanVanAanpak => false,
    }
}

/// RIV-05: a plan was there, and the case runs beyond the first year.
fn duurt_langer_dan_een_jaar(geval: &Geval) -> bool {
    let jaar = geval.uiterlijk(TermijnId::EindeEersteZiektejaar, Basis::Wet);
    let einde = geval.laatste_werkdag();
    let plan = geval.gedaan(TermijnId::PlanVanAanpak).is_some();
    plan && einde.is_none_or(|einde| jaar.is_some_and(|jaar| einde > jaar))
}

/// The newest document of the element, with its day.
pub(crate) fn laatste(dossier: &Dossier, element: Element) -> Option<(StukId, Datum)> {
    match element {
        Element::Probleemanalyse => nieuwste(&dossier.probleemanalyse),
        Element::BijstellingProbleemanalyse => nieuwste(&dossier.bijstelling_probleemanalyse),
        Element::PlanVanAanpak => nieuwste(&dossier.plan_van_aanpak),
        Element::BijstellingPlanVanAanpak => nieuwste(&dossier.bijstelling_plan_van_aanpak),
        Element::Eerstejaarsevaluatie => nieuwste(&dossier.eerstejaarsevaluatie),
        Element::ActueelOordeel => nieuwste(&dossier.actueel_oordeel),
        Element::MedischeInformatie => nieuwste(&dossier.medische_informatie),
        Element::Eindevaluatie => nieuwste(&dossier.eindevaluatie),
        Element::OordeelWerknemer => nieuwste(&dossier.oordeel_werknemer),
    }
}

fn nieuwste<F: Feit>(feiten: &[F]) -> Option<(StukId, Datum)> {
    feiten.iter().max_by_key(|feit| feit.datum()).map(|feit| (feit.stuk(), feit.datum()))
}

/// Day on which the employee must have the report.
pub(crate) fn verslagdag(geval: &Geval) -> Datum {
    let dag = geval.uiterlijk(TermijnId::RivAanWerknemer, Basis::Wet);
    dag.or(geval.laatste_werkdag()).unwrap_or(geval.peildatum)
}

/// The last day by the row that binds most: of the law, else of practice.
pub(crate) fn uiterlijk(geval: &Geval, element: Element) -> Option<Datum> {
    let id = match element {
        Element::Probleemanalyse => TermijnId::Probleemanalyse,
        Element::BijstellingProbleemanalyse => TermijnId::BijstellingProbleemanalyse,
        Element::PlanVanAanpak => TermijnId::PlanVanAanpak,
        Element::BijstellingPlanVanAanpak => TermijnId::BijstellingPlanVanAanpak,
        Element::Eerstejaarsevaluatie => TermijnId::Eerstejaarsevaluatie,
        Element::ActueelOordeel => TermijnId::ActueelOordeel,
        Element::Eindevaluatie => TermijnId::Eindevaluatie,
        Element::MedischeInformatie | Element::OordeelWerknemer => TermijnId::RivAanWerknemer,
    };
    [Basis::Wet, Basis::Praktijk, Basis::PraktijkUwv]
        .into_iter()
        .find_map(|basis| geval.uiterlijk(id, basis))
}
