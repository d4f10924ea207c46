//! The timetable, reminders and messages.

use std::sync::Arc;

use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::AccountId;
use wvp_domain::bevoegdheid::gebruiker;
use wvp_domain::mijlpaal::correctie::Wordt;
use wvp_engine::{Bericht, Dienst, Notifier, Rooster};
use wvp_store::{Huren as _, Leesmodellen as _, Moment, StroomId, Stroomsoort};

use crate::hulp::{
    DOSSIER, Huis, Postvak, aanwijzing, correctie, dag, dagen, extra_dossier, extra_dossier_op,
    herstel, met_werkgever, stuk,
};
use crate::mensen::{beheer, einde, neem_aan};

#[tokio::test]
async fn een_tik_herhalen_geeft_geen_bericht_twee_keer() {
    let huis = met_werkgever().await;
    let postvak = Postvak::default();
    dagen(&huis, "2024-01-01", 60, &postvak).await;
    let eens = postvak.ids();
    dagen(&huis, "2024-02-29", 1, &postvak).await;
    assert!(!eens.is_empty());
    assert_eq!(postvak.ids(), eens);
    let uniek: std::collections::BTreeSet<Uuid> = eens.iter().copied().collect();
    assert_eq!(uniek.len(), eens.len());
}

#[tokio::test]
async fn wat_door_een_storing_bleef_liggen_komt_later_alsnog() {
    let huis = met_werkgever().await;
    let postvak = Postvak::default();
    *postvak.storing.lock().unwrap() = true;
    dagen(&huis, "2024-01-01", 5, &postvak).await;
    assert!(postvak.ids().is_empty());
    *postvak.storing.lock().unwrap() = false;
    huis.klok.zet(dag("2024-01-06"));
    let gemeld = huis.engine.alert(&postvak).await.unwrap();
    assert_eq!(gemeld.bezorgd, postvak.ids().len());
    assert!(gemeld.bezorgd > 0);
}

#[tokio::test]
async fn het_overzicht_volgt_het_log() {
    let huis = met_werkgever().await;
    huis.engine.follow().await.unwrap();
    let overzicht = huis.engine.overzicht().await.unwrap();
    assert_eq!(overzicht.iter().map(|rij| rij.dossier).collect::<Vec<_>>(), [DOSSIER]);
}

#[tokio::test]
async fn bij_de_start_haalt_het_rooster_in_wat_stil_lag() {
    let huis = met_werkgever().await;
    huis.klok.zet(dag("2024-03-01"));
    let postvak = Arc::new(Postvak::default());
    let kanaal = Arc::clone(&postvak) as Arc<dyn Notifier>;
    let rooster = Rooster::start(Dienst::new(huis.engine.clone(), kanaal)).await.unwrap();
    rooster.stop().await.unwrap();
    assert!(!postvak.ids().is_empty());
}

#[tokio::test]
async fn een_herinnering_gaat_nooit_naar_een_vorige_casemanager() {
    let huis = met_werkgever().await;
    let wie = Lezer::CasemanagerZwWgaWvp;
    huis.doe(wie, aanwijzing(40, Some("vorige@voorbeeld.example"))).await.unwrap();
    huis.doe(wie, aanwijzing(41, None)).await.unwrap();
    let postvak = Postvak::default();
    dagen(&huis, "2024-01-01", 60, &postvak).await;
    assert!(!postvak.adressen().contains(&"vorige@voorbeeld.example".to_owned()));
    assert!(!postvak.adressen().is_empty());
}

#[tokio::test]
async fn een_casemanager_zonder_functie_krijgt_geen_herinneringen_meer() {
    let huis = met_werkgever().await;
    let aangewezen = aanwijzing(40, Some("casemanager@voorbeeld.example"));
    huis.doe(Lezer::CasemanagerZwWgaWvp, aangewezen).await.unwrap();
    let account = AccountId(Uuid::from_u128(40));
    neem_aan(&huis, account, Lezer::CasemanagerZwWgaWvp, None, 40_000).await;
    huis.klok.zet(dag("2024-01-02"));
    let wat = gebruiker::Command::BeeindigFunctie(einde(40_010, stuk(40_002), "2024-01-02"));
    beheer(&huis, account, wat).await.unwrap();
    let postvak = Postvak::default();
    dagen(&huis, "2024-01-02", 60, &postvak).await;
    let adressen = postvak.adressen();
    assert!(!adressen.contains(&"casemanager@voorbeeld.example".to_owned()), "{adressen:?}");
    assert!(adressen.contains(&"werkgever@voorbeeld.example".to_owned()), "{adressen:?}");
}

#[tokio::test]
async fn een_ingetrokken_aanwijzing_krijgt_geen_herinneringen() {
    let huis = met_werkgever().await;
    let wie = Lezer::CasemanagerZwWgaWvp;
    huis.doe(wie, aanwijzing(40, Some("ten-onrechte@voorbeeld.example"))).await.unwrap();
    huis.doe(wie, correctie(41, 40, Wordt::Ingetrokken, "2024-01-01")).await.unwrap();
    let postvak = Postvak::default();
    dagen(&huis, "2024-01-01", 60, &postvak).await;
    assert!(!postvak.adressen().contains(&"ten-onrechte@voorbeeld.example".to_owned()));
}

#[tokio::test]
async fn over_een_gesloten_dossier_gaat_geen_bericht_meer_uit() {
    let huis = met_werkgever().await;
    let postvak = Postvak::default();
    *postvak.storing.lock().unwrap() = true;
    dagen(&huis, "2024-01-01", 20, &postvak).await;
    huis.doe(Lezer::Werkgever, herstel(30, "2024-01-20")).await.unwrap();
    dagen(&huis, "2024-01-20", 40, &postvak).await;
    *postvak.storing.lock().unwrap() = false;
    let gemeld = huis.engine.alert(&postvak).await.unwrap();
    assert!(postvak.ids().is_empty());
    assert_eq!((gemeld.bezorgd, gemeld.wachtend), (0, 0));
}

#[tokio::test]
async fn wat_is_gewist_telt_niet_als_bezorgd() {
    let huis = met_werkgever().await;
    let postvak = Postvak::default();
    *postvak.storing.lock().unwrap() = true;
    dagen(&huis, "2024-01-01", 5, &postvak).await;
    *postvak.storing.lock().unwrap() = false;
    huis.klok.zet(dag("2024-01-06"));
    huis.vernietig(DOSSIER).await;
    let gemeld = huis.engine.alert(&postvak).await.unwrap();
    assert_eq!((gemeld.bezorgd, gemeld.wachtend), (0, 0));
    assert!(gemeld.vervallen > 0);
}

#[tokio::test]
async fn alle_wachtende_berichten_gaan_uit_ook_als_het_er_veel_zijn() {
    let huis = met_werkgever().await;
    for nummer in 1_000..1_300 {
        extra_dossier(&huis, nummer).await;
    }
    huis.klok.zet(dag("2024-02-13"));
    huis.engine.tick().await.unwrap();
    let postvak = Postvak::default();
    let gemeld = huis.engine.alert(&postvak).await.unwrap();
    assert_eq!(gemeld.bezorgd, postvak.ids().len());
    assert!(gemeld.bezorgd > 300);
    assert_eq!(gemeld.wachtend, 0);
}

/// The facts about delivery, by name.
async fn bezorgfeiten(huis: &Huis) -> Vec<String> {
    let stroom = StroomId { soort: Stroomsoort::Bezorging, id: DOSSIER.0 };
    huis.records(stroom).await.into_iter().map(|it| it.type_naam).collect()
}

#[tokio::test]
async fn elk_bezorgd_bericht_is_een_feit() {
    let huis = met_werkgever().await;
    let postvak = Postvak::default();
    dagen(&huis, "2024-01-01", 60, &postvak).await;
    let feiten = bezorgfeiten(&huis).await;
    assert!(feiten.iter().all(|naam| naam == "BerichtBezorgd"), "{feiten:?}");
    assert_eq!(feiten.len(), postvak.ids().len());
}

#[tokio::test]
async fn een_mislukte_bezorging_wordt_niet_meteen_herhaald() {
    let huis = met_werkgever().await;
    let postvak = Postvak::default();
    *postvak.storing.lock().unwrap() = true;
    dagen(&huis, "2024-01-01", 1, &postvak).await;
    *postvak.storing.lock().unwrap() = false;
    let meteen = huis.engine.alert(&postvak).await.unwrap();
    assert_eq!((meteen.bezorgd, meteen.wachtend), (0, bezorgfeiten(&huis).await.len()));
    huis.klok.zet(dag("2024-01-02"));
    let later = huis.engine.alert(&postvak).await.unwrap();
    assert_eq!((later.bezorgd, later.wachtend), (meteen.wachtend, 0));
}

#[tokio::test]
async fn wat_niet_te_bezorgen_is_hoort_de_casemanager_een_keer() {
    let huis = met_werkgever().await;
    let casemanager = "casemanager@voorbeeld.example";
    huis.doe(Lezer::CasemanagerZwWgaWvp, aanwijzing(40, Some(casemanager))).await.unwrap();
    let postvak =
        Postvak { weigert: Some("werkgever@voorbeeld.example".to_owned()), ..Postvak::default() };
    dagen(&huis, "2024-01-01", 3, &postvak).await;
    let feiten = bezorgfeiten(&huis).await;
    let opgegeven = feiten.iter().filter(|naam| *naam == "BezorgingOpgegeven").count();
    let onderwerpen: Vec<String> = postvak.onderwerpen();
    let nieuws = onderwerpen.iter().filter(|it| *it == "Een bericht is niet aangekomen").count();
    assert!(opgegeven > 0, "{feiten:?}");
    assert_eq!(nieuws, opgegeven);
}

#[tokio::test]
async fn wat_bezorgd_is_gaat_niet_nog_eens_uit_als_de_rij_er_nog_staat() {
    let huis = met_werkgever().await;
    let postvak = Postvak::default();
    dagen(&huis, "2024-01-01", 20, &postvak).await;
    let eens = postvak.ids();
    // As after a crash between the fact and the row.
    huis.store.wis_model("uitgaand").await.unwrap();
    let gemeld = huis.engine.alert(&postvak).await.unwrap();
    assert_eq!((gemeld.bezorgd, postvak.ids()), (eens.len(), eens));
}

#[tokio::test]
async fn zolang_een_andere_knoop_stuurt_stuurt_deze_niet() {
    let huis = met_werkgever().await;
    huis.engine.tick().await.unwrap();
    let (nu, straks) = (Moment(0), Moment(i64::MAX));
    let huur = huis.store.neem("uitgaand", "een ander", nu, straks).await.unwrap();
    let postvak = Postvak::default();
    huis.engine.alert(&postvak).await.unwrap();
    assert!(postvak.ids().is_empty());
    huis.store.geef_terug(huur).await.unwrap();
    huis.engine.alert(&postvak).await.unwrap();
    assert!(!postvak.ids().is_empty());
}

#[tokio::test]
async fn na_vijf_dagen_stilstand_over_pasen_komt_er_een_bericht_per_ladder_dat_zegt_wat_er_gebeurde()
 {
    let huis = met_werkgever().await;
    huis.klok.zet(dag("2024-01-02"));
    huis.doe(Lezer::Werkgever, herstel(30, "2024-01-02")).await.unwrap();
    huis.klok.zet(dag("2024-02-19"));
    extra_dossier_op(&huis, 1_000, "2024-02-19").await;
    let postvak = Postvak::default();
    dagen(&huis, "2024-02-19", 38, &postvak).await;
    let ervoor = postvak.ids().len();
    // Down from Maundy Thursday to the Tuesday after Easter, when the probleemanalyse was due.
    dagen(&huis, "2024-04-03", 1, &postvak).await;
    let berichten = postvak.berichten.lock().unwrap().clone();
    let nieuw = &berichten[ervoor..];
    let wat = |bericht: &Bericht| (bericht.aan_email.clone(), bericht.tekst.clone());
    let uniek: std::collections::BTreeSet<_> = nieuw.iter().map(wat).collect();
    assert!(!nieuw.is_empty() && nieuw.len() == uniek.len(), "{uniek:?}");
    for bericht in nieuw {
        let laat = bericht.tekst.contains("Dit bericht had op ");
        assert!(laat && bericht.tekst.contains(" moeten komen."), "{}", bericht.tekst);
    }
    assert!(
        nieuw
            .iter()
            .any(|it| it.tekst.contains("overgeslagen, omdat dit bericht al aan de beurt was"))
    );
}
