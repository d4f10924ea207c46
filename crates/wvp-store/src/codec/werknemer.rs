//! Events of an employee.

use serde::Deserialize;
use wvp_domain::Geen;
use wvp_domain::schema::werknemer_v1;
use wvp_domain::werknemer::{Event, Inschrijving, Persoon};

use super::{CodecFout, Gebeurtenis, Gecodeerd, OpenSecties, codeer, codeer_als, onbekend};
use crate::stroom::Stroomsoort;
use crate::upcast::{self, Opvolging};

impl Gebeurtenis for Event {
    const STROOMSOORT: Stroomsoort = Stroomsoort::Werknemer;

    const TYPEN: &'static [&'static str] = &["GegevensVastgelegd", "BsnVastgelegd"];

    fn codeer(&self) -> Result<Gecodeerd, CodecFout> {
        match self {
            Self::GegevensVastgelegd(e) => codeer_als("GegevensVastgelegd", 2, e),
            Self::BsnVastgelegd(e) => codeer("BsnVastgelegd", e),
        }
    }

    fn decodeer(
        type_naam: &str,
        schema: u16,
        secties: &OpenSecties,
    ) -> Result<Option<Self>, CodecFout> {
        match (type_naam, schema) {
            ("GegevensVastgelegd", 1) => upcast::als::<Inschrijving, Geen, Geen, PersoonV1, _>(
                secties,
                Self::GegevensVastgelegd,
            ),
            ("GegevensVastgelegd", 2) => secties.als(Self::GegevensVastgelegd),
            ("BsnVastgelegd", 1) => secties.als(Self::BsnVastgelegd),
            _ => Err(onbekend(type_naam, schema)),
        }
    }
}

/// Section D as schema 1 stored it.
#[derive(Deserialize)]
struct PersoonV1(werknemer_v1::Persoon);

impl Opvolging for PersoonV1 {
    type Vandaag = Persoon;

    fn opvolgen(self) -> Persoon {
        self.0.into()
    }
}
