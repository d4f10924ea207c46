//! `poortwachter simulate`: a synthetic caseload through the program.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

use serde_json::Value;
use tests::programma::draai;

fn simuleer(argumenten: &[&str]) -> Value {
    let alle = [&["simulate"], argumenten].concat();
    let uit = draai(env!("CARGO_BIN_EXE_proef-poortwachter"), &alle, "").unwrap();
    assert!(uit.status.success(), "{}", String::from_utf8_lossy(&uit.stderr));
    let stdout = String::from_utf8(uit.stdout).unwrap();
    serde_json::from_str(stdout.lines().last().unwrap()).unwrap()
}

#[test]
fn de_laatste_regel_heeft_de_velden_van_het_contract() {
    let meting = simuleer(&["--dossiers", "20", "--seed", "5", "--jaren", "1"]);
    let mut velden: Vec<&String> = meting.as_object().unwrap().keys().collect();
    velden.sort_unstable();
    assert_eq!(
        velden,
        [
            "bytes_on_disk",
            "dossiers",
            "events",
            "events_per_second",
            "peak_rss_bytes",
            "rebuild_seconds",
            "reopen_seconds",
            "seconds",
            "tick_due",
            "tick_seconds",
            "timeline_p50_us",
            "timeline_p99_us",
        ]
    );
}

#[test]
fn hetzelfde_zaad_schrijft_evenveel_en_de_opslag_is_heel() {
    let map = tempfile::tempdir().unwrap();
    let opslag = format!("--opslag=sled:{}", map.path().join("opslag").display());
    let sleutels = format!("--sleutels={}", map.path().join("sleutels").display());
    let gevraagd = ["--dossiers", "30", "--seed", "9"];
    let in_map = simuleer(&[&gevraagd[..], &[&opslag, &sleutels]].concat());
    let tijdelijk = simuleer(&gevraagd);
    assert_eq!(
        (&in_map["events"], &in_map["tick_due"]),
        (&tijdelijk["events"], &tijdelijk["tick_due"])
    );
    let programma = env!("CARGO_BIN_EXE_proef-poortwachter");
    let uit = draai(programma, &["verify", &opslag, &sleutels], "").unwrap();
    assert!(uit.status.success(), "{}", String::from_utf8_lossy(&uit.stderr));
}

#[test]
fn een_opslag_zonder_sleutels_is_verkeerd_gebruik() {
    let programma = env!("CARGO_BIN_EXE_proef-poortwachter");
    let uit = draai(programma, &["simulate", "--dossiers", "1", "--opslag", "sled:x"], "").unwrap();
    assert_eq!(uit.status.code(), Some(2));
}
