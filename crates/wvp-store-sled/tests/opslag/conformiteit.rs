//! What every backend promises.

use std::cell::RefCell;
use std::sync::Arc;

use wvp_store::conformance::{gebeurtenissen, huren, leesmodellen};
use wvp_store::{EventStore, Huren, Leesmodellen, Moment};

use crate::hulp::{klein, map, open, open_met};

#[tokio::test(flavor = "multi_thread")]
async fn de_ingebedde_opslag_houdt_elke_belofte() {
    let mappen = RefCell::new(vec![]);
    let leeg = async || {
        let map = map();
        let (store, _) = open_met(map.path(), klein()).await;
        mappen.borrow_mut().push(map);
        Arc::new(store) as Arc<dyn EventStore>
    };
    gebeurtenissen(leeg).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn leesmodellen_houden_elke_belofte() {
    let mappen = RefCell::new(vec![]);
    let leeg = async || {
        let map = map();
        let (store, _) = open_met(map.path(), klein()).await;
        mappen.borrow_mut().push(map);
        Arc::new(store) as Arc<dyn Leesmodellen>
    };
    leesmodellen(leeg).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn huren_houden_elke_belofte() {
    let mappen = RefCell::new(vec![]);
    let leeg = async || {
        let map = map();
        let (store, _) = open_met(map.path(), klein()).await;
        mappen.borrow_mut().push(map);
        Arc::new(store) as Arc<dyn Huren>
    };
    huren(leeg).await.unwrap();
}

#[tokio::test]
async fn een_huur_overleeft_het_proces_niet_en_haar_nummer_wel() {
    let map = map();
    let (store, _) = open(map.path()).await;
    let oud = store.neem("werk", "een", Moment(0), Moment(1_000)).await.unwrap();
    store.sluit().await.unwrap();
    drop(store);
    let (store, _) = open(map.path()).await;
    let nieuw = store.neem("werk", "ander", Moment(1), Moment(1_000)).await.unwrap();
    assert!(nieuw.hek > oud.hek);
    assert!(store.verleng(&oud, Moment(2_000)).await.is_err());
}
