//! The index is rebuildable: whatever happens to it, the journal tells.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use wvp_store::conformance::{deel, stroom};
use wvp_store::{EventStore, Leesmodellen, Positie, Verwacht, Wijziging};
use wvp_store_sled::{IndexStand, Instellingen, Voortgang};

use crate::hulp::{klein, kopieer, lees, map, open, open_met, posities, voeg_toe};

async fn gevuld(map: &Path) {
    let (store, _) = open_met(map, klein()).await;
    for nummer in 0..12 {
        voeg_toe(&store, stroom(nummer % 4), [nummer]).await;
    }
    let rij = vec![Wijziging::Zet(b"a".to_vec(), b"1".to_vec())];
    store.schrijf("m", None, Positie(12), rij).await.unwrap();
    store.sluit().await.unwrap();
}

/// Everything is there, retries are recognised, and the read model begins again.
async fn toets_herbouwd(map: &Path, wat: &str) {
    let (store, opening) = open(map).await;
    let herbouwd = matches!(opening.index, IndexStand::Herbouwd { .. });
    assert!(herbouwd, "{wat}: {opening:?}");
    assert_eq!((opening.kop, opening.verlies), (Positie(12), None), "{wat}");
    assert_eq!(posities(&store).await, (1..=12).collect::<Vec<_>>(), "{wat}");
    assert_eq!(lees(&store, stroom(1)).await.unwrap().len(), 3, "{wat}");
    let opnieuw = store.append(vec![deel(stroom(1), Verwacht::Geen, [1])]).await.unwrap();
    assert!(opnieuw[0].herhaald, "{wat}");
    assert_eq!(store.controlepunt("m").await.unwrap(), None, "{wat}");
}

fn bestanden(map: &Path) -> Vec<PathBuf> {
    let paden = fs::read_dir(map).unwrap().map(|ingang| ingang.unwrap().path());
    paden.filter(|pad| pad.is_file()).collect()
}

#[tokio::test]
async fn een_verdwenen_index_wordt_herbouwd() {
    let map = map();
    gevuld(map.path()).await;
    fs::remove_dir_all(map.path().join("index")).unwrap();
    toets_herbouwd(map.path(), "verdwenen").await;
}

#[tokio::test]
async fn een_index_met_ruis_wordt_opzij_gezet_en_herbouwd() {
    let bron = map();
    gevuld(bron.path()).await;
    for ruis in [0x00, 0x5a, 0xff] {
        let map = map();
        kopieer(bron.path(), map.path());
        for pad in bestanden(&map.path().join("index")) {
            if !pad.ends_with("controlepunt") {
                let lengte = fs::read(&pad).unwrap().len();
                fs::write(&pad, vec![ruis; lengte]).unwrap();
            }
        }
        toets_herbouwd(map.path(), &format!("ruis {ruis}")).await;
        assert!(map.path().join("index.opzij").is_dir());
    }
}

#[tokio::test]
async fn een_index_die_achterloopt_wordt_bijgewerkt() {
    let map = map();
    gevuld(map.path()).await;
    let oud = tempfile::tempdir().unwrap();
    kopieer(&map.path().join("index"), oud.path());
    let (store, _) = open(map.path()).await;
    voeg_toe(&store, stroom(7), [1, 2]).await;
    store.sluit().await.unwrap();
    fs::remove_dir_all(map.path().join("index")).unwrap();
    kopieer(oud.path(), &map.path().join("index"));
    let (store, opening) = open(map.path()).await;
    assert_eq!((opening.index, opening.ingelezen), (IndexStand::Aanwezig, 2));
    assert_eq!(lees(&store, stroom(7)).await.unwrap().len(), 2);
}

#[tokio::test]
async fn na_netjes_sluiten_is_er_niets_in_te_lezen() {
    let map = map();
    gevuld(map.path()).await;
    let (store, opening) = open(map.path()).await;
    assert_eq!((opening.index, opening.ingelezen), (IndexStand::Aanwezig, 0));
    assert_eq!(store.controlepunt("m").await.unwrap(), Some(Positie(12)));
}

#[tokio::test]
async fn herbouwen_zegt_hoe_ver_het_is() {
    let map = map();
    gevuld(map.path()).await;
    fs::remove_dir_all(map.path().join("index")).unwrap();
    let stappen: Arc<Mutex<Vec<Voortgang>>> = Arc::default();
    let voortgang = {
        let stappen = Arc::clone(&stappen);
        Arc::new(move |stap| stappen.lock().unwrap().push(stap))
    };
    open_met(map.path(), Instellingen { voortgang, ..klein() }).await;
    let stappen = stappen.lock().unwrap();
    assert!(stappen.len() > 1);
    assert!(stappen.is_sorted_by_key(|stap| stap.gelezen));
    assert!(stappen.last().is_some_and(|stap| stap.gelezen == stap.totaal));
}
