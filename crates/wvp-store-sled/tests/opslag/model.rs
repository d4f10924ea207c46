//! The embedded store against the reference backend, over made-up histories with restarts.

use proptest::prelude::*;
use wvp_store::conformance::{deel, stroom};
use wvp_store::{
    EventStore, MemoryStore, Positie, Resultaat, StoreError, Toevoeging, Versie, Verwacht,
};

use crate::hulp::{klein, map, open_met};

#[derive(Debug, Clone)]
enum Stap {
    Voeg(Vec<Toevoeging>),
    Herstart,
}

fn verwacht() -> impl Strategy<Value = Verwacht> {
    prop_oneof![
        4 => Just(Verwacht::Elke),
        1 => Just(Verwacht::Geen),
        2 => (0..6_u64).prop_map(|versie| Verwacht::Precies(Versie(versie))),
    ]
}

/// Few streams and few ids, so that retries and conflicts are common.
fn toevoeging() -> impl Strategy<Value = Toevoeging> {
    let nummers = prop::collection::vec(0..30_u128, 0..4);
    (0..3_u128, verwacht(), nummers)
        .prop_map(|(doel, verwacht, nummers)| deel(stroom(doel), verwacht, nummers))
}

fn stap() -> impl Strategy<Value = Stap> {
    prop_oneof![
        12 => prop::collection::vec(toevoeging(), 0..4).prop_map(Stap::Voeg),
        1 => Just(Stap::Herstart),
    ]
}

fn uitkomst(uitkomst: Result<Vec<Resultaat>, StoreError>) -> Result<Vec<Resultaat>, String> {
    uitkomst.map_err(|fout| fout.to_string())
}

async fn speel(stappen: Vec<Stap>) {
    let map = map();
    let model = MemoryStore::new();
    let (mut store, _) = open_met(map.path(), klein()).await;
    for stap in stappen {
        match stap {
            Stap::Voeg(delen) => {
                let beloofd = uitkomst(model.append(delen.clone()).await);
                assert_eq!(uitkomst(store.append(delen).await), beloofd);
            }
            Stap::Herstart => {
                store.sluit().await.unwrap();
                store = open_met(map.path(), klein()).await.0;
            }
        }
    }
    let alles = store.read_all(Positie::BEGIN, 9999).await.unwrap();
    assert_eq!(alles, model.read_all(Positie::BEGIN, 9999).await.unwrap());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn de_ingebedde_opslag_antwoordt_als_die_in_het_geheugen(
        stappen in prop::collection::vec(stap(), 1..40),
    ) {
        tokio::runtime::Runtime::new().unwrap().block_on(speel(stappen));
    }
}
