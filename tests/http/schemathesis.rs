//! schemathesis against the document that the server itself serves, once as whoever has each function: nothing falls
//! over, no status and no content type is left out of the document, and what comes back has the form that it names.
//!
//! It tries the examples of the document; with `POORTWACHTER_RONDES` set while this builds, also every boundary of every form and that
//! many cases of its own making per endpoint.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::json;
use tests::klant::Klant;
use wvp_access::Lezer;

use crate::proef::Proef;

const LEZERS: [Lezer; 8] = [
    Lezer::CasemanagerZwWgaWvp,
    Lezer::BedrijfsartsStafarts,
    Lezer::Werkgever,
    Lezer::Werknemer,
    Lezer::VerzekeraarClaimbeoordelaar,
    Lezer::FunctioneelBeheerder,
    Lezer::FunctionarisGegevensbescherming,
    Lezer::Planner,
];

const TOETSEN: &str = "not_a_server_error,status_code_conformance,content_type_conformance,\
                       response_schema_conformance,unsupported_method";

/// It cannot make an archive up, and sends none.
const ARCHIEF: &str = "/v1/dossiers/{dossier}/pakketten/_controle";

/// How hard to try.
fn hoe_diep() -> [&'static str; 4] {
    let rondes = option_env!("POORTWACHTER_RONDES");
    let fasen = if rondes.is_some() { "examples,coverage,fuzzing" } else { "examples" };
    ["--phases", fasen, "--max-examples", rondes.unwrap_or("1")]
}

/// What it found; nothing when all was as the document says.
fn zoek(adres: std::net::SocketAddr, token: &str) -> Option<String> {
    let programma =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join("schemathesis/venv/bin/schemathesis");
    assert!(programma.exists(), "schemathesis is not installed: run `cargo xtask packages`");
    let uitvoer = Command::new(programma)
        .args(["run", &format!("http://{adres}/v1/openapi.json")])
        .args(["--header", &format!("Authorization: Bearer {token}")])
        .args(["--checks", TOETSEN, "--exclude-path", ARCHIEF])
        .args(["--continue-on-failure", "--warnings", "off", "--seed", "1"])
        .args(["--suppress-health-check", "all", "--no-color"])
        .args(hoe_diep())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let tekst = String::from_utf8_lossy(&uitvoer.stdout).into_owned();
    (!uitvoer.status.success()).then_some(tekst)
}

async fn token(klant: &mut Klant) -> String {
    let lijf =
        json!({ "naam": "schema", "reikwijdte": "lezen_en_schrijven", "tot_en_met": morgen() });
    let geheim = klant.post("/v1/tokens", &lijf).await.unwrap().json();
    geheim["geheim"].as_str().unwrap().to_owned()
}

fn morgen() -> String {
    use wvp_engine::Klok as _;
    wvp_engine::Systeemklok.vandaag().plus(1).to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn de_server_doet_wat_zijn_document_zegt_wie_er_ook_vraagt() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::tot_het_eind(map.path()).await;
    let mut gevonden = String::new();
    for lezer in LEZERS {
        let mut klant = proef.ingelogd_als(lezer).await;
        let (adres, token) = (proef.adres, token(&mut klant).await);
        let een = tokio::task::spawn_blocking(move || zoek(adres, &token)).await.unwrap();
        if let Some(tekst) = een {
            writeln!(gevonden, "als {lezer}:\n{tekst}").unwrap();
        }
    }
    assert!(gevonden.is_empty(), "{gevonden}");
    proef.stop().await;
}
