//! Events about tasks that a bedrijfsarts delegated.

use wvp_domain::bevoegdheid::delegatie::Event;

use super::{CodecFout, Gebeurtenis, Gecodeerd, OpenSecties, codeer, onbekend};
use crate::stroom::Stroomsoort;

impl Gebeurtenis for Event {
    const STROOMSOORT: Stroomsoort = Stroomsoort::Delegatie;

    const TYPEN: &'static [&'static str] = &["TaakGedelegeerd", "DelegatieIngetrokken"];

    fn codeer(&self) -> Result<Gecodeerd, CodecFout> {
        match self {
            Self::TaakGedelegeerd(e) => codeer("TaakGedelegeerd", e),
            Self::DelegatieIngetrokken(e) => codeer("DelegatieIngetrokken", e),
        }
    }

    fn decodeer(
        type_naam: &str,
        schema: u16,
        secties: &OpenSecties,
    ) -> Result<Option<Self>, CodecFout> {
        match (type_naam, schema) {
            ("TaakGedelegeerd", 1) => secties.als(Self::TaakGedelegeerd),
            ("DelegatieIngetrokken", 1) => secties.als(Self::DelegatieIngetrokken),
            _ => Err(onbekend(type_naam, schema)),
        }
    }
}
