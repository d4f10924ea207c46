//! A draft through the program: what is filled in, and who gets none.

use serde_json::Value;
use tests::gespeeld::Gespeeld;
use tests::merk::MERK;
use wvp_domain::voorzet::Soort;

const PROGRAMMA: &str = env!("CARGO_BIN_EXE_proef-poortwachter");
const WAAR: &str = "--opslag sled:opslag --sleutels sleutels";

#[tokio::test]
async fn een_bijgesteld_plan_begint_met_doelen_en_activiteiten_en_een_oordeel_is_niet_van_de_werkgever()
 {
    let map = tempfile::tempdir().unwrap();
    let gespeeld = Gespeeld::in_map(map.path()).await.unwrap();
    let dossier = gespeeld.zaak.dossier;
    let draai = |wat: &str| gespeeld.draai(PROGRAMMA, &format!("voorzet {wat} {WAAR}")).unwrap();

    let uit = draai(&format!("bijstelling_plan_van_aanpak {dossier} --json"));
    assert!(uit.status.success(), "{}", String::from_utf8_lossy(&uit.stderr));
    let voorzet: Value = serde_json::from_slice(&uit.stdout).unwrap();
    let afspraken = &voorzet["inhoud"]["b"]["afspraken"];
    assert!(!afspraken["doel_eind"].as_str().unwrap().is_empty());
    assert!(!afspraken["doelen_tussen"].as_array().unwrap().is_empty());
    assert!(!afspraken["activiteiten"].as_array().unwrap().is_empty());
    assert_eq!(voorzet["inhoud"]["a"].get("ondertekeningen"), None);

    let tekst = draai(&format!("bijstelling_plan_van_aanpak {dossier}"));
    let tekst = String::from_utf8(tekst.stdout).unwrap();
    assert!(tekst.contains("Einddoel") && tekst.contains("ondertekenen"), "{tekst}");
    // The content itself is for the form, not for the screen.
    assert!(!tekst.contains(afspraken["doel_eind"].as_str().unwrap()), "{tekst}");

    let nee = draai(&format!("actueel_oordeel {dossier} --lezer werkgever/werkgever --json"));
    assert_eq!(nee.status.code(), Some(1));
    assert!(nee.stdout.is_empty());
    assert!(String::from_utf8_lossy(&nee.stderr).contains("de bedrijfsarts"));
}

#[tokio::test]
async fn een_voorzet_voor_werkgever_of_werknemer_draagt_geen_merk() {
    let map = tempfile::tempdir().unwrap();
    let gespeeld = Gespeeld::in_map(map.path()).await.unwrap();
    let dossier = gespeeld.zaak.dossier;
    assert!(gespeeld.geplant > 0);
    let van_arts =
        [Soort::Probleemanalyse, Soort::BijstellingProbleemanalyse, Soort::ActueelOordeel];
    for soort in Soort::ALLE.into_iter().filter(|it| !van_arts.contains(it)) {
        let wat = format!("voorzet {} {dossier} --json {WAAR}", soort.woord());
        let uit = gespeeld.draai(PROGRAMMA, &wat).unwrap();
        assert!(uit.status.success(), "{}", String::from_utf8_lossy(&uit.stderr));
        assert!(!String::from_utf8_lossy(&uit.stdout).contains(MERK), "{}", soort.woord());
    }
}
