//! The house put together.

use std::sync::Arc;

use wvp_store::Huren;
use wvp_store::{EventStore, Sleutelbos};

use crate::inloggen::{Inlogwerk, Sessieduur};
use crate::klok::Klok;
use crate::leeslog::Wachtrij;
use crate::toeval::nieuw_id;

/// What an engine stands on.
#[derive(Debug, Clone)]
pub struct Onderdelen {
    /// The log.
    pub store: Arc<dyn EventStore>,
    /// Where read models are kept, and who works on what.
    pub modellen: Arc<dyn Huren>,
    /// The data keys.
    pub sleutels: Arc<dyn Sleutelbos>,
    /// The time.
    pub klok: Arc<dyn Klok>,
}

/// The one way in and out of the log.
#[derive(Debug, Clone)]
pub struct Engine {
    pub(crate) store: Arc<dyn EventStore>,
    pub(crate) modellen: Arc<dyn Huren>,
    pub(crate) sleutels: Arc<dyn Sleutelbos>,
    pub(crate) klok: Arc<dyn Klok>,
    /// The name of this engine among those that work on one log.
    pub(crate) naam: String,
    /// Readings that wait to be written.
    pub(crate) wachtrij: Wachtrij,
    /// What this node knows of log-ins.
    pub(crate) inloggen: Arc<Inlogwerk>,
}

impl Engine {
    /// Puts an engine on its parts.
    #[must_use]
    pub fn new(onderdelen: Onderdelen) -> Self {
        let Onderdelen { store, modellen, sleutels, klok } = onderdelen;
        let naam = nieuw_id().to_string();
        let (wachtrij, inloggen) = (Wachtrij::default(), Arc::default());
        Self { store, modellen, sleutels, klok, naam, wachtrij, inloggen }
    }

    /// With other lengths of a session.
    #[must_use]
    pub fn met_sessieduur(self, duur: Sessieduur) -> Self {
        Self { inloggen: Arc::new(Inlogwerk { duur, ..Inlogwerk::default() }), ..self }
    }

    /// The clock this engine goes by.
    #[must_use]
    pub fn klok(&self) -> &dyn Klok {
        &*self.klok
    }
}
