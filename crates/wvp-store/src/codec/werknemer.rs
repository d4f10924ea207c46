//! Events of an employee.

use wvp_domain::werknemer::Event;

use super::{CodecFout, Gebeurtenis, Gecodeerd, OpenSecties, codeer, onbekend};
use crate::stroom::Stroomsoort;

impl Gebeurtenis for Event {
    const STROOMSOORT: Stroomsoort = Stroomsoort::Werknemer;

    const TYPEN: &'static [&'static str] = &["GegevensVastgelegd", "BsnVastgelegd"];

    fn codeer(&self) -> Result<Gecodeerd, CodecFout> {
        match self {
            Self::GegevensVastgelegd(e) => codeer("GegevensVastgelegd", e),
            Self::BsnVastgelegd(e) => codeer("BsnVastgelegd", e),
        }
    }

    fn decodeer(
        type_naam: &str,
        schema: u16,
        secties: &OpenSecties,
    ) -> Result<Option<Self>, CodecFout> {
        match (type_naam, schema) {
            ("GegevensVastgelegd", 1) => secties.als(Self::GegevensVastgelegd),
            ("BsnVastgelegd", 1) => secties.als(Self::BsnVastgelegd),
            _ => Err(onbekend(type_naam, schema)),
        }
    }
}
