//! The stored form of the events about substitution.

use wvp_domain::bevoegdheid::waarneming::Event;

use super::{CodecFout, Gebeurtenis, Gecodeerd, OpenSecties, codeer, onbekend};
use crate::stroom::Stroomsoort;

impl Gebeurtenis for Event {
    const STROOMSOORT: Stroomsoort = Stroomsoort::Waarneming;

    const TYPEN: &'static [&'static str] = &["WaarnemingGeregeld", "WaarnemingBeeindigd"];

    fn codeer(&self) -> Result<Gecodeerd, CodecFout> {
        match self {
            Self::WaarnemingGeregeld(e) => codeer("WaarnemingGeregeld", e),
            Self::WaarnemingBeeindigd(e) => codeer("WaarnemingBeeindigd", e),
        }
    }

    fn decodeer(
        type_naam: &str,
        schema: u16,
        secties: &OpenSecties,
    ) -> Result<Option<Self>, CodecFout> {
        match (type_naam, schema) {
            ("WaarnemingGeregeld", 1) => secties.als(Self::WaarnemingGeregeld),
            ("WaarnemingBeeindigd", 1) => secties.als(Self::WaarnemingBeeindigd),
            _ => Err(onbekend(type_naam, schema)),
        }
    }
}
