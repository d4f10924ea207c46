//! What every request can reach.

use std::sync::Arc;

use wvp_engine::{Drukkerij, Engine};

use crate::api::{self, Daad};
use crate::drempel::Drempel;
use crate::drukpers::Drukpers;
use crate::instellingen::Instellingen;
use crate::metingen::Metingen;

/// What every request can reach. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Staat {
    pub(crate) engine: Engine,
    pub(crate) instellingen: Arc<Instellingen>,
    pub(crate) metingen: Arc<Metingen>,
    pub(crate) drempel: Arc<Drempel>,
    pub(crate) drukpers: Drukpers,
    /// What pages can do.
    pub(crate) daden: Arc<[Daad]>,
    /// The document of the API, as it is served.
    pub(crate) document: Arc<str>,
}

impl Staat {
    /// Puts together what requests reach.
    #[must_use]
    pub fn new(engine: Engine, drukkerij: Arc<dyn Drukkerij>, instellingen: Instellingen) -> Self {
        Self {
            drempel: Arc::new(Drempel::new(instellingen.tempo)),
            engine,
            instellingen: Arc::new(instellingen),
            metingen: Arc::new(Metingen::new()),
            drukpers: Drukpers::new(drukkerij),
            daden: api::daden().into(),
            document: api::document().into(),
        }
    }
}
