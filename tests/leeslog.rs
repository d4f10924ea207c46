//! The reading log on a real store and through the program: durable, shared, exported, without content.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;
use std::time::Instant;

use wvp_cli::demo::{Rol, Zaak, caseload, gebruiker, schrijf_in};
use wvp_cli::huis::Huis;
use wvp_domain::DossierId;
use wvp_engine::Handklok;

/// A store with one dossier, reported ill.
async fn ziek_gemeld(map: &Path) -> (Huis, Zaak) {
    let zaak = caseload().unwrap().remove(0);
    let melding = zaak.stappen.first().unwrap();
    let klok = Arc::new(Handklok::op(melding.dag));
    let huis = Huis::open_of_maak(&map.join("opslag"), &map.join("sleutels"), klok).await.unwrap();
    schrijf_in(&huis.engine, &zaak).await.unwrap();
    let wie = gebruiker(&zaak, melding.wie);
    huis.engine.execute(&wie, zaak.dossier, melding.wat.clone()).await.unwrap();
    (huis, zaak)
}

fn programma(map: &Path, argumenten: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_proef-poortwachter"))
        .args(argumenten)
        .arg(format!("--opslag=sled:{}", map.join("opslag").display()))
        .arg(format!("--sleutels={}", map.join("sleutels").display()))
        .output()
        .unwrap()
}

fn tekst(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// A store that was read by the employer and refused to the planner, closed again.
async fn gelezen(map: &Path) -> DossierId {
    let (huis, zaak) = ziek_gemeld(map).await;
    huis.engine.read(&gebruiker(&zaak, Rol::Werkgever), zaak.dossier, None).await.unwrap();
    huis.store.sluit().await.unwrap();
    drop(huis);
    let dossier = zaak.dossier.0.to_string();
    let geweigerd = programma(map, &["tijdlijn", &dossier, "--lezer", "arbodienst/planner"]);
    assert_eq!(tekst(&geweigerd.stderr), "fout: dit dossier is niet gevonden\n");
    zaak.dossier
}

const FG: &str = "arbodienst/functionaris_gegevensbescherming";

#[tokio::test]
async fn de_uitvoer_heeft_de_veldnamen_van_nen_7513_en_ook_wat_geweigerd_werd() {
    let map = tempfile::tempdir().unwrap();
    let dossier = gelezen(map.path()).await.0.to_string();
    let uit = programma(map.path(), &["leeslog", &dossier, "--lezer", FG, "--json"]);
    assert_eq!(uit.status.code(), Some(0), "{}", tekst(&uit.stderr));
    let regels: Vec<serde_json::Value> = serde_json::from_slice(&uit.stdout).unwrap();
    let veld = |nummer: usize, naam: &str| regels[nummer][naam].as_str().unwrap().to_owned();
    assert_eq!(regels.len(), 2);
    assert_eq!(veld(0, "RoleIDCode"), "werkgever/werkgever");
    assert_eq!(veld(0, "EventOutcomeIndicator"), "0");
    assert_eq!(veld(1, "RoleIDCode"), "arbodienst/planner");
    assert_eq!(veld(1, "EventOutcomeIndicator"), "8");
    assert_eq!(veld(1, "NetworkAccessPointID"), "opdrachtregel");
    assert_eq!(veld(1, "ParticipantObjectID"), dossier);
}

#[tokio::test]
async fn als_csv_is_de_kop_de_lijst_van_velden() {
    let map = tempfile::tempdir().unwrap();
    let dossier = gelezen(map.path()).await.0.to_string();
    let lezer = "werknemer/werknemer";
    let uit = programma(map.path(), &["leeslog", &dossier, "--lezer", lezer, "--csv"]);
    let csv = tekst(&uit.stdout);
    assert!(
        csv.starts_with("EventID,EventActionCode,EventDateTime,EventOutcomeIndicator"),
        "{csv}"
    );
    assert_eq!(csv.lines().count(), 3, "{csv}");
}

#[tokio::test]
async fn de_werkgever_krijgt_het_leeslog_niet() {
    let map = tempfile::tempdir().unwrap();
    let dossier = gelezen(map.path()).await.0.to_string();
    let uit = programma(map.path(), &["leeslog", &dossier, "--lezer", "werkgever/werkgever"]);
    assert_eq!(uit.status.code(), Some(1));
    assert_eq!(tekst(&uit.stderr), "fout: dit dossier is niet gevonden\n");
}

#[tokio::test]
async fn op_de_vraag_wat_een_lezer_toen_kon_zien_komt_geen_inhoud() {
    let map = tempfile::tempdir().unwrap();
    let dossier = gelezen(map.path()).await.0.to_string();
    let argumenten =
        ["tijdlijn", &dossier, "--lezer", "werkgever/werkgever", "--toen", "2030-01-01", "--json"];
    let uit = programma(map.path(), &argumenten);
    assert_eq!(uit.status.code(), Some(0), "{}", tekst(&uit.stderr));
    let json = tekst(&uit.stdout);
    let antwoord: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(antwoord["feiten"][0]["nummer"], 1);
    assert_eq!(antwoord["feiten"][0]["secties"][0]["open"], true);
    for inhoud in ["Terpstra", "Ziekmelding"] {
        assert!(!json.contains(inhoud), "{json}");
    }
}

/// Prints what a reading costs for one reader and for sixty-four at once; run it with `--no-capture`.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn vierenzestig_lezers_tegelijk_staan_er_allemaal_in() {
    let map = tempfile::tempdir().unwrap();
    let (huis, zaak) = ziek_gemeld(map.path()).await;
    let zaak = Arc::new(zaak);
    let voor = huis.store.kop().0;
    for lezers in [1_u64, 64] {
        let begin = Instant::now();
        let taken: Vec<_> = (0..lezers)
            .map(|_| {
                let (engine, zaak) = (huis.engine.clone(), Arc::clone(&zaak));
                tokio::spawn(async move {
                    let wie = gebruiker(&zaak, Rol::Werkgever);
                    for _ in 0..8 {
                        engine.read(&wie, zaak.dossier, None).await.unwrap();
                    }
                })
            })
            .collect();
        for taak in taken {
            taak.await.unwrap();
        }
        let per_lezing = begin.elapsed().as_micros() / u128::from(lezers * 8);
        println!("{lezers} lezers: {per_lezing} microseconden per lezing");
    }
    assert_eq!(huis.store.kop().0 - voor, 65 * 8);
    huis.store.sluit().await.unwrap();
}
