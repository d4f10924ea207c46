//! One thing less in a complete package gives the finding of its rule, and no other.

use super::super::pakket::{Bestandssoort, Pakketkenmerk};
use super::super::proef::{MEDISCH, in_pakket, pakket, pakket_compleet, pakket_met};
use crate::mijlpaal::riv::Element;
use crate::mijlpaal::voorbeeld::dag;

fn zonder_kenmerk(element: Element, kenmerk: Pakketkenmerk) -> String {
    in_pakket(&pakket_met(element, |it| {
        it.kenmerken.remove(&kenmerk);
    }))
}

#[test]
fn een_compleet_pakket_voldoet_aan_alle_regels() {
    assert_eq!(in_pakket(&pakket_compleet()), "");
}

#[test]
fn riv_11_zonder_administratieve_gegevens_op_analyse_en_oordeel() {
    let een = pakket_met(Element::Probleemanalyse, |it| {
        it.kenmerken.remove(&Pakketkenmerk::Administratie);
    });
    assert_eq!(in_pakket(&een), "");
    let mut beide = een;
    for it in &mut beide.elementen {
        it.kenmerken.remove(&Pakketkenmerk::Administratie);
    }
    assert_eq!(in_pakket(&beide), "RIV-11 onvolledig fout");
}

#[test]
fn riv_15_zonder_burgerservicenummer() {
    let kenmerk = Pakketkenmerk::Burgerservicenummer;
    assert_eq!(zonder_kenmerk(Element::Eindevaluatie, kenmerk), "RIV-15 onvolledig fout");
}

#[test]
fn riv_17_een_andere_eerste_ziektedag_of_persoon() {
    let anders =
        pakket_met(Element::PlanVanAanpak, |it| it.eerste_ziektedag = Some(dag("2025-03-04")));
    assert_eq!(in_pakket(&anders), "RIV-17 tegenstrijdig fout");
    let anders = pakket_met(Element::PlanVanAanpak, |it| it.eerste_ziektedag = None);
    assert_eq!(in_pakket(&anders), "RIV-17 tegenstrijdig fout");
    let ander = zonder_kenmerk(Element::PlanVanAanpak, Pakketkenmerk::ZelfdePersoon);
    assert_eq!(ander, "RIV-17 tegenstrijdig fout");
}

#[test]
fn riv_18_zonder_big_nummer_op_een_oordeel_van_de_bedrijfsarts() {
    let gevonden = zonder_kenmerk(Element::ActueelOordeel, Pakketkenmerk::BigNummer);
    assert_eq!(gevonden, "RIV-18 onvolledig fout");
    assert_eq!(zonder_kenmerk(Element::PlanVanAanpak, Pakketkenmerk::BigNummer), "");
}

#[test]
fn riv_19_medische_informatie_in_het_pakket_blokkeert() {
    let mut met_medisch = pakket_compleet();
    met_medisch.elementen.extend(pakket(&[(Element::MedischeInformatie, MEDISCH)]).elementen);
    assert_eq!(in_pakket(&met_medisch), "RIV-19 niet_toegestaan blokkade");
}

#[test]
fn riv_19_zonder_bevestiging_van_wie_het_stuk_opstelde() {
    let gevonden = zonder_kenmerk(Element::Probleemanalyse, Pakketkenmerk::VrijVanMedisch);
    assert_eq!(gevonden, "RIV-19 onvolledig blokkade");
}

#[test]
fn riv_23_een_bestand_dat_het_portaal_niet_aanneemt() {
    let te_groot = pakket_met(Element::Eindevaluatie, |it| it.bytes = 10_000_001);
    assert_eq!(in_pakket(&te_groot), "RIV-23 niet_toegestaan fout");
    let soort = pakket_met(Element::Eindevaluatie, |it| it.bestand = Bestandssoort::Anders);
    assert_eq!(in_pakket(&soort), "RIV-23 niet_toegestaan fout");
}

#[test]
fn riv_24_zonder_soort_of_dag_van_ondertekening() {
    let zonder_dag = pakket_met(Element::Eindevaluatie, |it| it.ondertekend_op = None);
    assert_eq!(in_pakket(&zonder_dag), "RIV-24 onvolledig fout");
    let zonder_soort = zonder_kenmerk(Element::Eindevaluatie, Pakketkenmerk::Portaalsoort);
    assert_eq!(zonder_soort, "RIV-24 onvolledig fout");
}
