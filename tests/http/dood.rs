//! Whatever a client was told is there: after kill -9 in the middle, and in a backup that was made meanwhile.

use std::hash::{BuildHasher as _, RandomState};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use tests::gediend::{Bevestigd, Gediend, Voorbereid};
use tokio::task::JoinHandle;
use uuid::Uuid;
use wvp_proefserver::proefserver;

const PROGRAMMA: &str = env!("CARGO_BIN_EXE_proef-poortwachter");
const KLANTEN: usize = 4;

/// How often the server is killed.
fn rondes() -> u32 {
    option_env!("POORTWACHTER_RONDES").and_then(|aantal| aantal.parse().ok()).unwrap_or(2)
}

/// Between 5 and 24 more: where in its work that finds the server is chance.
fn nog_een_paar() -> u32 {
    5 + u32::try_from(RandomState::new().hash_one(0) % 20).unwrap()
}

fn start(map: &Path, opslag: &str) -> Gediend {
    Gediend::start(Path::new(PROGRAMMA), map, opslag, "").unwrap()
}

fn klanten(wie: &Voorbereid, gediend: &Gediend, tot: &Arc<Bevestigd>) -> Vec<JoinHandle<()>> {
    let klant = |_| {
        let (klant, pad, tot) = (wie.klant(gediend.adres), wie.pad(), Arc::clone(tot));
        tokio::spawn(async move { tot.leg_vast(klant, &pad).await })
    };
    (0..KLANTEN).map(klant).collect()
}

async fn eis_alles(wie: &Voorbereid, gediend: &Gediend, stukken: &[Uuid]) {
    let gelezen = wie.klant(gediend.adres).get(&wie.pad()).await.unwrap();
    assert_eq!(gelezen.status, 200);
    let tekst = String::from_utf8(gelezen.lijf).unwrap();
    let weg: Vec<&Uuid> = stukken.iter().filter(|it| !tekst.contains(&it.to_string())).collect();
    assert!(weg.is_empty(), "{} of {} are gone", weg.len(), stukken.len());
}

async fn dood_telkens(map: &Path, opslag: &str, wie: &Voorbereid) {
    let bevestigd = Arc::new(Bevestigd::default());
    for _ in 0..rondes() {
        let gediend = start(map, opslag);
        let klanten = klanten(wie, &gediend, &bevestigd);
        bevestigd.wacht_op(nog_een_paar()).await.unwrap();
        gediend.dood().unwrap();
        for klant in klanten {
            klant.await.unwrap();
        }
        let gediend = start(map, opslag);
        eis_alles(wie, &gediend, &bevestigd.tot_nu()).await;
        assert!(gediend.stop().unwrap().success());
    }
    assert!(bevestigd.vreemd().is_empty(), "{:?}", bevestigd.vreemd());
}

#[tokio::test(flavor = "multi_thread")]
async fn wat_over_http_is_bevestigd_overleeft_een_gedode_server() {
    let map = tempfile::tempdir().unwrap();
    let wie = Voorbereid::in_map(map.path()).await.unwrap();
    let opslag = format!("sled:{}", map.path().join("opslag").display());
    dood_telkens(map.path(), &opslag, &wie).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn wat_over_http_is_bevestigd_overleeft_een_gedode_server_op_postgresql() {
    let map = tempfile::tempdir().unwrap();
    let wie = Voorbereid::in_map(map.path()).await.unwrap();
    let url = proefserver().maak_database().unwrap();
    let van = format!("sled:{}", map.path().join("opslag").display());
    eis(map.path(), &["copy", "--json", "--from", &van, "--to", &url]);
    dood_telkens(map.path(), &url, &wie).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn een_backup_van_een_server_die_schrijft_heeft_alles_van_daarvoor() {
    let map = tempfile::tempdir().unwrap();
    let wie = Voorbereid::in_map(map.path()).await.unwrap();
    let gediend = start(map.path(), &format!("sled:{}", map.path().join("opslag").display()));
    let bevestigd = Arc::new(Bevestigd::default());
    let klanten = klanten(&wie, &gediend, &bevestigd);
    bevestigd.wacht_op(10).await.unwrap();
    let ervoor = bevestigd.tot_nu();
    let hier = map.path().to_owned();
    let backup = tokio::task::spawn_blocking(move || {
        let waar = ["--opslag", "sled:opslag", "--sleutels", "sleutels"];
        eis(&hier, &[&["backup", "log", "--sleutelbos", "bos"][..], &waar].concat());
    });
    backup.await.unwrap();
    // It never stopped answering.
    bevestigd.wacht_op(5).await.unwrap();
    assert!(gediend.stop().unwrap().success());
    for klant in klanten {
        klant.await.unwrap();
    }
    let waar = ["--opslag", "sled:terug", "--sleutels", "sleutels"];
    eis(map.path(), &[&["restore", "log", "--sleutelbos", "bos"][..], &waar].concat());
    let terug = start(map.path(), &format!("sled:{}", map.path().join("terug").display()));
    eis_alles(&wie, &terug, &ervoor).await;
}

/// Runs the program in a folder.
fn eis(map: &Path, argumenten: &[&str]) {
    let uit = Command::new(PROGRAMMA).args(argumenten).current_dir(map).output().unwrap();
    assert!(uit.status.success(), "{}", String::from_utf8_lossy(&uit.stderr));
}
