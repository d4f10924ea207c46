//! Events about who works on a dossier or for an employer.

use wvp_domain::bevoegdheid::toewijzing::Event;

use super::{CodecFout, Gebeurtenis, Gecodeerd, OpenSecties, codeer, onbekend};
use crate::stroom::Stroomsoort;

impl Gebeurtenis for Event {
    const STROOMSOORT: Stroomsoort = Stroomsoort::Toewijzing;

    const TYPEN: &'static [&'static str] = &[
        "Toegewezen",
        "ToewijzingBeeindigd",
        "OpdrachtGegeven",
        "OpdrachtBeeindigd",
        "PolisVastgelegd",
        "PolisBeeindigd",
        "ToewijzingBevestigd",
    ];

    fn codeer(&self) -> Result<Gecodeerd, CodecFout> {
        match self {
            Self::Toegewezen(e) => codeer("Toegewezen", e),
            Self::ToewijzingBeeindigd(e) => codeer("ToewijzingBeeindigd", e),
            Self::OpdrachtGegeven(e) => codeer("OpdrachtGegeven", e),
            Self::OpdrachtBeeindigd(e) => codeer("OpdrachtBeeindigd", e),
            Self::PolisVastgelegd(e) => codeer("PolisVastgelegd", e),
            Self::PolisBeeindigd(e) => codeer("PolisBeeindigd", e),
            Self::ToewijzingBevestigd(e) => codeer("ToewijzingBevestigd", e),
        }
    }

    fn decodeer(
        type_naam: &str,
        schema: u16,
        secties: &OpenSecties,
    ) -> Result<Option<Self>, CodecFout> {
        match (type_naam, schema) {
            ("Toegewezen", 1) => secties.als(Self::Toegewezen),
            ("ToewijzingBeeindigd", 1) => secties.als(Self::ToewijzingBeeindigd),
            ("OpdrachtGegeven", 1) => secties.als(Self::OpdrachtGegeven),
            ("OpdrachtBeeindigd", 1) => secties.als(Self::OpdrachtBeeindigd),
            ("PolisVastgelegd", 1) => secties.als(Self::PolisVastgelegd),
            ("PolisBeeindigd", 1) => secties.als(Self::PolisBeeindigd),
            ("ToewijzingBevestigd", 1) => secties.als(Self::ToewijzingBevestigd),
            _ => Err(onbekend(type_naam, schema)),
        }
    }
}
