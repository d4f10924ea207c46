//! Events about exceptions for one dossier.

use wvp_domain::bevoegdheid::afwijking::Event;

use super::{CodecFout, Gebeurtenis, Gecodeerd, OpenSecties, codeer, onbekend};
use crate::stroom::Stroomsoort;

impl Gebeurtenis for Event {
    const STROOMSOORT: Stroomsoort = Stroomsoort::Afwijking;

    const TYPEN: &'static [&'static str] = &[
        "AfwijkingGoedgekeurd",
        "AfwijkingIngetrokken",
        "ToetsToegewezen",
        "ToetsBeeindigd",
        "VerwerkingBeperkt",
        "BeperkingOpgeheven",
    ];

    fn codeer(&self) -> Result<Gecodeerd, CodecFout> {
        match self {
            Self::AfwijkingGoedgekeurd(e) => codeer("AfwijkingGoedgekeurd", e),
            Self::AfwijkingIngetrokken(e) => codeer("AfwijkingIngetrokken", e),
            Self::ToetsToegewezen(e) => codeer("ToetsToegewezen", e),
            Self::ToetsBeeindigd(e) => codeer("ToetsBeeindigd", e),
            Self::VerwerkingBeperkt(e) => codeer("VerwerkingBeperkt", e),
            Self::BeperkingOpgeheven(e) => codeer("BeperkingOpgeheven", e),
        }
    }

    fn decodeer(
        type_naam: &str,
        schema: u16,
        secties: &OpenSecties,
    ) -> Result<Option<Self>, CodecFout> {
        match (type_naam, schema) {
            ("AfwijkingGoedgekeurd", 1) => secties.als(Self::AfwijkingGoedgekeurd),
            ("AfwijkingIngetrokken", 1) => secties.als(Self::AfwijkingIngetrokken),
            ("ToetsToegewezen", 1) => secties.als(Self::ToetsToegewezen),
            ("ToetsBeeindigd", 1) => secties.als(Self::ToetsBeeindigd),
            ("VerwerkingBeperkt", 1) => secties.als(Self::VerwerkingBeperkt),
            ("BeperkingOpgeheven", 1) => secties.als(Self::BeperkingOpgeheven),
            _ => Err(onbekend(type_naam, schema)),
        }
    }
}
