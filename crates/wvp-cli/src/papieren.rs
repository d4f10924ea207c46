//! The re-integratieverslag as files: what the engine hands over, typeset by wvp-reports.

mod stukken;
mod voorblad;

use std::collections::BTreeMap;

use wvp_domain::mijlpaal::riv::Element;
use wvp_engine::bericht::kenmerk;
use wvp_engine::{Bestand, OpmaakFout, Opmaker, RivInvoer};
use wvp_reports::Gegeven;

/// Makes the cover and one PDF per element that is there.
#[derive(Debug, Clone, Copy, Default)]
pub struct Drukker;

impl Opmaker for Drukker {
    fn maak(&self, invoer: &RivInvoer) -> Result<Vec<Bestand>, OpmaakFout> {
        let mut bestanden = Vec::new();
        let mut nummers = BTreeMap::new();
        for stand in &invoer.elementen {
            let Some(element) = te_zetten(stand.element) else { continue };
            let Some(stuk) = stukken::stuk(invoer, element, stand)? else { continue };
            let nummer = nummers.entry(element).or_insert(0_u16);
            *nummer = nummer.saturating_add(1);
            let inhoud = wvp_reports::stuk(&stuk).map_err(mislukt)?;
            bestanden.push(Bestand { naam: element.bestandsnaam(*nummer), inhoud });
        }
        let voorblad = voorblad::voorblad(invoer, &bestanden);
        let inhoud = wvp_reports::voorblad(&voorblad).map_err(mislukt)?;
        let naam = wvp_reports::Voorblad::BESTANDSNAAM.to_owned();
        bestanden.insert(0, Bestand { naam, inhoud });
        Ok(bestanden)
    }
}

/// The element as wvp-reports typesets it; none for the medical part, which is never typeset.
fn te_zetten(element: Element) -> Option<wvp_reports::Element> {
    match element {
        Element::Probleemanalyse => Some(wvp_reports::Element::Probleemanalyse),
        Element::BijstellingProbleemanalyse => {
            Some(wvp_reports::Element::BijstellingProbleemanalyse)
        }
        Element::PlanVanAanpak => Some(wvp_reports::Element::PlanVanAanpak),
        Element::BijstellingPlanVanAanpak => Some(wvp_reports::Element::BijstellingPlanVanAanpak),
        Element::Eerstejaarsevaluatie => Some(wvp_reports::Element::Eerstejaarsevaluatie),
        Element::ActueelOordeel => Some(wvp_reports::Element::ActueelOordeel),
        Element::MedischeInformatie => None,
        Element::Eindevaluatie => Some(wvp_reports::Element::Eindevaluatie),
        Element::OordeelWerknemer => Some(wvp_reports::Element::OordeelWerknemer),
    }
}

/// Facts of the employee, as far as the one who asks may read them; `kop` is what the name is called.
fn over_werknemer(invoer: &RivInvoer, kop: &str) -> Vec<Gegeven> {
    let melding = invoer.dossier.ziekmelding.first();
    let naam = invoer.persoon.as_ref().map(|persoon| persoon.naam.clone());
    let regels = [
        (kop, naam.or_else(|| melding.map(|melding| melding.naam.clone()))),
        ("Burgerservicenummer", invoer.bsn.clone()),
        ("Geboortedatum", invoer.persoon.as_ref().map(|it| it.geboortedatum.voluit())),
        ("Functie", invoer.persoon.as_ref().map(|it| it.functie.clone())),
        ("Eerste ziektedag", invoer.dossier.eerste_ziektedag().map(wvp_domain::Datum::voluit)),
    ];
    gegevens(regels)
}

/// Facts of the employer, as far as the one who asks may read them; `kop` is what the name is called.
fn over_werkgever(invoer: &RivInvoer, kop: &str) -> Vec<Gegeven> {
    let bedrijf = invoer.bedrijf.as_ref();
    gegevens([
        (kop, bedrijf.map(|it| it.naam.clone())),
        ("Loonheffingennummer", bedrijf.map(|it| it.loonheffingennummer.clone())),
        (
            "Contactpersoon",
            bedrijf.map(|it| format!("{}, {}", it.contact.naam, it.contact.functie)),
        ),
        ("Arbodienst", bedrijf.map(|it| it.arbodienst.naam.clone())),
        (
            "Bedrijfsarts",
            bedrijf.map(|it| format!("{}, BIG {}", it.bedrijfsarts.naam, it.bedrijfsarts_big)),
        ),
    ])
}

fn gegevens<const N: usize>(regels: [(&str, Option<String>); N]) -> Vec<Gegeven> {
    let vol = regels.into_iter().filter_map(|(naam, waarde)| Some((naam, waarde?)));
    vol.map(|(naam, waarde)| Gegeven::new(naam, waarde)).collect()
}

fn organisatie(invoer: &RivInvoer) -> String {
    invoer.bedrijf.as_ref().map(|bedrijf| bedrijf.naam.clone()).unwrap_or_default()
}

fn dossiernummer(invoer: &RivInvoer) -> String {
    kenmerk(invoer.dossier_id)
}

fn is_concept(invoer: &RivInvoer) -> bool {
    invoer.dossier.riv_overdracht.is_empty()
}

fn mislukt(fout: impl std::fmt::Display) -> OpmaakFout {
    OpmaakFout(fout.to_string())
}
