//! Messages in the standard of SIVI, in and out over the API.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use tests::klant::{Antwoord, Klant};
use tests::merk::MERK;
use uuid::Uuid;
use wvp_access::Lezer;
use wvp_cli::demo::Rol;

use crate::proef::Proef;
use crate::wereld::vreemden;

const XML: &str = "application/xml";
const PAD: &str = "/v1/verzuimmeldingen";

/// The example of the document, of an employer.
fn bericht(werkgever: Uuid) -> String {
    let document: Value = serde_json::from_str(&wvp_server::document()).unwrap();
    let post = &document["paths"][PAD]["post"]["requestBody"]["content"][XML]["example"];
    let voorbeeld = post.as_str().unwrap();
    voorbeeld.replace("7f2c1e9a-4b3d-4c5e-8f60-1a2b3c4d5e6f", &werkgever.to_string())
}

/// The same with one more report: fit again.
fn met_herstel(bericht: &str) -> String {
    let (voor, rest) = bericht.split_once("<Vrzm>").unwrap();
    let (melding, na) = rest.split_once("</Vrzm>").unwrap();
    let tweede = melding
        .replace("<VrzmgvlVnrMld>1<", "<VrzmgvlVnrMld>2<")
        .replace("<EndVrzmJN>N</EndVrzmJN>", "<EndVrzmJN>J</EndVrzmJN>")
        .replace(">100.00<", ">0.00<")
        .replace("<PrcVrzm>", "<DatHrstld>2025-03-10</DatHrstld><PrcVrzm>");
    format!("{voor}<Vrzm>{melding}</Vrzm><Vrzm>{tweede}</Vrzm>{na}")
}

async fn stuur(klant: &Klant, vraag: &str, xml: &str) -> Antwoord {
    klant.clone().bestand(&format!("{PAD}{vraag}"), XML, xml.as_bytes().to_vec()).await.unwrap()
}

fn uitslagen(antwoord: &Antwoord) -> Vec<Value> {
    let json = antwoord.json();
    json["meldingen"].as_array().unwrap().iter().map(|it| it["uitslag"].clone()).collect()
}

#[tokio::test]
async fn meldingen_worden_een_dossier_en_nog_eens_verandert_niets() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut casemanager = proef.ingelogd(Rol::Casemanager).await;
    let xml = met_herstel(&bericht(proef.zaak.werkgever.0));
    let vooraf = stuur(&casemanager, "?proef=true", &xml).await;
    assert_eq!((vooraf.status, uitslagen(&vooraf)), (200, vec![json!("zou worden opgenomen"); 2]));
    let dossier = vooraf.json()["meldingen"][0]["dossier"].as_str().unwrap().to_owned();
    let pad = format!("/v1/dossiers/{dossier}");
    assert_eq!(casemanager.get(&pad).await.unwrap().status, 404);
    let eerst = stuur(&casemanager, "", &xml).await;
    assert_eq!((eerst.status, uitslagen(&eerst)), (200, vec![json!("opgenomen"); 2]));
    let lijn = casemanager.get(&pad).await.unwrap();
    assert_eq!(lijn.json()["regels"].as_array().unwrap().len(), 2, "{}", lijn.json());
    let weer = stuur(&casemanager, "", &xml).await;
    assert_eq!(uitslagen(&weer), vec![json!("al bekend"); 2]);
    assert_eq!(casemanager.get(&pad).await.unwrap().lijf, lijn.lijf);
    proef.stop().await;
}

#[tokio::test]
async fn wat_niet_klopt_staat_met_veld_en_regel_in_het_antwoord_en_de_rest_is_opgenomen() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let casemanager = proef.ingelogd(Rol::Casemanager).await;
    let goed = bericht(proef.zaak.werkgever.0);
    let kapot = goed.replace(">100.00<", ">150.00<").replace(">2020-01-01<", ">griep<");
    let nee = stuur(&casemanager, "", &kapot).await;
    assert_eq!((nee.status, nee.kop("content-type")), (400, "application/problem+json"));
    let velden = nee.json()["fouten"].to_string();
    assert!(velden.contains("Vrzm[0].PrcVrzm") && velden.contains("Ingdat"), "{velden}");
    let geen_xml = stuur(&casemanager, "", "<!DOCTYPE a><Verzuimmeldingen/>").await;
    assert_eq!(geen_xml.status, 400);
    let half = met_herstel(&goed).replace("<DatHrstld>2025-03-10</DatHrstld>", "");
    let half = stuur(&casemanager, "", &half).await;
    assert_eq!(
        (half.status, uitslagen(&half)),
        (200, vec![json!("opgenomen"), json!("geweigerd")])
    );
    assert!(half.json()["meldingen"][1]["redenen"].to_string().contains("DatHrstld"));
    let als_tekst =
        casemanager.clone().bestand(PAD, "text/plain", goed.into_bytes()).await.unwrap();
    assert_eq!(als_tekst.status, 415);
    for antwoord in [nee, geen_xml, half] {
        let tekst = String::from_utf8(antwoord.lijf).unwrap();
        assert!(!tekst.contains("111222333") && !tekst.contains("griep"), "{tekst}");
    }
    proef.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn wie_niet_bij_de_werkgever_werkt_neemt_niets_op_en_hoort_niet_wat_er_is() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let zaak = &proef.zaak;
    let werknemer = format!("<IdWrknmr>{}<", zaak.werknemer.0);
    let echt = bericht(zaak.werkgever.0).replace("<IdWrknmr>1042<", &werknemer);
    let nergens = bericht(Uuid::from_u128(0xdd)).replace("<IdWrknmr>1042<", &werknemer);
    let mut getuige = proef.ingelogd(Rol::Bedrijfsarts).await;
    let pad = format!("/v1/dossiers/{}", zaak.dossier.0);
    let ervoor = getuige.get(&pad).await.unwrap().lijf;
    for vreemde in vreemden(&proef).await.vreemden {
        let (hier, daar) =
            (stuur(&vreemde.klant, "", &echt).await, stuur(&vreemde.klant, "", &nergens).await);
        let naam = vreemde.naam;
        assert!([401, 403, 409].contains(&hier.status), "{naam}: {} {}", hier.status, hier.json());
        assert_eq!((hier.status, hier.json()), (daar.status, daar.json()), "{naam}");
        let vooraf = stuur(&vreemde.klant, "?proef=true", &echt).await;
        assert!(!String::from_utf8_lossy(&vooraf.lijf).contains(&zaak.dossier.0.to_string()));
    }
    assert_eq!(getuige.get(&pad).await.unwrap().lijf, ervoor);
    proef.stop().await;
}

#[tokio::test]
async fn het_documentenbericht_heeft_de_papieren_van_de_werkgever_en_niets_medisch() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::tot_het_eind(map.path()).await;
    let pad = format!("/v1/dossiers/{}/documentenbericht", proef.zaak.dossier.0);
    let mut casemanager = proef.ingelogd(Rol::Casemanager).await;
    let uit = casemanager.get(&pad).await.unwrap();
    assert_eq!((uit.status, uit.kop("content-type")), (200, XML), "{}", uit.json());
    assert!(uit.kop("content-disposition").contains("documenten.xml"));
    let xml = String::from_utf8(uit.lijf).unwrap();
    let delen: Vec<&str> = xml.split("<Datastring>").skip(1).collect();
    assert!(delen.len() >= 5, "{}", delen.len());
    for deel in delen {
        let (tekst, _) = deel.split_once("</Datastring>").unwrap();
        let pdf = STANDARD.decode(tekst).unwrap();
        assert!(pdf.starts_with(b"%PDF"));
        assert!(!pdf.windows(MERK.len()).any(|it| it == MERK.as_bytes()));
    }
    for niet in ["medische informatie", "oordeel werknemer"] {
        assert!(!xml.contains(niet), "{niet}");
    }
    let mut werkgever = proef.ingelogd(Rol::Werkgever).await;
    let nee = werkgever.get(&pad).await.unwrap();
    assert_eq!(nee.status, 409, "who may not read whom it is about makes no message of it");
    let mut planner = proef.ingelogd_als(Lezer::FunctioneelBeheerder).await;
    assert_eq!(planner.get(&pad).await.unwrap().status, 404);
    proef.stop().await;
}
