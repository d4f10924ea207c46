//! A real disk that fills up to its last byte: a small file system in memory, in a name space of its
//! own that ends with the child. Where the system does not allow that, the limit on file size in
//! `vol.rs` is what is left, and this test says so.

use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

use wvp_store::keyring::SleutelbosGeheugen;
use wvp_store::{EventStore as _, Moment, Positie, StoreError};
use wvp_store_sled::{Instellingen, SledStore, bewaar, herstel, verifieer};

use crate::toeval::Toeval;
use crate::vol::groot;

/// Rounds cost a file system each; a tenth of the others is enough.
const DEEL: usize = 10;

pub(crate) fn volle_schijf(rondes: usize) {
    let mag = Command::new("unshare").args(["-Urm", "true"]).stderr(Stdio::null()).status();
    if !mag.is_ok_and(|status| status.success()) {
        println!("overgeslagen: dit systeem geeft geen eigen naamruimte");
        return;
    }
    let mut toeval = Toeval::new();
    for _ in 0..rondes.div_ceil(DEEL) {
        let map = tempfile::tempdir().unwrap();
        let opdracht =
            "mount -t tmpfs -o size=24m tmpfs \"$1\" && exec \"$0\" kind schijf \"$1\" \"$2\"";
        let kind = Command::new("unshare")
            .args(["-Urm", "sh", "-c", opdracht])
            .args([std::env::current_exe().unwrap().as_path(), map.path()])
            .arg(toeval.onder(1 << 30).to_string())
            .status()
            .unwrap();
        assert!(kind.success(), "{kind:?}");
    }
}

fn instellingen() -> Instellingen {
    Instellingen {
        segment_bytes: 512 << 10,
        controle_na: 40,
        reserve_bytes: 4 << 20,
        ..Instellingen::default()
    }
}

/// Fills the disk, sees what is refused, makes room and goes on.
pub(crate) async fn loop_vol(map: &Path, zaad: u64) {
    let mut toeval = Toeval::uit(zaad);
    let (opslag, ballast) = (map.join("opslag"), map.join("ballast"));
    fs::write(&ballast, vec![1; (4 << 20) + toeval.onder(4 << 20)]).unwrap();
    let mut bevestigd = 0;
    bevestigd += vul(&opslag, &mut toeval, 0).await;
    // Full to the last byte: opening may be refused, and nothing is lost by it.
    let mut rest = File::create(map.join("rest")).unwrap();
    let vol = (0..).find_map(|_| rest.write_all(&[1; 512]).err());
    assert_eq!(vol.map(|fout| fout.kind()), Some(ErrorKind::StorageFull));
    match SledStore::open(&opslag, instellingen()).await {
        Ok((store, opening)) => {
            assert_eq!((opening.kop, opening.verlies), (Positie(bevestigd), None));
            eis_alles(&store, bevestigd).await;
        }
        Err(fout) => assert!(
            matches!(fout, StoreError::Full | StoreError::Unavailable(_)),
            "op een volle schijf: {fout}"
        ),
    }
    let fout = bewaar(&opslag, &map.join("archief"), Moment(0)).await;
    assert!(fout.is_err() && !map.join("archief").exists(), "{fout:?}");
    assert!(herstel(&opslag, &map.join("hersteld")).await.is_err());
    fs::remove_dir_all(map.join("hersteld")).unwrap();
    // Room again.
    fs::remove_file(&ballast).unwrap();
    fs::remove_file(map.join("rest")).unwrap();
    bevestigd += vul(&opslag, &mut toeval, 1 << 64).await;
    let verslag = verifieer(&opslag, &SleutelbosGeheugen::met([])).await.unwrap();
    assert!(verslag.is_heel(), "{verslag:?}");
    let (store, opening) = SledStore::open(&opslag, instellingen()).await.unwrap();
    assert_eq!((opening.kop, opening.verlies), (Positie(bevestigd), None));
    eis_alles(&store, bevestigd).await;
}

/// Appends until the disk refuses; answers how many were acknowledged. Reads go on.
async fn vul(opslag: &Path, toeval: &mut Toeval, begin: u128) -> u64 {
    let (store, opening) = SledStore::open(opslag, instellingen()).await.unwrap();
    let mut gelukt = 0;
    let geweigerd = loop {
        let bytes = 1 + toeval.onder(90_000);
        match store.append(groot(begin + u128::from(gelukt), bytes)).await {
            Ok(_) => gelukt += 1,
            Err(fout) => break fout,
        }
    };
    assert!(
        matches!(geweigerd, StoreError::Full | StoreError::Unavailable(_)),
        "geweigerd: {geweigerd}"
    );
    println!("{gelukt} gebeurtenissen, toen: {geweigerd}");
    assert_eq!(store.kop(), opening.kop.plus(gelukt));
    eis_alles(&store, store.kop().0).await;
    drop(store.sluit().await);
    gelukt
}

async fn eis_alles(store: &SledStore, aantal: u64) {
    let alles = store.read_all(Positie::BEGIN, usize::MAX).await.unwrap();
    assert!(alles.iter().map(|record| record.positie.0).eq(1..=aantal), "{aantal}");
}
