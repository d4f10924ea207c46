//! Versions: the same facts give the same package, a later fact another, and each names the one before it.

use std::collections::BTreeMap;

use wvp_domain::mijlpaal::riv_pakket::Samengesteld;
use wvp_domain::mijlpaal::wia_aanvraag;
use wvp_domain::{Command, Secties, StukId};
use wvp_engine::{Afwijking, Manifest, Pakket, nieuw_id};

use crate::dossier::Proef;

async fn vastgelegd(proef: &Proef) -> Pakket {
    let pakket = proef.pakket().await;
    proef.huis.engine.leg_riv_vast(&proef.casemanager(), &pakket).await.unwrap();
    pakket
}

async fn nagekeken(proef: &Proef, pakket: &Pakket) -> Vec<Afwijking> {
    let bestanden: BTreeMap<String, Vec<u8>> =
        pakket.bestanden.iter().map(|it| (it.naam.clone(), it.inhoud.clone())).collect();
    let engine = &proef.huis.engine;
    engine.kijk_pakket_na(&pakket.manifest, &pakket.lijst, &bestanden).await.unwrap()
}

/// A fact that changes nothing in the papers, and moves the head of the log.
async fn later_feit(proef: &Proef) {
    let (stuk, aangevraagd_op) = (StukId(nieuw_id()), proef.dag);
    let aanvraag = wia_aanvraag::Aanvraag { stuk, aangevraagd_op, verkorte_wachttijd: false };
    let wie = wvp_cli::demo::gebruiker(&proef.zaak, wvp_cli::demo::Rol::Werknemer);
    let wat = Command::LegWiaAanvraagVast(Secties::proces(aanvraag));
    proef.huis.engine.execute(&wie, proef.zaak.dossier, wat).await.unwrap();
}

/// The package with another manifest, recorded as it stands there.
async fn leg_vast_als(proef: &Proef, pakket: Pakket, manifest: Manifest) -> Pakket {
    let lijst = serde_json::to_vec_pretty(&manifest).unwrap();
    let pakket = Pakket { manifest, lijst, ..pakket };
    proef.huis.engine.leg_riv_vast(&proef.casemanager(), &pakket).await.unwrap();
    pakket
}

#[tokio::test]
async fn dezelfde_feiten_op_dezelfde_dag_geven_byte_voor_byte_hetzelfde_pakket() {
    let proef = Proef::compleet().await;
    let eerste = vastgelegd(&proef).await;
    let tweede = vastgelegd(&proef).await;
    assert_eq!(eerste.manifest.versie, Some(1));
    assert_eq!(eerste.lijst, tweede.lijst);
    let inhoud = |pakket: &Pakket| -> Vec<Vec<u8>> {
        pakket.bestanden.iter().map(|it| it.inhoud.clone()).collect()
    };
    assert_eq!(inhoud(&eerste), inhoud(&tweede));
}

#[tokio::test]
async fn een_later_feit_geeft_een_nieuwe_versie_die_de_vorige_noemt_en_beide_kloppen() {
    let proef = Proef::compleet().await;
    let eerste = vastgelegd(&proef).await;
    later_feit(&proef).await;
    let tweede = vastgelegd(&proef).await;
    assert_eq!((tweede.manifest.versie, tweede.manifest.vorige.is_some()), (Some(2), true));
    assert_eq!(nagekeken(&proef, &eerste).await, []);
    assert_eq!(nagekeken(&proef, &tweede).await, []);
}

#[tokio::test]
async fn een_schakel_die_ontbreekt_wordt_genoemd() {
    let proef = Proef::compleet().await;
    let pakket = proef.pakket().await;
    let (versie, vorige) = (Some(1), Some("ab".repeat(32)));
    let manifest = Manifest { versie, vorige, ..pakket.manifest.clone() };
    let pakket = leg_vast_als(&proef, pakket, manifest).await;
    assert_eq!(nagekeken(&proef, &pakket).await, [Afwijking::Schakel(0)]);
    let manifest = Manifest { versie: Some(3), ..pakket.manifest.clone() };
    let pakket = leg_vast_als(&proef, pakket, manifest).await;
    let gevonden = nagekeken(&proef, &pakket).await;
    assert_eq!(gevonden, [Afwijking::Schakel(2), Afwijking::Versie(3)]);
}

#[tokio::test]
async fn een_pakket_van_de_eerste_vorm_wordt_nog_gelezen_en_bewezen() {
    let proef = Proef::compleet().await;
    let pakket = proef.pakket().await;
    let mut oud = serde_json::to_value(&pakket.manifest).unwrap();
    oud["vorm"] = 1.into();
    let geheel = oud.as_object_mut().unwrap();
    geheel.retain(|veld, _| !["versie", "vorige"].contains(&veld.as_str()));
    for bestand in oud["bestanden"].as_array_mut().unwrap() {
        let velden = bestand.as_object_mut().unwrap();
        velden.retain(|veld, _| !["portaalsoort", "ondertekend_op"].contains(&veld.as_str()));
    }
    let lijst = serde_json::to_vec_pretty(&oud).unwrap();
    let manifest: Manifest = serde_json::from_slice(&lijst).unwrap();
    let oud = Pakket { manifest, lijst, ..pakket };
    proef.huis.engine.leg_riv_vast(&proef.casemanager(), &oud).await.unwrap();
    assert_eq!(nagekeken(&proef, &oud).await, []);
    let nieuw = vastgelegd(&proef).await;
    assert_eq!(nieuw.manifest.versie, Some(2), "the old one counts");
    assert_eq!(nagekeken(&proef, &nieuw).await, []);
}

#[tokio::test]
async fn een_definitief_pakket_staat_als_definitief_in_het_dossier() {
    let proef = Proef::compleet().await;
    vastgelegd(&proef).await;
    let inzage = proef.huis.engine.read(&proef.casemanager(), proef.zaak.dossier, None).await;
    let pakketten = inzage.unwrap().dossier.riv_pakket;
    let definitief: Vec<bool> = pakketten.iter().map(|it: &Samengesteld| it.definitief).collect();
    assert_eq!(definitief, [true]);
}
