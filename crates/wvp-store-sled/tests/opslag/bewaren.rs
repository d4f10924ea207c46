//! A backup beside the writer, and appends that wait their turn.

use std::sync::Arc;

use wvp_store::archief::{controleer, zet_terug};
use wvp_store::conformance::{deel, stroom};
use wvp_store::{EventStore, MemoryStore, Moment, Positie, Verwacht};
use wvp_store_sled::{Instellingen, SledStore, bewaar};

use crate::hulp::{klein, map, open_met};

/// Writers append pairs until they did so many.
async fn schrijf_naast(store: &Arc<SledStore>, schrijvers: u128, elk: u128) {
    let taken: Vec<_> = (0..schrijvers)
        .map(|wie| {
            let store = Arc::clone(store);
            tokio::spawn(async move {
                for nummer in 0..elk {
                    let paar = [2 * nummer, 2 * nummer + 1];
                    store.append(vec![deel(stroom(wie), Verwacht::Elke, paar)]).await.unwrap();
                }
            })
        })
        .collect();
    for taak in taken {
        taak.await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn een_backup_tijdens_het_schrijven_is_een_heel_begin_van_het_log() {
    let (map, archieven) = (map(), map());
    let (store, _) = open_met(map.path(), klein()).await;
    let store = Arc::new(store);
    let schrijvers = {
        let store = Arc::clone(&store);
        tokio::spawn(async move { schrijf_naast(&store, 6, 150).await })
    };
    let mut ronde = 0;
    while !schrijvers.is_finished() || ronde == 0 {
        let ervoor = store.kop();
        let pad = archieven.path().join(ronde.to_string());
        let manifest = bewaar(map.path(), &pad, Moment(0)).await.unwrap().manifest;
        assert!(manifest.positie >= ervoor, "{} < {ervoor}", manifest.positie);
        assert_eq!((manifest.records, manifest.records % 2), (manifest.positie.0, 0));
        assert_eq!(controleer(&pad).unwrap(), manifest);
        let terug = MemoryStore::new();
        zet_terug(&pad, &terug).await.unwrap();
        let terug = terug.read_all(Positie::BEGIN, usize::MAX).await.unwrap();
        // The last group in it may have been written but not yet synced, so not yet visible here.
        store.kop_volgen().wait_for(|kop| *kop >= manifest.positie).await.unwrap();
        assert!(store.read_all(Positie::BEGIN, terug.len()).await.unwrap() == terug);
        ronde += 1;
    }
    schrijvers.await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn met_een_wachtrij_van_een_wacht_ieder_zijn_beurt_af() {
    let map = map();
    let krap = Instellingen { wachtrij: 1, ..Instellingen::default() };
    let (store, _) = open_met(map.path(), krap).await;
    let store = Arc::new(store);
    schrijf_naast(&store, 40, 3).await;
    assert_eq!(store.kop(), Positie(240));
}
