//! `poortwachter bevoegdheden`: the review of rights through the program, on a store on disk.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

use std::path::Path;
use std::process::Output;
use std::sync::Arc;

use serde_json::Value;
use tests::programma::draai;
use wvp_cli::demo::{Rol, Zaak, caseload, gebruiker, lezer, schrijf_in};
use wvp_cli::huis::Huis;
use wvp_engine::Handklok;

/// A store with one dossier: reported ill, long ago, and read by nobody since.
async fn ziek_gemeld(map: &Path) -> Zaak {
    let zaak = caseload().unwrap().remove(0);
    let melding = zaak.stappen.first().unwrap();
    let klok = Arc::new(Handklok::op(melding.dag));
    let huis = Huis::open_of_maak(&map.join("opslag"), &map.join("sleutels"), klok).await.unwrap();
    schrijf_in(&huis.engine, &zaak).await.unwrap();
    let wie = gebruiker(&zaak, melding.wie);
    huis.engine.execute(&wie, zaak.dossier, melding.wat.clone()).await.unwrap();
    huis.store.sluit().await.unwrap();
    zaak
}

fn poortwachter(map: &Path, argumenten: &[&str]) -> Output {
    let opslag = format!("--opslag=sled:{}", map.join("opslag").display());
    let sleutels = format!("--sleutels={}", map.join("sleutels").display());
    let alle = [argumenten, &[opslag.as_str(), sleutels.as_str()]].concat();
    draai(env!("CARGO_BIN_EXE_proef-poortwachter"), &alle, "").unwrap()
}

/// The lines of the review about this account.
fn lijst(map: &Path, zaak: &Zaak, rol: Rol) -> Vec<Value> {
    let uit = poortwachter(map, &["bevoegdheden", "nakijken", "--json"]);
    let regels: Vec<Value> = serde_json::from_slice(&uit.stdout).unwrap();
    let account = Value::from(zaak.account(rol).0.to_string());
    regels.into_iter().filter(|regel| regel.get("account") == Some(&account)).collect()
}

fn stuk(regels: &[Value], soort: &str) -> String {
    let gevonden = regels.iter().find(|regel| regel.get("soort").unwrap() == soort).unwrap();
    gevonden.get("stuk").unwrap().as_str().unwrap().to_owned()
}

fn leest(map: &Path, zaak: &Zaak, rol: Rol) -> Output {
    let dossier = zaak.dossier.to_string();
    poortwachter(map, &["tijdlijn", &dossier, "--lezer", &lezer(rol).to_string()])
}

#[tokio::test]
async fn wie_een_ongebruikt_recht_bevestigt_ziet_het_niet_terug() {
    let map = tempfile::tempdir().unwrap();
    let zaak = ziek_gemeld(map.path()).await;
    let eerst = lijst(map.path(), &zaak, Rol::Bedrijfsarts);
    assert_eq!(eerst.len(), 2, "functie en toewijzing: {eerst:?}");
    let functie = stuk(&eerst, "functie");
    assert!(poortwachter(map.path(), &["bevoegdheden", "bevestigen", &functie]).status.success());
    let daarna = lijst(map.path(), &zaak, Rol::Bedrijfsarts);
    assert_eq!(daarna.len(), 1, "{daarna:?}");
    assert!(leest(map.path(), &zaak, Rol::Bedrijfsarts).status.success());
}

#[tokio::test]
async fn na_het_intrekken_van_de_toewijzing_leest_de_bedrijfsarts_niets_meer() {
    let map = tempfile::tempdir().unwrap();
    let zaak = ziek_gemeld(map.path()).await;
    let toewijzing = stuk(&lijst(map.path(), &zaak, Rol::Bedrijfsarts), "toewijzing");
    let uit = poortwachter(map.path(), &["bevoegdheden", "intrekken", &toewijzing]);
    assert!(uit.status.success(), "{}", String::from_utf8_lossy(&uit.stderr));
    let uit = leest(map.path(), &zaak, Rol::Bedrijfsarts);
    assert!(!uit.status.success() && uit.stdout.is_empty());
    let fout = String::from_utf8(uit.stderr).unwrap();
    assert!(fout.contains("dit dossier is niet gevonden"), "{fout}");
}

#[tokio::test]
async fn na_het_intrekken_van_de_functie_bestaat_het_dossier_niet_voor_de_bedrijfsarts() {
    let map = tempfile::tempdir().unwrap();
    let zaak = ziek_gemeld(map.path()).await;
    let functie = stuk(&lijst(map.path(), &zaak, Rol::Bedrijfsarts), "functie");
    let uit = poortwachter(map.path(), &["bevoegdheden", "intrekken", &functie]);
    assert!(uit.status.success(), "{}", String::from_utf8_lossy(&uit.stderr));
    let uit = leest(map.path(), &zaak, Rol::Bedrijfsarts);
    assert!(!uit.status.success() && uit.stdout.is_empty());
    let fout = String::from_utf8(uit.stderr).unwrap();
    assert!(fout.contains("niet gevonden"), "{fout}");
}

#[tokio::test]
async fn de_lijst_noemt_geen_namen() {
    let map = tempfile::tempdir().unwrap();
    let zaak = ziek_gemeld(map.path()).await;
    for extra in [&["bevoegdheden", "nakijken"][..], &["bevoegdheden", "nakijken", "--json"]] {
        let tekst = String::from_utf8(poortwachter(map.path(), extra).stdout).unwrap();
        assert!(tekst.contains("functie"), "{tekst}");
        assert!(!tekst.contains(&zaak.persoon.naam) && !tekst.contains(&zaak.bedrijf.naam));
    }
}
