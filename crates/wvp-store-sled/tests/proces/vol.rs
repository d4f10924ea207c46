//! A limit on the size of a file stands for a disk without room: a write comes back half done.

use std::path::Path;
use std::process::{Command, Stdio};

use wvp_store::conformance::{record, stroom};
use wvp_store::keyring::SleutelbosGeheugen;
use wvp_store::{EventStore as _, Positie, StoreError, Toevoeging, Verwacht};
use wvp_store_sled::{Instellingen, SledStore, verifieer};

use crate::lading::instellingen;

pub(crate) fn groot(nummer: u128, bytes: usize) -> Vec<Toevoeging> {
    let mut groot = record(nummer);
    groot.secties.iter_mut().for_each(|sectie| sectie.cijfertekst = vec![7; bytes]);
    vec![Toevoeging { stroom: stroom(1), verwacht: Verwacht::Elke, records: vec![groot] }]
}

/// Writes until no record of 60 kB fits any more; then a small one still does.
pub(crate) async fn loop_vol(map: &Path) {
    let (store, _) = SledStore::open(map, Instellingen::default()).await.unwrap();
    let mut gelukt = 0;
    let geweigerd = loop {
        match store.append(groot(gelukt, 60_000)).await {
            Ok(_) => gelukt += 1,
            Err(fout) => break fout,
        }
    };
    assert!(matches!(geweigerd, StoreError::Full), "{geweigerd}");
    assert_eq!(u128::from(store.kop().0), gelukt);
    store.append(groot(1_000_000, 100)).await.unwrap();
    let alles = store.read_all(Positie::BEGIN, usize::MAX).await.unwrap();
    assert_eq!(alles.len() as u128, gelukt + 1);
    store.sluit().await.unwrap();
    println!("{}", gelukt + 1);
}

pub(crate) async fn volle_schijf() {
    let map = tempfile::tempdir().unwrap();
    let opdracht = "trap '' XFSZ; ulimit -f 4096; exec \"$0\" kind vol \"$1\"";
    let kind = Command::new("sh")
        .args(["-c", opdracht])
        .args([std::env::current_exe().unwrap().as_path(), map.path()])
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    assert!(kind.status.success(), "{kind:?}");
    let bevestigd: u64 = String::from_utf8(kind.stdout).unwrap().trim().parse().unwrap();
    let verslag = verifieer(map.path(), &SleutelbosGeheugen::met([])).await.unwrap();
    assert!(verslag.is_heel() && verslag.staart.is_none(), "{verslag:?}");
    let (store, opening) = SledStore::open(map.path(), instellingen()).await.unwrap();
    assert_eq!((opening.kop, opening.afgekapt), (Positie(bevestigd), None));
    store.append(groot(2_000_000, 60_000)).await.unwrap();
    println!("{bevestigd} gebeurtenissen pasten");
}
