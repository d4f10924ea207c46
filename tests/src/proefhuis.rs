//! A house on a store in memory, with a clock that is set by hand and post that is recorded.

use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use wvp_cli::huis::Huis;
use wvp_domain::Datum;
use wvp_engine::{Bericht, BezorgFout, Handklok, Notifier};
use wvp_store::MemoryStore;
use wvp_store::keyring::SleutelbosGeheugen;

/// Records messages in place of sending them.
#[derive(Debug, Default)]
pub struct Opname(Mutex<Vec<Bericht>>);

impl Opname {
    /// What was delivered so far.
    #[must_use]
    pub fn berichten(&self) -> Vec<Bericht> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

#[async_trait]
impl Notifier for Opname {
    async fn bezorg(&self, bericht: &Bericht) -> Result<(), BezorgFout> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(bericht.clone());
        Ok(())
    }
}

/// The house with what a test holds of it.
#[derive(Debug)]
pub struct Proefhuis {
    /// The house.
    pub huis: Huis,
    /// Its clock.
    pub klok: Arc<Handklok>,
    /// Its post.
    pub post: Opname,
}

impl Proefhuis {
    /// A new house, on this day.
    #[must_use]
    pub fn op(dag: Datum) -> Self {
        let klok = Arc::new(Handklok::op(dag));
        let store = Arc::new(MemoryStore::new());
        let sleutels = Arc::new(SleutelbosGeheugen::new());
        let huis = Huis::op(Arc::clone(&store) as _, store, sleutels, Arc::clone(&klok) as _);
        Self { huis, klok, post: Opname::default() }
    }
}
