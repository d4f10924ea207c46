//! What every backend promises.

use std::cell::RefCell;
use std::sync::Arc;

use wvp_store::conformance::{gebeurtenissen, huren, leesmodellen};
use wvp_store::{EventStore, Huren, Leesmodellen};

use crate::hulp::{klein, map, open_met};

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
