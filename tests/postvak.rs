//! Messages and who gets them, through the program, on a store on disk.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

use std::path::Path;
use std::process::Output;
use std::sync::Arc;

use serde_json::Value;
use tests::programma::draai;
use wvp_cli::demo::{Rol, Zaak, caseload, gebruiker, lezer, schrijf_in};
use wvp_cli::huis::Huis;
use wvp_engine::Handklok;

/// A store with one dossier: reported ill, and reminded of what is first due.
async fn herinnerd(map: &Path) -> Zaak {
    let zaak = caseload().unwrap().remove(0);
    let melding = zaak.stappen.first().unwrap();
    let klok = Arc::new(Handklok::op(melding.dag));
    let huis = Huis::open_of_maak(&map.join("opslag"), &map.join("sleutels"), klok.clone()).await;
    let huis = huis.unwrap();
    schrijf_in(&huis.engine, &zaak).await.unwrap();
    let wie = gebruiker(&zaak, melding.wie);
    huis.engine.execute(&wie, zaak.dossier, melding.wat.clone()).await.unwrap();
    klok.zet(melding.dag.plus(5));
    huis.engine.tick().await.unwrap();
    huis.store.sluit().await.unwrap();
    zaak
}

fn poortwachter(map: &Path, argumenten: &[&str]) -> Output {
    let opslag = format!("--opslag=sled:{}", map.join("opslag").display());
    let sleutels = format!("--sleutels={}", map.join("sleutels").display());
    let alle = [argumenten, &[opslag.as_str(), sleutels.as_str()]].concat();
    draai(env!("CARGO_BIN_EXE_proef-poortwachter"), &alle, "").unwrap()
}

/// What a command prints that must go well.
#[track_caller]
fn gelukt(uit: Output) -> String {
    assert!(uit.status.success(), "{}", String::from_utf8_lossy(&uit.stderr));
    String::from_utf8(uit.stdout).unwrap()
}

/// What a command says that must be refused.
#[track_caller]
fn geweigerd(uit: &Output) -> String {
    assert_eq!(uit.status.code(), Some(1));
    String::from_utf8(uit.stderr.clone()).unwrap()
}

fn als(zaak: &Zaak, rol: Rol) -> [String; 4] {
    let account = zaak.account(rol).0.to_string();
    ["--account".to_owned(), account, "--lezer".to_owned(), lezer(rol).to_string()]
}

/// Runs a command as somebody.
fn doe(map: &Path, wie: &[String; 4], argumenten: &[&str]) -> Output {
    let wie: Vec<&str> = wie.iter().map(String::as_str).collect();
    poortwachter(map, &[argumenten, &wie].concat())
}

fn lijst(map: &Path, wie: &[String; 4], argumenten: &[&str]) -> Vec<Value> {
    let alle = [&["postvak", "toon", "--json"], argumenten].concat();
    serde_json::from_str(&gelukt(doe(map, wie, &alle))).unwrap()
}

#[tokio::test]
async fn een_gelezen_bericht_staat_niet_meer_bij_wat_ongelezen_is() {
    let map = tempfile::tempdir().unwrap();
    let zaak = herinnerd(map.path()).await;
    let wie = als(&zaak, Rol::Werkgever);
    let alle = lijst(map.path(), &wie, &[]);
    assert!(!alle.is_empty());
    let bericht = alle.first().unwrap().get("id").unwrap().as_str().unwrap();
    gelukt(doe(map.path(), &wie, &["postvak", "gelezen", bericht]));
    assert_eq!(lijst(map.path(), &wie, &[]).len(), alle.len());
    assert_eq!(lijst(map.path(), &wie, &["--ongelezen"]).len(), alle.len() - 1);
}

#[tokio::test]
async fn een_agenda_gaat_open_met_het_geheim_en_dicht_na_intrekken() {
    let map = tempfile::tempdir().unwrap();
    let zaak = herinnerd(map.path()).await;
    let wie = als(&zaak, Rol::Werkgever);
    let geheim = gelukt(doe(map.path(), &wie, &["agenda", "open"]));
    let toon = ["agenda", "toon", geheim.trim(), "--domein", "agenda.werkgever.example"];
    let agenda = gelukt(poortwachter(map.path(), &toon));
    assert!(agenda.starts_with("BEGIN:VCALENDAR"), "{agenda}");
    assert!(agenda.contains("STATUS:CONFIRMED") && agenda.contains("CLASS:PRIVATE"), "{agenda}");
    gelukt(doe(map.path(), &wie, &["agenda", "intrek"]));
    let fout = geweigerd(&poortwachter(map.path(), &toon));
    assert!(fout.contains("dit agenda-adres bestaat niet (meer)"), "{fout}");
}

#[tokio::test]
async fn een_waarneming_staat_op_de_lijst_en_zonder_einde_wordt_zij_geweigerd() {
    let map = tempfile::tempdir().unwrap();
    let zaak = herinnerd(map.path()).await;
    let voor = zaak.account(Rol::Casemanager).0.to_string();
    let door = zaak.account(Rol::Werkgever).0.to_string();
    let wie = ["waarneming", "regel", "--voor", &voor, "--door", &door];
    let dagen = |van, tot| ["--van", van, "--tot-en-met", tot, "--categorieen", "a,d"];
    let omgekeerd = [&wie[..], &dagen("2030-02-01", "2030-01-01")].concat();
    let fout = geweigerd(&poortwachter(map.path(), &omgekeerd));
    assert!(fout.contains("de laatste dag ligt voor de eerste dag"), "{fout}");
    gelukt(poortwachter(map.path(), &[&wie[..], &dagen("2030-01-01", "2030-02-01")].concat()));
    let getoond = gelukt(poortwachter(map.path(), &["waarneming", "toon", "--voor", &voor]));
    assert!(getoond.contains("2030-01-01 t/m 2030-02-01"), "{getoond}");
    assert!(getoond.contains(&door) && getoond.contains("hoogstens AD"), "{getoond}");
}

#[tokio::test]
async fn wie_de_functie_niet_heeft_krijgt_geen_voorraad() {
    let map = tempfile::tempdir().unwrap();
    let zaak = herinnerd(map.path()).await;
    let van = zaak.account(Rol::Casemanager).0.to_string();
    let naar = zaak.account(Rol::Werkgever).0.to_string();
    let functie = lezer(Rol::Casemanager).to_string();
    let wat = ["overdracht", "--van", &van, "--naar", &naar, "--lezer", &functie];
    let fout = geweigerd(&poortwachter(map.path(), &wat));
    assert!(fout.contains("heeft deze functie niet"), "{fout}");
}

#[tokio::test]
async fn voorkeuren_worden_vastgelegd_en_een_tijd_die_niet_bestaat_geweigerd() {
    let map = tempfile::tempdir().unwrap();
    let zaak = herinnerd(map.path()).await;
    let wie = als(&zaak, Rol::Werkgever);
    let kies = ["postvak", "voorkeuren", "--per-dag", "--stil", "22:00-07:00"];
    assert_eq!(gelukt(doe(map.path(), &wie, &kies)).trim(), "vastgelegd");
    let fout = doe(map.path(), &wie, &["postvak", "voorkeuren", "--stil", "25:00-07:00"]);
    assert_eq!(fout.status.code(), Some(2));
}

#[tokio::test]
async fn zonder_storing_is_er_niets_opgegeven() {
    let map = tempfile::tempdir().unwrap();
    herinnerd(map.path()).await;
    let lijst = gelukt(poortwachter(map.path(), &["bezorging", "lijst", "--json"]));
    assert_eq!(lijst.trim(), "[]");
    let onbekend = "00000000-0000-0000-0000-000000000001";
    let fout = geweigerd(&poortwachter(map.path(), &["bezorging", "hervat", onbekend]));
    assert!(fout.contains("staat niet in de lijst"), "{fout}");
}

#[tokio::test]
async fn een_protocol_gaat_pas_in_als_elke_trede_komt() {
    let map = tempfile::tempdir().unwrap();
    let zaak = herinnerd(map.path()).await;
    let wie = als(&zaak, Rol::Casemanager);
    let werkgever = zaak.werkgever.0.to_string();
    let bestand = map.path().join("protocol.json");
    let vast = ["protocol", "vast", bestand.to_str().unwrap(), "--werkgever", &werkgever];
    let stap = |na: &str, treden: &str| {
        format!(
            r#"{{ "per": "2030-01-01", "stappen": [{{ "naam": "bel", "titel": "Bellen",
                "uitleg": "Bel.", "wie": ["werkgever"], "na": "{na}", "dagen": 2,
                "treden": {treden} }}] }}"#
        )
    };
    std::fs::write(&bestand, stap("ziekmelding", "[0, 1]")).unwrap();
    let uit = gelukt(doe(map.path(), &wie, &vast));
    assert!(uit.contains("geldt voor wie ziek wordt vanaf 2030-01-01"), "{uit}");
    // Two weeks before the second day nobody knows of it yet.
    std::fs::write(&bestand, stap("ziekmelding", "[-14, -7, 0]")).unwrap();
    let fout = geweigerd(&doe(map.path(), &wie, &vast));
    assert!(fout.contains("komen nooit"), "{fout}");
}
