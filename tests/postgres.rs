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

/// A server with a dossier, and the line of the employer in it.
struct Gevuld {
    map: tempfile::TempDir,
    url: String,
    dossier: String,
}

impl Gevuld {
    async fn new() -> Self {
        let map = tempfile::tempdir().unwrap();
        let url = proefserver().maak_database().unwrap();
        let klok = Arc::new(Handklok::op(Datum::EERSTE));
        let (dossier, _) = speel(&op_database(&url, map.path(), &klok).await, klok).await;
        Self { map, url, dossier }
    }

    fn pad(&self, naam: &str) -> String {
        self.map.path().join(naam).display().to_string()
    }

    fn draai(&self, opslag: &str, argumenten: &[&str]) -> Output {
        poortwachter(opslag, self.map.path(), argumenten)
    }

    fn tijdlijn(&self, opslag: &str) -> String {
        let vraag =
            ["tijdlijn", &self.dossier, "--lezer", "arbodienst/bedrijfsarts_stafarts", "--json"];
        gelukt(&self.draai(opslag, &vraag))
    }
}

/// Copies a whole store; `copy` has no key file.
fn kopieer(van: &str, naar: &str) -> String {
    let uit = Command::new(env!("CARGO_BIN_EXE_proef-poortwachter"))
        .args(["copy", "--json", "--from", van, "--to", naar])
        .output();
    gelukt(&uit.unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn een_log_gaat_van_server_naar_map_en_terug_en_blijft_gelijk() {
    let gevuld = Gevuld::new().await;
    let ander = proefserver().maak_database().unwrap();
    let in_map = format!("sled:{}", gevuld.pad("kopie"));
    let heen = kopieer(&gevuld.url, &in_map);
    assert_eq!(heen, kopieer(&in_map, &ander));
    let lijn = gevuld.tijdlijn(&gevuld.url);
    assert_eq!(lijn, gevuld.tijdlijn(&in_map));
    assert_eq!(lijn, gevuld.tijdlijn(&ander));
}

#[tokio::test(flavor = "multi_thread")]
async fn een_backup_van_de_server_komt_terug_in_een_lege_database_en_nergens_anders() {
    let gevuld = Gevuld::new().await;
    let (archief, bos) = (gevuld.pad("archief"), gevuld.pad("bos"));
    let bewaar = ["backup", &archief, "--sleutelbos", &bos, "--json"];
    let bewaard = gelukt(&gevuld.draai(&gevuld.url, &bewaar));
    let zet_terug = ["restore", &archief, "--sleutelbos", &bos, "--json"];
    let ander = proefserver().maak_database().unwrap();
    assert_eq!(gelukt(&gevuld.draai(&ander, &zet_terug)), bewaard);
    assert_eq!(gevuld.tijdlijn(&ander), gevuld.tijdlijn(&gevuld.url));
    let nog_eens = gevuld.draai(&ander, &zet_terug);
    assert!(String::from_utf8_lossy(&nog_eens.stderr).contains("niet leeg"), "{nog_eens:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn een_anker_van_de_server_noemt_een_stroom_die_later_is_afgekapt() {
    let gevuld = Gevuld::new().await;
    let anker = gevuld.pad("anker");
    gelukt(&gevuld.draai(&gevuld.url, &["verify", "--maak-anker", &anker, "--json"]));
    let leeg = proefserver().maak_database().unwrap();
    let uit = gevuld.draai(&leeg, &["verify", "--anker", &anker, "--json"]);
    assert_eq!(uit.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&uit.stdout).contains("ontbreekt; het anker kent"), "{uit:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn na_een_wissel_van_sleutels_opent_op_de_server_alles() {
    let gevuld = Gevuld::new().await;
    let lijn = gevuld.tijdlijn(&gevuld.url);
    gelukt(&gevuld.draai(&gevuld.url, &["sleutels", "wissel", "--verwijder-oude"]));
    assert_eq!(gevuld.tijdlijn(&gevuld.url), lijn);
}

#[test]
fn een_database_wordt_niet_hersteld_maar_zegt_wat_wel_kan() {
    let map = tempfile::tempdir().unwrap();
    let naar = format!("--naar={}", map.path().join("nieuw").display());
    let uit = poortwachter("postgres://jan@127.0.0.1/log", map.path(), &["herstel", &naar]);
    assert_eq!(uit.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&uit.stderr).contains("poortwachter restore"), "{uit:?}");
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
