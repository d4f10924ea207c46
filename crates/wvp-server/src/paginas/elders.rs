//! Logging in by pages through another party: there, and back with what that came to.

use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use wvp_engine::Geheim;
use wvp_paginas::Kader;
use wvp_paginas::mis::Stuiter;

use super::bezoek::{Bezoeker, VanHier};
use super::inloggen::{stel_in, vraag_factor};
use super::{Blad, Mis, naar};
use crate::api::begin_ronde;
use crate::probleem::{Probleem, Soort};
use crate::staat::Staat;
use crate::wacht::{RONDE, lees_koekje, vergeet, zet_ronde};

/// Sends the browser to the other party.
pub(super) async fn begin(
    State(staat): State<Staat>,
    Path(naam): Path<String>,
    bezoeker: Bezoeker,
    _: VanHier,
) -> Result<Response, Mis> {
    Ok(naar_elders(bezoeker.kader(), begin_ronde(&staat, &naam).await?))
}

/// A page that leads to another party, with the cookie of the round. No redirect: browsers hold the answer to a form
/// against where forms of ours may go, which is here.
pub(super) fn naar_elders(k: Kader, (verder, ronde): (String, String)) -> Response {
    let mut antwoord =
        Blad::van(&Stuiter { k, verder, uitleg: "even-verder-elders" }).into_response();
    zet_ronde(antwoord.headers_mut(), &ronde);
    antwoord
}

/// Which step is next.
#[derive(Deserialize)]
pub(super) struct Vraag {
    #[serde(default)]
    stap: String,
}

/// The second factor after a log-in elsewhere. What leads on is in a cookie that goes here.
pub(super) async fn verder(
    State(staat): State<Staat>,
    bezoeker: Bezoeker,
    Query(vraag): Query<Vraag>,
    koppen: HeaderMap,
) -> Result<Response, Mis> {
    let Some(vervolg) = lees_koekje(&koppen, RONDE) else { return Ok(naar("/inloggen")) };
    let mut antwoord = match vraag.stap.as_str() {
        "factor" => Blad::van(&vraag_factor(&bezoeker, &vervolg, "/", None)).into_response(),
        "instellen" => stel_in(&staat, &bezoeker, &Geheim::van(&vervolg), "/").await?,
        _ => return Err(Probleem::van(Soort::NietGevonden).into()),
    };
    vergeet(antwoord.headers_mut(), RONDE);
    Ok(antwoord)
}
