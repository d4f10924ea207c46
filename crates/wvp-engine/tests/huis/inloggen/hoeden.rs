//! Choosing a hat.

use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::bevoegdheid::gebruiker::Command;
use wvp_domain::{AccountId, Secties};
use wvp_engine::{Hoed, Hoedkeuze, InlogFout};

use super::{ARTS, Arts, CLAIMS, claims_binnen, huis, sessie};
use crate::hulp::WERKNEMER;
use crate::mensen;

#[tokio::test]
async fn een_account_heeft_de_functies_van_vandaag() {
    let huis = huis().await;
    let lezer = Lezer::BedrijfsartsStafarts;
    let hoed = Hoed { lezer, organisatie: Some(mensen::organisatie(lezer)) };
    assert_eq!(huis.engine.functies(ARTS).await.unwrap(), [hoed]);
    let werknemer = AccountId(Uuid::from_u128(73));
    let registratie = mensen::registratie(300, Some(WERKNEMER));
    mensen::beheer(&huis, werknemer, registratie).await.unwrap();
    let hoed = Hoed { lezer: Lezer::Werknemer, organisatie: None };
    assert_eq!(huis.engine.functies(werknemer).await.unwrap(), [hoed]);
}

#[tokio::test]
async fn wie_een_hoed_opzet_gaat_verder_onder_een_ander_geheim() {
    let huis = huis().await;
    let arts = Arts::binnen(&huis).await;
    let oud = sessie(&huis, arts.sessie()).await.unwrap();
    let lezer = Lezer::BedrijfsartsStafarts;
    let nieuw = huis.engine.kies_hoed(arts.sessie(), lezer).await.unwrap();
    assert!(sessie(&huis, arts.sessie()).await.is_none());
    let gezien = sessie(&huis, nieuw.toon()).await.unwrap();
    let wie = gezien.gebruiker.unwrap();
    assert_eq!((wie.account, wie.lezer), (ARTS, lezer));
    assert!(wie.sessie.heeft_tweede_factor());
    assert_eq!((gezien.nummer, wie.sessie.nummer()), (oud.nummer, oud.nummer));
    let voor = AccountId(Uuid::from_u128(79));
    let nieuw = huis
        .engine
        .kies_hoed(nieuw.toon(), Hoedkeuze { namens: Some(voor), ..Hoedkeuze::from(lezer) })
        .await
        .unwrap();
    let wie = sessie(&huis, nieuw.toon()).await.unwrap().gebruiker.unwrap();
    assert_eq!(wie.sessie.waarneming_voor(), Some(voor));
}

#[tokio::test]
async fn een_hoed_van_een_ander_past_niet() {
    let huis = huis().await;
    let arts = Arts::binnen(&huis).await;
    let fout = huis.engine.kies_hoed(arts.sessie(), Lezer::FunctioneelBeheerder).await;
    assert!(matches!(fout, Err(InlogFout::GeenFunctie)), "{fout:?}");
    assert!(sessie(&huis, arts.sessie()).await.is_some(), "en de sessie blijft");
}

#[tokio::test]
async fn zonder_tweede_factor_gaat_een_hoed_die_erom_vraagt_niet_op() {
    let huis = huis().await;
    let binnen = claims_binnen(&huis).await;
    let lezer = Lezer::FunctioneelBeheerder;
    let functie = Command::KenFunctieToe(Secties::proces(mensen::functie(960, lezer)));
    mensen::beheer(&huis, CLAIMS, functie).await.unwrap();
    let fout = huis.engine.kies_hoed(binnen.sessie.toon(), lezer).await;
    assert!(matches!(fout, Err(InlogFout::TweedeFactorNodig)), "{fout:?}");
    let zonder = Lezer::VerzekeraarClaimbeoordelaar;
    assert!(huis.engine.kies_hoed(binnen.sessie.toon(), zonder).await.is_ok());
}
