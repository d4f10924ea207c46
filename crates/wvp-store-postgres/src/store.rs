//! The store: what all parts share, and the door to it.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::JoinHandle;
use wvp_store::{
    EventStore, Positie, Record, Resultaat, Richting, Schade, Schadeboek, StoreError, Stromen,
    StroomId, Stroomsoort, Toevoeging, Versie,
};

use crate::fout::store_fout;
use crate::geheugen::Geheugen;
use crate::instellingen::Instellingen;
use crate::lezen::Lezer;
use crate::luisteraar::luister;
use crate::migratie::migreer;
use crate::schrijver::{Opdracht, Schrijver};
use crate::verbinding::Verbinding;
use crate::voorraad::Voorraad;

/// A node's store. Close it with [`EventStore::sluit`], which waits for the writer; dropping does not.
pub struct PostgresStore {
    pub(crate) gedeeld: Arc<Gedeeld>,
    pub(crate) voorraad: Arc<Voorraad>,
    open: watch::Sender<bool>,
    wachtrij: Mutex<Option<mpsc::Sender<Opdracht>>>,
    taken: Mutex<Vec<JoinHandle<()>>>,
}

impl fmt::Debug for PostgresStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PostgresStore").field("kop", &self.gedeeld.kop()).finish_non_exhaustive()
    }
}

impl PostgresStore {
    /// Connects, brings the tables up to date, and starts the writer and the listener.
    ///
    /// # Errors
    ///
    /// [`StoreError::Unavailable`] when the server cannot be reached, is set up so that it may lose
    /// what it acknowledged, or holds tables of a newer version of this program.
    pub async fn open(instellingen: Instellingen) -> Result<Self, StoreError> {
        let mut eerste =
            Verbinding::open(&instellingen, |_| {}).await.map_err(|it| store_fout(&it))?;
        migreer(eerste.client_mut()).await?;
        let (open, is_open) = watch::channel(true);
        let gedeeld = Arc::new(Gedeeld::new(instellingen.clone(), is_open.clone()));
        let voorraad = Arc::new(Voorraad::new(instellingen.clone(), is_open));
        gedeeld.maak_zichtbaar(Lezer { voorraad: &voorraad, gedeeld: &gedeeld }.kop().await?);
        let (wachtrij, uit) = mpsc::channel(instellingen.wachtrij.max(1));
        let (voor_schrijver, geheugen) = (Arc::clone(&gedeeld), Geheugen::default());
        let schrijver = Schrijver { gedeeld: voor_schrijver, verbinding: Some(eerste), geheugen };
        let taken =
            vec![tokio::spawn(schrijver.werk(uit)), tokio::spawn(luister(Arc::clone(&gedeeld)))];
        let (wachtrij, taken) = (Mutex::new(Some(wachtrij)), Mutex::new(taken));
        Ok(Self { gedeeld, voorraad, open, wachtrij, taken })
    }

    /// All damage that was met since the store was opened; of each stream the first.
    #[must_use]
    pub fn schade(&self) -> Vec<Schade> {
        self.gedeeld.schade.alle()
    }

    pub(crate) fn lezer(&self) -> Lezer<'_> {
        Lezer { voorraad: &self.voorraad, gedeeld: &self.gedeeld }
    }
}

/// The writer finishes what it was given, the listener stops.
impl Drop for PostgresStore {
    fn drop(&mut self) {
        self.open.send_replace(false);
    }
}

/// What the writer, the listener and the readers share.
pub(crate) struct Gedeeld {
    pub(crate) instellingen: Instellingen,
    open: watch::Receiver<bool>,
    laatste: AtomicU64,
    kop: Mutex<Option<watch::Sender<Positie>>>,
    pub(crate) schade: Schadeboek,
}

impl Gedeeld {
    fn new(instellingen: Instellingen, open: watch::Receiver<bool>) -> Self {
        Self {
            instellingen,
            open,
            laatste: AtomicU64::new(0),
            kop: Mutex::new(Some(watch::Sender::new(Positie::BEGIN))),
            schade: Schadeboek::default(),
        }
    }

    /// Whether the store is open, as a value to wait on.
    pub(crate) fn is_open(&self) -> watch::Receiver<bool> {
        self.open.clone()
    }

    fn kop(&self) -> Positie {
        Positie(self.laatste.load(Ordering::Acquire))
    }

    /// Shows followers how far the log goes. News may come late and out of order.
    pub(crate) fn maak_zichtbaar(&self, kop: Positie) {
        self.laatste.fetch_max(kop.0, Ordering::AcqRel);
        if let Some(volgers) = &*op_slot(&self.kop) {
            volgers.send_if_modified(|bekend| {
                let verder = kop > *bekend;
                *bekend = kop.max(*bekend);
                verder
            });
        }
    }

    /// Remembers damage, and tells the log of this process.
    pub(crate) fn meld_schade(&self, schade: Schade) {
        tracing::error!(%schade, "beschadigd");
        self.schade.onthoud(schade);
    }
}

fn op_slot<T>(slot: &Mutex<T>) -> MutexGuard<'_, T> {
    slot.lock().unwrap_or_else(PoisonError::into_inner)
}

#[async_trait]
impl EventStore for PostgresStore {
    async fn append(&self, toevoegingen: Vec<Toevoeging>) -> Result<Vec<Resultaat>, StoreError> {
        let gestopt = || StoreError::Unavailable("de schrijver is gestopt".to_owned());
        let wachtrij = op_slot(&self.wachtrij).clone().ok_or(StoreError::Closed)?;
        let (antwoord, wacht) = oneshot::channel();
        wachtrij.send(Opdracht { toevoegingen, antwoord }).await.map_err(|_| gestopt())?;
        drop(wachtrij);
        wacht.await.map_err(|_| gestopt())?
    }

    async fn read_stream(
        &self,
        stroom: StroomId,
        vanaf: Versie,
        richting: Richting,
        hoogstens: usize,
    ) -> Result<Vec<Record>, StoreError> {
        match richting {
            Richting::Vooruit => self.lezer().vooruit(stroom, vanaf, hoogstens).await,
            Richting::Achteruit => self.lezer().achteruit(stroom, vanaf, hoogstens).await,
        }
    }

    async fn read_streams(
        &self,
        stromen: &[StroomId],
        hoogstens: usize,
    ) -> Result<Stromen, StoreError> {
        self.lezer().tegelijk(stromen, hoogstens).await
    }

    async fn read_all(&self, na: Positie, hoogstens: usize) -> Result<Vec<Record>, StoreError> {
        self.lezer().alles(na, hoogstens).await
    }

    async fn stromen(
        &self,
        soort: Stroomsoort,
        na: Option<StroomId>,
        hoogstens: usize,
    ) -> Result<Vec<(StroomId, Versie)>, StoreError> {
        self.lezer().stromen(soort, na, hoogstens).await
    }

    fn beschadigd(&self) -> Vec<StroomId> {
        self.gedeeld.schade.stromen()
    }

    fn kop(&self) -> Positie {
        self.gedeeld.kop()
    }

    fn kop_volgen(&self) -> watch::Receiver<Positie> {
        let gesloten = || watch::Sender::new(self.kop()).subscribe();
        op_slot(&self.gedeeld.kop).as_ref().map_or_else(gesloten, watch::Sender::subscribe)
    }

    async fn sluit(&self) -> Result<(), StoreError> {
        op_slot(&self.wachtrij).take();
        self.open.send_replace(false);
        let taken = std::mem::take(&mut *op_slot(&self.taken));
        let mut in_orde = true;
        for taak in taken {
            in_orde &= taak.await.is_ok();
        }
        op_slot(&self.gedeeld.kop).take();
        self.voorraad.leeg();
        let mislukt = || StoreError::Unavailable("de schrijver is gestopt".to_owned());
        if in_orde { Ok(()) } else { Err(mislukt()) }
    }
}
