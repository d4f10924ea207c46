//! Events of logging in.

use serde::Deserialize;
use wvp_domain::Geen;
use wvp_domain::bevoegdheid::inlog::{Event, Label, Token};
use wvp_domain::schema::token_v1;

use super::{CodecFout, Gebeurtenis, Gecodeerd, OpenSecties, codeer, codeer_als, onbekend};
use crate::stroom::Stroomsoort;
use crate::upcast::{self, Opvolging};

impl Gebeurtenis for Event {
    const STROOMSOORT: Stroomsoort = Stroomsoort::Inlog;

    const TYPEN: &'static [&'static str] = &[
        "WachtwoordGezet",
        "TweedeFactorGezet",
        "TweedeFactorVerwijderd",
        "HerstelcodesGezet",
        "HerstelcodeGebruikt",
        "InlogGekoppeld",
        "InlogOntkoppeld",
        "UitnodigingGemaakt",
        "UitnodigingGebruikt",
        "InlogHersteld",
        "TokenUitgegeven",
        "TokenIngetrokken",
        "SessiesBeeindigd",
    ];

    fn codeer(&self) -> Result<Gecodeerd, CodecFout> {
        match self {
            Self::WachtwoordGezet(e) => codeer("WachtwoordGezet", e),
            Self::TweedeFactorGezet(e) => codeer("TweedeFactorGezet", e),
            Self::TweedeFactorVerwijderd(e) => codeer("TweedeFactorVerwijderd", e),
            Self::HerstelcodesGezet(e) => codeer("HerstelcodesGezet", e),
            Self::HerstelcodeGebruikt(e) => codeer("HerstelcodeGebruikt", e),
            Self::InlogGekoppeld(e) => codeer("InlogGekoppeld", e),
            Self::InlogOntkoppeld(e) => codeer("InlogOntkoppeld", e),
            Self::UitnodigingGemaakt(e) => codeer("UitnodigingGemaakt", e),
            Self::UitnodigingGebruikt(e) => codeer("UitnodigingGebruikt", e),
            Self::InlogHersteld(e) => codeer("InlogHersteld", e),
            Self::TokenUitgegeven(e) => codeer_als("TokenUitgegeven", 2, e),
            Self::TokenIngetrokken(e) => codeer("TokenIngetrokken", e),
            Self::SessiesBeeindigd(e) => codeer("SessiesBeeindigd", e),
        }
    }

    fn decodeer(
        type_naam: &str,
        schema: u16,
        secties: &OpenSecties,
    ) -> Result<Option<Self>, CodecFout> {
        match (type_naam, schema) {
            ("WachtwoordGezet", 1) => secties.als(Self::WachtwoordGezet),
            ("TweedeFactorGezet", 1) => secties.als(Self::TweedeFactorGezet),
            ("TweedeFactorVerwijderd", 1) => secties.als(Self::TweedeFactorVerwijderd),
            ("HerstelcodesGezet", 1) => secties.als(Self::HerstelcodesGezet),
            ("HerstelcodeGebruikt", 1) => secties.als(Self::HerstelcodeGebruikt),
            ("InlogGekoppeld", 1) => secties.als(Self::InlogGekoppeld),
            ("InlogOntkoppeld", 1) => secties.als(Self::InlogOntkoppeld),
            ("UitnodigingGemaakt", 1) => secties.als(Self::UitnodigingGemaakt),
            ("UitnodigingGebruikt", 1) => secties.als(Self::UitnodigingGebruikt),
            ("InlogHersteld", 1) => secties.als(Self::InlogHersteld),
            ("TokenUitgegeven", 1) => {
                upcast::als::<TokenV1, Geen, Geen, Label, _>(secties, Self::TokenUitgegeven)
            }
            ("TokenUitgegeven", 2) => secties.als(Self::TokenUitgegeven),
            ("TokenIngetrokken", 1) => secties.als(Self::TokenIngetrokken),
            ("SessiesBeeindigd", 1) => secties.als(Self::SessiesBeeindigd),
            _ => Err(onbekend(type_naam, schema)),
        }
    }
}

/// Section A as schema 1 stored it.
#[derive(Deserialize)]
struct TokenV1(token_v1::Token);

impl Opvolging for TokenV1 {
    type Vandaag = Token;

    fn opvolgen(self) -> Token {
        self.0.into()
    }
}
