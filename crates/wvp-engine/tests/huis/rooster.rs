//! The timetable, minute by minute, on a clock that is set by hand.

use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Waker};

use async_trait::async_trait;
use tokio::sync::Notify;
use wvp_domain::Datum;
use wvp_engine::bericht::kenmerk;
use wvp_engine::klok::in_amsterdam;
use wvp_engine::{Bericht, BezorgFout, Dienst, Handklok, Klok as _, Notifier};
use wvp_store::{Huren as _, Moment};

use crate::hulp::{DOSSIER, Huis, Postvak, dag, dagen, engine_op, huis, met_werkgever};

const MINUUT: i64 = 60_000_000;
const UUR: i64 = 60 * MINUUT;
const BEHEERDER: &str = "beheer@arbodienst.example";

/// Nine in the morning.
fn negen_uur(op: &str) -> Moment {
    Handklok::op(dag(op)).nu()
}

fn later(moment: Moment, duur: i64) -> Moment {
    Moment(moment.0 + duur)
}

fn dienst(huis: &Huis, postvak: &Arc<Postvak>) -> Dienst {
    let kanaal = Arc::clone(postvak) as Arc<dyn Notifier>;
    Dienst::new(huis.engine.clone(), kanaal).met_beheerder(BEHEERDER.to_owned())
}

fn aan_de_beheerder(postvak: &Postvak) -> usize {
    postvak.adressen().iter().filter(|adres| *adres == BEHEERDER).count()
}

async fn laatste_tik(huis: &Huis) -> String {
    in_amsterdam(huis.engine.laatste_tik().await.unwrap().unwrap().moment).to_rfc3339()
}

/// A house that ticked on a day, and on which another node began a tick and never came back.
async fn met_een_tik_die_hangt(op: &str) -> Huis {
    let huis = met_werkgever().await;
    huis.klok.zet(dag(op));
    huis.engine.tick().await.unwrap();
    let (nu, nooit) = (huis.klok.nu(), Moment(i64::MAX));
    huis.store.neem("tik", "een ander", nu, nooit).await.unwrap();
    huis
}

/// The moments on which was ticked while half hours go by.
async fn tikken(op: &str, uren: i64) -> Vec<String> {
    let huis = huis().await;
    let dienst = dienst(&huis, &Arc::default());
    let begin = negen_uur(op);
    huis.klok.zet_op(begin);
    dienst.begin().await;
    let mut tikken = vec![];
    for stap in 1..=2 * uren {
        huis.klok.zet_op(later(begin, stap * UUR / 2));
        dienst.minuut().await;
        tikken.push(laatste_tik(&huis).await);
    }
    tikken.dedup();
    tikken
}

#[tokio::test]
async fn als_de_klok_vooruit_gaat_is_er_elke_dag_een_tik_om_zeven_uur() {
    let verwacht = [
        "2025-03-28T09:00:00+01:00",
        "2025-03-29T07:00:00+01:00",
        "2025-03-30T07:00:00+02:00",
        "2025-03-31T07:00:00+02:00",
    ];
    assert_eq!(tikken("2025-03-28", 3 * 24).await, verwacht);
}

#[tokio::test]
async fn als_de_klok_achteruit_gaat_is_er_elke_dag_een_tik_om_zeven_uur() {
    let verwacht = [
        "2025-10-24T09:00:00+02:00",
        "2025-10-25T07:00:00+02:00",
        "2025-10-26T07:00:00+01:00",
        "2025-10-27T07:00:00+01:00",
    ];
    assert_eq!(tikken("2025-10-24", 3 * 24).await, verwacht);
}

#[tokio::test]
async fn wie_zeven_uur_mist_tikt_in_de_eerste_minuut_erna() {
    let huis = huis().await;
    let dienst = dienst(&huis, &Arc::default());
    dienst.begin().await;
    huis.klok.zet_op(later(negen_uur("2024-01-02"), -UUR));
    dienst.minuut().await;
    assert_eq!(laatste_tik(&huis).await, "2024-01-02T08:00:00+01:00");
}

#[tokio::test]
async fn een_tweede_node_doet_de_tik_niet_over() {
    let huis = huis().await;
    let eerste = dienst(&huis, &Arc::default());
    let vijf_later = Arc::new(Handklok::op(dag("2024-01-02")));
    vijf_later.zet_op(later(vijf_later.nu(), 5 * MINUUT));
    let engine = engine_op(&huis.opslag, &huis.sleutels, vijf_later);
    let tweede = Dienst::new(engine, Arc::new(Postvak::default()));
    huis.klok.zet(dag("2024-01-02"));
    eerste.minuut().await;
    tweede.minuut().await;
    assert_eq!(laatste_tik(&huis).await, "2024-01-02T09:00:00+01:00");
}

#[tokio::test]
async fn zolang_een_andere_node_tikt_begint_deze_niet() {
    let huis = met_een_tik_die_hangt("2024-03-01").await;
    huis.klok.zet(dag("2024-03-02"));
    let dienst = dienst(&huis, &Arc::default());
    dienst.begin().await;
    dienst.minuut().await;
    assert_eq!(laatste_tik(&huis).await, "2024-03-01T09:00:00+01:00");
}

#[tokio::test]
async fn een_tik_van_een_dag_die_nog_komt_houdt_die_van_vandaag_niet_tegen() {
    let huis = huis().await;
    huis.klok.zet(dag("2024-06-01"));
    huis.engine.tick().await.unwrap();
    huis.klok.zet(dag("2024-01-02"));
    dienst(&huis, &Arc::default()).minuut().await;
    assert_eq!(laatste_tik(&huis).await, "2024-01-02T09:00:00+01:00");
}

#[tokio::test]
async fn wat_niet_bezorgd_kon_worden_gaat_het_volgende_uur_weer() {
    let huis = met_werkgever().await;
    let postvak = Arc::new(Postvak::default());
    let dienst = dienst(&huis, &postvak);
    *postvak.storing.lock().unwrap() = true;
    dienst.begin().await;
    *postvak.storing.lock().unwrap() = false;
    huis.klok.zet_op(later(huis.klok.nu(), 29 * MINUUT));
    dienst.minuut().await;
    assert_eq!(postvak.ids().len(), 0, "er is nog geen half uur voorbij");
    huis.klok.zet_op(later(huis.klok.nu(), MINUUT));
    dienst.minuut().await;
    assert!(!postvak.ids().is_empty());
}

#[tokio::test]
async fn de_beheerder_hoort_een_keer_per_dag_van_een_gemiste_tik() {
    let huis = met_een_tik_die_hangt("2024-03-01").await;
    let postvak = Arc::new(Postvak::default());
    let lopend = dienst(&huis, &postvak);
    let begin = negen_uur("2024-03-02");
    for uur in 0..14 {
        huis.klok.zet_op(later(begin, uur * UUR));
        lopend.minuut().await;
    }
    assert_eq!(aan_de_beheerder(&postvak), 1, "elk uur gekeken");
    dienst(&huis, &postvak).begin().await;
    assert_eq!(aan_de_beheerder(&postvak), 1, "opnieuw begonnen");
    let kanaal = Arc::clone(&postvak) as Arc<dyn Notifier>;
    let tweede = Dienst::new(huis.tweede_engine(), kanaal);
    tweede.met_beheerder(BEHEERDER.to_owned()).begin().await;
    assert_eq!(aan_de_beheerder(&postvak), 1, "op een tweede node");
    huis.klok.zet_op(negen_uur("2024-03-03"));
    lopend.minuut().await;
    assert_eq!(aan_de_beheerder(&postvak), 2, "de dag erna");
}

#[tokio::test]
async fn voor_acht_uur_is_de_tik_van_vandaag_niet_gemist() {
    let huis = met_een_tik_die_hangt("2024-03-01").await;
    let postvak = Arc::new(Postvak::default());
    let dienst = dienst(&huis, &postvak);
    huis.klok.zet_op(later(negen_uur("2024-03-02"), -UUR - 1));
    dienst.begin().await;
    assert_eq!(aan_de_beheerder(&postvak), 0);
}

#[tokio::test]
async fn na_stilstand_hoort_de_beheerder_het_en_is_met_de_tik_alles_weer_goed() {
    let huis = met_werkgever().await;
    let postvak = Arc::new(Postvak::default());
    dagen(&huis, "2024-03-01", 1, &postvak).await;
    huis.klok.zet(dag("2024-03-05"));
    let dienst = dienst(&huis, &postvak);
    dienst.begin().await;
    assert_eq!(aan_de_beheerder(&postvak), 1);
    assert!(huis.engine.gereedheid().await.unwrap().is_gereed());
    huis.klok.zet_op(later(negen_uur("2024-03-05"), 2 * UUR));
    dienst.minuut().await;
    assert_eq!(aan_de_beheerder(&postvak), 1);
}

#[tokio::test]
async fn het_bericht_aan_de_beheerder_noemt_twee_dagen_en_geen_dossier() {
    let huis = met_een_tik_die_hangt("2024-03-01").await;
    let postvak = Arc::new(Postvak::default());
    huis.klok.zet(dag("2024-03-04"));
    dienst(&huis, &postvak).begin().await;
    let berichten = postvak.berichten.lock().unwrap();
    let bericht = berichten.iter().find(|it| it.aan_email == BEHEERDER).unwrap();
    assert!(bericht.tekst.contains("op 4 maart 2024 niet gezet"), "{}", bericht.tekst);
    assert!(bericht.tekst.contains("De laatste keer was op 1 maart 2024."), "{}", bericht.tekst);
    let alles = format!("{} {}", bericht.onderwerp, bericht.tekst).to_lowercase();
    for woord in ["ziek", "verzuim", "poortwachter", &kenmerk(DOSSIER).to_lowercase()] {
        assert!(!alles.contains(woord), "{woord}: {alles}");
    }
}

#[tokio::test]
async fn wat_de_beheerder_niet_bereikte_gaat_later_alsnog_ook_na_de_tik() {
    let huis = met_werkgever().await;
    let postvak = Arc::new(Postvak::default());
    dagen(&huis, "2024-03-01", 1, &postvak).await;
    *postvak.storing.lock().unwrap() = true;
    huis.klok.zet(dag("2024-03-03"));
    let dienst = dienst(&huis, &postvak);
    dienst.begin().await;
    *postvak.storing.lock().unwrap() = false;
    for uur in [1, 2] {
        huis.klok.zet_op(later(negen_uur("2024-03-03"), uur * UUR));
        dienst.minuut().await;
        assert_eq!(aan_de_beheerder(&postvak), 1);
    }
}

#[tokio::test]
async fn een_adres_dat_niets_aanneemt_wordt_niet_elk_uur_geprobeerd() {
    let huis = met_een_tik_die_hangt("2024-03-01").await;
    let weigert = Some(BEHEERDER.to_owned());
    let weigerend = Arc::new(Postvak { weigert, ..Postvak::default() });
    huis.klok.zet(dag("2024-03-02"));
    dienst(&huis, &weigerend).begin().await;
    let postvak = Arc::new(Postvak::default());
    dienst(&huis, &postvak).begin().await;
    assert_eq!(aan_de_beheerder(&postvak), 0);
}

#[tokio::test]
async fn een_huis_dat_nog_nooit_tikte_heeft_niets_gemist() {
    let huis = met_werkgever().await;
    let postvak = Arc::new(Postvak::default());
    huis.klok.zet(dag("2024-03-05"));
    dienst(&huis, &postvak).begin().await;
    assert_eq!(aan_de_beheerder(&postvak), 0);
}

/// A mail server that keeps a message until it is let go.
#[derive(Debug, Default)]
struct Traag {
    bezig: Notify,
    verder: Notify,
}

#[async_trait]
impl Notifier for Traag {
    async fn bezorg(&self, _: &Bericht) -> Result<(), BezorgFout> {
        self.bezig.notify_one();
        self.verder.notified().await;
        self.verder.notify_one();
        Ok(())
    }
}

#[tokio::test]
async fn stoppen_wacht_op_wat_loopt_en_daarna_begint_er_niets_meer() {
    let huis = met_werkgever().await;
    huis.klok.zet(dag("2024-02-12"));
    let traag = Arc::new(Traag::default());
    let kanaal = Arc::clone(&traag) as Arc<dyn Notifier>;
    let dienst = Arc::new(Dienst::new(huis.engine.clone(), kanaal));
    let lopend = Arc::clone(&dienst);
    let taak = tokio::spawn(async move { lopend.begin().await });
    traag.bezig.notified().await;
    let mut stop = pin!(dienst.rond_af());
    let nog_bezig = stop.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    assert!(nog_bezig.is_pending());
    traag.verder.notify_one();
    stop.await;
    assert!(taak.is_finished() || taak.await.is_ok());
    huis.klok.zet(dag("2024-02-13"));
    dienst.minuut().await;
    let gedaan: Datum = huis.engine.laatste_tik().await.unwrap().unwrap().dag();
    assert_eq!(gedaan, dag("2024-02-12"));
}
