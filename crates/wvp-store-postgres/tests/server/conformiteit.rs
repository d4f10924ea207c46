//! What every backend promises.

use std::sync::Arc;

use wvp_store::conformance::{gebeurtenissen, huren, leesmodellen};
use wvp_store::{EventStore, Huren, Leesmodellen};

use crate::hulp::leeg;

#[tokio::test(flavor = "multi_thread")]
async fn de_opslag_op_postgresql_houdt_elke_belofte() {
    gebeurtenissen(async || leeg().await as Arc<dyn EventStore>).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn leesmodellen_op_postgresql_houden_elke_belofte() {
    leesmodellen(async || leeg().await as Arc<dyn Leesmodellen>).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn huren_op_postgresql_houden_elke_belofte() {
    huren(async || leeg().await as Arc<dyn Huren>).await.unwrap();
}
