//! The re-integratieverslag as a package: made, held against the log, and what is still missing.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::Value;
use tests::gespeeld::Gespeeld;

const PROGRAMMA: &str = env!("CARGO_BIN_EXE_proef-poortwachter");
const WAAR: &str = "--opslag sled:opslag --sleutels sleutels";

/// A played case with its package in `riv`.
async fn met_pakket(map: &Path) -> Gespeeld {
    let gespeeld = Gespeeld::in_map(map).await.unwrap();
    gelukt(&maak(&gespeeld));
    gespeeld
}

fn maak(gespeeld: &Gespeeld) -> Output {
    let dossier = gespeeld.zaak.dossier;
    gespeeld.draai(PROGRAMMA, &format!("riv {dossier} --naar riv {WAAR}")).unwrap()
}

fn verify(gespeeld: &Gespeeld) -> Output {
    gespeeld.draai(PROGRAMMA, &format!("riv verify riv {WAAR}")).unwrap()
}

#[track_caller]
fn gelukt(uit: &Output) -> String {
    assert!(uit.status.success(), "{}", String::from_utf8_lossy(&uit.stderr));
    String::from_utf8(uit.stdout.clone()).unwrap()
}

/// The differences that are named.
#[track_caller]
fn verschillen(gespeeld: &Gespeeld) -> Vec<String> {
    let uit = verify(gespeeld);
    assert_eq!(uit.status.code(), Some(1));
    String::from_utf8(uit.stdout).unwrap().lines().map(str::to_owned).collect()
}

fn manifest(map: &Path) -> Value {
    serde_json::from_slice(&fs::read(map.join("riv/manifest.json")).unwrap()).unwrap()
}

#[tokio::test]
async fn een_onveranderd_pakket_hoort_bij_het_log_en_nog_eens_maken_geeft_hetzelfde() {
    let map = tempfile::tempdir().unwrap();
    let gespeeld = met_pakket(map.path()).await;
    assert!(gelukt(&verify(&gespeeld)).contains("onveranderd"));
    let eerst = fs::read(map.path().join("riv/01_probleemanalyse.pdf")).unwrap();
    gelukt(&maak(&gespeeld));
    assert_eq!(fs::read(map.path().join("riv/01_probleemanalyse.pdf")).unwrap(), eerst);
    gelukt(&verify(&gespeeld));
}

#[tokio::test]
async fn hetzelfde_pakket_nog_eens_zegt_dat_het_er_al_ligt() {
    let map = tempfile::tempdir().unwrap();
    let gespeeld = met_pakket(map.path()).await;
    assert_eq!(gelukt(&maak(&gespeeld)), "hetzelfde pakket ligt al in `riv`\n");
    assert_eq!(manifest(map.path())["versie"], 1);
}

#[tokio::test]
async fn over_een_ander_pakket_wordt_nooit_heen_geschreven() {
    let map = tempfile::tempdir().unwrap();
    let gespeeld = met_pakket(map.path()).await;
    let pad = map.path().join("riv/02_plan_van_aanpak.pdf");
    fs::write(&pad, "van iemand anders").unwrap();
    let uit = maak(&gespeeld);
    assert_eq!(uit.status.code(), Some(1));
    let fout = String::from_utf8(uit.stderr).unwrap();
    assert!(fout.contains("in `riv` ligt een ander pakket of iets anders"), "{fout}");
    assert_eq!(fs::read(&pad).unwrap(), b"van iemand anders");
    let naast: Vec<String> = fs::read_dir(map.path())
        .unwrap()
        .map(|it| it.unwrap().file_name().into_string().unwrap())
        .collect();
    assert!(naast.iter().all(|naam| !naam.contains("onaf")), "{naast:?}");
}

#[tokio::test]
async fn een_veranderde_byte_wordt_met_het_bestand_genoemd() {
    let map = tempfile::tempdir().unwrap();
    let gespeeld = met_pakket(map.path()).await;
    let pad = map.path().join("riv/02_plan_van_aanpak.pdf");
    let mut bytes = fs::read(&pad).unwrap();
    let midden = bytes.len() / 2;
    bytes[midden] ^= 1;
    fs::write(&pad, bytes).unwrap();
    assert_eq!(verschillen(&gespeeld), ["`02_plan_van_aanpak.pdf` is veranderd"]);
}

#[tokio::test]
async fn wat_ontbreekt_en_wat_erbij_is_gelegd_wordt_genoemd() {
    let map = tempfile::tempdir().unwrap();
    let gespeeld = met_pakket(map.path()).await;
    let riv = map.path().join("riv");
    fs::rename(riv.join("02_plan_van_aanpak.pdf"), riv.join("99_erbij.pdf")).unwrap();
    let verwacht =
        ["`02_plan_van_aanpak.pdf` ontbreekt", "`99_erbij.pdf` hoort niet bij het pakket"];
    assert_eq!(verschillen(&gespeeld), verwacht);
}

#[tokio::test]
async fn een_inhoudslijst_die_is_aangepast_staat_niet_in_het_log() {
    let map = tempfile::tempdir().unwrap();
    let gespeeld = met_pakket(map.path()).await;
    let pad = map.path().join("riv/manifest.json");
    let mut lijst = manifest(map.path());
    let bron = lijst["bestanden"][1]["gebeurtenissen"][0].clone();
    let versie = bron["versie"].as_u64().unwrap();
    lijst["bestanden"][1]["gebeurtenissen"][0]["hash"] = "00".repeat(32).into();
    fs::write(&pad, serde_json::to_vec_pretty(&lijst).unwrap()).unwrap();
    let gevonden = verschillen(&gespeeld);
    assert_eq!(gevonden[0], "`manifest.json` staat niet zo in het log");
    assert!(gevonden[1].starts_with(&format!("gebeurtenis {versie} van het dossier")));
}

#[tokio::test]
async fn de_inhoudslijst_noemt_elk_bestand_met_element_som_en_herkomst() {
    let map = tempfile::tempdir().unwrap();
    met_pakket(map.path()).await;
    let lijst = manifest(map.path());
    let bestanden = lijst["bestanden"].as_array().unwrap();
    let plan = bestanden.iter().find(|it| it["element"] == "plan_van_aanpak").unwrap();
    assert_eq!(plan["titel"], "Plan van aanpak");
    assert_eq!(plan["ondertekenaars"].as_array().unwrap().len(), 2);
    assert_eq!(plan["sha256"].as_str().unwrap().len(), 64);
    assert!(!plan["gebeurtenissen"].as_array().unwrap().is_empty());
    let op_schijf = fs::read_dir(map.path().join("riv")).unwrap().count();
    assert_eq!(op_schijf, bestanden.len() + 1);
    assert!(!lijst.to_string().contains("MERK"), "a mark of category C");
}

#[tokio::test]
async fn een_verzoek_om_wat_er_al_is_wordt_met_zijn_stukken_en_termijn_beantwoord() {
    let map = tempfile::tempdir().unwrap();
    let gespeeld = Gespeeld::in_map(map.path()).await.unwrap();
    let dossier = gespeeld.zaak.dossier;
    let vraag = "--reden ADM-PA-ONTBREEKT --ontvangen 2025-10-01 --uiterlijk 2025-10-10";
    let wat = format!("riv verweer {dossier} {vraag} --json {WAAR}");
    let uit = gespeeld.draai(PROGRAMMA, &wat).unwrap();
    let verweer: Value = serde_json::from_str(&gelukt(&uit)).unwrap();
    assert_eq!(verweer["gevraagd"], "ADM-PA-ONTBREEKT");
    assert_eq!(verweer["antwoord"]["uiterlijk"], "2025-10-10");
    let bewijs = verweer["bewijs"].as_array().unwrap();
    assert!(bewijs.iter().any(|it| it["soort"] == "probleemanalyse"), "{bewijs:?}");
}

#[tokio::test]
async fn de_controle_zegt_per_bevinding_wat_wie_en_voor_wanneer() {
    let map = tempfile::tempdir().unwrap();
    let gespeeld = Gespeeld::in_map(map.path()).await.unwrap();
    let dossier = gespeeld.zaak.dossier;
    let uit = gespeeld.draai(PROGRAMMA, &format!("riv controle {dossier} --json {WAAR}")).unwrap();
    let uitslag: Value = serde_json::from_str(&gelukt(&uit)).unwrap();
    for bevinding in uitslag["bevindingen"].as_array().unwrap() {
        for veld in ["regel", "ernst", "wie", "uiterlijk", "zin"] {
            assert!(bevinding[veld].is_string(), "{veld}: {bevinding}");
        }
    }
    let voldaan = uitslag["voldaan"].as_array().unwrap();
    assert!(voldaan.len() > 5, "{voldaan:?}");
    let tekst = gespeeld.draai(PROGRAMMA, &format!("riv controle {dossier} {WAAR}")).unwrap();
    assert!(gelukt(&tekst).contains("regels voldaan"));
}
