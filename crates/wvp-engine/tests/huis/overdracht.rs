//! A hand-over of a caseload, and own steps of an employer.

use wvp_access::Lezer;
use wvp_domain::mijlpaal::eigen_stap;
use wvp_domain::mijlpaal::herinnering::Ontvanger;
use wvp_domain::mijlpaal::uitstel::{Uitgesteld, Waarover};
use wvp_domain::protocol::{Aanleiding, EigenStap, Protocol};
use wvp_domain::{AccountId, Command, Secties, werkgever};
use wvp_engine::bericht::Stap;
use wvp_engine::{ExecuteError, Overdracht, Voorraad};

use crate::hulp::{
    DOSSIER, Huis, Postvak, WERKGEVER, aanwijzing, als, dag, dagen, extra_dossier_op, ingelogd,
    met_werkgever, stuk,
};
use crate::mensen::{beheerder, neem_aan};
use crate::waarneming::{AFWEZIG as VAN, WAARNEMER as NAAR, collega};

const WIE: Lezer = Lezer::CasemanagerZwWgaWvp;

fn overdracht() -> Overdracht {
    Overdracht { stuk: stuk(90_000), van: VAN, naar: NAAR, lezer: WIE }
}

async fn mag_lezen(huis: &Huis, account: AccountId) -> bool {
    huis.engine.read(&ingelogd(account, WIE), DOSSIER, None).await.is_ok()
}

#[tokio::test]
async fn een_overdracht_geeft_de_hele_voorraad_een_nieuwe_casemanager_en_twee_keer_is_eens() {
    let huis = met_werkgever().await;
    collega(&huis, VAN, WIE).await;
    collega(&huis, NAAR, WIE).await;
    huis.doe(WIE, aanwijzing(40, Some("van@voorbeeld.example"))).await.unwrap();
    let overgedragen = huis
        .engine
        .draag_voorraad_over(&ingelogd(VAN, WIE), overdracht(), Voorraad::Alles)
        .await
        .unwrap();
    assert_eq!(overgedragen, 1);
    assert!(mag_lezen(&huis, NAAR).await && !mag_lezen(&huis, VAN).await);
    let nog_eens = huis
        .engine
        .draag_voorraad_over(&als(Lezer::Werkgever), overdracht(), Voorraad::Alles)
        .await
        .unwrap();
    assert_eq!(nog_eens, 0);
}

#[tokio::test]
async fn van_een_voorraad_gaan_alleen_de_gekozen_dossiers_over() {
    let huis = met_werkgever().await;
    collega(&huis, VAN, WIE).await;
    collega(&huis, NAAR, WIE).await;
    let ander = extra_dossier_op(&huis, 90_200, "2024-01-01").await;
    huis.doe(WIE, aanwijzing(40, Some("van@voorbeeld.example"))).await.unwrap();
    let wat = aanwijzing(40, Some("van@voorbeeld.example"));
    huis.engine.execute(&als(WIE), ander, wat).await.unwrap();
    let deze = [DOSSIER].into();
    let wie = ingelogd(VAN, WIE);
    let voorraad = Voorraad::Deze(&deze);
    let aantal = huis.engine.draag_voorraad_over(&wie, overdracht(), voorraad).await.unwrap();
    assert_eq!(aantal, 1);
    assert!(mag_lezen(&huis, NAAR).await && !mag_lezen(&huis, VAN).await);
    assert!(huis.engine.read(&wie, ander, None).await.is_ok());
}

#[tokio::test]
async fn een_overdracht_geeft_toewijzingen_door_en_beeindigt_de_oude() {
    let huis = met_werkgever().await;
    neem_aan(&huis, VAN, WIE, None, 40_000).await;
    collega(&huis, NAAR, WIE).await;
    assert!(mag_lezen(&huis, VAN).await && !mag_lezen(&huis, NAAR).await);
    let aantal = huis.engine.draag_toewijzingen_over(&beheerder(), overdracht()).await.unwrap();
    assert_eq!(aantal, 1);
    assert!(mag_lezen(&huis, NAAR).await && !mag_lezen(&huis, VAN).await);
}

#[tokio::test]
async fn wie_de_functie_niet_heeft_neemt_niets_over() {
    let huis = met_werkgever().await;
    collega(&huis, VAN, WIE).await;
    let uitkomst = huis.engine.draag_toewijzingen_over(&beheerder(), overdracht()).await;
    assert!(matches!(uitkomst, Err(ExecuteError::Geweigerd(_))), "{uitkomst:?}");
}

fn protocol() -> Protocol {
    let stap = EigenStap {
        naam: "belafspraak".to_owned(),
        titel: "Belafspraak".to_owned(),
        uitleg: "Bel en vraag wat kan.".to_owned(),
        wie: vec![Ontvanger::Werkgever],
        na: Aanleiding::Ziekmelding,
        dagen: 14,
        alleen_in_keten: false,
        treden: vec![-7, 0, 7],
        casemanager_vanaf: None,
        teamleider_vanaf: None,
    };
    Protocol { per: dag("2024-02-01"), stappen: vec![stap], aanscherpingen: vec![] }
}

/// A dossier of an employer with an own step, ill from 1 February 2024.
async fn met_eigen_stap() -> (Huis, wvp_domain::DossierId) {
    let huis = met_werkgever().await;
    let vastgesteld_op = dag("2024-01-01");
    let versie =
        werkgever::Vaststelling { stuk: stuk(90_100), vastgesteld_op, protocol: protocol() };
    let wat = werkgever::Command::StelProtocolVast(Secties::proces(versie));
    huis.engine.execute_werkgever(&als(WIE), WERKGEVER, wat).await.unwrap();
    huis.klok.zet(dag("2024-02-01"));
    let dossier = extra_dossier_op(&huis, 90_200, "2024-02-01").await;
    (huis, dossier)
}

fn over_eigen_stap(postvak: &Postvak) -> Vec<String> {
    let berichten = postvak.berichten.lock().unwrap();
    let eigen =
        berichten.iter().filter(|it| it.stappen.iter().any(|stap| stap.stap == Stap::Eigen));
    eigen.map(|it| it.op.to_string()).collect()
}

#[tokio::test]
async fn een_eigen_stap_geeft_herinneringen_tot_zij_is_gedaan() {
    let (huis, dossier) = met_eigen_stap().await;
    let postvak = Postvak::default();
    dagen(&huis, "2024-02-01", 15, &postvak).await;
    assert_eq!(over_eigen_stap(&postvak), ["2024-02-08", "2024-02-15"]);
    let gedaan = eigen_stap::Gedaan {
        stuk: stuk(90_300),
        stap: "belafspraak".to_owned(),
        keer: 0,
        gedaan_op: dag("2024-02-15"),
    };
    let wat = Command::MeldEigenStapGedaan(Secties::proces(gedaan));
    huis.engine.execute(&als(Lezer::Werkgever), dossier, wat).await.unwrap();
    dagen(&huis, "2024-02-16", 15, &postvak).await;
    assert_eq!(over_eigen_stap(&postvak).len(), 2);
}

#[tokio::test]
async fn een_stap_uit_geen_protocol_is_niet_te_doen() {
    let (huis, dossier) = met_eigen_stap().await;
    let gedaan = eigen_stap::Gedaan {
        stuk: stuk(90_300),
        stap: "onbekend".to_owned(),
        keer: 0,
        gedaan_op: dag("2024-02-01"),
    };
    let wat = Command::MeldEigenStapGedaan(Secties::proces(gedaan));
    let uitkomst = huis.engine.execute(&als(Lezer::Werkgever), dossier, wat).await;
    assert!(matches!(uitkomst, Err(ExecuteError::Afgewezen(_))), "{uitkomst:?}");
}

#[tokio::test]
async fn een_uitgestelde_herinnering_komt_als_nieuw_bericht_terug() {
    let (huis, dossier) = met_eigen_stap().await;
    let postvak = Postvak::default();
    dagen(&huis, "2024-02-01", 8, &postvak).await;
    let uitstel = Uitgesteld {
        stuk: stuk(90_400),
        over: Waarover::Stap("belafspraak".to_owned()),
        keer: 0,
        uiterlijk: dag("2024-02-15"),
        trede: -7,
        aan: Ontvanger::Werkgever,
        tot: dag("2024-02-13"),
        reden: "De afspraak staat al gepland.".to_owned(),
    };
    let wat = Command::StelHerinneringUit(Secties::proces(uitstel));
    huis.engine.execute(&als(Lezer::Werkgever), dossier, wat).await.unwrap();
    dagen(&huis, "2024-02-09", 10, &postvak).await;
    assert_eq!(over_eigen_stap(&postvak), ["2024-02-08", "2024-02-13", "2024-02-15"]);
}

#[tokio::test]
async fn alleen_wie_haar_kreeg_stelt_een_herinnering_uit() {
    let (huis, dossier) = met_eigen_stap().await;
    dagen(&huis, "2024-02-01", 8, &Postvak::default()).await;
    let uitstel = Uitgesteld {
        stuk: stuk(90_400),
        over: Waarover::Stap("belafspraak".to_owned()),
        keer: 0,
        uiterlijk: dag("2024-02-15"),
        trede: -7,
        aan: Ontvanger::Werkgever,
        tot: dag("2024-02-13"),
        reden: "Liever later.".to_owned(),
    };
    let wat = Command::StelHerinneringUit(Secties::proces(uitstel));
    let uitkomst = huis.engine.execute(&als(Lezer::Werknemer), dossier, wat).await;
    assert!(matches!(uitkomst, Err(ExecuteError::Geweigerd(_))), "{uitkomst:?}");
}
