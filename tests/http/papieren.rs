//! Papers over the API: for whom they open, what stands in their names, and what is under a password.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};

use serde_json::{Value, json};
use tests::klant::Antwoord;
use uuid::Uuid;
use wvp_cli::demo::Rol;
use zip::ZipArchive;

use crate::proef::Proef;

const WACHTWOORD: &str = "Zoë's paarse fiets 7";

/// The files of an archive.
pub(crate) fn uitgepakt(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archief = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let een = |nummer: usize| {
        let mut bestand = archief.by_index(nummer).unwrap();
        let mut inhoud = vec![];
        bestand.read_to_end(&mut inhoud).unwrap();
        (bestand.name().unwrap().into_owned(), inhoud)
    };
    (0..ZipArchive::new(Cursor::new(bytes)).unwrap().len()).map(een).collect()
}

fn is_pdf(antwoord: &Antwoord) -> bool {
    antwoord.kop("content-type") == "application/pdf" && antwoord.lijf.starts_with(b"%PDF-")
}

#[tokio::test]
async fn wie_een_stuk_mag_lezen_krijgt_het_als_pdf_en_de_naam_zegt_niet_van_wie() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let pad = format!("/v1/dossiers/{}", proef.zaak.dossier.0);
    let mut werkgever = proef.ingelogd(Rol::Werkgever).await;
    let lijst = werkgever.get(&format!("{pad}/stukken")).await.unwrap().json();
    let stukken = lijst["stukken"].as_array().unwrap();
    let is_plan = |it: &&Value| it["afschrift"] == "plan-van-aanpak";
    let plan = stukken.iter().find(is_plan).unwrap()["stuk"].as_str().unwrap();
    let afschrift = format!("{pad}/afschriften/plan-van-aanpak?stuk={plan}");
    let pdf = werkgever.get(&afschrift).await.unwrap();
    assert!(pdf.status == 200 && is_pdf(&pdf), "{}", pdf.json());
    assert_eq!(pdf.kop("cache-control"), "no-store");
    let naam = pdf.kop("content-disposition").to_owned();
    assert!(naam.starts_with("attachment; filename=\"") && naam.ends_with(".pdf\""), "{naam}");
    for deel in proef.zaak.persoon.naam.split(' ') {
        assert!(!naam.contains(deel), "{naam}");
    }
    // Nobody is back at work yet, and there is no other kind.
    let geen = werkgever.get(&format!("{pad}/afschriften/herstelmelding")).await.unwrap();
    assert_eq!((geen.status, geen.kop("content-type")), (404, "application/problem+json"));
    let onbekend = werkgever.get(&format!("{pad}/afschriften/ponskaart")).await.unwrap();
    assert_eq!(onbekend.status, 404);
    proef.stop().await;
}

#[tokio::test]
async fn wie_het_dossier_niet_mag_kennen_krijgt_overal_hetzelfde_als_bij_een_dossier_dat_er_niet_is()
 {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut vreemde = proef.zonder_dossier().await;
    let brief = json!({ "brief": {
        "soort": "loonstop", "plicht": "passende_arbeid", "vanaf": "2024-03-01" } });
    let verkort = json!({ "grond": "zes_tot_tien_weken", "stand_van_zaken": "Halve dagen." });
    let vragen = [
        ("stukken", None),
        ("afschriften/plan-van-aanpak", None),
        ("werknemersmap", None),
        ("brieven", Some(brief)),
        ("verkorte-verslagen", Some(verkort)),
        ("herstelformulieren", Some(json!({}))),
        ("gesloten-delen", Some(json!({ "wachtwoord": WACHTWOORD }))),
    ];
    for (wat, lijf) in vragen {
        let mut antwoorden = vec![];
        for dossier in [proef.zaak.dossier.0, Uuid::from_u128(1)] {
            let pad = format!("/v1/dossiers/{dossier}/{wat}");
            let antwoord = match &lijf {
                None => vreemde.get(&pad).await.unwrap(),
                Some(lijf) => vreemde.post(&pad, lijf).await.unwrap(),
            };
            antwoorden.push((antwoord.status, antwoord.lijf));
        }
        assert_eq!(antwoorden[0], antwoorden[1], "{wat}");
        assert_eq!(antwoorden[0].0, 404, "{wat}");
    }
    proef.stop().await;
}

#[tokio::test]
async fn een_brief_is_van_de_werkgever_en_zegt_niets_over_ziekte() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let pad = format!("/v1/dossiers/{}/brieven", proef.zaak.dossier.0);
    let oproep = |plaats: &str| {
        json!({ "datum": "2024-03-01", "brief": {
            "soort": "oproep", "met": "werkgever", "op": "2024-03-08",
            "tijd": "10.30 uur", "plaats": plaats } })
    };
    let mut werkgever = proef.ingelogd(Rol::Werkgever).await;
    let brief = werkgever.post(&pad, &oproep("Kantoor, kamer 2")).await.unwrap();
    assert!(brief.status == 200 && is_pdf(&brief), "{}", brief.json());
    assert!(brief.kop("content-disposition").contains("brief_oproep_2024-03-01.pdf"));
    let nee = werkgever.post(&pad, &oproep("Thuis, vanwege de griep")).await.unwrap();
    assert_eq!(nee.status, 409, "{}", nee.json());
    assert!(!String::from_utf8_lossy(&nee.lijf).contains("griep"));
    let half = json!({ "brief": { "soort": "oproep", "met": "buurman" } });
    let nee = werkgever.post(&pad, &half).await.unwrap();
    let fouten = nee.json()["fouten"].clone();
    let velden: BTreeSet<&str> =
        fouten.as_array().unwrap().iter().filter_map(|it| it["veld"].as_str()).collect();
    let verwacht = ["brief.met", "brief.op", "brief.plaats", "brief.tijd"];
    assert_eq!(velden, BTreeSet::from(verwacht), "{fouten}");
    let geen = werkgever.post(&pad, &json!({ "brief": { "soort": "kaartje" } })).await.unwrap();
    let fout = geen.json()["fouten"][0].clone();
    assert_eq!(fout["veld"], "brief.soort", "{fout}");
    assert!(fout["regel"].as_str().unwrap().contains("oproep, herinnering"), "{fout}");
    let mut arts = proef.ingelogd(Rol::Bedrijfsarts).await;
    let nee = arts.post(&pad, &oproep("Kantoor")).await.unwrap();
    assert_eq!(nee.status, 403, "{}", nee.json());
    assert!(!nee.json()["grondslag"].as_array().unwrap().is_empty());
    proef.stop().await;
}

#[tokio::test]
async fn de_map_is_voor_de_werknemer_en_telkens_dezelfde() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let pad = format!("/v1/dossiers/{}/werknemersmap", proef.zaak.dossier.0);
    let mut werknemer = proef.ingelogd(Rol::Werknemer).await;
    let eerste = werknemer.get(&pad).await.unwrap();
    assert_eq!((eerste.status, eerste.kop("content-type")), (200, "application/zip"));
    assert!(eerste.lijf == werknemer.get(&pad).await.unwrap().lijf);
    let bestanden = uitgepakt(&eerste.lijf);
    let lijst: Value = serde_json::from_slice(&bestanden["inhoud.json"]).unwrap();
    assert_eq!(lijst["bestanden"].as_array().unwrap().len() + 1, bestanden.len());
    let mut werkgever = proef.ingelogd(Rol::Werkgever).await;
    assert_eq!(werkgever.get(&pad).await.unwrap().status, 403);
    proef.stop().await;
}

#[tokio::test]
async fn het_medische_deel_gaat_dicht_de_deur_uit_en_alleen_naar_arts_en_werknemer() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::tot_het_eind(map.path()).await;
    let pad = format!("/v1/dossiers/{}/gesloten-delen", proef.zaak.dossier.0);
    let lijf = json!({ "wachtwoord": WACHTWOORD });
    let mut werknemer = proef.ingelogd(Rol::Werknemer).await;
    let kort = werknemer.post(&pad, &json!({ "wachtwoord": "kort" })).await.unwrap();
    assert_eq!(kort.status, 400);
    assert!(!String::from_utf8_lossy(&kort.lijf).contains("\"kort\""));
    let deel = werknemer.post(&pad, &lijf).await.unwrap();
    assert!(deel.status == 200 && is_pdf(&deel), "{}", deel.json());
    let mut document = lopdf::Document::load_mem(&deel.lijf).unwrap();
    assert!(document.is_encrypted() && document.decrypt("iets anders").is_err());
    document.decrypt(WACHTWOORD).unwrap();
    let mut werkgever = proef.ingelogd(Rol::Werkgever).await;
    assert_eq!(werkgever.post(&pad, &lijf).await.unwrap().status, 403);
    proef.stop().await;
}

#[tokio::test]
async fn een_pakket_hoort_bij_het_log_en_een_veranderde_byte_valt_op() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let pad = format!("/v1/dossiers/{}/pakketten", proef.zaak.dossier.0);
    let mut casemanager = proef.ingelogd(Rol::Casemanager).await;
    let pakket = casemanager.post(&pad, &json!({})).await.unwrap();
    assert_eq!((pakket.status, pakket.kop("content-type")), (200, "application/zip"));
    let bestanden = uitgepakt(&pakket.lijf);
    let manifest: Value = serde_json::from_slice(&bestanden["manifest.json"]).unwrap();
    assert_eq!(manifest["definitief"], json!(false), "a draft: most of it is not there yet");
    assert_eq!(manifest["bestanden"].as_array().unwrap().len() + 1, bestanden.len());

    let controle = format!("{pad}/_controle");
    let stuur = async |bytes: Vec<u8>, klant: &mut tests::klant::Klant| {
        klant.bestand(&controle, "application/zip", bytes).await.unwrap()
    };
    let goed = stuur(pakket.lijf.clone(), &mut casemanager).await;
    assert_eq!(goed.json()["klopt"], json!(true), "{}", goed.json());
    // A byte within the first paper; the archive is made anew, so that its own sums are right.
    let naam = manifest["bestanden"][0]["naam"].as_str().unwrap();
    let veranderd = anders(&bestanden, naam);
    let fout = stuur(veranderd.clone(), &mut casemanager).await.json();
    assert_eq!(fout["klopt"], json!(false), "{fout}");
    assert!(fout["afwijkingen"][0].as_str().unwrap().contains(naam), "{fout}");
    let geen = stuur(b"geen archief".to_vec(), &mut casemanager).await;
    assert_eq!(geen.status, 400);
    let json = casemanager.post(&controle, &json!({})).await.unwrap();
    assert_eq!(json.status, 415);
    let mut vreemde = proef.zonder_dossier().await;
    let niets = stuur(pakket.lijf.clone(), &mut vreemde).await;
    assert_eq!(niets.status, 404);
    assert_eq!(vreemde.post(&pad, &json!({})).await.unwrap().status, 404);
    proef.stop().await;
}

/// The archive with one byte of one file changed.
fn anders(bestanden: &BTreeMap<String, Vec<u8>>, naam: &str) -> Vec<u8> {
    let mut archief = zip::ZipWriter::new(Cursor::new(vec![]));
    let opties = zip::write::SimpleFileOptions::default();
    for (bestand, inhoud) in bestanden {
        let mut inhoud = inhoud.clone();
        if bestand == naam {
            inhoud[100] ^= 1;
        }
        archief.start_file(bestand.as_str(), opties).unwrap();
        std::io::Write::write_all(&mut archief, &inhoud).unwrap();
    }
    archief.finish().unwrap().into_inner()
}
