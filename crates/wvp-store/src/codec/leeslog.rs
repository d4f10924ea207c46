//! The stored form of the events of a reading log.

use wvp_domain::leeslog::Event;

use super::{CodecFout, Gebeurtenis, Gecodeerd, OpenSecties, codeer, onbekend};
use crate::stroom::Stroomsoort;

impl Gebeurtenis for Event {
    const STROOMSOORT: Stroomsoort = Stroomsoort::Leeslog;

    const TYPEN: &'static [&'static str] =
        &["DossierIngezien", "DossierGeraadpleegd", "RegisterGeraadpleegd"];

    fn codeer(&self) -> Result<Gecodeerd, CodecFout> {
        match self {
            Self::DossierIngezien(e) => codeer("DossierIngezien", e),
            Self::DossierGeraadpleegd(e) => codeer("DossierGeraadpleegd", e),
            Self::RegisterGeraadpleegd(e) => codeer("RegisterGeraadpleegd", e),
        }
    }

    fn decodeer(
        type_naam: &str,
        schema: u16,
        secties: &OpenSecties,
    ) -> Result<Option<Self>, CodecFout> {
        match (type_naam, schema) {
            ("DossierIngezien", 1) => secties.als(Self::DossierIngezien),
            ("DossierGeraadpleegd", 1) => secties.als(Self::DossierGeraadpleegd),
            ("RegisterGeraadpleegd", 1) => secties.als(Self::RegisterGeraadpleegd),
            _ => Err(onbekend(type_naam, schema)),
        }
    }
}
