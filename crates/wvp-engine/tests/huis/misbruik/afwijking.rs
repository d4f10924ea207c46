//! Abuse of deviations, reviews and restrictions.

use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::bevoegdheid::Geldigheid;
use wvp_domain::bevoegdheid::afwijking::{
    self, Afwijking, Beperking, Gegevens, Grond, Handeling, RedenBeperking, RedenToets, Toets,
};
use wvp_domain::bevoegdheid::toewijzing;
use wvp_domain::doel::Doel;
use wvp_domain::{AccountId, Compartiment, Secties};
use wvp_engine::{ExecuteError, Gebruiker, Sessie};
use wvp_store::{StroomId, Stroomsoort};

use super::{ARTS, VANDAAG, is_weg, lees, tot, ziet};
use crate::hulp::{
    DOSSIER, Huis, account, als, dag, herstel, ingelogd, melding_arbodienst, met_spreekuur, stuk,
    vangnet_arbodienst,
};
use crate::mensen::{einde, neem_aan, wijs};

fn afwijking(door: AccountId, voor: AccountId, geldig: Geldigheid) -> afwijking::Command {
    afwijking::Command::KeurAfwijkingGoed(Secties::proces(Afwijking {
        stuk: stuk(630),
        account: voor,
        goedgekeurd_door: door,
        gegevens: Gegevens::Proces,
        handeling: Handeling::Lezen,
        grond: Grond::Klacht,
        geldig,
    }))
}

#[tokio::test]
async fn ac_43_een_afwijking_is_van_de_directie_voor_een_ander_en_voor_korte_tijd() {
    let huis = met_spreekuur().await;
    let (directeur, planner) = (account(Lezer::Directeur), account(Lezer::Planner));
    let keur = async |wie: Lezer, wat| huis.engine.execute_afwijking(&als(wie), DOSSIER, wat).await;
    let eigen = keur(Lezer::Directeur, afwijking(directeur, directeur, tot("2024-02-01"))).await;
    let lang = keur(Lezer::Directeur, afwijking(directeur, planner, tot("2099-12-31"))).await;
    for uitkomst in [eigen, lang] {
        assert!(matches!(uitkomst, Err(ExecuteError::BevoegdheidGeweigerd(_))), "{uitkomst:?}");
    }
    let ander = keur(Lezer::Planner, afwijking(planner, directeur, tot("2024-02-01"))).await;
    let naam = keur(ARTS, afwijking(directeur, planner, tot("2024-02-01"))).await;
    for uitkomst in [ander, naam] {
        assert!(matches!(uitkomst, Err(ExecuteError::Geweigerd(_))), "{uitkomst:?}");
    }
}

#[tokio::test]
async fn een_goedgekeurde_afwijking_opent_wat_zij_noemt_tot_zij_eindigt() {
    let huis = met_spreekuur().await;
    let planner = als(Lezer::Planner);
    assert!(is_weg(&lees(&huis, &planner).await));
    let wat = afwijking(account(Lezer::Directeur), planner.account, tot("2024-02-01"));
    huis.engine.execute_afwijking(&als(Lezer::Directeur), DOSSIER, wat).await.unwrap();
    let inzage = lees(&huis, &planner).await.unwrap();
    assert!(!inzage.compartimenten.contains(&Compartiment::BBedrijfsarts));
    assert!(!inzage.compartimenten.contains(&Compartiment::C));
    let uitkomst = huis.doe(Lezer::Planner, melding_arbodienst(11)).await;
    assert!(matches!(uitkomst, Err(ExecuteError::Geweigerd(_))), "{uitkomst:?}");
    huis.klok.zet(dag("2024-02-02"));
    assert!(is_weg(&lees(&huis, &planner).await));
}

fn toets(collega: AccountId) -> afwijking::Command {
    afwijking::Command::WijsToetsToe(Secties::proces(Toets {
        stuk: stuk(650),
        account: AccountId(Uuid::from_u128(79)),
        collega,
        reden: RedenToets::Steekproef,
        geldig: tot("2024-02-01"),
    }))
}

/// A bedrijfsarts who does not work on the dossier, there to review it.
async fn toetser(huis: &Huis) -> Gebruiker {
    let id = AccountId(Uuid::from_u128(79));
    neem_aan(huis, id, ARTS, None, 79_000).await;
    let wat = toewijzing::Command::BeeindigToewijzing(einde(651, stuk(79_003), VANDAAG));
    wijs(huis, wat).await.unwrap();
    let sessie = Sessie::ingelogd(Doel::Kwaliteitstoets).met_tweede_factor();
    Gebruiker { sessie, ..ingelogd(id, ARTS) }
}

#[tokio::test]
async fn ac_45_een_toets_opent_een_dossier_voor_een_vakgenoot_met_dat_doel_voor_korte_tijd() {
    let huis = met_spreekuur().await;
    let wie = toetser(&huis).await;
    assert!(is_weg(&lees(&huis, &wie).await));
    let wat = toets(account(ARTS));
    huis.engine.execute_afwijking(&als(Lezer::MedischManager), DOSSIER, wat).await.unwrap();
    assert!(ziet(&huis, &wie, Compartiment::C).await);
    let ander_doel = ingelogd(wie.account, ARTS);
    assert!(is_weg(&lees(&huis, &ander_doel).await));
    let schrijft = huis.engine.execute(&wie, DOSSIER, vangnet_arbodienst(50)).await;
    assert!(matches!(schrijft, Err(ExecuteError::Geweigerd(_))), "{schrijft:?}");
    huis.klok.zet(dag("2024-02-02"));
    assert!(is_weg(&lees(&huis, &wie).await));
}

#[tokio::test]
async fn ac_45_wie_een_ander_vak_heeft_toetst_niet() {
    let huis = met_spreekuur().await;
    let wie = toetser(&huis).await;
    let wat = toets(account(Lezer::CasemanagerZwWgaWvp));
    huis.engine.execute_afwijking(&als(Lezer::MedischManager), DOSSIER, wat).await.unwrap();
    assert!(is_weg(&lees(&huis, &wie).await));
}

#[tokio::test]
async fn tijdens_een_beperking_schrijft_alleen_de_werknemer() {
    let huis = met_spreekuur().await;
    let beperking = Beperking {
        stuk: stuk(660),
        reden: RedenBeperking::JuistheidBetwist,
        geldig: Geldigheid::vanaf(dag(VANDAAG)),
    };
    let wat = afwijking::Command::BeperkVerwerking(Secties::proces(beperking));
    huis.engine.execute_afwijking(&als(ARTS), DOSSIER, wat).await.unwrap();
    let schrijft = huis.doe(Lezer::Werkgever, melding_arbodienst(11)).await;
    assert!(matches!(schrijft, Err(ExecuteError::Geweigerd(_))), "{schrijft:?}");
    assert!(lees(&huis, &als(Lezer::Werkgever)).await.is_ok());
    huis.klok.zet(dag("2024-01-10"));
    huis.doe(Lezer::Werknemer, herstel(30, "2024-01-10")).await.unwrap();
}

#[tokio::test]
async fn een_beperking_die_niet_meer_te_lezen_is_telt_als_een_beperking() {
    let huis = met_spreekuur().await;
    let wat = afwijking(account(Lezer::Directeur), account(Lezer::Planner), tot("2024-02-01"));
    huis.engine.execute_afwijking(&als(Lezer::Directeur), DOSSIER, wat).await.unwrap();
    huis.vernietig(StroomId { soort: Stroomsoort::Afwijking, id: DOSSIER.0 }).await;
    let schrijft = huis.doe(Lezer::Werkgever, melding_arbodienst(11)).await;
    assert!(matches!(schrijft, Err(ExecuteError::Geweigerd(_))), "{schrijft:?}");
    assert!(lees(&huis, &als(Lezer::Werkgever)).await.is_ok());
}
