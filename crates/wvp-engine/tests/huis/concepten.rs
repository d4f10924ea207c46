//! Drafts: for whoever wrote them, under the hat they were written under, and for thirty days.

use serde_json::{Value, json};
use wvp_access::Lezer;
use wvp_engine::{Concept, Gebruiker, Inzage};
use wvp_store::{Bereik, Leesmodellen as _};

use crate::hulp::{DOSSIER, Huis, als, dag, ingelogd, met_spreekuur};

const ARTS: Lezer = Lezer::BedrijfsartsStafarts;
const WOORD: &str = "spreekuren";
const MERK: &str = "MARKERING-CONCEPT";

fn inhoud() -> Value {
    json!({ "a": { "werkt_mee": true }, "c": { "aantekeningen": MERK } })
}

async fn inzage(huis: &Huis, wie: &Gebruiker) -> Inzage {
    huis.engine.read(wie, DOSSIER, None).await.unwrap()
}

async fn bewaar(huis: &Huis, wie: &Gebruiker, woord: &str, inhoud: &Value) {
    let gezien = inzage(huis, wie).await;
    huis.engine.bewaar_concept(wie, (DOSSIER, &gezien), woord, inhoud).await.unwrap();
}

async fn concepten(huis: &Huis, wie: &Gebruiker) -> Vec<Concept> {
    let gezien = inzage(huis, wie).await;
    huis.engine.concepten(wie, (DOSSIER, &gezien)).await.unwrap()
}

#[tokio::test]
async fn een_concept_komt_terug_zoals_het_bewaard_is() {
    let huis = met_spreekuur().await;
    bewaar(&huis, &als(ARTS), WOORD, &json!({ "a": {}, "b": { "advies": "eerst dit" } })).await;
    bewaar(&huis, &als(ARTS), WOORD, &inhoud()).await;
    let [concept] = <[Concept; 1]>::try_from(concepten(&huis, &als(ARTS)).await).ok().unwrap();
    assert_eq!((concept.woord.as_str(), &concept.inhoud), (WOORD, &inhoud()));
    assert_eq!(concept.bewaard_op.to_string(), "2024-01-01");
}

#[tokio::test]
async fn niemand_anders_ziet_een_concept_ook_niet_onder_een_andere_hoed() {
    let huis = met_spreekuur().await;
    bewaar(&huis, &als(ARTS), WOORD, &inhoud()).await;
    let casemanager = Lezer::CasemanagerZwWgaWvp;
    assert!(concepten(&huis, &als(casemanager)).await.is_empty());
    // The same account with another hat on: what it may see of the dossier is not what decides here.
    let gezien = inzage(&huis, &als(casemanager)).await;
    let zelfde_account = ingelogd(als(ARTS).account, casemanager);
    let anders = huis.engine.concepten(&zelfde_account, (DOSSIER, &gezien)).await.unwrap();
    assert!(anders.is_empty());
}

#[tokio::test]
async fn een_concept_staat_niet_leesbaar_in_de_opslag() {
    let huis = met_spreekuur().await;
    bewaar(&huis, &als(ARTS), WOORD, &inhoud()).await;
    let rijen = huis.store.reeks("concept", Bereik::Alles, 99).await.unwrap();
    assert_eq!(rijen.len(), 2, "one row a section");
    for (sleutel, waarde) in rijen {
        let bytes = [sleutel, waarde].concat();
        for leesbaar in [MERK, "werkt_mee", WOORD] {
            let gevonden = bytes.windows(leesbaar.len()).any(|it| it == leesbaar.as_bytes());
            assert!(!gevonden, "{leesbaar}");
        }
    }
}

#[tokio::test]
async fn een_concept_van_meer_dan_dertig_dagen_is_weg_ook_uit_de_opslag() {
    let huis = met_spreekuur().await;
    bewaar(&huis, &als(ARTS), WOORD, &inhoud()).await;
    huis.klok.zet(dag("2024-01-31"));
    huis.engine.tick().await.unwrap();
    assert_eq!(concepten(&huis, &als(ARTS)).await.len(), 1);
    huis.klok.zet(dag("2024-02-01"));
    assert!(concepten(&huis, &als(ARTS)).await.is_empty());
    huis.engine.tick().await.unwrap();
    assert!(huis.store.reeks("concept", Bereik::Alles, 99).await.unwrap().is_empty());
}

#[tokio::test]
async fn wie_een_concept_weggooit_houdt_de_andere() {
    let huis = met_spreekuur().await;
    bewaar(&huis, &als(ARTS), WOORD, &inhoud()).await;
    bewaar(&huis, &als(ARTS), "probleemanalyses", &json!({ "a": {} })).await;
    huis.engine.wis_concept(&als(ARTS), DOSSIER, WOORD).await.unwrap();
    let over: Vec<String> =
        concepten(&huis, &als(ARTS)).await.into_iter().map(|it| it.woord).collect();
    assert_eq!(over, ["probleemanalyses"]);
}

#[tokio::test]
async fn een_vernietigd_dossier_neemt_zijn_concepten_mee() {
    let huis = met_spreekuur().await;
    bewaar(&huis, &als(ARTS), WOORD, &inhoud()).await;
    let gezien = inzage(&huis, &als(ARTS)).await;
    huis.vernietig(DOSSIER).await;
    let over = huis.engine.concepten(&als(ARTS), (DOSSIER, &gezien)).await.unwrap();
    assert!(over.iter().all(|it| it.inhoud.get("a").is_none()));
    huis.engine.tick().await.unwrap();
    let rijen = huis.store.reeks("concept", Bereik::Alles, 99).await.unwrap();
    assert_eq!(rijen.len(), 1, "the key of the medical part was not destroyed here");
}
