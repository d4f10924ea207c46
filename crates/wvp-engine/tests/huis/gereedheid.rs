//! Whether the house does its daily work, and the figures for a monitor.

use wvp_domain::bezorging::Kanaal;
use wvp_engine::{Bezorgstand, Handklok, Klok as _, NietGereed};
use wvp_store::Moment;

use crate::hulp::{DOSSIER, Huis, Postvak, dag, dagen, huis, met_werkgever};

const UUR: i64 = 3_600_000_000;

/// So many hours before or after nine in the morning.
fn om(op: &str, uren_na_negen: i64) -> Moment {
    Moment(Handklok::op(dag(op)).nu().0 + uren_na_negen * UUR)
}

async fn redenen(huis: &Huis, nu: Moment) -> Vec<NietGereed> {
    huis.klok.zet_op(nu);
    huis.engine.gereedheid().await.unwrap().redenen
}

async fn mail(huis: &Huis) -> Bezorgstand {
    let gereedheid = huis.engine.gereedheid().await.unwrap();
    gereedheid.bezorging.into_iter().find(|(kanaal, _)| *kanaal == Kanaal::Mail).unwrap().1
}

#[tokio::test]
async fn wie_nog_nooit_tikte_is_niet_gereed() {
    let huis = huis().await;
    let gereedheid = huis.engine.gereedheid().await.unwrap();
    assert_eq!(gereedheid.redenen, [NietGereed::NooitGetikt]);
    assert!(!gereedheid.is_gereed());
}

#[tokio::test]
async fn een_tik_geldt_tot_acht_uur_de_volgende_ochtend_ook_als_de_klok_verspringt() {
    for [gisteren, vandaag] in
        [["2025-03-28", "2025-03-29"], ["2025-03-29", "2025-03-30"], ["2025-10-25", "2025-10-26"]]
    {
        let huis = huis().await;
        huis.klok.zet(dag(gisteren));
        huis.engine.tick().await.unwrap();
        let acht_uur = om(vandaag, -1);
        assert_eq!(redenen(&huis, Moment(acht_uur.0 - 1)).await, [], "{vandaag}");
        let gemist = [NietGereed::TikGemist(dag(vandaag))];
        assert_eq!(redenen(&huis, acht_uur).await, gemist);
        huis.engine.tick().await.unwrap();
        assert_eq!(redenen(&huis, om(vandaag, 0)).await, []);
    }
}

#[tokio::test]
async fn een_tik_vroeg_op_de_dag_telt_voor_die_dag() {
    let huis = huis().await;
    huis.klok.zet_op(om("2024-03-02", -8));
    huis.engine.tick().await.unwrap();
    assert_eq!(redenen(&huis, om("2024-03-02", 4)).await, []);
}

#[tokio::test]
async fn een_tik_van_een_dag_die_nog_komt_zegt_niets_over_vandaag() {
    let huis = huis().await;
    huis.klok.zet(dag("2024-06-01"));
    huis.engine.tick().await.unwrap();
    let gemist = [NietGereed::TikGemist(dag("2024-03-02"))];
    assert_eq!(redenen(&huis, om("2024-03-02", 0)).await, gemist);
}

#[tokio::test]
async fn een_dossier_dat_niet_lukte_maakt_niet_gereed() {
    let huis = met_werkgever().await;
    huis.engine.tick().await.unwrap();
    huis.klok.zet(dag("2024-02-12"));
    huis.opslag.beschadig_lezen(DOSSIER);
    huis.engine.tick().await.unwrap();
    let gereedheid = huis.engine.gereedheid().await.unwrap();
    assert_eq!(gereedheid.redenen, [NietGereed::DossiersMislukt(1)]);
}

#[tokio::test]
async fn de_stand_telt_wat_er_aan_de_beurt_was_en_wat_te_laat_kwam() {
    let huis = met_werkgever().await;
    huis.klok.zet(dag("2024-02-12"));
    let getikt = huis.engine.tick().await.unwrap();
    let tik = huis.engine.laatste_tik().await.unwrap().unwrap();
    assert_eq!((tik.dag(), tik.dossiers, tik.mislukt), (dag("2024-02-12"), 1, 0));
    assert!(0 < tik.laat && tik.laat < tik.herinneringen, "{tik:?}");
    assert_eq!((getikt.laat as u64, getikt.herinneringen as u64), (tik.laat, tik.herinneringen));
    huis.engine.tick().await.unwrap();
    let tik = huis.engine.laatste_tik().await.unwrap().unwrap();
    assert_eq!((tik.dossiers, tik.herinneringen, tik.laat), (0, 0, 0));
}

#[tokio::test]
async fn een_bericht_dat_twee_dagen_wacht_maakt_niet_gereed() {
    let huis = met_werkgever().await;
    let postvak = Postvak::default();
    dagen(&huis, "2024-01-01", 7, &postvak).await;
    *postvak.storing.lock().unwrap() = true;
    dagen(&huis, "2024-01-08", 1, &postvak).await;
    let eerst = mail(&huis).await.wachtend;
    dagen(&huis, "2024-01-09", 2, &postvak).await;
    let stand = mail(&huis).await;
    assert!(0 < eerst && eerst < stand.wachtend, "{eerst} en {stand:?}");
    assert_eq!(stand.oudste, Some(om("2024-01-08", 0)), "het oudste, niet het nieuwste");
    assert_eq!(redenen(&huis, om("2024-01-10", 0)).await, []);
    let te_lang = [NietGereed::BerichtWacht(om("2024-01-08", 0))];
    assert_eq!(redenen(&huis, om("2024-01-10", 1)).await, te_lang);
    *postvak.storing.lock().unwrap() = false;
    dagen(&huis, "2024-01-11", 1, &postvak).await;
    assert_eq!(redenen(&huis, om("2024-01-11", 0)).await, []);
}

#[tokio::test]
async fn wat_bezorgd_is_telt_op_over_alle_keren() {
    let huis = met_werkgever().await;
    let postvak = Postvak::default();
    dagen(&huis, "2024-01-01", 60, &postvak).await;
    let stand = mail(&huis).await;
    assert!(postvak.ids().len() > 3);
    assert_eq!(stand.bezorgd, postvak.ids().len() as u64);
    assert_eq!((stand.wachtend, stand.oudste), (0, None));
}

#[tokio::test]
async fn wie_de_leesmodellen_opnieuw_bouwt_houdt_de_stand() {
    let huis = met_werkgever().await;
    huis.engine.tick().await.unwrap();
    let tik = huis.engine.laatste_tik().await.unwrap();
    huis.engine.herbouw().await.unwrap();
    assert_eq!(huis.engine.laatste_tik().await.unwrap(), tik);
}

#[tokio::test]
async fn de_metingen_zijn_openmetrics_met_getallen_en_zonder_nummers_van_dossiers() {
    let huis = met_werkgever().await;
    let postvak = Postvak::default();
    *postvak.storing.lock().unwrap() = true;
    dagen(&huis, "2024-02-12", 1, &postvak).await;
    huis.klok.zet_op(om("2024-02-12", 1));
    let tekst = huis.engine.gereedheid().await.unwrap().als_metingen().unwrap();
    println!("{tekst}");
    for regel in [
        "# TYPE poortwachter_ready gauge",
        "poortwachter_ready 1",
        "poortwachter_tick_missed 0",
        "poortwachter_last_tick_timestamp_seconds 1707724800",
        "poortwachter_last_tick_due 1",
        "poortwachter_last_tick_failed 0",
        "# TYPE poortwachter_messages_sent counter",
        "poortwachter_messages_sent_total{channel=\"mail\"} 0",
        "poortwachter_messages_waiting_oldest_seconds{channel=\"mail\"} 3600",
        "# EOF",
    ] {
        assert!(tekst.lines().any(|it| it == regel), "{regel}\n{tekst}");
    }
    assert!(!tekst.contains(&DOSSIER.to_string()), "{tekst}");
}
