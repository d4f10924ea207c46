//! Tokens of programs.

use wvp_access::Lezer;
use wvp_domain::Secties;
use wvp_domain::bevoegdheid::gebruiker::Command;
use wvp_domain::bevoegdheid::inlog::Reikwijdte;
use wvp_domain::postvak::{self, Agenda};
use wvp_engine::{ExecuteError, Gebruiker, Geheim, Tokenaanvraag};

use super::{ARTS, Arts, CLAIMS, claims_binnen, huis, sessie};
use crate::hulp::{Huis, dag, stuk};
use crate::mensen;

fn aanvraag(reikwijdte: Reikwijdte, tot_en_met: &str) -> Tokenaanvraag {
    Tokenaanvraag { naam: "roosterprogramma".to_owned(), reikwijdte, tot_en_met: dag(tot_en_met) }
}

async fn arts(huis: &Huis) -> Gebruiker {
    let arts = Arts::binnen(huis).await;
    let lezer = Lezer::BedrijfsartsStafarts;
    let geheim = huis.engine.kies_hoed(arts.sessie(), lezer).await.unwrap();
    sessie(huis, geheim.toon()).await.unwrap().gebruiker.unwrap()
}

async fn geef(huis: &Huis, wie: &Gebruiker, reikwijdte: Reikwijdte) -> Geheim {
    huis.engine.geef_token(wie, aanvraag(reikwijdte, "2024-06-30")).await.unwrap()
}

async fn werkt(huis: &Huis, token: &Geheim) -> Option<Gebruiker> {
    huis.engine.token(token.toon()).await.unwrap().and_then(|it| it.gebruiker)
}

#[tokio::test]
async fn een_token_werkt_onder_de_functie_waarin_het_is_gemaakt() {
    let huis = huis().await;
    let wie = arts(&huis).await;
    let token = geef(&huis, &wie, Reikwijdte::LezenEnSchrijven).await;
    assert!(token.toon().starts_with("pw_"));
    let programma = werkt(&huis, &token).await.unwrap();
    assert_eq!((programma.account, programma.lezer), (ARTS, Lezer::BedrijfsartsStafarts));
    assert!(programma.sessie.heeft_tweede_factor());
    let regel = &huis.engine.tokens(ARTS).await.unwrap()[0];
    assert_eq!((regel.naam.as_str(), regel.tweede_factor), ("roosterprogramma", true));
    let anders = Geheim::van(&format!("{}0", token.toon()));
    assert!(werkt(&huis, &anders).await.is_none());
}

#[tokio::test]
async fn een_token_om_te_lezen_legt_niets_vast() {
    let huis = huis().await;
    let wie = arts(&huis).await;
    let open = |nummer| {
        let feit = Agenda { stuk: stuk(nummer), hash: [1; 32] };
        postvak::Command::OpenAgenda(Secties::proces(feit))
    };
    let lezend = werkt(&huis, &geef(&huis, &wie, Reikwijdte::Lezen).await).await.unwrap();
    let fout = huis.engine.execute_postvak(&lezend, open(901)).await;
    assert!(matches!(fout, Err(ExecuteError::Geweigerd(_))), "{fout:?}");
    let schrijvend = geef(&huis, &wie, Reikwijdte::LezenEnSchrijven).await;
    let schrijvend = werkt(&huis, &schrijvend).await.unwrap();
    huis.engine.execute_postvak(&schrijvend, open(902)).await.unwrap();
}

#[tokio::test]
async fn een_programma_maakt_zelf_geen_token() {
    let huis = huis().await;
    let wie = arts(&huis).await;
    let token = geef(&huis, &wie, Reikwijdte::LezenEnSchrijven).await;
    let programma = werkt(&huis, &token).await.unwrap();
    let fout = huis.engine.geef_token(&programma, aanvraag(Reikwijdte::Lezen, "2024-02-01")).await;
    assert!(matches!(fout, Err(ExecuteError::Geweigerd(_))), "{fout:?}");
}

#[tokio::test]
async fn een_token_eindigt_na_zijn_laatste_dag_en_duurt_hoogstens_een_jaar() {
    let huis = huis().await;
    let wie = arts(&huis).await;
    let token = geef(&huis, &wie, Reikwijdte::Lezen).await;
    huis.klok.zet(dag("2024-06-30"));
    assert!(werkt(&huis, &token).await.is_some());
    huis.klok.zet(dag("2024-07-01"));
    assert!(werkt(&huis, &token).await.is_none());
    let fout = huis.engine.geef_token(&wie, aanvraag(Reikwijdte::Lezen, "2025-07-02")).await;
    assert!(matches!(fout, Err(ExecuteError::InlogGeweigerd(_))), "{fout:?}");
}

#[tokio::test]
async fn een_ingetrokken_token_werkt_niet_meer() {
    let huis = huis().await;
    let wie = arts(&huis).await;
    let token = geef(&huis, &wie, Reikwijdte::Lezen).await;
    let id = huis.engine.tokens(ARTS).await.unwrap()[0].id;
    huis.engine.trek_token_in(&wie, id).await.unwrap();
    assert!(werkt(&huis, &token).await.is_none());
    assert!(huis.engine.tokens(ARTS).await.unwrap().is_empty());
}

#[tokio::test]
async fn met_de_functie_eindigt_het_token() {
    let huis = huis().await;
    let wie = arts(&huis).await;
    let token = geef(&huis, &wie, Reikwijdte::Lezen).await;
    let einde = mensen::einde(981, stuk(102), "2024-01-01");
    mensen::beheer(&huis, ARTS, Command::BeeindigFunctie(einde)).await.unwrap();
    assert!(werkt(&huis, &token).await.is_none());
    let fout = huis.engine.geef_token(&wie, aanvraag(Reikwijdte::Lezen, "2024-02-01")).await;
    assert!(matches!(fout, Err(ExecuteError::Geweigerd(_))), "{fout:?}");
}

#[tokio::test]
async fn een_token_van_een_sessie_zonder_tweede_factor_telt_ook_zo() {
    let huis = huis().await;
    let binnen = claims_binnen(&huis).await;
    let lezer = Lezer::VerzekeraarClaimbeoordelaar;
    let geheim = huis.engine.kies_hoed(binnen.sessie.toon(), lezer).await.unwrap();
    let wie = sessie(&huis, geheim.toon()).await.unwrap().gebruiker.unwrap();
    let token = geef(&huis, &wie, Reikwijdte::Lezen).await;
    assert!(!werkt(&huis, &token).await.unwrap().sessie.heeft_tweede_factor());
    assert!(!huis.engine.tokens(CLAIMS).await.unwrap()[0].tweede_factor);
    let lezer = Lezer::BedrijfsartsStafarts;
    let sessie = wie.sessie.bij(mensen::organisatie(lezer));
    let als_arts = Gebruiker { account: ARTS, lezer, sessie };
    let token = geef(&huis, &als_arts, Reikwijdte::Lezen).await;
    assert!(werkt(&huis, &token).await.is_none(), "deze functie vraagt om een tweede factor");
}
