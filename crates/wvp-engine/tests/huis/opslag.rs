//! A store that fails, or is overtaken, when a test asks for it.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use tokio::sync::{Notify, Semaphore, watch};
use wvp_domain::bevoegdheid::gebruiker;
use wvp_domain::{AccountId, Command, DossierId};
use wvp_engine::{Engine, Gebruiker};
use wvp_store::fout::{Botsing, Schade};
use wvp_store::leesmodel::Rij;
use wvp_store::{
    Bereik, EventStore, Huren, Huur, Leesmodellen, MemoryStore, Moment, Positie, Record, Resultaat,
    Richting, StoreError, Stromen, StroomId, Stroomsoort, Toevoeging, Versie, Verwacht, Wijziging,
};

/// What somebody else does just before an append to a dossier.
type Rivaal = (Engine, Gebruiker, DossierId, Command);

/// What a beheerder does to an account just before an append to a dossier.
type Beheerdaad = (Engine, Gebruiker, AccountId, gebruiker::Command);

/// A memory store with faults.
#[derive(Debug)]
pub(crate) struct Proefopslag {
    binnen: Arc<MemoryStore>,
    kapot: Mutex<BTreeSet<StroomId>>,
    onleesbaar: Mutex<BTreeSet<StroomId>>,
    rivaal: Mutex<Option<Rivaal>>,
    beheerdaad: Mutex<Option<Beheerdaad>>,
    model_rivaal: Mutex<Option<Engine>>,
    leeslog_bezet: AtomicBool,
    leeslog_aantal: AtomicUsize,
    /// Who appends to a reading log waits here until it is let go.
    leeslog_slot: Semaphore,
    leeslog_vast: Notify,
    /// How often somebody came to read.
    gelezen: AtomicUsize,
}

impl Proefopslag {
    pub(crate) fn op(binnen: Arc<MemoryStore>) -> Self {
        Self {
            binnen,
            kapot: Mutex::default(),
            onleesbaar: Mutex::default(),
            rivaal: Mutex::default(),
            beheerdaad: Mutex::default(),
            model_rivaal: Mutex::default(),
            leeslog_bezet: AtomicBool::new(false),
            leeslog_aantal: AtomicUsize::new(0),
            leeslog_slot: Semaphore::new(Semaphore::MAX_PERMITS),
            leeslog_vast: Notify::new(),
            gelezen: AtomicUsize::new(0),
        }
    }

    /// The stream cannot be read any more, and is left out of the global order.
    pub(crate) fn beschadig(&self, dossier: DossierId) {
        self.kapot.lock().unwrap().insert(dossier.into());
    }

    /// The stream cannot be read any more, though the global order still has it.
    pub(crate) fn beschadig_lezen(&self, dossier: DossierId) {
        self.onleesbaar.lock().unwrap().insert(dossier.into());
    }

    /// The stream can be read again, from a copy.
    pub(crate) fn herstel(&self, dossier: DossierId) {
        self.kapot.lock().unwrap().remove(&dossier.into());
        self.onleesbaar.lock().unwrap().remove(&dossier.into());
    }

    /// Just before the next append to a dossier somebody else executes this.
    pub(crate) fn haal_in(&self, rivaal: Rivaal) {
        *self.rivaal.lock().unwrap() = Some(rivaal);
    }

    /// Just before the next append to a dossier a beheerder does this to an account.
    pub(crate) fn beheer_in(&self, daad: Beheerdaad) {
        *self.beheerdaad.lock().unwrap() = Some(daad);
    }

    /// Just before the next write of a read model this engine follows.
    pub(crate) fn haal_model_in(&self, engine: Engine) {
        *self.model_rivaal.lock().unwrap() = Some(engine);
    }

    /// Every append to a reading log conflicts from now on.
    pub(crate) fn houd_leeslog_bezet(&self) {
        self.leeslog_bezet.store(true, Ordering::SeqCst);
    }

    /// The next append to a reading log waits until it is let go.
    pub(crate) fn houd_leeslog_vast(&self) {
        self.leeslog_slot.forget_permits(Semaphore::MAX_PERMITS);
    }

    /// Returns when an append to a reading log waits.
    pub(crate) async fn tot_vast(&self) {
        self.leeslog_vast.notified().await;
    }

    /// Lets appends to reading logs go.
    pub(crate) fn laat_leeslog_los(&self) {
        self.leeslog_slot.add_permits(Semaphore::MAX_PERMITS);
    }

    /// Number of appends to reading logs so far.
    pub(crate) fn aantal_in_leeslog(&self) -> usize {
        self.leeslog_aantal.load(Ordering::SeqCst)
    }

    /// How often somebody came to read streams or rows of read models so far.
    pub(crate) fn aantal_gelezen(&self) -> usize {
        self.gelezen.load(Ordering::SeqCst)
    }

    fn tel(&self) -> &MemoryStore {
        self.gelezen.fetch_add(1, Ordering::SeqCst);
        &self.binnen
    }

    fn eis_heel(&self, stroom: StroomId) -> Result<(), StoreError> {
        let onleesbaar = self.onleesbaar.lock().unwrap().contains(&stroom);
        if onleesbaar || self.is_kapot(stroom) {
            let schade = Schade { segment: 0, offset: 0, stroom: Some(stroom), versie: None };
            return Err(StoreError::Damaged(schade));
        }
        Ok(())
    }

    fn is_kapot(&self, stroom: StroomId) -> bool {
        self.kapot.lock().unwrap_or_else(PoisonError::into_inner).contains(&stroom)
    }
}

#[async_trait]
impl EventStore for Proefopslag {
    async fn append(&self, toevoegingen: Vec<Toevoeging>) -> Result<Vec<Resultaat>, StoreError> {
        let soort = toevoegingen.first().map(|deel| deel.stroom.soort);
        if soort == Some(Stroomsoort::Dossier) {
            let rivaal = self.rivaal.lock().unwrap().take();
            if let Some((engine, wie, dossier, wat)) = rivaal {
                engine.execute(&wie, dossier, wat).await.unwrap();
            }
            let beheerdaad = self.beheerdaad.lock().unwrap().take();
            if let Some((engine, wie, account, wat)) = beheerdaad {
                engine.execute_gebruiker(&wie, account, wat).await.unwrap();
            }
        }
        if soort == Some(Stroomsoort::Leeslog) && self.leeslog_bezet.load(Ordering::SeqCst) {
            let botsing = |deel: &Toevoeging| Botsing {
                stroom: deel.stroom,
                verwacht: Verwacht::Geen,
                werkelijk: Versie(1),
            };
            let botsingen = toevoegingen.iter().map(botsing).collect();
            return Err(StoreError::Conflict { botsingen });
        }
        if soort == Some(Stroomsoort::Leeslog) {
            if self.leeslog_slot.available_permits() == 0 {
                self.leeslog_vast.notify_one();
            }
            drop(self.leeslog_slot.acquire().await.unwrap());
            self.leeslog_aantal.fetch_add(1, Ordering::SeqCst);
        }
        self.binnen.append(toevoegingen).await
    }

    async fn read_stream(
        &self,
        stroom: StroomId,
        vanaf: Versie,
        richting: Richting,
        hoogstens: usize,
    ) -> Result<Vec<Record>, StoreError> {
        self.eis_heel(stroom)?;
        self.tel().read_stream(stroom, vanaf, richting, hoogstens).await
    }

    async fn read_streams(
        &self,
        stromen: &[StroomId],
        hoogstens: usize,
    ) -> Result<Stromen, StoreError> {
        let mut gelezen = self.tel().read_streams(stromen, hoogstens).await?;
        for (stroom, records) in &mut gelezen {
            if let Err(StoreError::Damaged(schade)) = self.eis_heel(*stroom) {
                *records = Err(schade);
            }
        }
        Ok(gelezen)
    }

    async fn read_all(&self, na: Positie, hoogstens: usize) -> Result<Vec<Record>, StoreError> {
        let mut records = self.tel().read_all(na, hoogstens).await?;
        records.retain(|record| !self.is_kapot(record.stroom));
        Ok(records)
    }

    async fn stromen(
        &self,
        soort: Stroomsoort,
        na: Option<StroomId>,
        hoogstens: usize,
    ) -> Result<Vec<(StroomId, Versie)>, StoreError> {
        self.tel().stromen(soort, na, hoogstens).await
    }

    fn beschadigd(&self) -> Vec<StroomId> {
        self.kapot.lock().unwrap().iter().copied().collect()
    }

    fn kop(&self) -> Positie {
        self.binnen.kop()
    }

    fn kop_volgen(&self) -> watch::Receiver<Positie> {
        self.binnen.kop_volgen()
    }

    async fn sluit(&self) -> Result<(), StoreError> {
        self.binnen.sluit().await
    }
}

#[async_trait]
impl Leesmodellen for Proefopslag {
    async fn haal(&self, model: &str, sleutel: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        self.tel().haal(model, sleutel).await
    }

    async fn reeks(
        &self,
        model: &str,
        bereik: Bereik,
        hoogstens: usize,
    ) -> Result<Vec<Rij>, StoreError> {
        self.tel().reeks(model, bereik, hoogstens).await
    }

    async fn controlepunt(&self, model: &str) -> Result<Option<Positie>, StoreError> {
        self.tel().controlepunt(model).await
    }

    async fn schrijf(
        &self,
        model: &str,
        verwacht: Option<Positie>,
        nieuw: Positie,
        wijzigingen: Vec<Wijziging>,
    ) -> Result<(), StoreError> {
        let rivaal = self.model_rivaal.lock().unwrap().take();
        if let Some(engine) = rivaal {
            engine.follow().await.unwrap();
            engine.alert(&crate::hulp::Postvak::default()).await.unwrap();
        }
        self.binnen.schrijf(model, verwacht, nieuw, wijzigingen).await
    }

    async fn wis_model(&self, model: &str) -> Result<(), StoreError> {
        self.binnen.wis_model(model).await
    }
}

#[async_trait]
impl Huren for Proefopslag {
    async fn neem(
        &self,
        werk: &str,
        wie: &str,
        nu: Moment,
        tot: Moment,
    ) -> Result<Huur, StoreError> {
        self.binnen.neem(werk, wie, nu, tot).await
    }

    async fn verleng(&self, huur: &Huur, tot: Moment) -> Result<Huur, StoreError> {
        self.binnen.verleng(huur, tot).await
    }

    async fn geef_terug(&self, huur: Huur) -> Result<(), StoreError> {
        self.binnen.geef_terug(huur).await
    }

    async fn schrijf_onder(
        &self,
        huur: &Huur,
        model: &str,
        verwacht: Option<Positie>,
        nieuw: Positie,
        wijzigingen: Vec<Wijziging>,
    ) -> Result<(), StoreError> {
        self.binnen.schrijf_onder(huur, model, verwacht, nieuw, wijzigingen).await
    }
}
