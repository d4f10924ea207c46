//! Copies that were signed on paper, in and out over the API.

use serde_json::{Value, json};
use tests::klant::{Antwoord, Klant};
use uuid::Uuid;
use wvp_cli::demo::Rol;

use crate::proef::Proef;

const PDF: &str = "application/pdf";

/// `[{"partij":"werknemer","naam":"Zoë Jansen","functie":"monteur"}]`, as a program sends it.
const TEKENAARS: &str = "%5B%7B%22partij%22%3A%22werknemer%22%2C%22naam%22%3A%22Zo%C3%AB%20Jansen%22\
                         %2C%22functie%22%3A%22monteur%22%7D%5D";

struct Plan {
    pad: String,
    stuk: String,
    datum: String,
}

/// The plan that nobody signed yet.
async fn plan(proef: &Proef, klant: &mut Klant) -> Plan {
    let pad = format!("/v1/dossiers/{}", proef.zaak.dossier.0);
    let lijst = klant.get(&format!("{pad}/stukken")).await.unwrap().json();
    let is_plan = |it: &&Value| it["afschrift"] == "plan-van-aanpak";
    let plan = lijst["stukken"].as_array().unwrap().iter().find(is_plan).unwrap().clone();
    let tekst = |veld: &str| plan[veld].as_str().unwrap().to_owned();
    Plan { pad, stuk: tekst("stuk"), datum: tekst("datum") }
}

impl Plan {
    async fn stuur(&self, klant: &Klant, soort: &str, bytes: &[u8]) -> Antwoord {
        let Self { pad, stuk, datum } = self;
        let mut klant = klant.clone();
        klant.koppen.push(("ondertekenaars".to_owned(), TEKENAARS.to_owned()));
        let naar = format!("{pad}/stukken/{stuk}/getekende-exemplaren?getekendOp={datum}");
        klant.bestand(&naar, soort, bytes.to_vec()).await.unwrap()
    }
}

#[tokio::test]
async fn een_getekend_exemplaar_gaat_heen_en_weer_en_de_naam_zegt_niets() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut werknemer = proef.ingelogd(Rol::Werknemer).await;
    let plan = plan(&proef, &mut werknemer).await;
    let bytes = [b"%PDF-1.7\n".as_slice(), &vec![7; 700_000]].concat();
    let nieuw = plan.stuur(&werknemer, PDF, &bytes).await;
    assert_eq!(nieuw.status, 204, "{}", nieuw.json());
    assert_eq!(plan.stuur(&werknemer, PDF, &bytes).await.status, 204, "the same once more");
    let lijst = werknemer.get(&format!("{}/getekende-exemplaren", plan.pad)).await.unwrap().json();
    let exemplaren = lijst["exemplaren"].as_array().unwrap();
    assert_eq!(exemplaren.len(), 1, "{lijst}");
    assert_eq!(
        (&exemplaren[0]["soort"], &exemplaren[0]["bytes"]),
        (&json!("pdf"), &json!(700_009))
    );
    assert_eq!(exemplaren[0]["partijen"], json!(["werknemer"]));
    let nummer = exemplaren[0]["exemplaar"].as_str().unwrap();
    let pad = format!("{}/getekende-exemplaren/{nummer}", plan.pad);
    let mut werkgever = proef.ingelogd(Rol::Werkgever).await;
    let terug = werkgever.get(&pad).await.unwrap();
    assert_eq!((terug.status, terug.kop("content-type")), (200, PDF));
    assert!(terug.lijf == bytes);
    let naam = terug.kop("content-disposition");
    assert!(naam.contains("getekend_exemplaar_") && naam.ends_with(".pdf\""), "{naam}");
    // What stands in it is not for the insurer, who may know of the dossier.
    let mut verzekeraar = proef.ingelogd(Rol::Claimbeoordelaar).await;
    let dicht = verzekeraar.get(&pad).await.unwrap();
    let lijst = verzekeraar.get(&format!("{}/getekende-exemplaren", plan.pad)).await.unwrap();
    assert_eq!((dicht.status, &lijst.json()["exemplaren"]), (404, &json!([])));
    proef.stop().await;
}

#[tokio::test]
async fn de_inhoud_zegt_wat_het_is_en_te_groot_of_iets_anders_komt_er_niet_in() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::met(map.path(), |it| it.lijf_hoogstens = 2000).await;
    let mut werknemer = proef.ingelogd(Rol::Werknemer).await;
    let plan = plan(&proef, &mut werknemer).await;
    let als_tekst = plan.stuur(&werknemer, "text/plain", b"%PDF-1.7\n").await;
    assert_eq!(als_tekst.status, 415);
    let geen_pdf = plan.stuur(&werknemer, PDF, b"<html>").await;
    assert_eq!(geen_pdf.status, 409, "{}", geen_pdf.json());
    assert_eq!(geen_pdf.json()["grondslag"][0], "RIV-23");
    let groot = plan.stuur(&werknemer, PDF, &[b"%PDF-1.7\n".as_slice(), &[7; 2000]].concat()).await;
    assert_eq!((groot.status, groot.kop("content-type")), (413, "application/problem+json"));
    proef.stop().await;
}

#[tokio::test]
async fn wie_het_dossier_niet_kent_krijgt_hetzelfde_als_bij_een_dossier_dat_er_niet_is() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut werknemer = proef.ingelogd(Rol::Werknemer).await;
    let plan = plan(&proef, &mut werknemer).await;
    let mut vreemde = proef.zonder_dossier().await;
    let elders = Plan {
        pad: format!("/v1/dossiers/{}", Uuid::from_u128(1)),
        stuk: plan.stuk.clone(),
        datum: plan.datum.clone(),
    };
    let hier = plan.stuur(&vreemde, PDF, b"%PDF-1.7\n").await;
    let daar = elders.stuur(&vreemde, PDF, b"%PDF-1.7\n").await;
    assert_eq!((hier.status, &hier.lijf), (daar.status, &daar.lijf));
    for wat in ["getekende-exemplaren".to_owned(), format!("getekende-exemplaren/{}", plan.stuk)] {
        let hier = vreemde.get(&format!("{}/{wat}", plan.pad)).await.unwrap();
        let daar = vreemde.get(&format!("{}/{wat}", elders.pad)).await.unwrap();
        assert_eq!((hier.status, hier.lijf), (daar.status, daar.lijf), "{wat}");
        assert_eq!(daar.status, 404);
    }
    proef.stop().await;
}
