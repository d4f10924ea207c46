//! Log lines as a machine reads them, of the program in a process of its own with nothing else asked for.

use std::fs::{self, File};
use std::process::Command;

use serde_json::{Value, json};
use tests::gediend::{Gediend, Voorbereid};
use tests::klant::Klant;
use uuid::Uuid;

#[tokio::test(flavor = "multi_thread")]
async fn elke_logregel_kan_een_object_zijn_met_moment_en_nummer_van_het_verzoek() {
    let map = tempfile::tempdir().unwrap();
    Voorbereid::in_map(map.path()).await.unwrap();
    let opslag = format!("sled:{}", map.path().join("opslag").display());
    let logboek = map.path().join("log");
    let mut programma = Command::new(env!("CARGO_BIN_EXE_proef-poortwachter"));
    programma.env("POORTWACHTER_LOGVORM", "json").stderr(File::create(&logboek).unwrap());
    let gediend = Gediend::start_als(programma, map.path(), &opslag, "").unwrap();

    let verzoek = Uuid::from_u128(0x5eed).to_string();
    let mut klant = Klant::van(gediend.adres);
    klant.koppen.push(("x-request-id".to_owned(), verzoek.clone()));
    let inlog = json!({ "email": "merkpost@nergens.example", "wachtwoord": "MERKGEHEIM" });
    assert_eq!(klant.post("/v1/sessies", &inlog).await.unwrap().status, 401);
    assert!(gediend.stop().unwrap().success());

    let log = fs::read_to_string(&logboek).unwrap();
    let regels: Vec<Value> = log.lines().map(|it| serde_json::from_str(it).unwrap()).collect();
    let geweigerd = regels.iter().find(|it| it["fields"]["message"] == "inlog geweigerd").unwrap();
    assert_eq!(geweigerd["span"]["nummer"], json!(verzoek), "{geweigerd}");
    assert_eq!(geweigerd["span"]["route"], "/v1/sessies");
    assert_eq!(geweigerd["level"], "INFO");
    assert!(geweigerd["bevoegdheden"].is_string());
    assert!(geweigerd["timestamp"].as_str().unwrap().ends_with('Z'), "in UTC");
    assert!(!log.contains("merkpost") && !log.contains("MERKGEHEIM"), "{log}");
}
