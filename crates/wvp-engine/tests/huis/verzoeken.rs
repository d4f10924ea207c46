//! Requests: a draft of the re-integratieverslag asks whoever owes a piece, once, by mail, mailbox and webhook.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use async_trait::async_trait;
use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::mijlpaal::riv::{Concept, Element};
use wvp_domain::{Command, Secties};
use wvp_engine::bericht::Stap;
use wvp_engine::systeem::{Feitmelding, Feitsoort};
use wvp_engine::{Afnemer, Bericht, BezorgFout, Postinhoud, Systeem};

use crate::hulp::{Huis, Postvak, als, dag, met_werkgever, stuk};

fn concept(nummer: u128) -> Command {
    let (stuk, opgesteld_op) = (stuk(nummer), dag("2025-08-11"));
    Command::StelRivConceptOp(Secties::proces(Concept { stuk, opgesteld_op, elementen: vec![] }))
}

/// A house in week 84 with a draft of the report.
async fn met_concept() -> Huis {
    let huis = met_werkgever().await;
    huis.klok.zet(dag("2025-08-11"));
    huis.doe(Lezer::Werkgever, concept(80)).await.unwrap();
    huis
}

async fn bezorgd(huis: &Huis) -> Vec<Bericht> {
    let postvak = Postvak::default();
    huis.engine.alert(&postvak).await.unwrap();
    postvak.berichten.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn stukken(bericht: &Bericht) -> Vec<Element> {
    let stuk = |stap: Stap| match stap {
        Stap::Stuk(element) => Some(element),
        Stap::Wettelijk(_) | Stap::Eigen => None,
    };
    bericht.stappen.iter().filter_map(|it| stuk(it.stap)).collect()
}

#[tokio::test]
async fn ieder_krijgt_een_bericht_met_alle_stukken_die_die_nog_moet_geven() {
    let huis = met_concept().await;
    let berichten = bezorgd(&huis).await;
    let aan = |email: &str| berichten.iter().find(|it| it.aan_email == email).unwrap();
    let van_arts = stukken(aan("bedrijfsarts@voorbeeld.example"));
    let verwacht = [Element::Probleemanalyse, Element::ActueelOordeel, Element::MedischeInformatie];
    assert_eq!(van_arts, verwacht);
    let van_werkgever = stukken(aan("werkgever@voorbeeld.example"));
    assert!(van_werkgever.contains(&Element::Eindevaluatie), "{van_werkgever:?}");
    assert_eq!(berichten.len(), 2, "of the employee there is no address");
    for bericht in &berichten {
        let alles = format!("{} {}", bericht.onderwerp, bericht.tekst).to_lowercase();
        for woord in ["ziek", "medisch", "t. est", "re-integratie"] {
            assert!(!alles.contains(woord), "{woord}: {alles}");
        }
    }
}

#[tokio::test]
async fn een_verzoek_gaat_een_keer_uit_hoe_vaak_het_concept_ook_komt() {
    let huis = met_concept().await;
    let eens: BTreeSet<Uuid> = bezorgd(&huis).await.iter().map(|it| it.id).collect();
    assert_eq!(eens.len(), 2);
    huis.doe(Lezer::Werkgever, concept(80)).await.unwrap();
    assert!(bezorgd(&huis).await.is_empty());
}

#[tokio::test]
async fn het_verzoek_staat_in_het_postvak_van_wie_het_aangaat() {
    let huis = met_concept().await;
    let postvak = huis.engine.postvak(&als(Lezer::Werkgever)).await.unwrap();
    let [bericht] = postvak.as_slice() else { panic!("{postvak:?}") };
    let Postinhoud::Stukken { elementen, .. } = &bericht.inhoud else { panic!("{bericht:?}") };
    assert!(elementen.contains(&Element::PlanVanAanpak), "{elementen:?}");
    assert!(!elementen.contains(&Element::ActueelOordeel), "{elementen:?}");
}

#[derive(Debug, Default)]
struct Luisteraar(Mutex<Vec<Feitsoort>>);

#[async_trait]
impl Systeem for Luisteraar {
    async fn meld(&self, melding: &Feitmelding, _: i64) -> Result<(), BezorgFout> {
        assert!(melding.stap.is_none(), "by reference");
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(melding.soort);
        Ok(())
    }
}

#[tokio::test]
async fn een_ander_systeem_hoort_dat_er_gevraagd_is() {
    let huis = met_werkgever().await;
    huis.klok.zet(dag("2025-08-11"));
    let afnemer = Afnemer { lezer: Lezer::Werkgever, werkgever: None };
    let luisteraar = Luisteraar::default();
    huis.engine.meld_systeem(&luisteraar, afnemer).await.unwrap();
    huis.doe(Lezer::Werkgever, concept(80)).await.unwrap();
    huis.engine.meld_systeem(&luisteraar, afnemer).await.unwrap();
    let gehoord = luisteraar.0.into_inner().unwrap_or_else(PoisonError::into_inner);
    let gevraagd = gehoord.iter().filter(|it| **it == Feitsoort::StukkenGevraagd);
    assert_eq!(gevraagd.count(), 3);
}
