//! Processes that die or get no room: what was acknowledged is there.
//!
//! Run as a test program this runs the tests. Run as `kind WAT MAP` it is the child of one of them.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test; without the harness clippy does not see that"
)]

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use tokio::runtime::Runtime;
use wvp_store::conformance::{deel, record, stroom};
use wvp_store::keyring::SleutelbosGeheugen;
use wvp_store::{EventStore as _, Positie, StoreError, Toevoeging, Verwacht};
use wvp_store_sled::{Instellingen, SledStore, verifieer};

/// Rounds in CI. The full count, before a release: 200.
const RONDES: usize = 3;

/// Acknowledgements that are awaited before the kill.
const BEVESTIGD: usize = 400;

const MOORD: &str = "wat_bevestigd_is_overleeft_kill_9";
const VOL: &str = "een_volle_schijf_weigert_en_gaat_verder_als_er_ruimte_is";

fn main() {
    let argumenten: Vec<String> = std::env::args().skip(1).collect();
    let argumenten: Vec<&str> = argumenten.iter().map(String::as_str).collect();
    let draait = Runtime::new().unwrap();
    match argumenten.as_slice() {
        ["kind", "schrijf", map] => draait.block_on(schrijf(Path::new(map))),
        ["kind", "vol", map] => draait.block_on(loop_vol(Path::new(map))),
        // The protocol of cargo-nextest: list the tests, the ignored ones apart.
        lijst if lijst.contains(&"--list") => {
            if !lijst.contains(&"--ignored") {
                println!("{MOORD}: test\n{VOL}: test");
            }
        }
        namen => {
            let alles = !namen.contains(&MOORD) && !namen.contains(&VOL);
            if alles || namen.contains(&MOORD) {
                draait.block_on(moord());
            }
            if alles || namen.contains(&VOL) {
                draait.block_on(volle_schijf());
            }
        }
    }
}

fn instellingen() -> Instellingen {
    Instellingen { segment_bytes: 64 << 10, controle_na: 100, ..Instellingen::default() }
}

/// Eight writers, each with a stream of its own, print what is acknowledged until they are killed.
async fn schrijf(map: &Path) {
    let (store, _) = SledStore::open(map, instellingen()).await.unwrap();
    let store = Arc::new(store);
    let begin = u128::from(store.kop().0) * 1000;
    let schrijvers: Vec<_> = (0..8)
        .map(|wie| {
            let store = Arc::clone(&store);
            tokio::spawn(async move {
                for nummer in begin.. {
                    let paar = [nummer, nummer + (1 << 100)];
                    let delen = vec![deel(stroom(wie), Verwacht::Elke, paar)];
                    let resultaten = store.append(delen).await.unwrap();
                    let mut uit = std::io::stdout().lock();
                    let posities = resultaten.iter().flat_map(|deel| &deel.posities);
                    posities.for_each(|positie| writeln!(uit, "{positie}").unwrap());
                }
            })
        })
        .collect();
    for schrijver in schrijvers {
        schrijver.await.unwrap();
    }
}

async fn moord() {
    let map = tempfile::tempdir().unwrap();
    let mut hoogste = 0;
    for ronde in 0..RONDES {
        hoogste = hoogste.max(dood_een_schrijver(map.path()));
        let (store, opening) = SledStore::open(map.path(), instellingen()).await.unwrap();
        assert_eq!((opening.verlies, opening.schade), (None, vec![]), "ronde {ronde}");
        let alles = store.read_all(Positie::BEGIN, usize::MAX).await.unwrap();
        let posities = alles.iter().map(|record| record.positie.0);
        assert!(posities.eq(1..=opening.kop.0), "ronde {ronde}: gaten");
        assert!(opening.kop.0 >= hoogste, "ronde {ronde}: {} < {hoogste}", opening.kop);
        // A group is there whole: records come in pairs.
        assert_eq!(opening.kop.0 % 2, 0, "ronde {ronde}");
        store.sluit().await.unwrap();
        eis_heel(map.path()).await;
    }
    println!("{MOORD}: {RONDES} rondes, {hoogste} gebeurtenissen");
}

/// Kills a writing child; answers the highest position that it saw acknowledged.
fn dood_een_schrijver(map: &Path) -> u64 {
    let mut kind = Command::new(std::env::current_exe().unwrap())
        .args(["kind", "schrijf", map.to_str().unwrap()])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut regels = BufReader::new(kind.stdout.take().unwrap()).lines();
    let eerst: Vec<_> = regels.by_ref().take(BEVESTIGD).collect();
    assert_eq!(eerst.len(), BEVESTIGD, "het kind stopte zelf");
    kind.kill().unwrap();
    // What it could still print was acknowledged as well; a torn last line is no number, or the
    // beginning of one that is higher.
    let bevestigd = eerst.into_iter().chain(regels).map_while(Result::ok);
    let hoogste = bevestigd.filter_map(|regel| regel.parse::<u64>().ok()).max();
    kind.wait().unwrap();
    hoogste.unwrap()
}

async fn eis_heel(map: &Path) {
    let verslag = verifieer(map, &SleutelbosGeheugen::met([])).await.unwrap();
    assert!(verslag.is_heel() && verslag.staart.is_none(), "{verslag:?}");
}

fn groot(nummer: u128, bytes: usize) -> Vec<Toevoeging> {
    let mut groot = record(nummer);
    groot.secties.iter_mut().for_each(|sectie| sectie.cijfertekst = vec![7; bytes]);
    vec![Toevoeging { stroom: stroom(1), verwacht: Verwacht::Elke, records: vec![groot] }]
}

/// Writes until no record of 60 kB fits any more; then a small one still does.
async fn loop_vol(map: &Path) {
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

/// A limit on the size of a file stands for a disk without room: a write comes back half done.
async fn volle_schijf() {
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
    eis_heel(map.path()).await;
    let (store, opening) = SledStore::open(map.path(), instellingen()).await.unwrap();
    assert_eq!((opening.kop, opening.afgekapt), (Positie(bevestigd), None));
    store.append(groot(2_000_000, 60_000)).await.unwrap();
    println!("{VOL}: {bevestigd} gebeurtenissen pasten");
}
