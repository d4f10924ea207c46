//! The reference backend keeps the promises that it is the reference of.

use std::sync::Arc;

use wvp_store::conformance::{gebeurtenissen, huren, leesmodellen};
use wvp_store::{EventStore, Huren, Leesmodellen, MemoryStore};

#[tokio::test(flavor = "multi_thread")]
async fn de_opslag_in_het_geheugen_houdt_elke_belofte() {
    let leeg = async || Arc::new(MemoryStore::new()) as Arc<dyn EventStore>;
    gebeurtenissen(leeg).await.unwrap();
}

#[tokio::test]
async fn leesmodellen_in_het_geheugen_houden_elke_belofte() {
    let leeg = async || Arc::new(MemoryStore::new()) as Arc<dyn Leesmodellen>;
    leesmodellen(leeg).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn huren_in_het_geheugen_houden_elke_belofte() {
    let leeg = async || Arc::new(MemoryStore::new()) as Arc<dyn Huren>;
    huren(leeg).await.unwrap();
}
