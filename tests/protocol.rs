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
    insta::assert_snapshot!(tot_april.join("\n"), @"
    Iemand is 104 weken ziek en niemand doet iets.
      ma 2026-03-02 Melding aan arbodienst                   uiterlijk 2026-03-09  7 dagen voor de uiterste dag   aan werkgever
          Komt niet meer, want deze is nieuwer: 14 dagen voor de uiterste dag.
      di 2026-03-03 Eerste gesprek                           uiterlijk 2026-03-03  op de uiterste dag             aan werkgever
      wo 2026-03-04 Eerste gesprek                           uiterlijk 2026-03-03  1 dag na de uiterste dag       aan werkgever, casemanager
      vr 2026-03-06 Melding aan arbodienst                   uiterlijk 2026-03-09  2 dagen voor de uiterste dag   aan werkgever
          7 maart 2026 is geen werkdag (zaterdag), daarom komt de herinnering op 6 maart 2026.
      vr 2026-03-06 Eerste gesprek                           uiterlijk 2026-03-03  3 dagen na de uiterste dag     aan werkgever, casemanager, teamleider
      ma 2026-03-09 Melding aan arbodienst                   uiterlijk 2026-03-09  op de uiterste dag             aan werkgever, casemanager
      di 2026-03-10 Melding aan arbodienst                   uiterlijk 2026-03-09  1 dag na de uiterste dag       aan werkgever, casemanager
      vr 2026-03-13 Probleemanalyse                          uiterlijk 2026-04-12  28 dagen voor de uiterste dag  aan bedrijfsarts
          De werkgever wil dit uiterlijk op 29 maart 2026.
          15 maart 2026 is geen werkdag (zondag), daarom komt de herinnering op 13 maart 2026.
      ma 2026-03-16 Melding aan arbodienst                   uiterlijk 2026-03-09  7 dagen na de uiterste dag     aan werkgever, casemanager, teamleider
      vr 2026-03-20 Probleemanalyse                          uiterlijk 2026-04-12  21 dagen voor de uiterste dag  aan bedrijfsarts, casemanager
          De werkgever wil dit uiterlijk op 29 maart 2026.
          22 maart 2026 is geen werkdag (zondag), daarom komt de herinnering op 20 maart 2026.
      vr 2026-03-27 Probleemanalyse                          uiterlijk 2026-04-12  14 dagen voor de uiterste dag  aan bedrijfsarts, casemanager
          De werkgever wil dit uiterlijk op 29 maart 2026.
          29 maart 2026 is geen werkdag (zondag), daarom komt de herinnering op 27 maart 2026.
          Op dezelfde dag, dus samen: 16 dagen voor de uiterste dag.
      do 2026-04-02 Probleemanalyse                          uiterlijk 2026-04-12  7 dagen voor de uiterste dag   aan bedrijfsarts, casemanager, teamleider
          De werkgever wil dit uiterlijk op 29 maart 2026.
          5 april 2026 is geen werkdag (Eerste Paasdag), daarom komt de herinnering op 2 april 2026.
    ");
}

#[test]
fn een_trede_die_nooit_komt_is_een_fout_die_haar_noemt() {
    let invoer = r#"{ "per": "2026-01-01", "stappen": [{
        "naam": "bel", "titel": "Bel", "uitleg": "Bel.", "wie": ["werkgever"],
        "na": "ziekmelding", "dagen": 1, "treden": [-14, -7, 0]
    }] }"#;
    let uit = proef(&["-"], invoer);
    assert_eq!(uit.status.code(), Some(1));
    insta::assert_snapshot!(tekst(&uit.stderr), @"
    fout: `bel`: de trede `-14` komt in geen enkele zaak aan de beurt
    ");
}

#[test]
fn een_protocol_dat_de_wet_versoepelt_wordt_geweigerd_met_veld_waarde_en_regel() {
    let invoer = r#"{ "per": "2026-01-01", "aanscherpingen": [
        { "termijn": "wia_aanvraag", "dagen_eerder": -1, "soepel": true }
    ] }"#;
    let uit = proef(&["-", "--json"], invoer);
    assert_eq!(uit.status.code(), Some(1));
    insta::assert_snapshot!(tekst(&uit.stderr), @r#"
    fout: `aanscherpingen[0].dagen_eerder`: `-1` kan niet: een termijn uit de wet mag strenger, maar niet soepeler of weg (R-18, WIA art. 64 lid 3); `aanscherpingen[0].soepel`: `(true of false)` kan niet: onbekend veld; bekend zijn: termijn, vervalt, treden, dagen_later, dagen_eerder, extra_treden, casemanager_vanaf, teamleider_vanaf
    {"fout":"`aanscherpingen[0].dagen_eerder`: `-1` kan niet: een termijn uit de wet mag strenger, maar niet soepeler of weg (R-18, WIA art. 64 lid 3); `aanscherpingen[0].soepel`: `(true of false)` kan niet: onbekend veld; bekend zijn: termijn, vervalt, treden, dagen_later, dagen_eerder, extra_treden, casemanager_vanaf, teamleider_vanaf","fouten":["`aanscherpingen[0].dagen_eerder`: `-1` kan niet: een termijn uit de wet mag strenger, maar niet soepeler of weg (R-18, WIA art. 64 lid 3)","`aanscherpingen[0].soepel`: `(true of false)` kan niet: onbekend veld; bekend zijn: termijn, vervalt, treden, dagen_later, dagen_eerder, extra_treden, casemanager_vanaf, teamleider_vanaf"]}
    "#);
}
