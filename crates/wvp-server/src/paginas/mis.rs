//! What goes wrong on a page, said around all of them: as a page, or by showing the way to log in.

use axum::extract::{FromRequestParts as _, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use wvp_paginas::Kader;
use wvp_paginas::mis::{Misser, Stuiter};

use super::bezoek::Kijker;
use super::{Blad, naar};
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
    staat: Staat,
    delen: Parts,
}

impl Verzocht {
    /// The request is handed on afterwards.
    fn van(staat: Staat, verzoek: Request) -> (Self, Request) {
        let (delen, lijf) = verzoek.into_parts();
        (Self { staat, delen: delen.clone() }, Request::from_parts(delen, lijf))
    }

    fn pad(&self) -> &str {
        self.delen.uri.path_and_query().map_or("/", |it| it.as_str())
    }

    fn leest(&self) -> bool {
        self.delen.method == Method::GET
    }

    /// What stands around the page: who is logged in keeps the own menu, without a place in it.
    async fn kader(mut self) -> Kader {
        let Ok(kijker) = Kijker::from_request_parts(&mut self.delen, &self.staat).await;
        Kader { hier: String::new(), melding: None, ..kijker.kader() }
    }
}

/// What is nowhere: a page for who reads pages, a problem for programs.
pub(crate) async fn nergens(State(staat): State<Staat>, verzoek: Request) -> Response {
    los(Soort::NietGevonden, staat, verzoek).await
}

/// What is somewhere, but not to be asked for like this: the address of what a form sends.
pub(crate) async fn anders(State(staat): State<Staat>, verzoek: Request) -> Response {
    los(Soort::Methode, staat, verzoek).await
}

async fn los(soort: Soort, staat: Staat, verzoek: Request) -> Response {
    let probleem = Probleem::van(soort);
    let soorten = verzoek.headers().get(header::ACCEPT).and_then(|it| it.to_str().ok());
    if soorten.is_some_and(|it| it.contains("text/html")) {
        blad(probleem, Verzocht::van(staat, verzoek).0).await
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
    let (verzocht, verzoek) = Verzocht::van(staat, verzoek);
    let mut antwoord = verder.run(verzoek).await;
    match antwoord.extensions_mut().remove::<Mis>() {
        None => antwoord,
        Some(Mis::KiesFunctie) => naar(&met_verder("/functie", &verzocht)),
        Some(Mis::Probleem(probleem)) if probleem.is(Soort::NietIngelogd) => {
            log_eerst_in(verzocht).await
        }
        Some(Mis::Probleem(probleem)) => blad(probleem, verzocht).await,
    }
}

/// A strict cookie stays behind when a link on another site is followed; the second step, from a page of our own,
/// brings it along.
fn komt_van_elders(koppen: &HeaderMap) -> bool {
    let van = koppen.get("sec-fetch-site").and_then(|it| it.to_str().ok());
    van == Some("cross-site") && lees_koekje(koppen, SESSIE).is_none()
}

async fn log_eerst_in(verzocht: Verzocht) -> Response {
    if verzocht.leest() && komt_van_elders(&verzocht.delen.headers) {
        let verder = verzocht.pad().to_owned();
        let uitleg = "even-verder-uitleg";
        return Blad::van(&Stuiter { verder, uitleg, k: verzocht.kader().await }).into_response();
    }
    naar(&met_verder("/inloggen", &verzocht))
}

/// Where to go on afterwards: only to what can be read again.
fn met_verder(adres: &str, verzocht: &Verzocht) -> String {
    let pad = verzocht.pad();
    if !verzocht.leest() || pad == "/" {
        return adres.to_owned();
    }
    // Our own addresses hold nothing that a query cannot.
    let pad = pad.replace('%', "%25").replace('&', "%26").replace('+', "%2B");
    format!("{adres}?verder={pad}")
}

async fn blad(probleem: Probleem, verzocht: Verzocht) -> Response {
    let status = StatusCode::from_u16(probleem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let wacht = probleem.wacht;
    let misser = Misser {
        k: verzocht.kader().await,
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
