//! `poortwachter toegang verschil`, and the fingerprint of the table in every log line.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

use std::fs;
use std::process::{Command, Output};

use serde_json::Value;

const TABEL: &str = include_str!("../crates/wvp-access/matrix.csv");
const LIJST: &str = include_str!("../schemas/bevoegdheden.txt");
const LEEST: &str = "werkgever,werkgever,A,read,always,allow,";

fn draai(argumenten: &[&str]) -> Output {
    tests::programma::draai(env!("CARGO_BIN_EXE_proef-poortwachter"), argumenten, "").unwrap()
}

/// The fingerprint as the printed list names it.
fn vingerafdruk() -> &'static str {
    let regel =
        LIJST.lines().find_map(|regel| regel.strip_prefix("Vingerafdruk van alle besluiten: "));
    regel.unwrap()
}

/// Compares the embedded table, changed by `anders`, with itself.
fn verschil(anders: impl Fn(&str) -> String, vlaggen: &[&str]) -> String {
    let map = tempfile::tempdir().unwrap();
    let pad = map.path().join("oud.csv");
    let oud: Vec<String> = TABEL.lines().map(anders).collect();
    fs::write(&pad, oud.join("\n")).unwrap();
    let uit = draai(&[&["toegang", "verschil", pad.to_str().unwrap()], vlaggen].concat());
    assert!(uit.status.success(), "{}", String::from_utf8_lossy(&uit.stderr));
    String::from_utf8(uit.stdout).unwrap()
}

/// In the old table the employer read A only as its own insurer.
fn strenger(regel: &str) -> String {
    match regel.strip_prefix(LEEST) {
        Some(bron) => format!("werkgever,werkgever,A,read,wga_erd,allow,{bron}"),
        None => regel.to_owned(),
    }
}

#[test]
fn dezelfde_tabel_geeft_geen_verschil() {
    let tekst = verschil(str::to_owned, &[]);
    let vingerafdruk = vingerafdruk();
    assert_eq!(
        tekst,
        format!("oud:   {vingerafdruk}\nnieuw: {vingerafdruk}\ngeen enkel besluit is anders\n")
    );
}

#[test]
fn een_verschil_noemt_lezer_handeling_omstandigheden_en_rijen() {
    let tekst = verschil(strenger, &[]);
    for deel in [
        "werkgever/werkgever: nee wordt ja",
        "  read A  (",
        "als dit dossier is aan de lezer toegewezen en de werkgever is geen eigenrisicodrager voor de WGA",
        "    - werkgever,werkgever,A,read,wga_erd,allow,",
        "    + werkgever,werkgever,A,read,always,allow,",
    ] {
        assert!(tekst.contains(deel), "{deel}: {tekst}");
    }
    assert!(!tekst.contains("ja wordt nee"), "{tekst}");
}

#[test]
fn een_verschil_als_json_heeft_de_woorden_van_de_tabel() {
    let uitvoer: Value = serde_json::from_str(&verschil(strenger, &["--json"])).unwrap();
    assert_eq!(uitvoer["nieuw"], vingerafdruk());
    assert_ne!(uitvoer["oud"], uitvoer["nieuw"]);
    let alle = uitvoer["verschuivingen"].as_array().unwrap();
    let lezen = alle.iter().find(|it| it["category"] == "A" && it["action"] == "read").unwrap();
    assert_eq!((&lezen["was"], &lezen["wordt"]), (&"deny".into(), &"allow".into()));
    let als = lezen["als"].as_array().unwrap();
    assert!(!als.is_empty() && als.iter().all(|klasse| klasse["wga_erd"] == false), "{als:?}");
}

#[test]
fn twee_bestanden_worden_met_elkaar_vergeleken() {
    let map = tempfile::tempdir().unwrap();
    let pad = |naam: &str| map.path().join(naam).to_str().unwrap().to_owned();
    let (oud, nieuw) = (pad("oud.csv"), pad("nieuw.csv"));
    fs::write(&oud, TABEL).unwrap();
    let zonder: Vec<&str> = TABEL.lines().filter(|regel| !regel.starts_with(LEEST)).collect();
    fs::write(&nieuw, zonder.join("\n")).unwrap();
    let uit = draai(&["toegang", "verschil", &oud, &nieuw]);
    let tekst = String::from_utf8(uit.stdout).unwrap();
    assert!(tekst.contains("werkgever/werkgever: ja wordt nee"), "{tekst}");
}

#[test]
fn een_bestand_dat_geen_tabel_is_wordt_genoemd_met_zijn_rij() {
    let map = tempfile::tempdir().unwrap();
    let pad = map.path().join("oud.csv");
    let kop = TABEL.lines().next().unwrap();
    fs::write(&pad, format!("{kop}\nwerkgever,baas,A,read,always,allow,R-013\n")).unwrap();
    let uit = draai(&["toegang", "verschil", pad.to_str().unwrap()]);
    assert_eq!(uit.status.code(), Some(1));
    let fout = String::from_utf8(uit.stderr).unwrap();
    assert!(fout.contains("is geen tabel van bevoegdheden: rij 1"), "{fout}");
    assert!(fout.contains("`baas`"), "{fout}");
}

#[test]
fn elke_logregel_draagt_de_vingerafdruk_van_de_tabel() {
    let uit = Command::new(env!("CARGO_BIN_EXE_proef-poortwachter"))
        .args(["simulate", "--dossiers", "2", "--seed", "1"])
        .env("POORTWACHTER_LOG", "info")
        .output()
        .unwrap();
    let stderr = String::from_utf8(uit.stderr).unwrap();
    let logregels: Vec<&str> =
        stderr.lines().filter(|regel| regel.contains("wvp_engine")).collect();
    assert!(logregels.len() > 2, "{stderr}");
    let begin = format!("bevoegdheden={} ", vingerafdruk());
    for regel in logregels {
        assert!(regel.starts_with(&begin), "{regel}");
        assert!(!regel.contains('\u{1b}'), "colours in what is no screen: {regel}");
    }
}
