//! Logging in, and what is shown to whom.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use uuid::Uuid;
use wvp_cli::demo::Rol;
use wvp_engine::{Klok as _, Systeemklok};

use crate::proef::Proef;

#[tokio::test]
async fn na_beide_factoren_ziet_iemand_het_eigen_dossier_en_anders_niets() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let dossier = proef.zaak.dossier.0;
    let mut vreemde = proef.klant();
    let zonder = vreemde.get(&format!("/v1/dossiers/{dossier}")).await.unwrap();
    assert_eq!((zonder.status, zonder.kop("content-type")), (401, "application/problem+json"));

    let mut werkgever = proef.ingelogd(Rol::Werkgever).await;
    let lijst = werkgever.get("/v1/dossiers").await.unwrap().json();
    assert_eq!(lijst["dossiers"][0]["dossier"], json!(dossier), "{lijst}");
    let eigen = werkgever.get(&format!("/v1/dossiers/{dossier}")).await.unwrap();
    assert_eq!(eigen.status, 200);
    let categorieen: Vec<Value> = eigen.json()["regels"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|regel| regel["delen"].as_array().unwrap().clone())
        .map(|deel| deel["categorie"].clone())
        .collect();
    assert!(categorieen.contains(&json!("B")) && !categorieen.contains(&json!("C")));

    let ander = werkgever.get(&format!("/v1/dossiers/{}", Uuid::nil())).await.unwrap();
    assert_eq!(ander.status, 404);
    proef.stop().await;
}

#[tokio::test]
async fn een_verkeerd_wachtwoord_en_een_onbekend_account_krijgen_hetzelfde_antwoord() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut klant = proef.klant();
    let bekend = proef.inlog(Rol::Werkgever).account.0.to_string();
    let mut antwoorden = vec![];
    for email in [bekend.as_str(), "niemand@nergens.example"] {
        let lijf = json!({ "email": email, "wachtwoord": "iets heel anders" });
        let antwoord = klant.post("/v1/sessies", &lijf).await.unwrap();
        antwoorden.push((antwoord.status, antwoord.lijf));
    }
    assert_eq!(antwoorden[0], antwoorden[1]);
    assert_eq!(antwoorden[0].0, 401);
    proef.stop().await;
}

#[tokio::test]
async fn uitloggen_sluit_de_sessie_en_een_andere_site_komt_er_niet_in() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut klant = proef.ingelogd(Rol::Casemanager).await;
    let mut elders = klant.clone();
    elders.koppen = vec![("origin".to_owned(), "https://elders.example".to_owned())];
    let nee = elders.vraag(hyper::Method::DELETE, "/v1/sessies/huidige", None).await.unwrap();
    assert_eq!(nee.status, 403);
    let mut nog_een = klant.clone();
    let uit = klant.vraag(hyper::Method::DELETE, "/v1/sessies/huidige", None).await.unwrap();
    assert_eq!((uit.status, uit.kop("clear-site-data")), (204, "\"cache\", \"storage\""));
    assert_eq!(nog_een.get("/v1/dossiers").await.unwrap().status, 401);
    proef.stop().await;
}

#[tokio::test]
async fn wie_schrijft_op_wat_intussen_is_gewijzigd_hoort_dat() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let pad = format!("/v1/dossiers/{}", proef.zaak.dossier.0);
    let mut klant = proef.ingelogd(Rol::Werkgever).await;
    let gelezen = klant.get(&pad).await.unwrap();
    let etag = gelezen.kop("etag").to_owned();
    assert!(!etag.is_empty());
    let mut zelfde = klant.clone();
    zelfde.koppen = vec![("if-none-match".to_owned(), etag.clone())];
    assert_eq!(zelfde.get(&pad).await.unwrap().status, 304);

    let gesprek = |op: &str| {
        json!({
            "a": { "gehouden_op": op, "activiteiten_tijdig": true },
            "b": { "aanwezigen": ["R. Verbruggen"], "voortgang": "Op koers.", "afspraken": ["Verder zo."] }
        })
    };
    let pad = format!("{pad}/voortgangsgesprekken");
    let sleutel = ("idempotency-key".to_owned(), Uuid::from_u128(7).to_string());
    klant.koppen = vec![("if-match".to_owned(), etag.clone()), sleutel.clone()];
    let eerste = klant.post(&pad, &gesprek("2024-03-05")).await.unwrap();
    assert_eq!(eerste.status, 201, "{}", eerste.json());
    assert_eq!(eerste.json()["stuk"], json!(Uuid::from_u128(7)));
    klant.koppen = vec![("if-match".to_owned(), etag)];
    let tweede = klant.post(&pad, &gesprek("2024-03-12")).await.unwrap();
    assert_eq!(tweede.status, 412, "{}", tweede.json());
    klant.koppen = vec![sleutel];
    let nog_eens = klant.post(&pad, &gesprek("2024-03-05")).await.unwrap();
    assert_eq!(nog_eens.status, 201, "{}", nog_eens.json());
    let ander = klant.post(&pad, &gesprek("2024-03-06")).await.unwrap();
    assert_eq!(ander.status, 409, "another fact under a used number");
    proef.stop().await;
}

#[tokio::test]
async fn alle_fouten_van_een_lijf_staan_in_een_antwoord_en_geen_herhaalt_een_zin() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let pad = format!("/v1/dossiers/{}/voortgangsgesprekken", proef.zaak.dossier.0);
    let mut klant = proef.ingelogd(Rol::Werkgever).await;
    let lijf = json!({
        "a": { "gehouden_op": "gisteren na de griep", "activiteiten_tijdig": "soms" },
        "b": { "aanwezigen": [], "voortgang": 3, "afspraken": [], "kleur": "rood" }
    });
    let antwoord = klant.post(&pad, &lijf).await.unwrap();
    assert_eq!(antwoord.status, 400);
    let json = antwoord.json();
    let velden: BTreeSet<&str> =
        json["fouten"].as_array().unwrap().iter().filter_map(|it| it["veld"].as_str()).collect();
    let verwacht = ["a.activiteiten_tijdig", "a.gehouden_op", "b.kleur", "b.voortgang"];
    assert_eq!(velden, BTreeSet::from(verwacht), "{json}");
    assert!(!String::from_utf8_lossy(&antwoord.lijf).contains("griep"));
    let als_getal = json!({ "a": { "per": "2024-01-01" }, "d": 111_222_333 });
    let pad = format!("/v1/werknemers/{}/burgerservicenummers", proef.zaak.werknemer.0);
    let antwoord = klant.post(&pad, &als_getal).await.unwrap();
    assert_eq!(antwoord.status, 400);
    assert!(!String::from_utf8_lossy(&antwoord.lijf).contains("111222333"));
    proef.stop().await;
}

#[tokio::test]
async fn een_programma_leest_met_een_token_en_legt_er_niets_mee_vast() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let pad = format!("/v1/dossiers/{}", proef.zaak.dossier.0);
    let mut mens = proef.ingelogd(Rol::Werkgever).await;
    let over_een_maand = Systeemklok.vandaag().plus(30).to_string();
    let aanvraag =
        json!({ "naam": "rooster", "reikwijdte": "lezen", "tot_en_met": over_een_maand });
    let gegeven = mens.post("/v1/tokens", &aanvraag).await.unwrap();
    assert_eq!(gegeven.status, 201, "{}", gegeven.json());
    let geheim = gegeven.json()["geheim"].as_str().unwrap().to_owned();

    let mut programma = proef.klant();
    programma.koppen = vec![("authorization".to_owned(), format!("Bearer {geheim}"))];
    assert_eq!(programma.get(&pad).await.unwrap().status, 200);
    let nee = programma.post(&format!("{pad}/regres"), &json!({ "a": {} })).await.unwrap();
    assert_eq!(nee.status, 403);

    let tokens = mens.get("/v1/tokens").await.unwrap();
    assert!(!String::from_utf8_lossy(&tokens.lijf).contains(&geheim));
    let nummer = tokens.json()["tokens"][0]["token"].as_str().unwrap().to_owned();
    let weg =
        mens.vraag(hyper::Method::DELETE, &format!("/v1/tokens/{nummer}"), None).await.unwrap();
    assert_eq!(weg.status, 204);
    assert_eq!(programma.get(&pad).await.unwrap().status, 401);
    proef.stop().await;
}

#[tokio::test]
async fn wie_tekent_bevestigt_wat_is_getoond_en_anders_niets() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let pad = format!("/v1/dossiers/{}", proef.zaak.dossier.0);
    let mut werknemer = proef.ingelogd(Rol::Werknemer).await;
    let lijst = werknemer.get(&format!("{pad}/te-tekenen")).await.unwrap().json();
    let is_plan = |it: &&Value| it["element"] == "plan_van_aanpak";
    let plan = lijst["stukken"].as_array().unwrap().iter().find(is_plan).unwrap().clone();
    let tekent = |getal: &str| json!({ "stuk": plan["stuk"], "controlegetal": getal });
    let pad_tekenen = format!("{pad}/ondertekeningen");
    let ander = werknemer.post(&pad_tekenen, &tekent("00")).await.unwrap();
    assert_eq!(ander.status, 409, "{}", ander.json());
    let getal = plan["controlegetal"].as_str().unwrap();
    let goed = werknemer.post(&pad_tekenen, &tekent(getal)).await.unwrap();
    assert_eq!(goed.status, 204, "{}", goed.json());
    let lijst = werknemer.get(&format!("{pad}/te-tekenen")).await.unwrap().json();
    let plan = lijst["stukken"].as_array().unwrap().iter().find(is_plan).unwrap().clone();
    assert_eq!(plan["handtekeningen"][0]["partij"], "werknemer", "{plan}");
    proef.stop().await;
}
