//! Kill -9 while writing: what was acknowledged is there.
//!
//! Run without arguments this is the test. Run with `kind MAP` it writes until it is killed, and
//! prints the position of everything that was acknowledged.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

use wvp_store::conformance::{deel, stroom};
use wvp_store::keyring::SleutelbosGeheugen;
use wvp_store::{EventStore as _, Positie, Verwacht};
use wvp_store_sled::{Instellingen, SledStore, verifieer};

/// Rounds in CI. The full count, before a release: 200.
const RONDES: usize = 3;

/// Acknowledgements that are awaited before the kill.
const BEVESTIGD: usize = 400;

const NAAM: &str = "wat_bevestigd_is_overleeft_kill_9";

fn main() {
    let argumenten: Vec<String> = std::env::args().skip(1).collect();
    let argumenten: Vec<&str> = argumenten.iter().map(String::as_str).collect();
    let draait = tokio::runtime::Runtime::new().unwrap();
    match argumenten.as_slice() {
        ["kind", map] => draait.block_on(schrijf(Path::new(map))),
        // The protocol of cargo-nextest: list the tests, the ignored ones apart.
        lijst if lijst.contains(&"--list") => {
            if !lijst.contains(&"--ignored") {
                println!("{NAAM}: test");
            }
        }
        _ => draait.block_on(moord()),
    }
}

/// Eight writers, each with a stream of its own.
async fn schrijf(map: &Path) {
    let (store, _) = SledStore::open(map, instellingen()).await.unwrap();
    let store = std::sync::Arc::new(store);
    let schrijvers: Vec<_> = (0..8_u128)
        .map(|wie| {
            let store = std::sync::Arc::clone(&store);
            tokio::spawn(async move {
                let begin = u128::from(store.kop().0) * 1000;
                for nummer in begin.. {
                    let delen =
                        vec![deel(stroom(wie), Verwacht::Elke, [nummer, nummer + (1 << 100)])];
                    let resultaten = store.append(delen).await.unwrap();
                    let posities = resultaten.iter().flat_map(|deel| &deel.posities);
                    let regel = posities.map(|positie| format!("{positie}\n")).collect::<String>();
                    std::io::stdout().write_all(regel.as_bytes()).unwrap();
                }
            })
        })
        .collect();
    for schrijver in schrijvers {
        schrijver.await.unwrap();
    }
}

fn instellingen() -> Instellingen {
    Instellingen { segment_bytes: 64 << 10, controle_na: 100, ..Instellingen::default() }
}

async fn moord() {
    let map = tempfile::tempdir().unwrap();
    let mut hoogste = 0;
    for ronde in 0..RONDES {
        let mut kind = Command::new(std::env::current_exe().unwrap())
            .args(["kind", map.path().to_str().unwrap()])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut regels = BufReader::new(kind.stdout.take().unwrap()).lines();
        let mut bevestigd: Vec<u64> = vec![];
        for regel in regels.by_ref().take(BEVESTIGD) {
            bevestigd.push(regel.unwrap().parse().unwrap());
        }
        kind.kill().unwrap();
        // What it could still print was acknowledged as well; a torn last line was not.
        bevestigd
            .extend(regels.map_while(Result::ok).filter_map(|regel| regel.parse::<u64>().ok()));
        kind.wait().unwrap();
        hoogste = bevestigd.iter().copied().chain([hoogste]).max().unwrap();
        let (store, opening) = SledStore::open(map.path(), instellingen()).await.unwrap();
        assert_eq!((opening.verlies, opening.schade), (None, vec![]), "ronde {ronde}");
        let alles = store.read_all(Positie::BEGIN, usize::MAX).await.unwrap();
        let posities = alles.iter().map(|record| record.positie.0);
        assert!(posities.eq(1..=opening.kop.0), "ronde {ronde}: gaten");
        assert!(opening.kop.0 >= hoogste, "ronde {ronde}: {} < {hoogste}", opening.kop);
        // A group is there whole: records come in pairs.
        assert_eq!(opening.kop.0 % 2, 0, "ronde {ronde}");
        store.sluit().await.unwrap();
        let verslag = verifieer(map.path(), &SleutelbosGeheugen::met([])).await.unwrap();
        assert!(verslag.is_heel(), "ronde {ronde}: {verslag:?}");
    }
    println!("{NAAM}: {RONDES} rondes, {hoogste} gebeurtenissen");
}
