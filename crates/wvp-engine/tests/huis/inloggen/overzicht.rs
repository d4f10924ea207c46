//! The sessions of an account together.

use wvp_access::Lezer;
use wvp_engine::{ExecuteError, InlogFout, Sessieregel};

use super::{Arts, claims_binnen, huis, later, sessie, wacht_op_factor};
use crate::hulp::Huis;

const MINUUT: i64 = 60;

async fn regels(huis: &Huis, geheim: &str) -> Vec<Sessieregel> {
    huis.engine.sessies(geheim).await.unwrap()
}

#[tokio::test]
async fn iemand_ziet_de_eigen_sessies_en_welke_dit_is() {
    let huis = huis().await;
    let oud = claims_binnen(&huis).await;
    later(&huis, 5 * MINUUT);
    let nieuw = claims_binnen(&huis).await;
    let lezer = Lezer::VerzekeraarClaimbeoordelaar;
    let met_hoed = huis.engine.kies_hoed(nieuw.sessie.toon(), lezer).await.unwrap();
    Arts::binnen(&huis).await;

    let alle = regels(&huis, oud.sessie.toon()).await;
    assert_eq!(alle.iter().map(|it| it.is_deze).collect::<Vec<_>>(), [false, true]);
    assert_eq!(alle.iter().map(|it| it.lezer).collect::<Vec<_>>(), [Some(lezer), None]);
    assert_eq!(alle[0].begonnen.0 - alle[1].begonnen.0, 5 * MINUUT * 1_000_000);
    assert!(alle.iter().all(|it| !it.tweede_factor));
    assert!(regels(&huis, met_hoed.toon()).await[0].is_deze, "the last used in front");
}

#[tokio::test]
async fn iemand_beeindigt_een_eigen_sessie_en_die_alleen() {
    let huis = huis().await;
    let (een, twee) = (claims_binnen(&huis).await, claims_binnen(&huis).await);
    let ander = regels(&huis, een.sessie.toon()).await.into_iter().find(|it| !it.is_deze);
    huis.engine.beeindig_sessie(een.sessie.toon(), ander.unwrap().nummer).await.unwrap();
    assert!(sessie(&huis, twee.sessie.toon()).await.is_none());
    assert!(sessie(&huis, een.sessie.toon()).await.is_some());
    assert_eq!(regels(&huis, een.sessie.toon()).await.len(), 1);
}

#[tokio::test]
async fn een_sessie_van_een_ander_is_er_niet() {
    let huis = huis().await;
    let (arts, claims) = (Arts::binnen(&huis).await, claims_binnen(&huis).await);
    let van_de_arts = regels(&huis, arts.sessie()).await[0].nummer;
    let nee = huis.engine.beeindig_sessie(claims.sessie.toon(), van_de_arts).await;
    assert!(matches!(nee, Err(InlogFout::Beheer(ExecuteError::NietGevonden))), "{nee:?}");
    assert!(sessie(&huis, arts.sessie()).await.is_some());
}

#[tokio::test]
async fn de_elfde_sessie_beeindigt_die_het_langst_niet_is_gebruikt() {
    let huis = huis().await;
    let mut tien = vec![];
    for _ in 0..10 {
        tien.push(claims_binnen(&huis).await.sessie);
        later(&huis, MINUUT);
    }
    assert!(
        sessie(&huis, tien[0].toon()).await.is_some(),
        "used now, so the second is the longest ago"
    );
    later(&huis, MINUUT);
    let elfde = claims_binnen(&huis).await.sessie;
    assert!(sessie(&huis, tien[1].toon()).await.is_none());
    for open in tien.iter().take(1).chain(&tien[2..]).chain([&elfde]) {
        assert!(sessie(&huis, open.toon()).await.is_some());
    }
}

#[tokio::test]
async fn wat_halverwege_het_inloggen_is_staat_er_niet_bij_en_telt_niet_mee() {
    let huis = huis().await;
    let arts = Arts::binnen(&huis).await;
    for _ in 0..12 {
        wacht_op_factor(&huis).await;
    }
    assert_eq!(regels(&huis, arts.sessie()).await.len(), 1);
}

#[tokio::test]
async fn een_beeindigde_sessie_komt_niet_terug_door_een_andere_functie_te_kiezen() {
    let huis = huis().await;
    let (een, twee) = (claims_binnen(&huis).await, claims_binnen(&huis).await);
    let ander = regels(&huis, een.sessie.toon()).await.into_iter().find(|it| !it.is_deze).unwrap();
    let lezer = Lezer::VerzekeraarClaimbeoordelaar;
    // Whoever holds the other one goes on under new secrets all the time, and the owner ends it meanwhile.
    let (mut wisselend, mut geheim) = (vec![], twee.sessie);
    for ronde in 0..50 {
        let (gewisseld, einde) = tokio::join!(huis.engine.kies_hoed(geheim.toon(), lezer), async {
            if ronde == 25 {
                huis.engine.beeindig_sessie(een.sessie.toon(), ander.nummer).await
            } else {
                Ok(())
            }
        });
        einde.unwrap();
        let Ok(nieuw) = gewisseld else { break };
        wisselend.push(std::mem::replace(&mut geheim, nieuw));
    }
    assert!(sessie(&huis, geheim.toon()).await.is_none());
    assert_eq!(regels(&huis, een.sessie.toon()).await.len(), 1);
}
