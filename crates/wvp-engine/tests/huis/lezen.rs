//! Reading: what each reader sees, and that every read is in the reading log.

use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::mijlpaal::herstelmelding;
use wvp_domain::{AccountId, Command, DossierId, Secties, WerknemerId};
use wvp_engine::{Gebruiker, ReadError, Sessie};
use wvp_store::{EventStore as _, Richting, StroomId, Stroomsoort, Versie};

use crate::hulp::{DOSSIER, als, dag, ingelogd, met_spreekuur, open_in_spreekuur, stuk, ziet};
use crate::mensen::neem_aan;

#[tokio::test]
async fn de_werkgever_leest_de_terugkoppeling_maar_nooit_het_medische_deel() {
    assert_eq!(ziet(&met_spreekuur().await, Lezer::Werkgever).await, (true, false));
}

#[tokio::test]
async fn bedrijfsarts_en_werknemer_lezen_het_medische_deel() {
    let huis = met_spreekuur().await;
    assert_eq!(ziet(&huis, Lezer::BedrijfsartsStafarts).await, (true, true));
    assert_eq!(ziet(&huis, Lezer::Werknemer).await, (true, true));
}

#[tokio::test]
async fn de_claimbeoordelaar_leest_alleen_het_proces() {
    let huis = met_spreekuur().await;
    assert_eq!(ziet(&huis, Lezer::VerzekeraarClaimbeoordelaar).await, (false, false));
}

#[tokio::test]
async fn een_ander_dossier_en_geen_dossier_zien_er_hetzelfde_uit() {
    let huis = met_spreekuur().await;
    let onbekend = DossierId(Uuid::from_u128(99));
    let wie = als(Lezer::Planner);
    let niet_van_mij = huis.engine.read(&wie, DOSSIER, None).await.err().unwrap();
    let niet_er = huis.engine.read(&wie, onbekend, None).await.err().unwrap();
    assert!(matches!(niet_van_mij, ReadError::NietGevonden));
    assert_eq!(niet_van_mij.to_string(), niet_er.to_string());
}

#[tokio::test]
async fn de_werknemer_van_een_ander_dossier_krijgt_niets() {
    let huis = met_spreekuur().await;
    let account = AccountId(Uuid::from_u128(77));
    let werknemer = Some(WerknemerId(Uuid::from_u128(77)));
    neem_aan(&huis, account, Lezer::Werknemer, werknemer, 77_000).await;
    let ander = ingelogd(account, Lezer::Werknemer);
    assert!(matches!(huis.engine.read(&ander, DOSSIER, None).await, Err(ReadError::NietGevonden)));
}

#[tokio::test]
async fn zonder_tweede_factor_geen_medisch_deel() {
    let huis = met_spreekuur().await;
    let wie = als(Lezer::BedrijfsartsStafarts);
    let sessie = Sessie::ingelogd(wie.sessie.doel());
    let inzage = huis.engine.read(&Gebruiker { sessie, ..wie }, DOSSIER, None).await.unwrap();
    let open = inzage.gebeurtenissen.iter().find_map(open_in_spreekuur);
    assert_eq!(open, Some((true, false)));
}

#[tokio::test]
async fn elke_inzage_staat_in_het_leeslog() {
    let huis = met_spreekuur().await;
    for lezer in [Lezer::Werkgever, Lezer::Werknemer, Lezer::BedrijfsartsStafarts] {
        huis.engine.read(&als(lezer), DOSSIER, None).await.unwrap();
    }
    let log = StroomId { soort: Stroomsoort::Leeslog, id: DOSSIER.0 };
    let regels = huis.store.read_stream(log, Versie(1), Richting::Vooruit, 10).await.unwrap();
    assert_eq!(regels.len(), 3);
}

#[tokio::test]
async fn wie_gelijktijdig_leest_staat_er_ook_in() {
    let huis = met_spreekuur().await;
    let taken = (0..16).map(|_| {
        let engine = huis.engine.clone();
        tokio::spawn(
            async move { engine.read(&als(Lezer::Werkgever), DOSSIER, None).await.is_ok() },
        )
    });
    for taak in taken.collect::<Vec<_>>() {
        assert!(taak.await.unwrap());
    }
    let log = StroomId { soort: Stroomsoort::Leeslog, id: DOSSIER.0 };
    assert_eq!(
        huis.store.read_stream(log, Versie(1), Richting::Vooruit, 99).await.unwrap().len(),
        16
    );
}

#[tokio::test]
async fn op_een_eerdere_dag_zijn_latere_feiten_er_nog_niet() {
    let huis = met_spreekuur().await;
    huis.klok.zet(dag("2024-01-15"));
    let herstel = Command::MeldHersteld(Secties::proces(herstelmelding::Herstel {
        stuk: stuk(30),
        eerste_dag_geschikt: dag("2024-01-15"),
        gemeld_op: dag("2024-01-15"),
    }));
    huis.engine.execute(&als(Lezer::Werkgever), DOSSIER, herstel).await.unwrap();
    let wie = als(Lezer::Werkgever);
    let toen = huis.engine.read(&wie, DOSSIER, Some(dag("2024-01-14"))).await.unwrap();
    let nu = huis.engine.read(&wie, DOSSIER, None).await.unwrap();
    assert_eq!(nu.gebeurtenissen.len(), toen.gebeurtenissen.len() + 1);
    assert!(toen.dossier.herstelmelding.is_empty());
}
