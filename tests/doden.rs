//! kill -9 while the demo plays, and a clean restart: no reminder is lost, none is given twice.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

use std::collections::BTreeMap;
use std::fs;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use wvp_cli::huis::{Huis, OpslagUrl};
use wvp_domain::Datum;
use wvp_engine::Handklok;
use wvp_store::{Positie, Stroomsoort};

/// How often the player is killed before it may finish.
const KEREN: u64 = 3;

fn speler(map: &Path) -> Child {
    Command::new(env!("CARGO_BIN_EXE_proef-speler"))
        .arg(map)
        .stdout(Stdio::null())
        .stderr(Stdio::inherit())
        .spawn()
        .unwrap()
}

/// Size of the journal in bytes.
fn journaal_bytes(map: &Path) -> u64 {
    let Ok(segmenten) = fs::read_dir(map.join("opslag/journaal")) else { return 0 };
    segmenten.flatten().filter_map(|segment| segment.metadata().ok()).map(|meta| meta.len()).sum()
}

/// Kills the player once the journal has grown to this size. The moment within a write is chance:
/// it differs from run to run.
fn speel_tot(map: &Path, bytes: u64) {
    let mut kind = speler(map);
    while journaal_bytes(map) < bytes && kind.try_wait().unwrap().is_none() {
        std::thread::yield_now();
    }
    kind.kill().unwrap();
    kind.wait().unwrap();
}

fn speel_uit(map: &Path) {
    assert!(speler(map).wait().unwrap().success(), "de speler kwam niet aan het einde");
}

fn toeval() -> u64 {
    RandomState::new().build_hasher().finish()
}

/// Every event of every dossier: stream, version, id and type; ids are the same in every run.
async fn gebeurtenissen(map: &Path) -> Vec<String> {
    let klok = Arc::new(Handklok::op(Datum::EERSTE));
    let opslag = OpslagUrl::Sled(map.join("opslag"));
    let huis = Huis::open(&opslag, &map.join("sleutels"), klok).await.unwrap();
    let alle = huis.store.read_all(Positie::BEGIN, usize::MAX).await.unwrap();
    let mut regels: Vec<String> = alle
        .iter()
        .filter(|record| record.stroom.soort != Stroomsoort::Leeslog)
        .map(|it| format!("{} {:>4} {} {}", it.stroom, it.versie, it.id.0, it.type_naam))
        .collect();
    huis.store.sluit().await.unwrap();
    regels.sort();
    regels
}

fn berichten(map: &Path) -> BTreeMap<String, Vec<u8>> {
    fs::read_dir(map.join("berichten"))
        .unwrap()
        .map(|regel| regel.unwrap().path())
        .filter(|pad| pad.extension().is_some_and(|soort| soort == "eml"))
        .map(|pad| (pad.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(pad).unwrap()))
        .collect()
}

#[tokio::test]
async fn een_gedode_demo_gaat_verder_zonder_verloren_of_dubbele_herinnering() {
    let map = tempfile::tempdir().unwrap();
    let (heel, gedood) = (map.path().join("heel"), map.path().join("gedood"));
    speel_uit(&heel);
    let totaal = journaal_bytes(&heel);
    for keer in 0..KEREN {
        let deel = totaal / KEREN;
        speel_tot(&gedood, deel * keer + toeval() % deel);
    }
    speel_uit(&gedood);
    let verwacht = gebeurtenissen(&heel).await;
    let is_bericht = |regel: &&String| {
        regel.to_lowercase().contains("herinnering") || regel.ends_with("StukkenGevraagd")
    };
    let gemeld = verwacht.iter().filter(is_bericht).count();
    assert!(gemeld > 100, "{gemeld} berichten");
    assert_eq!(gebeurtenissen(&gedood).await, verwacht);
    assert!(berichten(&gedood) == berichten(&heel), "de berichten verschillen");
    assert_eq!(berichten(&heel).len(), gemeld);
    let uit = Command::new(env!("CARGO_BIN_EXE_proef-poortwachter"))
        .args(["verify", "--opslag"])
        .arg(format!("sled:{}", gedood.join("opslag").display()))
        .arg("--sleutels")
        .arg(gedood.join("sleutels"))
        .output()
        .unwrap();
    assert!(uit.status.success(), "{}", String::from_utf8_lossy(&uit.stdout));
}
