//! The store: what all parts share, and the door to it.

use std::collections::HashSet;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::thread::{self, JoinHandle};

use async_trait::async_trait;
use tokio::sync::{mpsc, oneshot, watch};
use wvp_store::{
    EventStore, Positie, Record, Resultaat, Richting, Schade, Schadeboek, StoreError, Stromen,
    StroomId, Stroomsoort, Toevoeging, Versie, heel_of_schade,
};

use crate::huur;
use crate::index::Index;
use crate::index::controlepunt::Controlepunt;
use crate::lezen::Lezer;
use crate::opening::{Instellingen, Opening, open};
use crate::schrijver::Opdracht;
use crate::segment::{Plek, Segmenten};
use crate::slot::Slot;

/// The embedded store. Close it with [`EventStore::sluit`]; dropping it waits for the writer too.
pub struct SledStore {
    gedeeld: Arc<Gedeeld>,
    index: RwLock<Option<Arc<Index>>>,
    /// One read model is written at a time: check and commit belong together.
    pub(crate) modelslot: Arc<Mutex<()>>,
    wachtrij: Mutex<Option<mpsc::Sender<Opdracht>>>,
    schrijver: Mutex<Option<JoinHandle<()>>>,
    slot: Mutex<Option<Slot>>,
}

impl fmt::Debug for SledStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SledStore").field("kop", &self.gedeeld.einde().0).finish_non_exhaustive()
    }
}

impl SledStore {
    /// Opens the store in a folder, or makes it; says what was found and done.
    ///
    /// # Errors
    ///
    /// [`StoreError::InUse`] when another process holds it, [`StoreError::Full`] or
    /// [`StoreError::Unavailable`] when it cannot be brought in order.
    pub async fn open(
        map: &Path,
        instellingen: Instellingen,
    ) -> Result<(Self, Opening), StoreError> {
        let map = map.to_owned();
        let taak = tokio::task::spawn_blocking(move || Self::open_nu(&map, &instellingen));
        taak.await.map_err(|fout| StoreError::Unavailable(fout.to_string()))?
    }

    fn open_nu(map: &Path, instellingen: &Instellingen) -> Result<(Self, Opening), StoreError> {
        let (geopend, opening) = open(map, instellingen)?;
        if let Err(fout) = huur::ontruim(&geopend.schrijver.index) {
            // Then they end by themselves.
            tracing::warn!(%fout, "huren van een vorig proces");
        }
        let (wachtrij, uit) = mpsc::channel(instellingen.wachtrij.max(1));
        let schrijver = geopend.schrijver;
        let (gedeeld, index) = (Arc::clone(&schrijver.gedeeld), Arc::clone(&schrijver.index));
        let draad = thread::Builder::new().name("journaal".to_owned());
        let draad = draad.spawn(move || schrijver.werk(uit));
        let draad = draad.map_err(|fout| StoreError::Unavailable(fout.to_string()))?;
        let store = Self {
            gedeeld,
            index: RwLock::new(Some(index)),
            modelslot: Arc::default(),
            wachtrij: Mutex::new(Some(wachtrij)),
            schrijver: Mutex::new(Some(draad)),
            slot: Mutex::new(Some(geopend.slot)),
        };
        Ok((store, opening))
    }

    /// All damage that is known, also what was found since the store was opened.
    #[must_use]
    pub fn schade(&self) -> Vec<Schade> {
        self.gedeeld.schade.alle()
    }

    pub(crate) fn index(&self) -> Result<Arc<Index>, StoreError> {
        let index = self.index.read().unwrap_or_else(PoisonError::into_inner);
        index.clone().ok_or(StoreError::Closed)
    }

    /// Reads in a thread that may wait for the disk.
    async fn lees<T: Send + 'static>(
        &self,
        doe: impl FnOnce(Lezer) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let lezer = Lezer { gedeeld: Arc::clone(&self.gedeeld), index: self.index()? };
        let taak = tokio::task::spawn_blocking(move || doe(lezer));
        let uitkomst =
            taak.await.map_err(|fout| StoreError::Unavailable(fout.to_string())).flatten();
        if matches!(uitkomst, Err(StoreError::Unavailable(_))) {
            // Whether the index is at fault, the journal tells at the next start.
            self.gedeeld.keur_index_af();
        }
        uitkomst
    }

    /// Lets the writer finish what it was given. What it holds is released when it has.
    fn stop(&self) -> impl FnOnce() -> Result<(), StoreError> + Send + 'static {
        op_slot(&self.wachtrij).take();
        op_slot(&self.gedeeld.kop).take();
        let schrijver = op_slot(&self.schrijver).take();
        let index = self.index.write().unwrap_or_else(PoisonError::into_inner).take();
        let slot = op_slot(&self.slot).take();
        let gedeeld = Arc::clone(&self.gedeeld);
        move || {
            let gestopt = schrijver.is_none_or(|schrijver| schrijver.join().is_ok());
            gedeeld.wacht_op_controlepunt();
            drop((index, slot));
            let mislukt = || StoreError::Unavailable("de schrijver is gestopt".to_owned());
            if gestopt { Ok(()) } else { Err(mislukt()) }
        }
    }
}

impl Drop for SledStore {
    fn drop(&mut self) {
        if let Err(fout) = self.stop()() {
            tracing::error!(%fout, "opslag is niet in orde achtergelaten");
        }
    }
}

/// What the writer and the readers share.
#[derive(Debug)]
pub(crate) struct Gedeeld {
    pub(crate) segmenten: Segmenten,
    pub(crate) segment_bytes: u64,
    pub(crate) controle_na: u64,
    pub(crate) reserve_bytes: u64,
    indexmap: PathBuf,
    kop: Mutex<Option<watch::Sender<Positie>>>,
    einde: RwLock<(Positie, Plek)>,
    pub(crate) schade: Schadeboek,
    /// Places with a damaged header that were looked into.
    doorzocht: Mutex<HashSet<Plek>>,
    afgekeurd: AtomicBool,
    controlepunt: Mutex<Option<JoinHandle<()>>>,
}

impl Gedeeld {
    pub(crate) fn new(
        segmenten: Segmenten,
        indexmap: PathBuf,
        instellingen: &Instellingen,
        einde: (Positie, Plek),
    ) -> Self {
        Self {
            segmenten,
            segment_bytes: instellingen.segment_bytes,
            controle_na: instellingen.controle_na,
            reserve_bytes: instellingen.reserve_bytes,
            indexmap,
            kop: Mutex::new(Some(watch::Sender::new(einde.0))),
            einde: RwLock::new(einde),
            schade: Schadeboek::default(),
            doorzocht: Mutex::default(),
            afgekeurd: AtomicBool::new(false),
            controlepunt: Mutex::default(),
        }
    }

    /// The last durable position, and where the journal ends.
    pub(crate) fn einde(&self) -> (Positie, Plek) {
        *self.einde.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Shows what is durable to readers and followers.
    pub(crate) fn maak_zichtbaar(&self, kop: Positie, plek: Plek) {
        *self.einde.write().unwrap_or_else(PoisonError::into_inner) = (kop, plek);
        if let Some(volgers) = &*op_slot(&self.kop) {
            volgers.send_replace(kop);
        }
    }

    /// Whether a place was not looked into before.
    pub(crate) fn is_nieuwe_schade(&self, plek: Plek) -> bool {
        op_slot(&self.doorzocht).insert(plek)
    }

    /// Makes the next start rebuild the index.
    pub(crate) fn keur_index_af(&self) {
        self.afgekeurd.store(true, Ordering::Release);
        if let Err(fout) = Controlepunt::wis(&self.indexmap) {
            tracing::error!(%fout, "afgekeurde index is niet te merken");
        }
    }

    /// Makes the index durable, and says up to where it is.
    pub(crate) fn zet_controlepunt(
        &self,
        index: &Index,
        positie: Positie,
        plek: Plek,
    ) -> Result<(), StoreError> {
        self.wacht_op_controlepunt();
        zet_controlepunt(index, &self.indexmap, &self.afgekeurd, positie, plek)
    }

    /// The same beside the writer, unless the last one is still going on.
    pub(crate) fn zet_controlepunt_ernaast(
        self: &Arc<Self>,
        index: &Arc<Index>,
        positie: Positie,
        plek: Plek,
    ) {
        let mut bezig = op_slot(&self.controlepunt);
        if bezig.as_ref().is_some_and(|bezig| !bezig.is_finished()) {
            return;
        }
        let (gedeeld, index) = (Arc::clone(self), Arc::clone(index));
        let draad = thread::Builder::new().name("controlepunt".to_owned()).spawn(move || {
            let map = &gedeeld.indexmap;
            let gezet = zet_controlepunt(&index, map, &gedeeld.afgekeurd, positie, plek);
            if let Err(fout) = gezet {
                tracing::warn!(%fout, "controlepunt van de index is niet vastgelegd");
            }
        });
        *bezig = draad.ok();
    }

    fn wacht_op_controlepunt(&self) {
        let bezig = op_slot(&self.controlepunt).take();
        if bezig.is_some_and(|bezig| bezig.join().is_err()) {
            tracing::error!("vastleggen van een controlepunt stopte met een panic");
        }
    }
}

fn zet_controlepunt(
    index: &Index,
    map: &Path,
    afgekeurd: &AtomicBool,
    positie: Positie,
    plek: Plek,
) -> Result<(), StoreError> {
    index.maak_duurzaam(map)?;
    if afgekeurd.load(Ordering::Acquire) {
        Ok(())
    } else {
        Controlepunt { positie, plek }.schrijf(map)
    }
}

fn op_slot<T>(slot: &Mutex<T>) -> MutexGuard<'_, T> {
    slot.lock().unwrap_or_else(PoisonError::into_inner)
}

#[async_trait]
impl EventStore for SledStore {
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
        self.lees(move |lezer| lezer.stroom(stroom, vanaf, richting, hoogstens)).await
    }

    async fn read_streams(
        &self,
        stromen: &[StroomId],
        hoogstens: usize,
    ) -> Result<Stromen, StoreError> {
        let stromen = stromen.to_vec();
        let lees_alle = move |lezer: Lezer| {
            let lees = |stroom| {
                let records = lezer.stroom(stroom, Versie(1), Richting::Vooruit, hoogstens);
                Ok((stroom, heel_of_schade(records)?))
            };
            stromen.into_iter().map(lees).collect()
        };
        self.lees(lees_alle).await
    }

    async fn read_all(&self, na: Positie, hoogstens: usize) -> Result<Vec<Record>, StoreError> {
        self.lees(move |lezer| lezer.alles(na, hoogstens)).await
    }

    async fn stromen(
        &self,
        soort: Stroomsoort,
        na: Option<StroomId>,
        hoogstens: usize,
    ) -> Result<Vec<(StroomId, Versie)>, StoreError> {
        self.lees(move |lezer| lezer.index.stromen(soort, na, hoogstens)).await
    }

    fn beschadigd(&self) -> Vec<StroomId> {
        self.gedeeld.schade.stromen()
    }

    fn kop(&self) -> Positie {
        self.gedeeld.einde().0
    }

    fn kop_volgen(&self) -> watch::Receiver<Positie> {
        let gesloten = || watch::Sender::new(self.kop()).subscribe();
        op_slot(&self.gedeeld.kop).as_ref().map_or_else(gesloten, watch::Sender::subscribe)
    }

    async fn sluit(&self) -> Result<(), StoreError> {
        let taak = tokio::task::spawn_blocking(self.stop());
        taak.await.map_err(|fout| StoreError::Unavailable(fout.to_string()))?
    }
}
