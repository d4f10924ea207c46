//! How sessions end.

use std::time::Duration;

use wvp_access::Lezer;
use wvp_domain::Secties;
use wvp_domain::bevoegdheid::gebruiker::{Blokkade, Command, RedenBlokkade};
use wvp_engine::{Factor, InlogFout, Sessieduur};
use wvp_store::{Bereik, Leesmodellen as _};

use super::{
    Arts, CLAIMS, CLAIMS_EMAIL, WACHTWOORD, claims_binnen, huis, ingelogd, is_geen_sessie, later,
    probeer, sessie, wacht_op_factor,
};
use crate::hulp::{dag, stuk};
use crate::mensen;

const MINUUT: i64 = 60;
const UUR: i64 = 60 * MINUUT;

#[tokio::test]
async fn een_sessie_eindigt_na_een_half_uur_stilte_en_elk_gebruik_telt() {
    let huis = huis().await;
    let binnen = claims_binnen(&huis).await;
    for _ in 0..4 {
        later(&huis, 29 * MINUUT);
        assert!(sessie(&huis, binnen.sessie.toon()).await.is_some());
    }
    later(&huis, 30 * MINUUT);
    assert!(sessie(&huis, binnen.sessie.toon()).await.is_none());
}

#[tokio::test]
async fn een_sessie_eindigt_na_twaalf_uur_ook_als_zij_steeds_wordt_gebruikt_en_gewisseld() {
    let huis = huis().await;
    let mut geheim = claims_binnen(&huis).await.sessie;
    for _ in 0..47 {
        later(&huis, 15 * MINUUT);
        let lezer = Lezer::VerzekeraarClaimbeoordelaar;
        geheim = huis.engine.kies_hoed(geheim.toon(), lezer).await.unwrap();
    }
    later(&huis, 14 * MINUUT);
    assert!(sessie(&huis, geheim.toon()).await.is_some());
    later(&huis, MINUUT);
    assert!(sessie(&huis, geheim.toon()).await.is_none());
}

#[tokio::test]
async fn hoe_lang_een_sessie_duurt_is_in_te_stellen() {
    let mut huis = huis().await;
    let kort = Duration::from_mins(5);
    huis.engine = huis.engine.met_sessieduur(Sessieduur { stil: kort, hoogstens: kort });
    let binnen = claims_binnen(&huis).await;
    later(&huis, 4 * MINUUT);
    assert!(sessie(&huis, binnen.sessie.toon()).await.is_some());
    later(&huis, MINUUT);
    assert!(sessie(&huis, binnen.sessie.toon()).await.is_none());
}

#[tokio::test]
async fn een_tussenstap_duurt_tien_minuten() {
    let huis = huis().await;
    let arts = Arts::binnen(&huis).await;
    let wacht = wacht_op_factor(&huis).await;
    later(&huis, 10 * MINUUT);
    let code = arts.code_over(&huis, 0);
    let factor = Factor::Code(&code);
    assert!(is_geen_sessie(&huis.engine.tweede_factor(wacht.toon(), factor, "hier").await));
}

#[tokio::test]
async fn uitloggen_is_meteen_en_voor_een_of_voor_alle() {
    let huis = huis().await;
    let (een, twee, drie) =
        (claims_binnen(&huis).await, claims_binnen(&huis).await, claims_binnen(&huis).await);
    huis.engine.log_uit(een.sessie.toon()).await.unwrap();
    assert!(sessie(&huis, een.sessie.toon()).await.is_none());
    assert!(sessie(&huis, twee.sessie.toon()).await.is_some());
    huis.engine.log_overal_uit(twee.sessie.toon()).await.unwrap();
    for binnen in [&twee, &drie] {
        assert!(sessie(&huis, binnen.sessie.toon()).await.is_none());
    }
    let nieuw = claims_binnen(&huis).await;
    assert!(sessie(&huis, nieuw.sessie.toon()).await.is_some(), "op hetzelfde moment");
}

#[tokio::test]
async fn wie_het_wachtwoord_verandert_logt_alle_anderen_uit() {
    let huis = huis().await;
    let (ander, eigen) = (claims_binnen(&huis).await, claims_binnen(&huis).await);
    let nieuw = "twee sloten op de deur";
    let geheim = eigen.sessie.toon();
    let fout = huis.engine.verander_wachtwoord(geheim, "iets anders dan dat", nieuw).await;
    assert!(matches!(fout, Err(InlogFout::Onjuist)), "{fout:?}");
    let verder = huis.engine.verander_wachtwoord(geheim, WACHTWOORD, nieuw).await.unwrap();
    for oud in [&ander, &eigen] {
        assert!(sessie(&huis, oud.sessie.toon()).await.is_none());
    }
    assert!(sessie(&huis, verder.toon()).await.is_some());
    ingelogd(probeer(&huis, CLAIMS_EMAIL, nieuw).await);
}

#[tokio::test]
async fn met_de_functie_eindigt_de_sessie_op_diezelfde_dag() {
    let huis = huis().await;
    let binnen = claims_binnen(&huis).await;
    let lezer = Lezer::VerzekeraarClaimbeoordelaar;
    let met_hoed = huis.engine.kies_hoed(binnen.sessie.toon(), lezer).await.unwrap();
    assert!(sessie(&huis, met_hoed.toon()).await.is_some());
    let einde = mensen::einde(980, stuk(202), "2024-01-01");
    mensen::beheer(&huis, CLAIMS, Command::BeeindigFunctie(einde)).await.unwrap();
    assert!(sessie(&huis, met_hoed.toon()).await.is_none());
}

#[tokio::test]
async fn met_een_blokkade_is_elke_sessie_meteen_voorbij() {
    let huis = huis().await;
    let binnen = claims_binnen(&huis).await;
    let blokkade = Blokkade { stuk: stuk(990), reden: RedenBlokkade::Beveiliging };
    let opdracht = Command::BlokkeerAccount(Secties::proces(blokkade));
    mensen::beheer(&huis, CLAIMS, opdracht).await.unwrap();
    assert!(sessie(&huis, binnen.sessie.toon()).await.is_none());
}

#[tokio::test]
async fn de_tik_ruimt_op_wat_voorbij_is_en_laat_de_rest() {
    let huis = huis().await;
    claims_binnen(&huis).await;
    let weg = claims_binnen(&huis).await;
    huis.engine.log_uit(weg.sessie.toon()).await.unwrap();
    later(&huis, 12 * UUR);
    let binnen = claims_binnen(&huis).await;
    // Of each: what it is, when it was used last, and whose it is. Of the one that was ended a note, for as long as
    // something can outlive it.
    let aantal = || async { huis.store.reeks("sessie", Bereik::Alles, 99).await.unwrap().len() };
    assert_eq!(aantal().await, 2 * 3 + 1);
    huis.engine.tick().await.unwrap();
    assert_eq!(aantal().await, 3);
    assert!(sessie(&huis, binnen.sessie.toon()).await.is_some());
    assert_eq!(huis.engine.klok().vandaag(), dag("2024-01-01"));
}
