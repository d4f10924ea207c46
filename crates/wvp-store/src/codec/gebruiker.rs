//! Events of an account.

use wvp_domain::bevoegdheid::gebruiker::Event;

use super::{CodecFout, Gebeurtenis, Gecodeerd, OpenSecties, codeer, onbekend};
use crate::stroom::Stroomsoort;

impl Gebeurtenis for Event {
    const STROOMSOORT: Stroomsoort = Stroomsoort::Gebruiker;

    const TYPEN: &'static [&'static str] = &[
        "AccountGeregistreerd",
        "FunctieToegekend",
        "FunctieBeeindigd",
        "GeheimhoudingGetekend",
        "AccountGeblokkeerd",
        "BlokkadeOpgeheven",
        "RechtBevestigd",
        "AccountOndergebracht",
    ];

    fn codeer(&self) -> Result<Gecodeerd, CodecFout> {
        match self {
            Self::AccountGeregistreerd(e) => codeer("AccountGeregistreerd", e),
            Self::FunctieToegekend(e) => codeer("FunctieToegekend", e),
            Self::FunctieBeeindigd(e) => codeer("FunctieBeeindigd", e),
            Self::GeheimhoudingGetekend(e) => codeer("GeheimhoudingGetekend", e),
            Self::AccountGeblokkeerd(e) => codeer("AccountGeblokkeerd", e),
            Self::BlokkadeOpgeheven(e) => codeer("BlokkadeOpgeheven", e),
            Self::RechtBevestigd(e) => codeer("RechtBevestigd", e),
            Self::AccountOndergebracht(e) => codeer("AccountOndergebracht", e),
        }
    }

    fn decodeer(
        type_naam: &str,
        schema: u16,
        secties: &OpenSecties,
    ) -> Result<Option<Self>, CodecFout> {
        match (type_naam, schema) {
            ("AccountGeregistreerd", 1) => secties.als(Self::AccountGeregistreerd),
            ("FunctieToegekend", 1) => secties.als(Self::FunctieToegekend),
            ("FunctieBeeindigd", 1) => secties.als(Self::FunctieBeeindigd),
            ("GeheimhoudingGetekend", 1) => secties.als(Self::GeheimhoudingGetekend),
            ("AccountGeblokkeerd", 1) => secties.als(Self::AccountGeblokkeerd),
            ("BlokkadeOpgeheven", 1) => secties.als(Self::BlokkadeOpgeheven),
            ("RechtBevestigd", 1) => secties.als(Self::RechtBevestigd),
            ("AccountOndergebracht", 1) => secties.als(Self::AccountOndergebracht),
            _ => Err(onbekend(type_naam, schema)),
        }
    }
}
