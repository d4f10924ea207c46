//! Executing commands: once, in order, by whoever is the source.

use wvp_access::Lezer;
use wvp_domain::Afwijzing;
use wvp_engine::ExecuteError;
use wvp_store::{EventStore as _, Richting, StroomId, Versie};

use crate::hulp::{DOSSIER, als, herstel, huis, melding_arbodienst, spreekuur, ziekmelding};

#[tokio::test]
async fn dezelfde_opdracht_twee_keer_is_een_keer() {
    let huis = huis().await;
    let wie = als(Lezer::Werkgever);
    let eerste = huis.engine.execute(&wie, DOSSIER, ziekmelding()).await.unwrap();
    let tweede = huis.engine.execute(&wie, DOSSIER, ziekmelding()).await.unwrap();
    assert_eq!((eerste, tweede), (Versie(1), Versie(1)));
}

#[tokio::test]
async fn een_weigering_van_de_wet_legt_niets_vast() {
    let huis = huis().await;
    huis.doe(Lezer::Werkgever, ziekmelding()).await.unwrap();
    let eerder = huis.store.kop();
    let uitkomst = huis.doe(Lezer::Werkgever, herstel(11, "2024-01-02")).await;
    assert!(matches!(uitkomst, Err(ExecuteError::Afgewezen(Afwijzing::InDeToekomst { .. }))));
    assert_eq!(huis.store.kop(), eerder);
}

#[tokio::test]
async fn een_dossier_dat_er_nog_niet_is_is_van_niemand() {
    let huis = huis().await;
    let uitkomst = huis.doe(Lezer::Werkgever, melding_arbodienst(11)).await;
    assert!(matches!(uitkomst, Err(ExecuteError::NietGevonden)), "{uitkomst:?}");
}

#[tokio::test]
async fn de_werkgever_kan_zich_niet_voordoen_als_de_bedrijfsarts() {
    let huis = huis().await;
    huis.engine.execute(&als(Lezer::Werkgever), DOSSIER, ziekmelding()).await.unwrap();
    for lezer in [Lezer::Werkgever, Lezer::VerzuimmedewerkerBackoffice] {
        let uitkomst = huis.engine.execute(&als(lezer), DOSSIER, spreekuur()).await;
        assert!(matches!(uitkomst, Err(ExecuteError::Geweigerd(_))), "{lezer}");
    }
}

#[tokio::test]
async fn gelijktijdige_schrijvers_verliezen_niets() {
    let huis = huis().await;
    huis.engine.execute(&als(Lezer::Werkgever), DOSSIER, ziekmelding()).await.unwrap();
    let taken = (0..8).map(|nummer| {
        let engine = huis.engine.clone();
        let command = melding_arbodienst(200 + nummer);
        tokio::spawn(async move { engine.execute(&als(Lezer::Werkgever), DOSSIER, command).await })
    });
    let mut gelukt = 0;
    for taak in taken.collect::<Vec<_>>() {
        gelukt += u64::from(taak.await.unwrap().is_ok());
    }
    let stroom = StroomId::from(DOSSIER);
    let records = huis.store.read_stream(stroom, Versie(1), Richting::Vooruit, 99).await.unwrap();
    assert_eq!(records.len() as u64, 1 + gelukt);
}
