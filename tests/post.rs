//! Reminders at a real mail server, from a process that is killed at random moments: what arrives and what
//! is recorded are the same, one to one by Message-ID. A repeat is the same mail, byte by byte.
//!
//! `POORTWACHTER_RONDES` says how often it is killed, 4 when it is not set while this builds.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use mail_parser::MessageParser;
use uuid::Uuid;
use wvp_cli::huis::{Huis, OpslagUrl};
use wvp_domain::Datum;
use wvp_engine::Handklok;
use wvp_proefserver::{Postlijn, Postserver};
use wvp_store::{Positie, Record, Stroomsoort};

fn rondes() -> u64 {
    option_env!("POORTWACHTER_RONDES").and_then(|aantal| aantal.parse().ok()).unwrap_or(4)
}

fn speler(map: &Path, post: &Postserver) -> Child {
    Command::new(env!("CARGO_BIN_EXE_proef-speler"))
        .arg(map)
        .arg(post.poort().to_string())
        .stdout(Stdio::null())
        .stderr(Stdio::inherit())
        .spawn()
        .unwrap()
}

fn journaal_bytes(map: &Path) -> u64 {
    let Ok(segmenten) = fs::read_dir(map.join("opslag/journaal")) else { return 0 };
    segmenten.flatten().filter_map(|segment| segment.metadata().ok()).map(|meta| meta.len()).sum()
}

/// Plays until the journal has grown by so much, then kills. Where that is within a write, or between a
/// mail and its fact, is chance.
fn speel_en_dood(map: &Path, post: &Postserver, bytes: u64) {
    let tot = journaal_bytes(map) + bytes;
    let mut kind = speler(map, post);
    while journaal_bytes(map) < tot && kind.try_wait().unwrap().is_none() {
        std::thread::yield_now();
    }
    kind.kill().unwrap();
    kind.wait().unwrap();
}

fn toeval() -> u64 {
    RandomState::new().build_hasher().finish()
}

async fn records(map: &Path) -> Vec<Record> {
    let klok = Arc::new(Handklok::op(Datum::EERSTE));
    let opslag = OpslagUrl::Sled(map.join("opslag"));
    let huis = Huis::open(&opslag, &map.join("sleutels"), klok).await.unwrap();
    let alle = huis.store.read_all(Positie::BEGIN, usize::MAX).await.unwrap();
    huis.store.sluit().await.unwrap();
    alle
}

/// The mails by the id in their Message-ID, each with how often it came. A repeat must be the same mail.
fn post_per_id(post: &Postserver) -> BTreeMap<Uuid, (Vec<u8>, usize)> {
    let mut per_id = BTreeMap::new();
    for bytes in post.ontvangen().unwrap() {
        let brief = MessageParser::default().parse(&bytes).unwrap();
        let (id, _) = brief.message_id().unwrap().split_once('@').unwrap();
        let (eerder, keer) = per_id.entry(id.parse().unwrap()).or_insert((bytes.clone(), 0));
        assert!(*eerder == bytes, "twee verschillende berichten met nummer {id}");
        *keer += 1;
    }
    per_id
}

fn aantal(records: &[Record], naam: &str) -> usize {
    records.iter().filter(|record| record.type_naam == naam).count()
}

#[tokio::test]
async fn een_gedood_proces_stuurt_elke_herinnering_en_legt_elke_bezorging_een_keer_vast() {
    let map = tempfile::tempdir().unwrap();
    let post = Postserver::start(&Postlijn::Open).unwrap();
    // A run of the whole caseload grows the journal to about half a megabyte.
    let deel = 500_000 / rondes();
    for _ in 0..rondes() {
        speel_en_dood(map.path(), &post, toeval() % (2 * deel));
    }
    assert!(speler(map.path(), &post).wait().unwrap().success());
    let records = records(map.path()).await;
    let wordt_bericht = |record: &&Record| {
        ["HerinneringGegeven", "StukkenGevraagd"].contains(&record.type_naam.as_str())
    };
    let berichten: BTreeSet<Uuid> =
        records.iter().filter(wordt_bericht).map(|record| record.id.0).collect();
    let ontvangen = post_per_id(&post);
    let bezorgd = aantal(&records, "BerichtBezorgd");
    let vervallen = aantal(&records, "BerichtVervallen");
    assert!(
        ontvangen.keys().all(|id| berichten.contains(id)),
        "post zonder herinnering of verzoek"
    );
    assert_eq!(ontvangen.len(), bezorgd);
    assert_eq!(bezorgd + vervallen, berichten.len());
    assert_eq!(berichten.len(), records.iter().filter(wordt_bericht).count(), "twee keer gegeven");
    let uit = records.iter().filter(|it| it.stroom.soort == Stroomsoort::Bezorging).count();
    assert_eq!(uit, bezorgd + vervallen, "een bezorging staat er meer dan eens");
    assert!(berichten.len() > 100, "{} berichten", berichten.len());
    let herhaald: usize = ontvangen.values().map(|(_, keer)| keer - 1).sum();
    println!(
        "{} keer gedood: {} berichten, {bezorgd} bezorgd, {vervallen} vervallen, {herhaald} \
         herhaald met hetzelfde nummer",
        rondes(),
        berichten.len()
    );
}
