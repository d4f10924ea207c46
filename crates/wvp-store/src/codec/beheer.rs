//! Events about which organisation keeps another.

use wvp_domain::bevoegdheid::beheer::Event;

use super::{CodecFout, Gebeurtenis, Gecodeerd, OpenSecties, codeer, onbekend};
use crate::stroom::Stroomsoort;

impl Gebeurtenis for Event {
    const STROOMSOORT: Stroomsoort = Stroomsoort::Beheer;

    const TYPEN: &'static [&'static str] = &["BeheerToegekend", "BeheerBeeindigd"];

    fn codeer(&self) -> Result<Gecodeerd, CodecFout> {
        match self {
            Self::BeheerToegekend(e) => codeer("BeheerToegekend", e),
            Self::BeheerBeeindigd(e) => codeer("BeheerBeeindigd", e),
        }
    }

    fn decodeer(
        type_naam: &str,
        schema: u16,
        secties: &OpenSecties,
    ) -> Result<Option<Self>, CodecFout> {
        match (type_naam, schema) {
            ("BeheerToegekend", 1) => secties.als(Self::BeheerToegekend),
            ("BeheerBeeindigd", 1) => secties.als(Self::BeheerBeeindigd),
            _ => Err(onbekend(type_naam, schema)),
        }
    }
}
