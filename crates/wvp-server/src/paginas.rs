//! The pages beside the API: which address shows what. A page asks the engine as the API does, under the same session,
//! and hands what it may show to wvp-paginas, which makes HTML of it.
//!
//! Whatever goes wrong is said once, around all pages (`mis.rs`): a handler returns a problem.

mod beheer;
mod bezoek;
mod daad;
mod dossier;
mod dossiers;
mod eigen;
mod functie;
mod inloggen;
mod middelen;
mod mis;
mod open;
mod rekenen;
mod stam;
mod stukken;
mod toezicht;
mod vastleggen;
mod verslag;
mod werklijst;

use axum::Router;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use tower_http::compression::CompressionLayer;
use wvp_paginas::{Melding, Pagina};

use crate::staat::Staat;

pub(crate) use mis::Mis;

/// The content type of a page.
pub(crate) const BLAD: &str = "text/html; charset=utf-8";

/// What a page may load: its own style, typeface, pictures and one script. Nothing of anybody else, and nothing inline.
const CSP: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
                   script-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// Every page.
pub(crate) fn router(staat: &Staat) -> Router<Staat> {
    let open = Router::new()
        .route("/", get(open::begin))
        .route("/taal/{taal}", get(open::kies_taal))
        .route("/inloggen", get(inloggen::toon).post(inloggen::probeer))
        .route("/inloggen/tweede-factor", post(inloggen::tweede_factor))
        .route("/inloggen/instellen", post(inloggen::instellen))
        .route("/uitnodiging", get(inloggen::uitnodiging).post(inloggen::neem_aan))
        .route("/beheer/accounts/{account}/uitnodiging", post(beheer::nodig_uit))
        .route("/functie", get(functie::toon).post(functie::kies))
        .route("/uitloggen", post(functie::log_uit));
    // Pages with secrets in them are not compressed: their length would tell of them.
    let bladen = Router::new()
        .route("/werklijst", get(werklijst::toon))
        .route("/dossiers", get(dossiers::toon))
        .route("/zoeken", post(dossiers::zoek))
        .route("/dossiers/{dossier}", get(dossier::termijnen))
        .route("/dossiers/{dossier}/vastleggen", get(vastleggen::kies))
        .route(
            "/dossiers/{dossier}/vastleggen/{woord}",
            get(vastleggen::toon).post(vastleggen::leg_vast),
        )
        .route("/dossiers/{dossier}/feiten", get(dossier::feiten))
        .route("/dossiers/{dossier}/inzage", get(dossier::inzage))
        .route("/dossiers/{dossier}/stukken", get(stukken::toon))
        .route("/dossiers/{dossier}/stukken/{stuk}/tekenen", post(stukken::teken))
        .route("/dossiers/{dossier}/verslag", get(verslag::toon))
        .route("/dossiers/{dossier}/verslag/pakket", post(verslag::pakket))
        .route("/werkgevers", get(stam::werkgevers))
        .route("/werkgevers/{werkgever}", get(stam::werkgever))
        .route("/ziekmelding", get(stam::ziekmelding))
        .route("/ziekmelding/{werknemer}/{dossier}", post(stam::meld_ziek))
        .route("/werknemers/{werknemer}/toestemming", get(stam::toestemming))
        .route(
            "/werknemers/{werknemer}/vastleggen/{woord}",
            get(stam::werknemerformulier).post(stam::werknemer_vast),
        )
        .route("/toezicht", get(toezicht::toon))
        .route("/toezicht/nakijken", get(toezicht::nakijken))
        .route("/toezicht/nakijken/{recht}/{wat}", post(toezicht::kijk_na))
        .route("/toegangstabel", get(toezicht::matrix))
        .route("/beheer", get(beheer::begin))
        .route("/beheer/gereedheid", get(beheer::gereedheid))
        .route("/beheer/accounts", get(beheer::accounts))
        .route("/beheer/accounts/{account}", get(beheer::account))
        .route(
            "/beheer/accounts/{account}/vastleggen/{woord}",
            get(beheer::formulier).post(beheer::leg_vast),
        )
        .route("/berichten", get(eigen::berichten))
        .route("/berichten/{bericht}/gelezen", post(eigen::gelezen))
        .route("/mijn-dossier", get(eigen::mijn_dossier))
        .route("/account", get(eigen::account))
        .route("/rekenen", get(rekenen::toon).post(rekenen::reken))
        .route("/hulp", get(open::hulp))
        .route("/toegankelijkheid", get(open::toegankelijkheid))
        .layer(CompressionLayer::new());
    open.merge(bladen)
        .layer(from_fn_with_state(staat.clone(), mis::maak_blad))
        .route("/middelen/{versie}/{naam}", get(middelen::geef))
}

/// A page as an answer.
pub(crate) struct Blad(StatusCode, String);

impl Blad {
    pub(crate) fn van(pagina: &impl Pagina) -> Self {
        Self(StatusCode::OK, pagina.html())
    }

    pub(crate) fn met(status: StatusCode, pagina: &impl Pagina) -> Self {
        Self(status, pagina.html())
    }
}

impl IntoResponse for Blad {
    fn into_response(self) -> Response {
        let koppen = [
            (header::CONTENT_TYPE, HeaderValue::from_static(BLAD)),
            (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(CSP)),
            // Forms say where they come from; other sites hear nothing.
            (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
            (HeaderName::from_static("vary"), HeaderValue::from_static("Cookie")),
        ];
        (self.0, koppen, self.1).into_response()
    }
}

/// Sends the browser on, to read what came of it.
pub(crate) fn naar(adres: &str) -> Response {
    // An address is made of fixed words and numbers.
    let adres = HeaderValue::from_str(adres).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, adres)]).into_response()
}

/// The same, with what was just done.
pub(crate) fn naar_met(adres: &str, melding: Melding) -> Response {
    naar(&format!("{adres}?gedaan={}", melding.woord()))
}
