//! Writing on what somebody saw: who was overtaken hears so, and hears nothing of what is hidden.

use wvp_access::Lezer;
use wvp_domain::{Command, Compartiment};
use wvp_engine::{ExecuteError, Versiemerk};

use crate::hulp::{
    DOSSIER, Huis, als, dag, herstel, melding_arbodienst, met_spreekuur, vangnet_arbodienst,
};

async fn merk(huis: &Huis) -> Versiemerk {
    huis.engine.read(&als(Lezer::Werkgever), DOSSIER, None).await.unwrap().merk
}

async fn doe(huis: &Huis, wat: Command, op: Versiemerk) -> Result<(), ExecuteError> {
    huis.engine.execute_op(&als(Lezer::Werkgever), DOSSIER, wat, Some(op)).await.map(|_| ())
}

#[tokio::test]
async fn wie_is_ingehaald_schrijft_niet_en_na_opnieuw_lezen_wel() {
    let huis = met_spreekuur().await;
    huis.klok.zet(dag("2024-01-03"));
    let gezien = merk(&huis).await;
    huis.doe(Lezer::Werkgever, melding_arbodienst(11)).await.unwrap();
    let uitkomst = doe(&huis, herstel(30, "2024-01-03"), gezien).await;
    assert!(matches!(uitkomst, Err(ExecuteError::Ingehaald)), "{uitkomst:?}");
    doe(&huis, herstel(30, "2024-01-03"), merk(&huis).await).await.unwrap();
}

#[tokio::test]
async fn dezelfde_opdracht_nog_eens_op_een_oud_merk_is_al_zo() {
    let huis = met_spreekuur().await;
    let gezien = merk(&huis).await;
    doe(&huis, melding_arbodienst(11), gezien).await.unwrap();
    doe(&huis, melding_arbodienst(11), gezien).await.unwrap();
    assert_eq!(huis.records(DOSSIER.into()).await.len(), 3);
}

#[tokio::test]
async fn een_feit_buiten_zicht_verandert_het_merk_niet_en_staat_niet_in_de_weg() {
    let huis = met_spreekuur().await;
    let inzage = huis.engine.read(&als(Lezer::Werkgever), DOSSIER, None).await.unwrap();
    assert!(!inzage.compartimenten.contains(&Compartiment::AVangnet));
    huis.doe(Lezer::BedrijfsartsStafarts, vangnet_arbodienst(21)).await.unwrap();
    assert_eq!(merk(&huis).await, inzage.merk);
    doe(&huis, melding_arbodienst(11), inzage.merk).await.unwrap();
    assert_ne!(merk(&huis).await, inzage.merk);
}

#[tokio::test]
async fn wie_het_dossier_niet_ziet_hoort_ook_met_een_merk_dat_het_er_niet_is() {
    let huis = met_spreekuur().await;
    let gezien = merk(&huis).await;
    let vreemd = als(Lezer::Planner);
    let uitkomst =
        huis.engine.execute_op(&vreemd, DOSSIER, melding_arbodienst(11), Some(gezien)).await;
    assert!(matches!(uitkomst, Err(ExecuteError::NietGevonden)), "{uitkomst:?}");
}
