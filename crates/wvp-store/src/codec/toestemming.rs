//! Events about what an employee agreed to.

use wvp_domain::bevoegdheid::toestemming::Event;

use super::{CodecFout, Gebeurtenis, Gecodeerd, OpenSecties, codeer, onbekend};
use crate::stroom::Stroomsoort;

impl Gebeurtenis for Event {
    const STROOMSOORT: Stroomsoort = Stroomsoort::Toestemming;

    const TYPEN: &'static [&'static str] = &["ToestemmingGegeven", "ToestemmingIngetrokken"];

    fn codeer(&self) -> Result<Gecodeerd, CodecFout> {
        match self {
            Self::ToestemmingGegeven(e) => codeer("ToestemmingGegeven", e),
            Self::ToestemmingIngetrokken(e) => codeer("ToestemmingIngetrokken", e),
        }
    }

    fn decodeer(
        type_naam: &str,
        schema: u16,
        secties: &OpenSecties,
    ) -> Result<Option<Self>, CodecFout> {
        match (type_naam, schema) {
            ("ToestemmingGegeven", 1) => secties.als(Self::ToestemmingGegeven),
            ("ToestemmingIngetrokken", 1) => secties.als(Self::ToestemmingIngetrokken),
            _ => Err(onbekend(type_naam, schema)),
        }
    }
}
