//! The house put together.

use std::sync::Arc;

use wvp_store::{EventStore, Leesmodellen, Sleutelbos};

use crate::klok::Klok;
use crate::leeslog::Wachtrij;

/// What an engine stands on.
#[derive(Debug, Clone)]
pub struct Onderdelen {
    /// The log.
    pub store: Arc<dyn EventStore>,
    /// Where read models are kept.
    pub modellen: Arc<dyn Leesmodellen>,
    /// The data keys.
    pub sleutels: Arc<dyn Sleutelbos>,
    /// The time.
    pub klok: Arc<dyn Klok>,
}

/// The one way in and out of the log.
#[derive(Debug, Clone)]
pub struct Engine {
    pub(crate) store: Arc<dyn EventStore>,
    pub(crate) modellen: Arc<dyn Leesmodellen>,
    pub(crate) sleutels: Arc<dyn Sleutelbos>,
    pub(crate) klok: Arc<dyn Klok>,
    /// Readings that wait to be written.
    pub(crate) wachtrij: Wachtrij,
}

impl Engine {
    /// Puts an engine on its parts.
    #[must_use]
    pub fn new(onderdelen: Onderdelen) -> Self {
        let Onderdelen { store, modellen, sleutels, klok } = onderdelen;
        Self { store, modellen, sleutels, klok, wachtrij: Wachtrij::default() }
    }

    /// The clock this engine goes by.
    #[must_use]
    pub fn klok(&self) -> &dyn Klok {
        &*self.klok
    }
}
