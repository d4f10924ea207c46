//! Abuse of delegated tasks, and of rights that end while somebody writes.

use wvp_access::Lezer;
use wvp_domain::bevoegdheid::delegatie::{self, Delegatie, Taak, Voorwaarden};
use wvp_domain::bevoegdheid::gebruiker;
use wvp_domain::{AccountId, Compartiment, Secties, leeslog};
use wvp_engine::ExecuteError;
use wvp_store::{Gebeurtenis, StroomId, Stroomsoort, Toegang, ontzegel};

use super::{ARTS, ASSISTENT, VANDAAG, is_weg, lees, tot, ziet};
use crate::hulp::{
    DOSSIER, Huis, account, als, huis, melding_arbodienst, met_spreekuur, stuk, vangnet_arbodienst,
    ziekmelding,
};
use crate::mensen::{beheer, beheerder, einde, stuk_van_functie};

fn delegatie(nummer: u128) -> delegatie::Command {
    let voorwaarden = Voorwaarden {
        bekwaam: true,
        opgeleid: true,
        toezicht: true,
        geheimhouding: true,
        overdracht: true,
    };
    delegatie::Command::DelegeerTaak(Secties::proces(Delegatie {
        stuk: stuk(nummer),
        door: account(ARTS),
        taak: Taak::Medisch,
        dossier: Some(DOSSIER),
        voorwaarden,
        geldig: tot("2024-12-31"),
    }))
}

async fn met_delegatie() -> Huis {
    let huis = met_spreekuur().await;
    let uitkomst =
        huis.engine.execute_delegatie(&als(ARTS), account(ASSISTENT), delegatie(600)).await;
    uitkomst.unwrap();
    huis
}

async fn trek_delegatie_in(huis: &Huis) {
    let wat = delegatie::Command::TrekDelegatieIn(einde(601, stuk(600), VANDAAG));
    huis.engine.execute_delegatie(&als(ARTS), account(ASSISTENT), wat).await.unwrap();
}

#[tokio::test]
async fn ac_19_een_ingetrokken_delegatie_opent_meteen_niets_meer() {
    let huis = met_delegatie().await;
    let wie = als(ASSISTENT);
    assert!(ziet(&huis, &wie, Compartiment::C).await);
    trek_delegatie_in(&huis).await;
    assert!(is_weg(&lees(&huis, &wie).await));
    let uitkomst = huis.doe(ASSISTENT, vangnet_arbodienst(50)).await;
    assert!(matches!(uitkomst, Err(ExecuteError::NietGevonden)), "{uitkomst:?}");
}

#[tokio::test]
async fn ac_19_een_recht_dat_tussen_oordeel_en_vastleggen_eindigt_telt_niet_meer() {
    let huis = huis().await;
    huis.doe(Lezer::Werkgever, ziekmelding()).await.unwrap();
    let recht = stuk_van_functie(Lezer::Werkgever);
    let wat = gebruiker::Command::BeeindigFunctie(einde(602, recht, VANDAAG));
    huis.opslag.beheer_in((huis.tweede_engine(), beheerder(), account(Lezer::Werkgever), wat));
    let uitkomst = huis.doe(Lezer::Werkgever, melding_arbodienst(11)).await;
    assert!(matches!(uitkomst, Err(ExecuteError::NietGevonden)), "{uitkomst:?}");
}

#[tokio::test]
async fn wat_iemand_onder_delegatie_doet_noemt_de_arts_die_haar_gaf() {
    let huis = met_delegatie().await;
    huis.doe(ASSISTENT, vangnet_arbodienst(50)).await.unwrap();
    lees(&huis, &als(ASSISTENT)).await.unwrap();
    lees(&huis, &als(ARTS)).await.unwrap();
    let geschreven = namens::<wvp_domain::Event>(&huis, DOSSIER.into()).await;
    assert_eq!(geschreven.last(), Some(&Some(account(ARTS))));
    let log = StroomId { soort: Stroomsoort::Leeslog, id: DOSSIER.0 };
    assert_eq!(namens::<leeslog::Event>(&huis, log).await, [Some(account(ARTS)), None]);
}

/// On whose behalf each record of a stream was made.
async fn namens<E: Gebeurtenis>(huis: &Huis, stroom: StroomId) -> Vec<Option<AccountId>> {
    let mut wie = vec![];
    for record in huis.records(stroom).await {
        let open = ontzegel::<E>(&*huis.sleutels, &record, Toegang::alles()).await.unwrap();
        let kop = open.kop.inhoud().cloned().unwrap();
        wie.push(kop.namens.map(|namens| namens.account));
    }
    wie
}

#[tokio::test]
async fn een_delegatie_vervalt_met_de_functie_van_wie_haar_gaf() {
    let huis = met_delegatie().await;
    let wat = gebruiker::Command::BeeindigFunctie(einde(602, stuk_van_functie(ARTS), VANDAAG));
    beheer(&huis, account(ARTS), wat).await.unwrap();
    assert!(is_weg(&lees(&huis, &als(ASSISTENT)).await));
}

#[tokio::test]
async fn alleen_een_bedrijfsarts_delegeert_en_onder_eigen_naam() {
    let huis = met_spreekuur().await;
    for wie in [als(Lezer::Werkgever), als(ASSISTENT), als(Lezer::Bedrijfsarts)] {
        let uitkomst =
            huis.engine.execute_delegatie(&wie, account(ASSISTENT), delegatie(600)).await;
        assert!(matches!(uitkomst, Err(ExecuteError::Geweigerd(_))), "{}", wie.lezer);
    }
}
