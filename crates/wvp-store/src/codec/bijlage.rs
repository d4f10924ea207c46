//! The stored form of the parts of files that came in with a dossier.

use wvp_domain::bijlage::Event;

use super::{CodecFout, Gebeurtenis, Gecodeerd, OpenSecties, codeer, onbekend};
use crate::stroom::Stroomsoort;

impl Gebeurtenis for Event {
    const STROOMSOORT: Stroomsoort = Stroomsoort::Bijlage;

    const TYPEN: &'static [&'static str] =
        &["DeelPoortwachter", "DeelBedrijfsarts", "DeelWerknemer", "DeelMedisch"];

    fn codeer(&self) -> Result<Gecodeerd, CodecFout> {
        match self {
            Self::DeelPoortwachter(e) => codeer("DeelPoortwachter", e),
            Self::DeelBedrijfsarts(e) => codeer("DeelBedrijfsarts", e),
            Self::DeelWerknemer(e) => codeer("DeelWerknemer", e),
            Self::DeelMedisch(e) => codeer("DeelMedisch", e),
        }
    }

    fn decodeer(
        type_naam: &str,
        schema: u16,
        secties: &OpenSecties,
    ) -> Result<Option<Self>, CodecFout> {
        match (type_naam, schema) {
            ("DeelPoortwachter", 1) => secties.als(Self::DeelPoortwachter),
            ("DeelBedrijfsarts", 1) => secties.als(Self::DeelBedrijfsarts),
            ("DeelWerknemer", 1) => secties.als(Self::DeelWerknemer),
            ("DeelMedisch", 1) => secties.als(Self::DeelMedisch),
            _ => Err(onbekend(type_naam, schema)),
        }
    }
}
