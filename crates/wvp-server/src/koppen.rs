//! What stands on every answer, and what is noted of every request.

use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument as _;
use tracing::field::Empty;
use uuid::Uuid;
use wvp_engine::nieuw_id;

use crate::VERSIE;
use crate::paginas::BLAD;
use crate::probleem::{INHOUDSOORT, Probleem, Soort};
use crate::staat::Staat;

/// The version of the API, on every answer.
const API_VERSIE: HeaderName = HeaderName::from_static("api-version");
/// The number of the request, which the log line bears too.
const VERZOEKNUMMER: HeaderName = HeaderName::from_static("x-request-id");

/// Nothing of this may be shown inside another page, guessed at by a browser, or kept on its way.
const VAST: [(HeaderName, &str); 7] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
    (API_VERSIE, VERSIE),
];

/// For what is no page: nothing is loaded.
const CSP: &str = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Gives every request a number, notes what came of it, and puts the fixed headers on the answer.
pub(crate) async fn om_elk_verzoek(
    State(staat): State<Staat>,
    route: Option<MatchedPath>,
    verzoek: Request,
    verder: Next,
) -> Response {
    let (begin, nummer) = (Instant::now(), verzoeknummer(verzoek.headers()));
    let methode = bekend(verzoek.method());
    // The pattern and never the address: a number of a dossier is nobody's business in a log.
    let route = route.as_ref().map_or("onbekend", MatchedPath::as_str).to_owned();
    let regel = tracing::info_span!(
        target: "wvp_server::verzoek", "verzoek", %nummer, methode, route, status = Empty
    );
    staat.metingen.bezig.inc();
    let antwoord = verder.run(verzoek).instrument(regel.clone()).await;
    staat.metingen.bezig.dec();
    let (status, duur) = (antwoord.status().as_u16(), begin.elapsed());
    regel.record("status", status);
    regel.in_scope(|| tracing::info!(status, ms = duur.as_secs_f64() * 1000.0, "beantwoord"));
    staat.metingen.tel(methode, &route, status, duur);
    met_koppen(als_probleem(antwoord), nummer)
}

/// The number that the sender gave, if it is one; a new one otherwise.
fn verzoeknummer(koppen: &HeaderMap) -> Uuid {
    let gegeven = koppen.get(VERZOEKNUMMER).and_then(|it| it.to_str().ok());
    gegeven.and_then(|it| Uuid::parse_str(it).ok()).unwrap_or_else(nieuw_id)
}

/// A method that nobody knows is no label of its own, and no word of the sender's in a log.
fn bekend(methode: &Method) -> &'static str {
    let bekend = ["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS"];
    bekend.into_iter().find(|it| methode == *it).unwrap_or("ANDERS")
}

/// Puts the fixed headers on the answer.
pub(crate) async fn alleen_koppen(verzoek: Request, verder: Next) -> Response {
    let mut antwoord = verder.run(verzoek).await;
    zet_vaste(antwoord.headers_mut());
    antwoord
}

fn met_koppen(mut antwoord: Response, nummer: Uuid) -> Response {
    let koppen = antwoord.headers_mut();
    zet_vaste(koppen);
    if let Ok(nummer) = HeaderValue::from_str(&nummer.to_string()) {
        koppen.insert(VERZOEKNUMMER, nummer);
    }
    antwoord
}

fn zet_vaste(koppen: &mut HeaderMap) {
    for (naam, waarde) in VAST {
        koppen.insert(naam, HeaderValue::from_static(waarde));
    }
    koppen.entry(header::REFERRER_POLICY).or_insert(HeaderValue::from_static("no-referrer"));
    koppen.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    koppen.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(CSP));
}

/// What the framework refuses by itself (no such method, too large, too late) speaks as all other problems do.
fn als_probleem(antwoord: Response) -> Response {
    let is_fout = antwoord.status().is_client_error() || antwoord.status().is_server_error();
    let soort = antwoord.headers().get(header::CONTENT_TYPE);
    if !is_fout || soort.is_some_and(|it| it == INHOUDSOORT || it == BLAD) {
        return antwoord;
    }
    let soort = match antwoord.status() {
        StatusCode::METHOD_NOT_ALLOWED => Soort::Methode,
        StatusCode::PAYLOAD_TOO_LARGE => Soort::TeGroot,
        StatusCode::NOT_FOUND => Soort::NietGevonden,
        StatusCode::UNSUPPORTED_MEDIA_TYPE => Soort::Inhoudsoort,
        StatusCode::REQUEST_TIMEOUT
        | StatusCode::SERVICE_UNAVAILABLE
        | StatusCode::GATEWAY_TIMEOUT => Soort::Druk,
        anders if anders.is_server_error() => Soort::Storing,
        _ => Soort::Invoer,
    };
    let toegestaan = antwoord.headers().get(header::ALLOW).cloned();
    let mut nieuw = axum::response::IntoResponse::into_response(Probleem::van(soort));
    if let Some(toegestaan) = toegestaan {
        nieuw.headers_mut().insert(header::ALLOW, toegestaan);
    }
    nieuw
}
