//! The examples of the document, held against the server itself.

use std::fs;
use std::path::Path;

use hyper::Method;
use serde_json::{Value, json};
use uuid::Uuid;
use wvp_access::Lezer;

use crate::proef::Proef;

/// A request with a body in the document: its method, its address with every number filled in, and its example.
fn verzoeken() -> Vec<(Method, String, Value)> {
    let pad = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas/openapi.json");
    let document: Value = serde_json::from_slice(&fs::read(pad).unwrap()).unwrap();
    let mut alle = vec![];
    for (pad, item) in document["paths"].as_object().unwrap() {
        for (methode, handeling) in item.as_object().unwrap() {
            let Some(inhoud) = handeling.pointer("/requestBody/content/application~1json") else {
                continue;
            };
            let voorbeeld = inhoud["example"].clone();
            assert!(!voorbeeld.is_null(), "{methode} {pad} has no example");
            let methode = methode.to_uppercase().parse().unwrap();
            alle.push((methode, ingevuld(pad, handeling), voorbeeld));
        }
    }
    assert!(alle.len() > 50);
    alle
}

/// Words of a choice are filled in with the first one, numbers with one that belongs to nothing.
fn ingevuld(pad: &str, handeling: &Value) -> String {
    let parameters = handeling["parameters"].as_array().cloned().unwrap_or_default();
    parameters.iter().filter(|it| it["in"] == "path").fold(pad.to_owned(), |pad, parameter| {
        let eerste = parameter.pointer("/schema/enum/0").and_then(Value::as_str);
        let waarde = eerste.map_or_else(|| Uuid::from_u128(1).to_string(), str::to_owned);
        pad.replace(&format!("{{{}}}", parameter["name"].as_str().unwrap()), &waarde)
    })
}

/// Log-in ends the session that asks, so it is asked for last.
fn is_inloggen(pad: &str) -> bool {
    pad.starts_with("/v1/sessies")
}

#[tokio::test]
async fn elk_voorbeeld_van_een_verzoek_komt_door_de_keuring_en_iets_anders_niet() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let klant = proef.ingelogd_als(Lezer::Planner).await;
    let mut alle = verzoeken();
    alle.sort_by_key(|(_, pad, _)| is_inloggen(pad));
    for (methode, pad, voorbeeld) in alle {
        let onzin = json!({ "dit_veld_is_er_niet": true });
        let nee = klant.clone().vraag(methode.clone(), &pad, Some(&onzin)).await.unwrap();
        // An address without a case of its own takes any field: what is not known there, UWV decides.
        if !pad.contains("/uwv-berichten/") {
            assert_eq!(nee.status, 400, "{methode} {pad}: {}", nee.json());
        }
        let ja = klant.clone().vraag(methode.clone(), &pad, Some(&voorbeeld)).await.unwrap();
        assert_ne!(ja.status, 400, "{methode} {pad}: {} {voorbeeld}", ja.json());
        assert!(ja.status < 500, "{methode} {pad}: {}", ja.status);
    }
    proef.stop().await;
}
