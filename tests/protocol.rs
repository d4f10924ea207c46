//! `poortwachter protocol proef`: an employer sees every reminder before a protocol goes live.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

use std::collections::BTreeSet;
use std::process::Output;

use serde_json::Value;

const VOORBEELD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/protocol/voorbeeld.json");

fn proef(argumenten: &[&str], invoer: &str) -> Output {
    let argumenten: Vec<&str> = ["protocol", "proef"].iter().chain(argumenten).copied().collect();
    let programma = env!("CARGO_BIN_EXE_proef-poortwachter");
    tests::programma::draai(programma, &argumenten, invoer).unwrap()
}

fn tekst(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn elke_stap_van_het_voorbeeld_komt_in_een_zaak_aan_de_beurt() {
    let uit = proef(&[VOORBEELD, "--json"], "");
    assert_eq!(uit.status.code(), Some(0), "{}", tekst(&uit.stderr));
    let json: Value = serde_json::from_slice(&uit.stdout).unwrap();
    assert_eq!(json["eerste_ziektedag"], "2026-01-05");
    let zaken = json["zaken"].as_array().unwrap();
    let stappen: BTreeSet<&str> = zaken
        .iter()
        .flat_map(|zaak| zaak["herinneringen"].as_array().unwrap())
        .map(|it| it["stap"].as_str().unwrap())
        .collect();
    for stap in ["eerste_gesprek", "gesprek_na_terugval", "terugkeergesprek", "afscheid"] {
        assert!(stappen.contains(stap), "{stap}");
    }
    assert_eq!(zaken.len(), 6);
}

#[test]
fn een_proef_zegt_per_dag_wie_wat_hoort_en_waarom_een_dag_verschuift() {
    let uit = proef(&[VOORBEELD, "--eerste-ziektedag", "2026-03-02"], "");
    let alles = tekst(&uit.stdout);
    let tot_april: Vec<&str> =
        alles.lines().skip_while(|regel| !regel.contains("104 weken")).take(24).collect();
    insta::assert_snapshot!(tot_april.join("\n"), @"");
}

#[test]
fn een_trede_die_nooit_komt_is_een_fout_die_haar_noemt() {
    let invoer = r#"{ "per": "2026-01-01", "stappen": [{
        "naam": "bel", "titel": "Bel", "uitleg": "Bel.", "wie": ["werkgever"],
        "na": "ziekmelding", "dagen": 1, "treden": [-14, -7, 0]
    }] }"#;
    let uit = proef(&["-"], invoer);
    assert_eq!(uit.status.code(), Some(1));
    insta::assert_snapshot!(tekst(&uit.stderr), @"");
}

#[test]
fn een_protocol_dat_de_wet_versoepelt_wordt_geweigerd_met_veld_waarde_en_regel() {
    let invoer = r#"{ "per": "2026-01-01", "aanscherpingen": [
        { "termijn": "wia_aanvraag", "dagen_eerder": -1, "soepel": true }
    ] }"#;
    let uit = proef(&["-", "--json"], invoer);
    assert_eq!(uit.status.code(), Some(1));
    insta::assert_snapshot!(tekst(&uit.stderr), @"");
}
