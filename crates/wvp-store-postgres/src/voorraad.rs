//! The connections of readers: so many at most, kept for the next reader.

use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::{Semaphore, SemaphorePermit, watch};
use tokio_postgres::{Error, Row};
use wvp_store::StoreError;

use crate::fout::{is_voorbijgaand, store_fout};
use crate::instellingen::Instellingen;
use crate::verbinding::{Pauzes, Verbinding, Waarde};

/// A pool of connections.
pub(crate) struct Voorraad {
    instellingen: Instellingen,
    plaatsen: Semaphore,
    vrij: Mutex<Vec<Verbinding>>,
    open: watch::Receiver<bool>,
}

impl Voorraad {
    pub(crate) fn new(instellingen: Instellingen, open: watch::Receiver<bool>) -> Self {
        let plaatsen = Semaphore::new(instellingen.lezers.max(1));
        Self { instellingen, plaatsen, vrij: Mutex::default(), open }
    }

    /// Rows of a statement that may be asked twice: on a connection that fails it is asked again.
    pub(crate) async fn lees(
        &self,
        sql: &'static str,
        waarden: &[Waarde<'_>],
    ) -> Result<Vec<Row>, StoreError> {
        let mut pauzes = Pauzes::new(self.instellingen.geduld, self.open.clone());
        loop {
            let _plaats = self.plaats().await?;
            match self.een_keer(sql, waarden).await {
                Ok(rijen) => return Ok(rijen),
                Err(fout) => self.nog_eens(&fout, &mut pauzes).await?,
            }
        }
    }

    /// Rows of a statement that changes something: it is sent once. Without an answer its outcome
    /// is unknown.
    pub(crate) async fn doe(
        &self,
        sql: &'static str,
        waarden: &[Waarde<'_>],
    ) -> Result<Vec<Row>, StoreError> {
        let mut pauzes = Pauzes::new(self.instellingen.geduld, self.open.clone());
        loop {
            let _plaats = self.plaats().await?;
            match self.verbind().await {
                Ok(verbinding) => {
                    let uitkomst = self.vraag(verbinding, sql, waarden).await;
                    return uitkomst.map_err(|fout| store_fout(&fout));
                }
                Err(fout) => self.nog_eens(&fout, &mut pauzes).await?,
            }
        }
    }

    /// Closes the connections that nobody uses.
    pub(crate) fn leeg(&self) {
        self.vrije().clear();
    }

    async fn een_keer(&self, sql: &'static str, waarden: &[Waarde<'_>]) -> Result<Vec<Row>, Error> {
        let verbinding = self.verbind().await?;
        self.vraag(verbinding, sql, waarden).await
    }

    /// Asks, and keeps the connection for the next. Who gives up waiting takes it along.
    async fn vraag(
        &self,
        mut verbinding: Verbinding,
        sql: &'static str,
        waarden: &[Waarde<'_>],
    ) -> Result<Vec<Row>, Error> {
        let uitkomst = verbinding.rijen(sql, waarden).await;
        if *self.open.borrow() {
            self.vrije().push(verbinding);
        }
        uitkomst
    }

    async fn nog_eens(&self, fout: &Error, pauzes: &mut Pauzes) -> Result<(), StoreError> {
        if is_voorbijgaand(fout) && pauzes.pauze().await {
            return Ok(());
        }
        if *self.open.borrow() { Err(store_fout(fout)) } else { Err(StoreError::Closed) }
    }

    async fn plaats(&self) -> Result<SemaphorePermit<'_>, StoreError> {
        if !*self.open.borrow() {
            return Err(StoreError::Closed);
        }
        self.plaatsen.acquire().await.map_err(|_| StoreError::Closed)
    }

    /// A connection that somebody left, or else a new one.
    async fn verbind(&self) -> Result<Verbinding, Error> {
        let bestaand = {
            let mut vrij = self.vrije();
            vrij.retain(|verbinding| !verbinding.is_dicht());
            vrij.pop()
        };
        match bestaand {
            Some(verbinding) => Ok(verbinding),
            None => Verbinding::open(&self.instellingen, |_| {}).await,
        }
    }

    fn vrije(&self) -> MutexGuard<'_, Vec<Verbinding>> {
        self.vrij.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
