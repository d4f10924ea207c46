//! The stored form of the events about delivery.

use wvp_domain::bezorging::Event;

use super::{CodecFout, Gebeurtenis, Gecodeerd, OpenSecties, codeer, onbekend};
use crate::stroom::Stroomsoort;

impl Gebeurtenis for Event {
    const STROOMSOORT: Stroomsoort = Stroomsoort::Bezorging;

    const TYPEN: &'static [&'static str] = &[
        "BerichtBezorgd",
        "BezorgingUitgesteld",
        "BezorgingOpgegeven",
        "BerichtVervallen",
        "BerichtInPostvak",
        "BezorgingHervat",
    ];

    fn codeer(&self) -> Result<Gecodeerd, CodecFout> {
        match self {
            Self::BerichtBezorgd(e) => codeer("BerichtBezorgd", e),
            Self::BezorgingUitgesteld(e) => codeer("BezorgingUitgesteld", e),
            Self::BezorgingOpgegeven(e) => codeer("BezorgingOpgegeven", e),
            Self::BerichtVervallen(e) => codeer("BerichtVervallen", e),
            Self::BerichtInPostvak(e) => codeer("BerichtInPostvak", e),
            Self::BezorgingHervat(e) => codeer("BezorgingHervat", e),
        }
    }

    fn decodeer(
        type_naam: &str,
        schema: u16,
        secties: &OpenSecties,
    ) -> Result<Option<Self>, CodecFout> {
        match (type_naam, schema) {
            ("BerichtBezorgd", 1) => secties.als(Self::BerichtBezorgd),
            ("BezorgingUitgesteld", 1) => secties.als(Self::BezorgingUitgesteld),
            ("BezorgingOpgegeven", 1) => secties.als(Self::BezorgingOpgegeven),
            ("BerichtVervallen", 1) => secties.als(Self::BerichtVervallen),
            ("BerichtInPostvak", 1) => secties.als(Self::BerichtInPostvak),
            ("BezorgingHervat", 1) => secties.als(Self::BezorgingHervat),
            _ => Err(onbekend(type_naam, schema)),
        }
    }
}
