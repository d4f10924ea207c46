//! The gate: who asks, by the cookie of a session or by a token, and whether that may come from another site.

mod herkomst;
mod koekje;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};
use wvp_domain::bevoegdheid::inlog::Reikwijdte;
use wvp_engine::{Aanleiding, Gebruiker, Toegelaten};

use crate::probleem::{Probleem, Soort};
use crate::staat::Staat;

pub(crate) use herkomst::Herkomst;
pub(crate) use koekje::{
    AANBIEDER, RONDE, SESSIE, TAAL, TOESTEL, lees as lees_koekje, vergeet, wis_bewaard, zet,
    zet_ronde,
};

/// Who asks, with a hat on, for what this method does.
pub(crate) struct Ingelogd {
    pub(crate) wie: Gebruiker,
    /// Why and from where, for the reading log.
    pub(crate) aanleiding: Aanleiding,
}

/// Who asks, whether a hat is on or not, with the secret of the session. Only by cookie: what it opens is for
/// people.
pub(crate) struct InSessie {
    pub(crate) geheim: String,
    pub(crate) toegelaten: Toegelaten,
}

impl FromRequestParts<Staat> for Ingelogd {
    type Rejection = Probleem;

    async fn from_request_parts(delen: &mut Parts, staat: &Staat) -> Result<Self, Probleem> {
        let herkomst = Herkomst::van(delen, staat);
        let toegelaten = match bewijs(&delen.headers) {
            Some(Bewijs::Token(token)) => staat.engine.token(&token).await,
            Some(Bewijs::Sessie(geheim)) => {
                eis_eigen_site(&delen.method, &delen.headers)?;
                staat.engine.sessie(&geheim).await
            }
            None => Ok(None),
        };
        let toegelaten = toegelaten.map_err(|fout| Probleem::storing(&fout))?;
        let toegelaten = toegelaten.ok_or_else(|| Probleem::van(Soort::NietIngelogd))?;
        if toegelaten.reikwijdte == Reikwijdte::Lezen && !leest(&delen.method) {
            return Err(
                Probleem::van(Soort::MagNiet).met_detail("Met dit token kunt u alleen lezen.")
            );
        }
        let wie = toegelaten.gebruiker.ok_or_else(|| {
            Probleem::van(Soort::MagNiet)
                .met_detail("Kies eerst als wie u werkt (`/v1/sessies/huidige/functie`).")
        })?;
        Ok(Self { wie, aanleiding: herkomst.aanleiding() })
    }
}

impl FromRequestParts<Staat> for InSessie {
    type Rejection = Probleem;

    async fn from_request_parts(delen: &mut Parts, staat: &Staat) -> Result<Self, Probleem> {
        eis_eigen_site(&delen.method, &delen.headers)?;
        let geheim = lees_koekje(&delen.headers, SESSIE);
        let geheim = geheim.ok_or_else(|| Probleem::van(Soort::NietIngelogd))?;
        let toegelaten = staat.engine.sessie(&geheim).await;
        let toegelaten = toegelaten.map_err(|fout| Probleem::storing(&fout))?;
        let toegelaten = toegelaten.ok_or_else(|| Probleem::van(Soort::NietIngelogd))?;
        Ok(Self { geheim, toegelaten })
    }
}

/// What shows who asks.
enum Bewijs {
    Sessie(String),
    Token(String),
}

/// A token counts before a cookie: whoever sends one means it.
fn bewijs(koppen: &HeaderMap) -> Option<Bewijs> {
    let kop = koppen.get(header::AUTHORIZATION).and_then(|it| it.to_str().ok());
    if let Some(kop) = kop {
        let (soort, token) = kop.split_once(' ')?;
        return soort
            .eq_ignore_ascii_case("bearer")
            .then(|| Bewijs::Token(token.trim().to_owned()));
    }
    lees_koekje(koppen, SESSIE).map(Bewijs::Sessie)
}

fn leest(methode: &Method) -> bool {
    methode.is_safe()
}

/// A request that does not come from a page of another site.
pub(crate) struct EigenSite;

impl FromRequestParts<Staat> for EigenSite {
    type Rejection = Probleem;

    async fn from_request_parts(delen: &mut Parts, _: &Staat) -> Result<Self, Probleem> {
        eis_eigen_site(&delen.method, &delen.headers).map(|()| Self)
    }
}

/// Refuses what a page of another site sends along with our cookie. Every browser says where a request comes
/// from; a program that says nothing has no cookie by accident.
pub(crate) fn eis_eigen_site(methode: &Method, koppen: &HeaderMap) -> Result<(), Probleem> {
    if leest(methode) { Ok(()) } else { eis_van_hier(koppen) }
}

/// The same of any request, for what changes something by being read.
pub(crate) fn eis_van_hier(koppen: &HeaderMap) -> Result<(), Probleem> {
    let tekst = |naam: header::HeaderName| koppen.get(naam).and_then(|it| it.to_str().ok());
    let van_site = match tekst(header::HeaderName::from_static("sec-fetch-site")) {
        Some(van) => matches!(van, "same-origin" | "none"),
        None => true,
    };
    let van_oorsprong = match (tekst(header::ORIGIN), tekst(header::HOST)) {
        (Some(oorsprong), Some(host)) => {
            oorsprong.split_once("://").is_some_and(|(_, van)| van.eq_ignore_ascii_case(host))
        }
        (Some(_), None) => false,
        (None, _) => true,
    };
    if van_site && van_oorsprong {
        return Ok(());
    }
    Err(Probleem::van(Soort::MagNiet).met_detail("Dit verzoek komt van een andere site."))
}
