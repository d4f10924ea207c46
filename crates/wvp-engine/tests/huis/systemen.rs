//! Another system that is told: what it hears, what it may not hear, and what was given up.

use std::sync::{Mutex, PoisonError};

use async_trait::async_trait;
use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::{Categorie, WerkgeverId};
use wvp_engine::systeem::{Feitmelding, Feitsoort};
use wvp_engine::{Afnemer, BezorgFout, ExecuteError, Systeem};

use crate::hulp::{
    Huis, Postvak, WERKGEVER, als, dag, dagen, extra_dossier, herstel, met_werkgever, spreekuur,
    vangnet_arbodienst,
};
use crate::mensen::beheerder;

#[derive(Debug, Default)]
struct Luisteraar {
    gehoord: Mutex<Vec<Feitmelding>>,
    weigert: Mutex<bool>,
}

impl Luisteraar {
    fn gehoord(&self) -> Vec<Feitmelding> {
        self.gehoord.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

#[async_trait]
impl Systeem for Luisteraar {
    async fn meld(&self, melding: &Feitmelding, _nu_seconden: i64) -> Result<(), BezorgFout> {
        if *self.weigert.lock().unwrap_or_else(PoisonError::into_inner) {
            return Err(BezorgFout::Blijvend("de ontvanger antwoordt met 410".to_owned()));
        }
        self.gehoord.lock().unwrap_or_else(PoisonError::into_inner).push(*melding);
        Ok(())
    }
}

fn afnemer(lezer: Lezer) -> Afnemer {
    Afnemer { lezer, werkgever: Some(WERKGEVER) }
}

/// A house with a system that listens from now on.
async fn met_luisteraar(lezer: Lezer) -> (Huis, Luisteraar) {
    let huis = met_werkgever().await;
    let luisteraar = Luisteraar::default();
    huis.engine.meld_systeem(&luisteraar, afnemer(lezer)).await.unwrap();
    assert!(luisteraar.gehoord().is_empty(), "the past");
    (huis, luisteraar)
}

#[tokio::test]
async fn een_systeem_hoort_elk_nieuw_feit_een_keer_met_een_verwijzing() {
    let (huis, luisteraar) = met_luisteraar(Lezer::BedrijfsartsStafarts).await;
    huis.doe(Lezer::BedrijfsartsStafarts, spreekuur()).await.unwrap();
    dagen(&huis, "2024-01-01", 1, &Postvak::default()).await;
    for _ in 0..2 {
        huis.engine.meld_systeem(&luisteraar, afnemer(Lezer::BedrijfsartsStafarts)).await.unwrap();
    }
    let gehoord = luisteraar.gehoord();
    let (feiten, herinneringen): (Vec<&Feitmelding>, Vec<&Feitmelding>) =
        gehoord.iter().partition(|it| it.soort == Feitsoort::FeitVastgelegd);
    assert_eq!(feiten.iter().map(|it| it.categorie).collect::<Vec<_>>(), [Categorie::B]);
    assert!(!herinneringen.is_empty() && herinneringen.iter().all(|it| it.stap.is_some()));
}

#[tokio::test]
async fn een_systeem_hoort_niets_waarvan_het_niet_mag_weten() {
    let (huis, luisteraar) = met_luisteraar(Lezer::Werkgever).await;
    huis.doe(Lezer::BedrijfsartsStafarts, vangnet_arbodienst(60)).await.unwrap();
    huis.doe(Lezer::BedrijfsartsStafarts, spreekuur()).await.unwrap();
    huis.engine.meld_systeem(&luisteraar, afnemer(Lezer::Werkgever)).await.unwrap();
    let gehoord: Vec<_> = luisteraar.gehoord().iter().map(|it| it.categorie).collect();
    assert_eq!(gehoord, [Categorie::B], "the vangnet, or that there are medical data");
}

#[tokio::test]
async fn een_systeem_van_een_andere_werkgever_hoort_niets() {
    let (huis, luisteraar) = met_luisteraar(Lezer::Werkgever).await;
    extra_dossier(&huis, 1_000).await;
    let ander = WerkgeverId(Uuid::from_u128(99));
    let afnemer = Afnemer { werkgever: Some(ander), ..afnemer(Lezer::Werkgever) };
    let gemeld = huis.engine.meld_systeem(&luisteraar, afnemer).await.unwrap();
    assert_eq!((gemeld.bezorgd, gemeld.vervallen), (0, 1));
    assert!(luisteraar.gehoord().is_empty());
}

#[tokio::test]
async fn een_gesloten_dossier_wordt_gemeld() {
    let (huis, luisteraar) = met_luisteraar(Lezer::Werkgever).await;
    huis.klok.zet(dag("2024-01-02"));
    huis.doe(Lezer::Werkgever, herstel(30, "2024-01-02")).await.unwrap();
    huis.klok.zet(dag("2024-02-10"));
    huis.engine.tick().await.unwrap();
    huis.engine.meld_systeem(&luisteraar, afnemer(Lezer::Werkgever)).await.unwrap();
    let soorten: Vec<_> = luisteraar.gehoord().iter().map(|it| it.soort).collect();
    assert_eq!(soorten, [Feitsoort::FeitVastgelegd, Feitsoort::DossierGesloten]);
}

#[tokio::test]
async fn wat_is_opgegeven_staat_op_een_lijst_en_gaat_na_hervatten_alsnog() {
    let (huis, luisteraar) = met_luisteraar(Lezer::Werkgever).await;
    *luisteraar.weigert.lock().unwrap() = true;
    huis.doe(Lezer::BedrijfsartsStafarts, spreekuur()).await.unwrap();
    let wie = afnemer(Lezer::Werkgever);
    let gemeld = huis.engine.meld_systeem(&luisteraar, wie).await.unwrap();
    assert_eq!(gemeld.opgegeven, 1);
    let lijst = huis.engine.onbestelbaar(&beheerder()).await.unwrap();
    assert_eq!(lijst.len(), 1);
    *luisteraar.weigert.lock().unwrap() = false;
    assert!(huis.engine.hervat(&beheerder(), &lijst[0]).await.unwrap());
    huis.engine.meld_systeem(&luisteraar, wie).await.unwrap();
    assert_eq!(luisteraar.gehoord().len(), 1);
    assert!(huis.engine.onbestelbaar(&beheerder()).await.unwrap().is_empty());
    assert!(!huis.engine.hervat(&beheerder(), &lijst[0]).await.unwrap());
}

#[tokio::test]
async fn de_casemanager_hoort_niet_van_een_systeem_dat_er_niet_is() {
    let (huis, luisteraar) = met_luisteraar(Lezer::Werkgever).await;
    *luisteraar.weigert.lock().unwrap() = true;
    huis.doe(Lezer::BedrijfsartsStafarts, spreekuur()).await.unwrap();
    huis.engine.meld_systeem(&luisteraar, afnemer(Lezer::Werkgever)).await.unwrap();
    let postvak = Postvak::default();
    huis.engine.alert(&postvak).await.unwrap();
    assert!(postvak.ids().is_empty());
}

#[tokio::test]
async fn de_lijst_is_voor_de_beheerder() {
    let huis = met_werkgever().await;
    let uitkomst = huis.engine.onbestelbaar(&als(Lezer::Werkgever)).await;
    assert!(matches!(uitkomst, Err(ExecuteError::Geweigerd(_))), "{uitkomst:?}");
}
