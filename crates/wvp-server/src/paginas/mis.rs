//! What goes wrong on a page, said around all of them: as a page, or by showing the way to log in.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use wvp_domain::Datum;
use wvp_paginas::mis::{Misser, Stuiter};
use wvp_paginas::{Kader, Taal};

use super::{Blad, bezoek, naar};
use crate::probleem::{Probleem, Soort};
use crate::staat::Staat;
use crate::wacht::{SESSIE, lees_koekje};

/// Why a page is not shown.
#[derive(Debug, Clone)]
pub(crate) enum Mis {
    /// As the API says it.
    Probleem(Probleem),
    /// Logged in, but not as whom.
    KiesFunctie,
}

impl<T: Into<Probleem>> From<T> for Mis {
    fn from(fout: T) -> Self {
        Self::Probleem(fout.into())
    }
}

impl IntoResponse for Mis {
    /// A status with what happened beside it; [`maak_blad`] makes a page of it.
    fn into_response(self) -> Response {
        let status = match &self {
            Self::Probleem(probleem) => probleem.status,
            Self::KiesFunctie => StatusCode::FORBIDDEN.as_u16(),
        };
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut antwoord = status.into_response();
        antwoord.extensions_mut().insert(self);
        antwoord
    }
}

/// What a page is made of when something went wrong: known before the request is handed on.
struct Verzocht {
    taal: Taal,
    vandaag: Datum,
    pad: String,
    leest: bool,
    /// A link on another site brought the browser here, without our cookies.
    van_elders: bool,
}

impl Verzocht {
    fn van(staat: &Staat, verzoek: &Request) -> Self {
        Self {
            taal: bezoek::taal(verzoek.headers()),
            vandaag: staat.engine.klok().vandaag(),
            pad: verzoek.uri().path_and_query().map_or("/", |it| it.as_str()).to_owned(),
            leest: verzoek.method() == Method::GET,
            van_elders: komt_van_elders(verzoek.headers()),
        }
    }
}

/// What is nowhere: a page for who reads pages, a problem for programs.
pub(crate) async fn nergens(State(staat): State<Staat>, verzoek: Request) -> Response {
    let probleem = Probleem::van(Soort::NietGevonden);
    let soorten = verzoek.headers().get(header::ACCEPT).and_then(|it| it.to_str().ok());
    if soorten.is_some_and(|it| it.contains("text/html")) {
        blad(probleem, &Verzocht::van(&staat, &verzoek))
    } else {
        probleem.into_response()
    }
}

/// Makes pages of what went wrong.
pub(super) async fn maak_blad(
    State(staat): State<Staat>,
    verzoek: Request,
    verder: Next,
) -> Response {
    let verzocht = Verzocht::van(&staat, &verzoek);
    let mut antwoord = verder.run(verzoek).await;
    match antwoord.extensions_mut().remove::<Mis>() {
        None => antwoord,
        Some(Mis::KiesFunctie) => naar(&met_verder("/functie", &verzocht)),
        Some(Mis::Probleem(probleem)) if probleem.is(Soort::NietIngelogd) => {
            log_eerst_in(&verzocht)
        }
        Some(Mis::Probleem(probleem)) => blad(probleem, &verzocht),
    }
}

/// A strict cookie stays behind when a link on another site is followed; the second step, from a page of our own,
/// brings it along.
fn komt_van_elders(koppen: &HeaderMap) -> bool {
    let van = koppen.get("sec-fetch-site").and_then(|it| it.to_str().ok());
    van == Some("cross-site") && lees_koekje(koppen, SESSIE).is_none()
}

fn log_eerst_in(verzocht: &Verzocht) -> Response {
    if verzocht.leest && verzocht.van_elders {
        let stuiter = Stuiter { k: kader(verzocht), verder: verzocht.pad.clone() };
        return Blad::van(&stuiter).into_response();
    }
    naar(&met_verder("/inloggen", verzocht))
}

/// Where to go on afterwards: only to what can be read again.
fn met_verder(adres: &str, verzocht: &Verzocht) -> String {
    if !verzocht.leest || verzocht.pad == "/" {
        return adres.to_owned();
    }
    // Our own addresses hold nothing that a query cannot.
    let pad = verzocht.pad.replace('%', "%25").replace('&', "%26").replace('+', "%2B");
    format!("{adres}?verder={pad}")
}

fn blad(probleem: Probleem, verzocht: &Verzocht) -> Response {
    let status = StatusCode::from_u16(probleem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let wacht = probleem.wacht;
    let misser = Misser {
        k: kader(verzocht),
        soort: probleem.woord().to_owned(),
        detail: probleem.detail,
        fouten: probleem.fouten.into_iter().map(|it| (it.veld, it.regel)).collect(),
        grondslag: probleem.grondslag,
        advies: probleem.advies,
    };
    let mut antwoord = Blad::met(status, &misser).into_response();
    if let Some(seconden) = wacht {
        antwoord.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconden));
    }
    antwoord
}

fn kader(verzocht: &Verzocht) -> Kader {
    let Verzocht { taal, vandaag, .. } = *verzocht;
    Kader { taal, vandaag, hier: String::new(), wie: None, melding: None }
}
