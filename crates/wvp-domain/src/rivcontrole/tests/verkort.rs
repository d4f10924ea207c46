//! One thing less in a complete short report gives the finding of its rule, and no other.

use super::super::pakket::{Pakketkenmerk, Verslaggegeven};
use super::super::proef::{
    MEDISCH, OVERDRACHT, PA, PLAN, UIT_DIENST, WERKNEMER, compleet_verkort, pakket, plan, regels,
    uit_dienst, vervang,
};
use super::super::{Feiten, Pakketfeiten, controle_met_pakket};
use crate::mijlpaal::riv::Element;
use crate::mijlpaal::testing::na;
use crate::mijlpaal::voorbeeld::{dag, documenten, stuk, ziek};
use crate::{Command, Event, Kenmerk};

fn verkort_pakket() -> Pakketfeiten {
    pakket(&[(Element::OordeelWerknemer, WERKNEMER)])
}

fn gevonden(events: &[Event], pakket: &Pakketfeiten) -> String {
    regels(&controle_met_pakket(&Feiten { events, inzage: &[] }, pakket, dag("2025-05-02")))
}

fn zonder(nummer: u128) -> String {
    let mut events = compleet_verkort();
    events.retain(|event| event.kenmerk() != Kenmerk::Stuk(stuk(nummer)));
    gevonden(&events, &verkort_pakket())
}

fn met(nummer: u128, anders: Event) -> String {
    gevonden(&vervang(compleet_verkort(), nummer, anders), &verkort_pakket())
}

#[test]
fn een_compleet_verkort_verslag_voldoet_aan_alle_regels() {
    assert_eq!(gevonden(&compleet_verkort(), &verkort_pakket()), "");
}

/// Ill for fourteen weeks; the bedrijfsarts expects recovery within three months.
fn lang_ziek(rest: Vec<Command>) -> Vec<Event> {
    let laatste_werkdag = dag("2025-06-11");
    let mut einde = uit_dienst(laatste_werkdag);
    einde.a.herstel_binnen_drie_maanden = true;
    let medisch = documenten::medische_informatie(MEDISCH, laatste_werkdag);
    let oordeel = documenten::oordeel_werknemer(WERKNEMER, laatste_werkdag);
    let overdracht = documenten::riv_overdracht(OVERDRACHT, laatste_werkdag);
    let mut opdrachten = vec![
        ziek(),
        Command::BeeindigDienstverband(einde),
        Command::OverhandigMedischeInformatie(medisch),
        Command::LegOordeelWerknemerVast(oordeel),
        Command::DraagRivOver(overdracht),
    ];
    opdrachten.extend(rest);
    na(opdrachten)
}

#[test]
fn vrk_01_na_tien_weken_met_een_plan_van_aanpak_mag_het_verkorte_verslag_niet() {
    assert_eq!(gevonden(&lang_ziek(vec![]), &verkort_pakket()), "");
    let analyse = documenten::probleemanalyse(PA, dag("2025-04-07"));
    let met_plan = lang_ziek(vec![
        Command::StelProbleemanalyseVast(analyse),
        Command::StelPlanVanAanpakVast(plan(dag("2025-04-18"))),
    ]);
    assert_eq!(met_plan.iter().filter(|it| it.kenmerk() == Kenmerk::Stuk(stuk(PLAN))).count(), 1);
    assert_eq!(gevonden(&met_plan, &verkort_pakket()), "VRK-01 tegenstrijdig fout");
}

#[test]
fn vrk_02_zonder_stand_van_zaken_of_met_een_deel_ervan() {
    let mut pakket = verkort_pakket();
    if let Some(gegevens) = &mut pakket.stand_van_zaken {
        gegevens.remove(&Verslaggegeven::Functie);
    }
    assert_eq!(gevonden(&compleet_verkort(), &pakket), "VRK-02 onvolledig fout");
    pakket.stand_van_zaken = None;
    assert_eq!(gevonden(&compleet_verkort(), &pakket), "VRK-02 ontbreekt fout");
}

#[test]
fn vrk_03_zonder_overhandigde_medische_informatie() {
    assert_eq!(zonder(MEDISCH), "VRK-03 ontbreekt fout");
}

#[test]
fn vrk_04_zonder_oordeel_van_de_werknemer() {
    assert_eq!(zonder(WERKNEMER), "VRK-04 ontbreekt fout");
}

#[test]
fn vrk_05_zonder_functie_of_handtekening() {
    let mut medisch = documenten::medische_informatie(MEDISCH, dag("2025-04-24"));
    medisch.a.auteur.functie = String::new();
    let anders = met(MEDISCH, Event::MedischeInformatieOverhandigd(medisch));
    assert_eq!(anders, "VRK-05 onvolledig fout");
    let mut pakket = verkort_pakket();
    pakket.elementen[0].kenmerken.remove(&Pakketkenmerk::Ondertekend);
    assert_eq!(gevonden(&compleet_verkort(), &pakket), "VRK-05 onvolledig fout");
}

#[test]
fn vrk_06_niet_of_na_de_laatste_werkdag_gemaakt() {
    assert_eq!(zonder(OVERDRACHT), "VRK-06 ontbreekt fout");
    let laat = documenten::riv_overdracht(OVERDRACHT, dag("2025-04-28"));
    assert_eq!(met(OVERDRACHT, Event::RivOvergedragen(laat)), "VRK-06 te_laat fout");
}

#[test]
fn vrk_07_niet_of_te_laat_bij_uwv_gemeld() {
    let gemeld = |op: Option<&str>| {
        let mut einde = uit_dienst(dag("2025-04-27"));
        einde.a.bij_uwv_gemeld_op = op.map(dag);
        met(UIT_DIENST, Event::DienstverbandBeeindigd(einde))
    };
    assert_eq!(gemeld(None), "VRK-07 ontbreekt fout");
    assert_eq!(gemeld(Some("2025-04-28")), "VRK-07 te_laat fout");
}
