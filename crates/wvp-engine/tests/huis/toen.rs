//! Time travel, two questions: the facts of then through the rights of now, and the rights of then.

use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::bevoegdheid::gebruiker;
use wvp_domain::{AccountId, Compartiment};
use wvp_engine::{Aanleiding, Gebruiker, ReadError, Toen};

use crate::hulp::{DOSSIER, Huis, account, als, dag, ingelogd, met_spreekuur, vangnet_arbodienst};
use crate::mensen::{beheer, einde, neem_aan, stuk_van_functie};

const FG: Lezer = Lezer::FunctionarisGegevensbescherming;

async fn toen(huis: &Huis, over: &Gebruiker, op: &str) -> Vec<Toen> {
    let aanleiding = Aanleiding::default();
    huis.engine.toen(&als(FG), over, DOSSIER, dag(op), &aanleiding).await.unwrap()
}

/// Which of B and C of the consultation could be opened.
fn spreekuur(rijen: &[Toen]) -> (bool, bool) {
    let rij = rijen.iter().find(|rij| rij.nummer == 2).unwrap();
    let open = |welk| rij.secties.iter().any(|(it, open)| *it == welk && *open);
    (open(Compartiment::BBedrijfsarts), open(Compartiment::C))
}

#[tokio::test]
async fn ac_20_een_recht_dat_eindigde_staat_toen_nog_open_en_nu_niet() {
    let huis = met_spreekuur().await;
    huis.klok.zet(dag("2024-03-01"));
    let recht = stuk_van_functie(Lezer::Werkgever);
    let wat = gebruiker::Command::BeeindigFunctie(einde(600, recht, "2024-03-01"));
    beheer(&huis, account(Lezer::Werkgever), wat).await.unwrap();
    let over = als(Lezer::Werkgever);
    assert_eq!(spreekuur(&toen(&huis, &over, "2024-02-29").await), (true, false));
    assert_eq!(spreekuur(&toen(&huis, &over, "2024-03-01").await), (false, false));
}

#[tokio::test]
async fn een_recht_dat_met_terugwerkende_kracht_werd_gegeven_gaf_toen_niets() {
    let huis = met_spreekuur().await;
    huis.klok.zet(dag("2024-03-01"));
    let nieuw = AccountId(Uuid::from_u128(77));
    neem_aan(&huis, nieuw, Lezer::Werkgever, None, 40_000).await;
    let over = ingelogd(nieuw, Lezer::Werkgever);
    assert_eq!(spreekuur(&toen(&huis, &over, "2024-02-29").await), (false, false));
    assert_eq!(spreekuur(&toen(&huis, &over, "2024-03-01").await), (true, false));
}

#[tokio::test]
async fn de_functionaris_hoort_welke_secties_een_lezer_toen_kon_openen() {
    let huis = met_spreekuur().await;
    assert_eq!(spreekuur(&toen(&huis, &als(Lezer::Werkgever), "2024-01-02").await), (true, false));
    let arts = als(Lezer::BedrijfsartsStafarts);
    assert_eq!(spreekuur(&toen(&huis, &arts, "2024-01-02").await), (true, true));
}

#[tokio::test]
async fn feiten_van_later_zijn_er_toen_niet_bij() {
    let huis = met_spreekuur().await;
    huis.klok.zet(dag("2024-02-01"));
    huis.doe(Lezer::BedrijfsartsStafarts, vangnet_arbodienst(50)).await.unwrap();
    let wie = als(Lezer::Werkgever);
    assert_eq!(toen(&huis, &wie, "2024-01-31").await.len(), 2);
    let later = toen(&huis, &wie, "2024-02-01").await;
    let zichtbaar: Vec<bool> = later.iter().map(|rij| rij.is_zichtbaar).collect();
    assert_eq!(zichtbaar, [true, true, false]);
}

#[tokio::test]
async fn alleen_de_functionaris_vraagt_wat_een_ander_kon_zien() {
    let huis = met_spreekuur().await;
    let over = als(Lezer::Werkgever);
    for lezer in [Lezer::Werkgever, Lezer::BedrijfsartsStafarts, Lezer::Directeur] {
        let aanleiding = Aanleiding::default();
        let uitkomst =
            huis.engine.toen(&als(lezer), &over, DOSSIER, dag("2024-01-02"), &aanleiding).await;
        assert!(matches!(uitkomst, Err(ReadError::NietGevonden)), "{lezer}");
    }
}

#[tokio::test]
async fn de_functionaris_opent_zelf_geen_enkele_sectie() {
    let huis = met_spreekuur().await;
    toen(&huis, &als(Lezer::BedrijfsartsStafarts), "2024-01-02").await;
    let [regel] = huis.leeslog().await.try_into().ok().unwrap();
    assert!(regel.compartimenten.is_empty());
    let gelezen = huis.engine.read(&als(FG), DOSSIER, None).await;
    assert!(matches!(gelezen, Err(ReadError::NietGevonden)));
}
