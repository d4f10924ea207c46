//! What anybody may ask, and what stands on every answer.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::proef::Proef;

/// The document as it is committed.
fn vastgelegd() -> Value {
    let pad = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas/openapi.json");
    serde_json::from_slice(&fs::read(pad).unwrap()).unwrap()
}

#[tokio::test]
async fn het_document_is_zonder_inlog_te_lezen_en_is_wat_vastligt() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let antwoord = proef.klant().get("/v1/openapi.json").await.unwrap();
    assert_eq!((antwoord.status, antwoord.kop("access-control-allow-origin")), (200, "*"));
    assert!(antwoord.json() == vastgelegd(), "run `cargo xtask schemas`");
    proef.stop().await;
}

#[tokio::test]
async fn de_rekenmachine_rekent_ook_hier_en_noemt_elke_fout() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut klant = proef.klant();
    let lijf =
        json!({ "peildatum": "2025-06-01", "perioden": [{ "eerste_ziektedag": "2025-03-03" }] });
    let uit = klant.post("/v1/termijnen", &lijf).await.unwrap();
    assert_eq!(uit.status, 200);
    assert_eq!(uit.json()["zaken"][0]["eerste_ziektedag"], "2025-03-03");
    let lijf = json!({ "perioden": [{ "eerste_ziektedag": "2025-02-30" }], "kleur": 1 });
    let nee = klant.post("/v1/termijnen", &lijf).await.unwrap();
    assert_eq!(
        (nee.status, nee.json()["fouten"].as_array().unwrap().len()),
        (400, 2),
        "{}",
        nee.json()
    );
    let lijf = json!({ "invoer": { "perioden": [{ "eerste_ziektedag": "2025-03-03" }] } });
    let nee = klant.post("/v1/wat-als", &lijf).await.unwrap();
    assert_eq!((nee.status, &nee.json()["fouten"][0]["veld"]), (400, &json!("wijziging")));
    proef.stop().await;
}

#[tokio::test]
async fn elk_antwoord_draagt_versie_en_veilige_koppen_ook_een_fout() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut klant = proef.klant();
    for pad in ["/v1/openapi.json", "/v1/dossiers", "/bestaat/niet"] {
        let antwoord = klant.get(pad).await.unwrap();
        assert_eq!(antwoord.kop("api-version"), wvp_server::VERSIE, "{pad}");
        assert_eq!(antwoord.kop("x-content-type-options"), "nosniff", "{pad}");
        assert_eq!(antwoord.kop("x-frame-options"), "DENY", "{pad}");
        let mag = antwoord.kop("content-security-policy");
        let niets = ["default-src", "base-uri", "form-action", "frame-ancestors"];
        assert!(niets.iter().all(|wat| mag.contains(&format!("{wat} 'none'"))), "{pad}: {mag}");
        assert!(antwoord.kop("strict-transport-security").starts_with("max-age="), "{pad}");
        assert_eq!(antwoord.kop("x-request-id").len(), 36, "{pad}");
    }
    let methode = klant.vraag(hyper::Method::DELETE, "/v1/termijnen", None).await.unwrap();
    assert_eq!((methode.status, methode.kop("content-type")), (405, "application/problem+json"));
    proef.stop().await;
}

#[tokio::test]
async fn metingen_tellen_per_route_en_noemen_geen_dossier() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut klant = proef.klant();
    let dossier = proef.zaak.dossier.0.to_string();
    klant.get(&format!("/v1/dossiers/{dossier}")).await.unwrap();
    let metingen = klant.get("/metrics").await.unwrap();
    let tekst = String::from_utf8(metingen.lijf).unwrap();
    assert!(tekst.contains("route=\"/v1/dossiers/{dossier}\",status=\"401\""), "{tekst}");
    assert!(!tekst.contains(&dossier) && tekst.matches("# EOF").count() == 1);
    assert_eq!(klant.get("/gezond").await.unwrap().status, 200);
    assert_eq!(klant.get("/gereed").await.unwrap().status, 200);
    proef.stop().await;
}

#[tokio::test]
async fn wat_de_beheerder_vraagt_heeft_veilige_koppen_en_is_niet_voor_andere_sites() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut klant = proef.klant();
    klant.koppen = vec![("origin".to_owned(), "https://elders.example".to_owned())];
    for pad in ["/gezond", "/gereed", "/metrics"] {
        let antwoord = klant.get(pad).await.unwrap();
        assert_eq!((antwoord.status, antwoord.kop("cache-control")), (200, "no-store"), "{pad}");
        assert_eq!(antwoord.kop("x-content-type-options"), "nosniff", "{pad}");
        assert_eq!(antwoord.kop("cross-origin-resource-policy"), "same-origin", "{pad}");
        assert!(antwoord.kop("content-security-policy").contains("default-src 'none'"), "{pad}");
        assert_eq!(antwoord.kop("access-control-allow-origin"), "", "{pad}");
    }
    proef.stop().await;
}

#[tokio::test]
async fn met_een_beheeradres_staat_er_niets_voor_de_beheerder_bij_de_rest() {
    let map = tempfile::tempdir().unwrap();
    let apart = |it: &mut wvp_server::instellingen::Instellingen| {
        it.beheeradres = Some(std::net::SocketAddr::from(([127, 0, 0, 1], 0)));
    };
    let proef = Proef::met(map.path(), apart).await;
    let mut klant = proef.klant();
    for pad in ["/gezond", "/gereed", "/metrics"] {
        assert_eq!(klant.get(pad).await.unwrap().status, 404, "{pad}");
    }
    proef.stop().await;
}

#[tokio::test]
async fn een_server_zonder_plaats_zegt_meteen_dat_het_te_druk_is_en_leeft_nog() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::met(map.path(), |it| it.tegelijk = 0).await;
    let mut klant = proef.klant();
    let vol = klant.get("/v1/openapi.json").await.unwrap();
    assert_eq!((vol.status, vol.kop("content-type")), (503, "application/problem+json"));
    assert_eq!(klant.get("/gezond").await.unwrap().status, 200);
    proef.stop().await;
}

/// Names that the design rules (documents.md 3.5) ask: kebab-case paths without a slash at the end, camelCase in
/// the query, and every operation with a name, a title and problems as answers.
#[test]
fn het_document_houdt_zich_aan_de_ontwerpregels() {
    let document = vastgelegd();
    assert_eq!(document["openapi"], "3.1.0");
    for veld in ["/info/contact", "/info/version", "/info/description", "/servers"] {
        assert!(document.pointer(veld).is_some(), "{veld}");
    }
    for (pad, item) in document["paths"].as_object().unwrap() {
        let kebab = |deel: &str| {
            deel.starts_with('{')
                || deel
                    .trim_start_matches('_')
                    .bytes()
                    .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-')
        };
        assert!(pad.starts_with("/v1/") && !pad.ends_with('/'), "{pad}");
        assert!(pad.split('/').skip(1).all(kebab), "{pad}");
        for handeling in item.as_object().unwrap().values() {
            assert!(
                handeling["operationId"].is_string() && handeling["summary"].is_string(),
                "{pad}"
            );
            let antwoorden = handeling["responses"].as_object().unwrap();
            assert!(antwoorden.keys().any(|it| it.starts_with(['2', '3'])), "{pad}");
            for (status, antwoord) in antwoorden.iter().filter(|(it, _)| it.starts_with(['4', '5']))
            {
                assert!(
                    antwoord.pointer("/content/application~1problem+json").is_some(),
                    "{pad} {status}"
                );
            }
        }
    }
}

#[test]
fn elke_verwijzing_in_het_document_komt_uit() {
    let document = vastgelegd();
    let tekst = document.to_string();
    for deel in tekst.split("\"$ref\":\"#").skip(1) {
        let (pad, _) = deel.split_once('"').unwrap();
        assert!(document.pointer(pad).is_some(), "{pad}");
    }
    assert!(!tekst.contains("#/$defs/"), "a reference into a form that is not there any more");
}
