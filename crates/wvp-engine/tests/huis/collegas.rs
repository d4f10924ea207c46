//! Whom somebody can name in a form, and who is expected at a consultation.

use wvp_access::Lezer;
use wvp_domain::bevoegdheid::Organisatie;
use wvp_domain::bevoegdheid::gebruiker::{self, Functie};
use wvp_domain::{AccountId, Command, Secties};
use wvp_engine::{Aanleiding, Gebruiker};

use crate::hulp::{DOSSIER, Huis, als, dag, ingelogd, met_werkgever, spreekuur};
use crate::mensen::{beheer, functie};
use crate::opvragen::{ANDER, BAAS, met_ander};
use crate::waarneming::{AFWEZIG, WAARNEMER, collega};

const WIE: Lezer = Lezer::CasemanagerZwWgaWvp;

async fn accounts(huis: &Huis, wie: &Gebruiker) -> Vec<AccountId> {
    let collegas = huis.engine.collegas(wie, &Aanleiding::default()).await.unwrap();
    collegas.into_iter().map(|it| it.account).collect()
}

/// Gives somebody of the tests a function at another employer, beside the one there is.
async fn werkt_ook_bij_ander(huis: &Huis, account: AccountId) {
    let elders = Organisatie::Werkgever(ANDER);
    let daar = Functie { organisatie: elders, ..functie(62_001, Lezer::Werkgever) };
    let wat = gebruiker::Command::KenFunctieToe(Secties::proces(daar));
    beheer(huis, account, wat).await.unwrap();
}

#[tokio::test]
async fn collegas_werken_bij_dezelfde_organisatie() {
    let huis = met_werkgever().await;
    met_ander(&huis).await;
    collega(&huis, WAARNEMER, WIE).await;
    assert!(accounts(&huis, &als(WIE)).await.contains(&WAARNEMER));
    let baas = ingelogd(BAAS, Lezer::Werkgever);
    assert_eq!(accounts(&huis, &baas).await, [BAAS]);
    werkt_ook_bij_ander(&huis, WAARNEMER).await;
    assert!(accounts(&huis, &baas).await.contains(&WAARNEMER));
}

#[tokio::test]
async fn een_werknemer_is_geen_collega_en_ziet_er_geen() {
    let huis = met_werkgever().await;
    collega(&huis, WAARNEMER, Lezer::Werknemer).await;
    collega(&huis, AFWEZIG, WIE).await;
    assert!(!accounts(&huis, &als(WIE)).await.contains(&WAARNEMER));
    assert_eq!(accounts(&huis, &ingelogd(WAARNEMER, Lezer::Werknemer)).await, []);
}

#[tokio::test]
async fn het_spreekuur_kent_de_dag_van_het_laatste_en_het_volgende() {
    let huis = met_werkgever().await;
    let arts = als(Lezer::BedrijfsartsStafarts);
    let lijst = || async {
        huis.engine.spreekuurlijst(&arts, &Aanleiding::default()).await.unwrap().pop().unwrap()
    };
    let eerst = lijst().await;
    assert_eq!((eerst.dossier, eerst.laatste_op, eerst.volgende_op), (DOSSIER, None, None));
    let Command::LegSpreekuurVast(mut gehouden) = spreekuur() else { unreachable!() };
    gehouden.a.volgende_op = Some(dag("2024-02-12"));
    huis.engine.execute(&arts, DOSSIER, Command::LegSpreekuurVast(gehouden)).await.unwrap();
    let daarna = lijst().await;
    let dagen = (daarna.laatste_op, daarna.volgende_op);
    assert_eq!(dagen, (Some(dag("2024-01-01")), Some(dag("2024-02-12"))));
}

#[tokio::test]
async fn wie_geen_dossier_ziet_heeft_een_leeg_spreekuur() {
    let huis = met_werkgever().await;
    met_ander(&huis).await;
    let baas = ingelogd(BAAS, Lezer::Werkgever);
    let lijst = huis.engine.spreekuurlijst(&baas, &Aanleiding::default()).await.unwrap();
    assert!(lijst.is_empty());
}
