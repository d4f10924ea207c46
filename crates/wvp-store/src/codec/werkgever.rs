//! Events of an employer.

use wvp_domain::werkgever::Event;

use super::{CodecFout, Gebeurtenis, Gecodeerd, OpenSecties, codeer, onbekend};
use crate::stroom::Stroomsoort;

impl Gebeurtenis for Event {
    const STROOMSOORT: Stroomsoort = Stroomsoort::Werkgever;

    const TYPEN: &'static [&'static str] = &["GegevensVastgelegd", "ProtocolVastgesteld"];

    fn codeer(&self) -> Result<Gecodeerd, CodecFout> {
        match self {
            Self::GegevensVastgelegd(e) => codeer("GegevensVastgelegd", e),
            Self::ProtocolVastgesteld(e) => codeer("ProtocolVastgesteld", e),
        }
    }

    fn decodeer(
        type_naam: &str,
        schema: u16,
        secties: &OpenSecties,
    ) -> Result<Option<Self>, CodecFout> {
        match (type_naam, schema) {
            ("GegevensVastgelegd", 1) => secties.als(Self::GegevensVastgelegd),
            ("ProtocolVastgesteld", 1) => secties.als(Self::ProtocolVastgesteld),
            _ => Err(onbekend(type_naam, schema)),
        }
    }
}
