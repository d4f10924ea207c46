//! Who holds the store, what has no room, and closing.

use wvp_store::conformance::{deel, record, stroom};
use wvp_store::{EventStore, Positie, StoreError, Toevoeging, Verwacht};
use wvp_store_sled::{Instellingen, SledStore};

use crate::hulp::{lees, map, open, voeg_toe};

#[tokio::test]
async fn een_tweede_opening_wordt_geweigerd_en_hoort_van_wie() {
    let map = map();
    let (_store, _) = open(map.path()).await;
    let tweede = SledStore::open(map.path(), Instellingen::default()).await;
    let Err(StoreError::InUse { wie }) = tweede else {
        panic!("{tweede:?}");
    };
    assert!(wie.contains(&format!("proces {} op ", std::process::id())), "{wie}");
}

#[tokio::test]
async fn na_sluiten_kan_een_ander_verder() {
    let map = map();
    let (store, _) = open(map.path()).await;
    voeg_toe(&store, stroom(1), [1]).await;
    store.sluit().await.unwrap();
    let (tweede, opening) = open(map.path()).await;
    assert_eq!(opening.kop, Positie(1));
    voeg_toe(&tweede, stroom(1), [2]).await;
    assert!(matches!(lees(&store, stroom(1)).await, Err(StoreError::Closed)));
}

#[tokio::test]
async fn wie_de_opslag_laat_vallen_laat_hem_in_orde_achter() {
    let map = map();
    let (store, _) = open(map.path()).await;
    voeg_toe(&store, stroom(1), [1]).await;
    drop(store);
    let (_store, opening) = open(map.path()).await;
    assert_eq!((opening.kop, opening.ingelezen), (Positie(1), 0));
}

#[tokio::test]
async fn een_te_groot_record_wordt_geweigerd_en_laat_niets_achter() {
    let map = map();
    let (store, _) = open(map.path()).await;
    let mut groot = record(2);
    groot.secties[0].cijfertekst = vec![0; 2 << 20];
    let delen = vec![
        deel(stroom(1), Verwacht::Elke, [1]),
        Toevoeging { stroom: stroom(1), verwacht: Verwacht::Elke, records: vec![groot] },
    ];
    let uitkomst = store.append(delen).await;
    assert!(matches!(uitkomst, Err(StoreError::TooLarge { .. })), "{uitkomst:?}");
    assert!(lees(&store, stroom(1)).await.unwrap().is_empty());
    voeg_toe(&store, stroom(1), [1]).await;
}

#[tokio::test]
async fn een_record_van_bijna_een_megabyte_komt_terug() {
    let map = map();
    let (store, _) = open(map.path()).await;
    let mut groot = record(1);
    groot.secties[0].cijfertekst = vec![7; 1_000_000];
    let delen =
        vec![Toevoeging { stroom: stroom(1), verwacht: Verwacht::Geen, records: vec![groot] }];
    store.append(delen).await.unwrap();
    let alles = store.read_all(Positie::BEGIN, 9).await.unwrap();
    assert_eq!(alles, lees(&store, stroom(1)).await.unwrap());
    assert_eq!(alles[0].secties[0].cijfertekst.len(), 1_000_000);
}
