//! Events of an employer.

use serde::Deserialize;
use wvp_domain::Geen;
use wvp_domain::schema::werkgever_v1;
use wvp_domain::werkgever::{Bedrijf, Event, Inschrijving};

use super::{CodecFout, Gebeurtenis, Gecodeerd, OpenSecties, codeer, codeer_als, onbekend};
use crate::stroom::Stroomsoort;
use crate::upcast::{self, Opvolging};

impl Gebeurtenis for Event {
    const STROOMSOORT: Stroomsoort = Stroomsoort::Werkgever;

    const TYPEN: &'static [&'static str] = &["GegevensVastgelegd", "ProtocolVastgesteld"];

    fn codeer(&self) -> Result<Gecodeerd, CodecFout> {
        match self {
            Self::GegevensVastgelegd(e) => codeer_als("GegevensVastgelegd", 2, e),
            Self::ProtocolVastgesteld(e) => codeer("ProtocolVastgesteld", e),
        }
    }

    fn decodeer(
        type_naam: &str,
        schema: u16,
        secties: &OpenSecties,
    ) -> Result<Option<Self>, CodecFout> {
        match (type_naam, schema) {
            ("GegevensVastgelegd", 1) => upcast::als::<Inschrijving, Geen, Geen, BedrijfV1, _>(
                secties,
                Self::GegevensVastgelegd,
            ),
            ("GegevensVastgelegd", 2) => secties.als(Self::GegevensVastgelegd),
            ("ProtocolVastgesteld", 1) => secties.als(Self::ProtocolVastgesteld),
            _ => Err(onbekend(type_naam, schema)),
        }
    }
}

/// Section D as schema 1 stored it.
#[derive(Deserialize)]
struct BedrijfV1(werkgever_v1::Bedrijf);

impl Opvolging for BedrijfV1 {
    type Vandaag = Bedrijf;

    fn opvolgen(self) -> Bedrijf {
        self.0.into()
    }
}
