//! How often a request goes to the log, the read models and the keyring: each may be at a distance.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use async_trait::async_trait;
use wvp_access::Lezer;
use wvp_domain::Compartiment;
use wvp_domain::bevoegdheid::toewijzing::Aan;
use wvp_engine::{
    Aanleiding, Dossiervraag, Engine, Gebruiker, Grootte, Klok, Onderdelen, Werkterrein, Zoekterm,
};
use wvp_store::keyring::{Bewijs, Leessleutel, Sleutel, SleutelId, SleutelbosGeheugen};
use wvp_store::{EventStore, Huren, SleutelFout, Sleutelbos, Sleutelvraag, StroomId};

use crate::hulp::{Huis, als, extra_dossier, huis};
use crate::opvragen::wijs_toe;

/// A keyring that counts how often somebody comes for keys to read with.
#[derive(Debug)]
struct Telbos(Arc<SleutelbosGeheugen>, AtomicUsize);

impl Telbos {
    fn tel(&self) -> &SleutelbosGeheugen {
        self.1.fetch_add(1, Ordering::SeqCst);
        &self.0
    }
}

#[async_trait]
impl Sleutelbos for Telbos {
    async fn voor_schrijven(
        &self,
        stroom: StroomId,
        compartiment: Compartiment,
    ) -> Result<Sleutel, SleutelFout> {
        self.0.voor_schrijven(stroom, compartiment).await
    }

    async fn voor_lezen(
        &self,
        stroom: StroomId,
        compartiment: Compartiment,
        sleutel: SleutelId,
    ) -> Result<Leessleutel, SleutelFout> {
        self.tel().voor_lezen(stroom, compartiment, sleutel).await
    }

    async fn voor_lezen_veel(
        &self,
        vragen: &[Sleutelvraag],
    ) -> Result<HashMap<Sleutelvraag, Leessleutel>, SleutelFout> {
        self.tel().voor_lezen_veel(vragen).await
    }

    async fn vernietig(&self, bewijzen: &[Bewijs]) -> Result<(), SleutelFout> {
        self.0.vernietig(bewijzen).await
    }

    async fn bewijzen(&self) -> Result<Vec<Bewijs>, SleutelFout> {
        self.0.bewijzen().await
    }
}

/// An engine on the store of a house that says how often it went out to read.
struct Teller {
    huis: Huis,
    engine: Engine,
    bos: Arc<Telbos>,
}

impl Teller {
    /// A house with so many dossiers, in which one casemanager works on each by itself.
    async fn met(aantal: u128) -> Self {
        let huis = huis().await;
        let casemanager = als(Lezer::CasemanagerZwWgaWvp);
        let aan = Aan::Account(casemanager.account);
        for nummer in 0..aantal {
            let dossier = extra_dossier(&huis, 2_000 + nummer).await;
            let terrein = Werkterrein::Dossier(dossier);
            wijs_toe(&huis, 3_000 + nummer, terrein, aan, casemanager.lezer).await;
        }
        let bos = Arc::new(Telbos(Arc::clone(&huis.sleutels), AtomicUsize::new(0)));
        let engine = Engine::new(Onderdelen {
            store: Arc::clone(&huis.opslag) as Arc<dyn EventStore>,
            modellen: Arc::clone(&huis.opslag) as Arc<dyn Huren>,
            sleutels: Arc::clone(&bos) as Arc<dyn Sleutelbos>,
            klok: Arc::clone(&huis.klok) as Arc<dyn Klok>,
        });
        Self { huis, engine, bos }
    }

    fn stand(&self) -> usize {
        self.huis.opslag.aantal_gelezen() + self.bos.1.load(Ordering::SeqCst)
    }

    /// How many rows a list, the agenda and a search give, and how often each went out for them.
    async fn vragen(&self, wie: &Gebruiker) -> [(usize, usize); 3] {
        let van = Aanleiding::default();
        let begin = self.stand();
        let lijst = self.engine.dossiers(wie, &Dossiervraag::default(), &van).await.unwrap();
        let na_lijst = self.stand();
        let agenda = self.engine.agenda(wie, 14, &van).await.unwrap();
        let na_agenda = self.stand();
        let term = Zoekterm::lees("est").unwrap();
        let gevonden = self.engine.zoek(wie, &term, Grootte::default(), &van).await.unwrap();
        [
            (lijst.regels.len(), na_lijst - begin),
            (agenda.len(), na_agenda - na_lijst),
            (gevonden.len(), self.stand() - na_agenda),
        ]
    }
}

#[tokio::test]
async fn hoe_vaak_een_lijst_gaat_lezen_hangt_niet_af_van_hoeveel_dossiers_erin_staan() {
    let casemanager = als(Lezer::CasemanagerZwWgaWvp);
    let mut uitkomsten = vec![];
    for aantal in [2, 40] {
        let teller = Teller::met(aantal).await;
        // The first time read models are brought up to date.
        teller.vragen(&casemanager).await;
        uitkomsten.push(teller.vragen(&casemanager).await);
    }
    let [weinig, veel] = uitkomsten.try_into().unwrap();
    for ((rijen_bij_weinig, weinig), (rijen_bij_veel, veel)) in weinig.into_iter().zip(veel) {
        assert!(rijen_bij_weinig < rijen_bij_veel, "{rijen_bij_weinig} {rijen_bij_veel}");
        assert_eq!(weinig, veel, "2 en 40 dossiers");
    }
}
