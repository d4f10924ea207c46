//! Midnight, and clocks that go wrong.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use wvp_access::Lezer;
use wvp_engine::Klok;
use wvp_engine::klok::dag_in_amsterdam;
use wvp_store::{Moment, StroomId};

use crate::hulp::{
    DOSSIER, Postvak, als, dag, dagen, engine_op, extra_dossier, herstel, huis, melding_arbodienst,
    met_werkgever, ziekmelding,
};

/// 2024-06-30T21:59:59Z: one second before midnight in Amsterdam, in summer.
const VOOR_MIDDERNACHT: i64 = 1_719_784_799_000_000;
const SECONDE: i64 = 1_000_000;

/// Every look at this clock takes a second.
#[derive(Debug)]
struct Tikker(AtomicI64);

impl Klok for Tikker {
    fn nu(&self) -> Moment {
        Moment(self.0.fetch_add(SECONDE, Ordering::SeqCst))
    }
}

#[tokio::test]
async fn een_opdracht_over_middernacht_hoort_bij_een_dag() {
    let huis = huis().await;
    let klok = Arc::new(Tikker(AtomicI64::new(VOOR_MIDDERNACHT)));
    let engine = engine_op(&huis.opslag, &huis.sleutels, klok);
    engine.execute(&als(Lezer::Werkgever), DOSSIER, ziekmelding()).await.unwrap();
    let records = huis.records(StroomId::from(DOSSIER)).await;
    assert_eq!(dag_in_amsterdam(records[0].moment), dag("2024-06-30"));
}

#[tokio::test]
async fn een_inzage_over_middernacht_hoort_bij_een_dag() {
    let huis = huis().await;
    huis.doe(Lezer::Werkgever, ziekmelding()).await.unwrap();
    let klok = Arc::new(Tikker(AtomicI64::new(VOOR_MIDDERNACHT)));
    let engine = engine_op(&huis.opslag, &huis.sleutels, klok);
    let inzage = engine.read(&als(Lezer::Werkgever), DOSSIER, None).await.unwrap();
    assert_eq!(inzage.feiten_van, dag("2024-06-30"));
    let log = StroomId { soort: wvp_store::Stroomsoort::Leeslog, id: DOSSIER.0 };
    let regel = huis.records(log).await.remove(0);
    assert_eq!(dag_in_amsterdam(regel.moment), inzage.feiten_van);
}

#[tokio::test]
async fn wat_door_een_klok_die_voorliep_is_vastgelegd_blijft_zichtbaar() {
    let huis = huis().await;
    huis.klok.zet(dag("2024-01-05"));
    huis.doe(Lezer::Werkgever, ziekmelding()).await.unwrap();
    huis.klok.zet(dag("2024-01-03"));
    let inzage = huis.engine.read(&als(Lezer::Werkgever), DOSSIER, None).await.unwrap();
    assert_eq!(inzage.gebeurtenissen.len(), 1);
}

#[tokio::test]
async fn een_eerdere_dag_is_een_begin_van_het_log_ook_als_de_klok_terugging() {
    let huis = huis().await;
    huis.klok.zet(dag("2024-01-05"));
    huis.doe(Lezer::Werkgever, ziekmelding()).await.unwrap();
    huis.klok.zet(dag("2024-01-03"));
    huis.doe(Lezer::Werkgever, melding_arbodienst(11)).await.unwrap();
    let wie = als(Lezer::Werkgever);
    let inzage = huis.engine.read(&wie, DOSSIER, Some(dag("2024-01-03"))).await.unwrap();
    assert_eq!(inzage.gebeurtenissen.len(), 2);
}

#[tokio::test]
async fn een_tik_op_een_eerdere_dag_geeft_niets_dubbel_en_niets_te_vroeg() {
    let huis = met_werkgever().await;
    let postvak = Postvak::default();
    dagen(&huis, "2024-01-01", 60, &postvak).await;
    let eens = postvak.ids();
    dagen(&huis, "2024-01-20", 5, &postvak).await;
    dagen(&huis, "2024-02-29", 1, &postvak).await;
    assert_eq!(postvak.ids(), eens);
}

#[tokio::test]
async fn een_tik_laat_een_gesloten_dossier_met_rust() {
    let huis = met_werkgever().await;
    huis.doe(Lezer::Werkgever, herstel(30, "2024-01-01")).await.unwrap_err();
    huis.klok.zet(dag("2024-01-10"));
    huis.doe(Lezer::Werkgever, herstel(30, "2024-01-10")).await.unwrap();
    huis.klok.zet(dag("2024-02-20"));
    huis.engine.tick().await.unwrap();
    let toen = huis.records(StroomId::from(DOSSIER)).await.len();
    huis.klok.zet(dag("2024-12-20"));
    let getikt = huis.engine.tick().await.unwrap();
    assert_eq!(getikt.dossiers, 0);
    assert_eq!(huis.records(StroomId::from(DOSSIER)).await.len(), toen);
}

#[tokio::test]
async fn een_tik_kijkt_alleen_naar_wat_die_dag_aan_de_beurt_is() {
    let huis = met_werkgever().await;
    huis.engine.tick().await.unwrap();
    huis.klok.zet(dag("2024-01-20"));
    for nummer in 1_000..1_030 {
        extra_dossier(&huis, nummer).await;
    }
    let getikt = huis.engine.tick().await.unwrap();
    assert_eq!(getikt.dossiers, 31);
    assert_eq!(huis.engine.tick().await.unwrap().dossiers, 0);
}
