//! `poortwachter wat-als`, `regels` and `ziektedag`: what a change of facts or of rules does.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

use std::path::Path;
use std::process::Output;
use std::sync::Arc;

use serde_json::Value;
use wvp_cli::demo::{caseload, gebruiker, schrijf_in};
use wvp_cli::huis::Huis;
use wvp_domain::Command as Opdracht;
use wvp_engine::Handklok;

const ZIEK: &str =
    r#"{ "peildatum": "2025-06-02", "perioden": [{ "eerste_ziektedag": "2025-03-03" }] }"#;

fn draai(argumenten: &[&str], invoer: &str) -> Output {
    tests::programma::draai(env!("CARGO_BIN_EXE_proef-poortwachter"), argumenten, invoer).unwrap()
}

fn tekst(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn json(uit: &Output) -> Value {
    assert!(uit.status.success(), "{}", tekst(&uit.stderr));
    serde_json::from_slice(&uit.stdout).unwrap()
}

/// A store with the case of AOW, played until its AOW date is known, and the number of its dossier.
async fn dossier_met_aow(map: &Path) -> String {
    let zaken = caseload().unwrap();
    let zaak = zaken.iter().find(|zaak| zaak.sleutel == "aow").unwrap();
    let klok = Arc::new(Handklok::op(zaak.van));
    let (opslag, sleutels) = (map.join("opslag"), map.join("sleutels"));
    let huis = Huis::open_of_maak(&opslag, &sleutels, Arc::clone(&klok) as _).await.unwrap();
    schrijf_in(&huis.engine, zaak).await.unwrap();
    for stap in &zaak.stappen {
        klok.zet(stap.dag);
        let wie = gebruiker(zaak, stap.wie);
        huis.engine.execute(&wie, zaak.dossier, stap.wat.clone()).await.unwrap();
        if matches!(stap.wat, Opdracht::LegAowDatumVast(_)) {
            break;
        }
    }
    huis.store.sluit().await.unwrap();
    zaak.dossier.to_string()
}

/// The arguments that name the store.
fn opslag(map: &Path) -> [String; 2] {
    [
        format!("--opslag=sled:{}", map.join("opslag").display()),
        format!("--sleutels={}", map.join("sleutels").display()),
    ]
}

#[test]
fn een_terugval_toont_ervoor_erna_en_de_reden() {
    let uit = draai(
        &["wat-als", "-", "--hersteld-per", "2025-05-05", "--opnieuw-ziek", "2025-05-15"],
        ZIEK,
    );
    let scherm = tekst(&uit.stdout);
    assert!(scherm.contains("laatste dag wachttijd          2027-02-28 → 2027-03-10"), "{scherm}");
    assert!(
        scherm.contains(
            "WIA-aanvraag                       wet          zo 2026-12-13 → wo 2026-12-23 +10"
        ),
        "{scherm}"
    );
    assert!(scherm.contains("10 dagen hersteld van 5"), "{scherm}");
}

#[test]
fn als_json_staan_voor_na_en_verschillen_erin() {
    let argumenten =
        ["wat-als", "-", "--json", "--verlof", "2025-06-02/2025-09-21", "--zelfde-oorzaak"];
    let uit = json(&draai(&argumenten, ZIEK));
    let d_ster = |moment: &str| uit[moment][0]["verschoven_eerste_ziektedag"].clone();
    assert_eq!((d_ster("voor"), d_ster("na")), ("2025-03-03".into(), "2025-06-23".into()));
    let verschillen = uit["verschillen"].as_array().unwrap();
    assert!(verschillen.iter().all(|verschil| !verschil["redenen"].as_array().unwrap().is_empty()));
}

#[test]
fn een_wijziging_die_niet_kan_wordt_geweigerd() {
    let uit = draai(&["wat-als", "-", "--hersteld-per", "2025-03-01"], ZIEK);
    assert_eq!(uit.status.code(), Some(1));
    assert!(tekst(&uit.stderr).contains("`perioden[0].hersteld_per`: `2025-03-01`"));
}

#[test]
fn zonder_wijziging_is_het_verkeerd_gebruik() {
    let uit = draai(&["wat-als", "-"], ZIEK);
    assert_eq!(uit.status.code(), Some(2));
    assert!(tekst(&uit.stderr).contains("geef ten minste een van"));
}

#[tokio::test]
async fn een_dossier_wordt_gelezen_door_wie_dat_mag() {
    let map = tempfile::tempdir().unwrap();
    let dossier = dossier_met_aow(map.path()).await;
    let [opslag, sleutels] = opslag(map.path());
    let wat_als = |lezer: &str| {
        let argumenten = [
            "wat-als",
            "--json",
            "--dossier",
            &dossier,
            "--lezer",
            lezer,
            &opslag,
            &sleutels,
            "--keuze",
            "K-12=dag_erna",
            "--peildatum",
            "2026-01-01",
        ];
        draai(&argumenten, "")
    };
    let uit = json(&wat_als("werkgever/werkgever"));
    let verschillen = uit["verschillen"].as_array().unwrap();
    let loon = verschillen.iter().find(|verschil| verschil["id"] == "einde_loondoorbetaling");
    assert_eq!(loon.unwrap()["dagen"], 1);
    assert_eq!(wat_als("overig/belastingdienst").status.code(), Some(1));
}

#[tokio::test]
async fn een_andere_versie_van_de_regels_noemt_elk_open_dossier_dat_verschuift() {
    let map = tempfile::tempdir().unwrap();
    let dossier = dossier_met_aow(map.path()).await;
    let [opslag, sleutels] = opslag(map.path());
    let vergelijk = |van: &str, vorm: &str| {
        let naar = "2023-07-01";
        draai(&["regels", "vergelijk", "--van", van, "--naar", naar, vorm, &opslag, &sleutels], "")
    };
    let csv = tekst(&vergelijk("2023-06-30", "--csv").stdout);
    let mut regels = csv.lines();
    assert_eq!(
        regels.next().unwrap(),
        "dossier,zaak,termijn,basis,uiterlijk_van,uiterlijk_naar,dagen,reden"
    );
    assert!(
        regels.any(|regel| regel.starts_with(&format!("{dossier},1,einde_loondoorbetaling,wet"))
            && regel.contains(",-49,")
            && regel.contains("2023-07-01 (R-70")),
        "{csv}"
    );
    let niets = json(&vergelijk("2023-07-01", "--json"));
    assert_eq!((&niets["dossiers"], niets["geraakt"].as_array().unwrap().len()), (&1.into(), 0));
}

#[tokio::test]
async fn een_versie_zonder_regels_is_een_mislukking() {
    let map = tempfile::tempdir().unwrap();
    dossier_met_aow(map.path()).await;
    let [opslag, sleutels] = opslag(map.path());
    let argumenten =
        ["regels", "vergelijk", "--van", "1990-01-01", "--naar", "2023-07-01", &opslag, &sleutels];
    let uit = draai(&argumenten, "");
    assert_eq!(uit.status.code(), Some(1));
    assert!(tekst(&uit.stderr).contains("1 van de 1 dossiers zijn niet te vergelijken"));
}

#[test]
fn de_tabel_op_papier_is_die_van_het_schema() {
    let uit = draai(&["regels", "toon"], "");
    assert_eq!(tekst(&uit.stdout), include_str!("../schemas/termijnen.md"));
}

#[test]
fn de_eerste_ziektedag_volgt_uit_de_werkdagen() {
    for (argumenten, dag) in [
        (["ziektedag", "--ziek-vanaf", "2025-03-08"].as_slice(), "2025-03-10\n"),
        (&["ziektedag", "--ziek-vanaf", "2025-03-07", "--werkdagen", "ma,do"], "2025-03-10\n"),
        (&["ziektedag", "--gestopt-op", "2025-03-09"], "2025-03-09\n"),
        (&["ziektedag", "--ziek-vanaf", "2025-03-08", "--uitkering"], "2025-03-08\n"),
    ] {
        assert_eq!(tekst(&draai(argumenten, "").stdout), dag, "{argumenten:?}");
    }
}
