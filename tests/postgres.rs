//! The whole house on PostgreSQL: what it shows is what it shows on the embedded store.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;

use tests::proefhuis::Opname;
use wvp_cli::demo::{Speler, caseload};
use wvp_cli::huis::{Huis, OpslagUrl};
use wvp_domain::Datum;
use wvp_engine::Handklok;
use wvp_proefserver::proefserver;

/// Plays the case that ends in week 3; gives the number of the dossier and the reminders.
async fn speel(huis: &Huis, klok: Arc<Handklok>) -> (String, usize) {
    let mut zaken = caseload().unwrap();
    zaken.retain(|zaak| zaak.sleutel == "herstel");
    for zaak in &mut zaken {
        zaak.papieren.clear();
    }
    let post = Opname::default();
    let speler = Speler { huis, klok, zaken: &zaken, kanaal: &post, papieren: "nergens".into() };
    speler.speel(&|_| {}).await.unwrap();
    huis.store.sluit().await.unwrap();
    (zaken.first().unwrap().dossier.to_string(), post.berichten().len())
}

/// A house on a database, with its key file in a folder.
async fn op_database(url: &str, map: &Path, klok: &Arc<Handklok>) -> Huis {
    let opslag: OpslagUrl = url.parse().unwrap();
    Huis::open(&opslag, &map.join("sleutels"), Arc::clone(klok) as _).await.unwrap()
}

fn poortwachter(opslag: &str, map: &Path, argumenten: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_proef-poortwachter"))
        .args(argumenten)
        .arg(format!("--opslag={opslag}"))
        .arg(format!("--sleutels={}", map.join("sleutels").display()))
        .output()
        .unwrap()
}

fn gelukt(uit: &Output) -> String {
    let fout = String::from_utf8_lossy(&uit.stderr);
    assert!(uit.status.success(), "{fout}");
    String::from_utf8(uit.stdout.clone()).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn een_dossier_op_postgresql_leest_als_een_dossier_in_een_map() {
    let (server, ingebed) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let url = proefserver().maak_database().unwrap();
    let sled = format!("sled:{}", ingebed.path().join("opslag").display());

    let klok = Arc::new(Handklok::op(Datum::EERSTE));
    let op_server = speel(&op_database(&url, server.path(), &klok).await, klok).await;

    let klok = Arc::new(Handklok::op(Datum::EERSTE));
    let (map, sleutels) = (ingebed.path().join("opslag"), ingebed.path().join("sleutels"));
    let huis = Huis::open_of_maak(&map, &sleutels, Arc::clone(&klok) as _);
    let in_map = speel(&huis.await.unwrap(), klok).await;

    assert_eq!(op_server, in_map);
    assert!(op_server.1 > 0, "er ging geen enkele herinnering uit");
    for lezer in ["werkgever/werkgever", "arbodienst/bedrijfsarts_stafarts"] {
        let vraag = ["tijdlijn", &op_server.0, "--lezer", lezer, "--json"];
        let lijn = gelukt(&poortwachter(&url, server.path(), &vraag));
        assert_eq!(lijn, gelukt(&poortwachter(&sled, ingebed.path(), &vraag)), "{lezer}");
    }
    let tick = ["tick", "--dag", "2030-01-01", "--json"];
    let tick = gelukt(&poortwachter(&url, server.path(), &tick));
    assert!(tick.contains("\"mislukt\":0"), "{tick}");
    let verslag = gelukt(&poortwachter(&url, server.path(), &["verify", "--json"]));
    let verslag: serde_json::Value = serde_json::from_str(&verslag).unwrap();
    assert_eq!(verslag.get("heel"), Some(&serde_json::Value::Bool(true)), "{verslag}");
    assert!(verslag.get("secties_open").unwrap().as_u64().unwrap() > 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn zonder_sleutelbestand_wordt_op_een_gevulde_log_geen_nieuw_gemaakt() {
    let map = tempfile::tempdir().unwrap();
    let url = proefserver().maak_database().unwrap();
    let klok = Arc::new(Handklok::op(Datum::EERSTE));
    speel(&op_database(&url, map.path(), &klok).await, klok).await;
    std::fs::remove_file(map.path().join("sleutels")).unwrap();
    let uit = poortwachter(&url, map.path(), &["tick", "--json"]);
    assert_eq!(uit.status.code(), Some(1));
    assert!(!map.path().join("sleutels").exists());
}

#[test]
fn een_wachtwoord_komt_in_geen_fout_van_het_programma() {
    let map = tempfile::tempdir().unwrap();
    for url in [
        "postgres://jan:geheim@127.0.0.1:1/log",
        "postgres://jan:geheim@127.0.0.1:poort/log",
        "postgress://jan:geheim@127.0.0.1/log",
        "postgres://jan:geheim@127.0.0.1/log?sslmode=require",
    ] {
        let uit = poortwachter(url, map.path(), &["tick", "--json"]);
        assert!(!uit.status.success());
        let gezegd = [uit.stdout, uit.stderr].concat();
        let gezegd = String::from_utf8(gezegd).unwrap();
        assert!(gezegd.contains("fout:") && !gezegd.contains("geheim"), "{gezegd}");
    }
}
