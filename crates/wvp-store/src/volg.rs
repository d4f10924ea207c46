//! Following the log: first what is there, then what comes.

use std::sync::Arc;

use tokio::sync::watch;

use crate::fout::StoreError;
use crate::record::Record;
use crate::store::EventStore;
use crate::stroom::Positie;

/// Reads on from a position, and waits at the end of the log.
#[derive(Debug)]
pub struct Volger {
    store: Arc<dyn EventStore>,
    kop: watch::Receiver<Positie>,
    na: Positie,
    hoogstens: usize,
}

impl Volger {
    /// Starts after a position; each step takes at most so many records.
    #[must_use]
    pub fn new(store: Arc<dyn EventStore>, na: Positie, hoogstens: usize) -> Self {
        let kop = store.kop_volgen();
        Self { store, kop, na, hoogstens }
    }

    /// The position up to which everything was handed out.
    #[must_use]
    pub fn na(&self) -> Positie {
        self.na
    }

    /// The next records, at least one; waits until there is one. Dropping the wait loses nothing.
    ///
    /// # Errors
    ///
    /// [`StoreError::Closed`] when the store is closed, or what reading failed on.
    pub async fn volgende(&mut self) -> Result<Vec<Record>, StoreError> {
        loop {
            let kop = *self.kop.borrow_and_update();
            if kop > self.na {
                let records = self.store.read_all(self.na, self.hoogstens).await?;
                if let Some(laatste) = records.last() {
                    self.na = laatste.positie;
                    return Ok(records);
                }
                self.na = kop;
            }
            self.kop.changed().await.map_err(|_| StoreError::Closed)?;
        }
    }
}
