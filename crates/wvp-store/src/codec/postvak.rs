//! The stored form of the events of a mailbox.

use wvp_domain::postvak::Event;

use super::{CodecFout, Gebeurtenis, Gecodeerd, OpenSecties, codeer, onbekend};
use crate::stroom::Stroomsoort;

impl Gebeurtenis for Event {
    const STROOMSOORT: Stroomsoort = Stroomsoort::Postvak;

    const TYPEN: &'static [&'static str] =
        &["BerichtGelezen", "VoorkeurenGekozen", "AgendaGeopend", "AgendaGesloten"];

    fn codeer(&self) -> Result<Gecodeerd, CodecFout> {
        match self {
            Self::BerichtGelezen(e) => codeer("BerichtGelezen", e),
            Self::VoorkeurenGekozen(e) => codeer("VoorkeurenGekozen", e),
            Self::AgendaGeopend(e) => codeer("AgendaGeopend", e),
            Self::AgendaGesloten(e) => codeer("AgendaGesloten", e),
        }
    }

    fn decodeer(
        type_naam: &str,
        schema: u16,
        secties: &OpenSecties,
    ) -> Result<Option<Self>, CodecFout> {
        match (type_naam, schema) {
            ("BerichtGelezen", 1) => secties.als(Self::BerichtGelezen),
            ("VoorkeurenGekozen", 1) => secties.als(Self::VoorkeurenGekozen),
            ("AgendaGeopend", 1) => secties.als(Self::AgendaGeopend),
            ("AgendaGesloten", 1) => secties.als(Self::AgendaGesloten),
            _ => Err(onbekend(type_naam, schema)),
        }
    }
}
