//! One element of the verslag by itself, with the name and number that it has there.

use wvp_domain::mijlpaal::riv::{Element, ElementStand, Toestand};
use wvp_domain::{Datum, Dossier, Feit, StukId};
use wvp_engine::{Bestand, Gedrukt, RivInvoer};
use wvp_reports::RapportFout;
use wvp_reports::stukken::{Kop, formulier_oordeel_werknemer, papieren_van};

use crate::stuk::{StukFout, zoek};
use crate::verslag::bestand;

/// The paper of an element: of the document with this number, or of the newest. The opinion of the employee
/// is the form to fill in, unless it was given and this reader may read it.
pub(crate) fn element(
    kop: &Kop<'_>,
    invoer: &RivInvoer,
    element: Element,
    stuk: Option<StukId>,
) -> Result<Bestand, StukFout> {
    let gekozen = nummer_en_dag(&invoer.dossier, element, stuk);
    let (nummer, dag) = match gekozen {
        Ok(gekozen) => gekozen,
        Err(_) if element == Element::OordeelWerknemer && stuk.is_none() => {
            return Ok(formulier(kop, invoer)?);
        }
        Err(ontbreekt) => return Err(ontbreekt),
    };
    let elementen = met(&invoer.elementen, element, nummer, dag);
    let papieren = papieren_van(kop, invoer.dag, &elementen, &invoer.gebeurtenissen)?;
    let papier = papieren.iter().find(|it| it.herkomst == (element, Some(nummer)));
    let papier = papier.ok_or(StukFout::Geen(element.naam()))?;
    Ok(bestand(papier, kop, papier.pdf()?))
}

/// The form for the opinion of the employee.
pub(crate) fn formulier(kop: &Kop<'_>, invoer: &RivInvoer) -> Result<Bestand, RapportFout> {
    let stuk = formulier_oordeel_werknemer(kop, invoer.dag, &invoer.elementen);
    Ok(Bestand {
        naam: wvp_reports::Element::OordeelWerknemer.bestandsnaam(1),
        inhoud: wvp_reports::stuk(&stuk)?,
        herkomst: Some((Element::OordeelWerknemer, None)),
        gedrukt: Gedrukt::default(),
    })
}

/// The elements, with this document in the place of the newest of its kind. Of a bijstelling every version
/// has a place already.
fn met(
    elementen: &[ElementStand],
    element: Element,
    nummer: StukId,
    dag: Datum,
) -> Vec<ElementStand> {
    let mut elementen = elementen.to_vec();
    let heeft_plaats = elementen.iter().any(|it| it.stuk == Some(nummer));
    let plaats = elementen.iter_mut().find(|it| it.element == element);
    if let Some(stand) = plaats.filter(|_| !heeft_plaats) {
        let toestand = Toestand::Aanwezig;
        *stand = ElementStand { stuk: Some(nummer), datum: Some(dag), toestand, ..stand.clone() };
    }
    elementen
}

fn nummer_en_dag(
    dossier: &Dossier,
    element: Element,
    stuk: Option<StukId>,
) -> Result<(StukId, Datum), StukFout> {
    match element {
        Element::Probleemanalyse => van(&dossier.probleemanalyse, stuk, "probleemanalyse"),
        Element::BijstellingProbleemanalyse => {
            van(&dossier.bijstelling_probleemanalyse, stuk, "bijstelling van de probleemanalyse")
        }
        Element::PlanVanAanpak => van(&dossier.plan_van_aanpak, stuk, "plan van aanpak"),
        Element::BijstellingPlanVanAanpak => {
            van(&dossier.bijstelling_plan_van_aanpak, stuk, "bijstelling van het plan van aanpak")
        }
        Element::Eerstejaarsevaluatie => {
            van(&dossier.eerstejaarsevaluatie, stuk, "eerstejaarsevaluatie")
        }
        Element::ActueelOordeel => van(&dossier.actueel_oordeel, stuk, "actueel oordeel"),
        Element::MedischeInformatie => {
            van(&dossier.medische_informatie, stuk, "medische informatie")
        }
        Element::Eindevaluatie => van(&dossier.eindevaluatie, stuk, "eindevaluatie"),
        Element::OordeelWerknemer => {
            van(&dossier.oordeel_werknemer, stuk, "oordeel van de werknemer")
        }
    }
}

fn van<F: Feit>(
    feiten: &[F],
    stuk: Option<StukId>,
    wat: &'static str,
) -> Result<(StukId, Datum), StukFout> {
    zoek(feiten, stuk, wat).map(|feit| (feit.stuk(), feit.datum()))
}
