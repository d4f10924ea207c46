//! The pages beside the API: which address shows what. A page asks the engine as the API does, under the same session,
//! and hands what it may show to wvp-paginas, which makes HTML of it.
//!
//! Whatever goes wrong is said once, around all pages (`mis.rs`): a handler returns a problem.

mod afspraken;
mod beheer;
mod beheer_inlog;
mod bericht_keuzes;
mod bezoek;
mod daad;
mod documentatie;
mod dossier;
mod dossiers;
mod eigen;
mod eigen_inlog;
mod elders;
mod functie;
mod ingevuld;
mod inloggen;
mod middelen;
mod mis;
mod namen;
mod open;
mod overdracht;
mod planning;
mod protocol;
mod rekenen;
mod spreekuur;
mod stam;
mod stukken;
mod toezicht;
mod tokens;
mod vastleggen;
mod verslag;
mod verwijzingen;
mod waarnemen;
mod wat_als;
mod weigeren;
mod werkgevers;
mod werklijst;

use axum::Router;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use tower_http::compression::CompressionLayer;
use wvp_paginas::{Melding, Pagina};

use crate::staat::Staat;

pub(crate) use mis::{Mis, anders, nergens};

/// The content type of a page.
pub(crate) const BLAD: &str = "text/html; charset=utf-8";

/// What a page may load: its own style, typeface, pictures and one script. Nothing of anybody else, and nothing inline.
const CSP: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
                   script-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// A page: its address, what it may be asked, and what serves it.
struct Bladroute {
    pad: &'static str,
    /// What may stand in its query.
    vragen: &'static [&'static str],
    /// Whether it holds a secret: then it is not compressed, for its length would tell of it.
    geheim: bool,
    route: MethodRouter<Staat>,
}

impl Bladroute {
    fn vraagt(self, vragen: &'static [&'static str]) -> Self {
        Self { vragen, ..self }
    }

    fn met_geheim(self) -> Self {
        Self { geheim: true, ..self }
    }
}

fn blad(pad: &'static str, route: MethodRouter<Staat>) -> Bladroute {
    Bladroute { pad, vragen: &[], geheim: false, route }
}

/// Logging in, and what needs no log-in.
fn open_bladen() -> Vec<Bladroute> {
    vec![
        blad("/", get(open::begin)),
        blad("/taal/{taal}", get(open::kies_taal)),
        blad("/rekenen", get(rekenen::toon).post(rekenen::reken)),
        blad("/rekenen/wat-als", get(wat_als::toon).post(wat_als::reken)),
        blad("/documentatie", get(documentatie::toon)).vraagt(&["groep"]),
        blad("/hulp", get(open::hulp)),
        blad("/toegankelijkheid", get(open::toegankelijkheid)),
        blad("/toegangstabel", get(toezicht::matrix)).vraagt(&["functie"]),
        blad("/inloggen", get(inloggen::toon).post(inloggen::probeer))
            .vraagt(&["verder", "elders"])
            .met_geheim(),
        blad("/inloggen/tweede-factor", post(inloggen::tweede_factor)).met_geheim(),
        blad("/inloggen/instellen", post(inloggen::instellen)).met_geheim(),
        blad("/inloggen/elders/{aanbieder}", post(elders::begin)).met_geheim(),
        blad("/inloggen/verder", get(elders::verder)).vraagt(&["stap"]).met_geheim(),
        blad("/uitnodiging", get(inloggen::uitnodiging).post(inloggen::neem_aan)).met_geheim(),
        blad("/functie", get(functie::toon).post(functie::kies)).vraagt(&["verder"]).met_geheim(),
        blad("/uitloggen", post(functie::log_uit)).met_geheim(),
    ]
}

/// Dossiers, and what is recorded in them.
fn dossierbladen() -> Vec<Bladroute> {
    vec![
        blad("/werklijst", get(werklijst::toon)).vraagt(&[
            "werkgever",
            "stap",
            "wie",
            "periode",
            "bladzijde",
        ]),
        blad("/overdracht", get(overdracht::toon).post(overdracht::draag_over)),
        blad("/spreekuur", get(spreekuur::toon)),
        blad("/dossiers", get(dossiers::toon)).vraagt(&["na"]),
        blad("/zoeken", post(dossiers::zoek)),
        blad("/dossiers/{dossier}", get(dossier::termijnen)),
        blad("/dossiers/{dossier}/vastleggen", get(vastleggen::kies)),
        blad(
            "/dossiers/{dossier}/vastleggen/{woord}",
            get(vastleggen::toon).post(vastleggen::leg_vast),
        ),
        blad("/dossiers/{dossier}/afspraken", get(afspraken::toon)),
        blad("/dossiers/{dossier}/feiten", get(dossier::feiten)),
        blad("/dossiers/{dossier}/inzage", get(dossier::inzage)),
        blad("/dossiers/{dossier}/stukken", get(stukken::toon)),
        blad("/dossiers/{dossier}/stukken/{stuk}/tekenen", post(stukken::teken)),
        blad(
            "/dossiers/{dossier}/stukken/{stuk}/weigeren",
            get(weigeren::toon).post(weigeren::weiger),
        ),
        blad("/dossiers/{dossier}/verslag", get(verslag::toon)),
        blad("/dossiers/{dossier}/verslag/pakket", post(verslag::pakket)),
    ]
}

/// Everything around them: employers, employees, the own account, supervision, administration.
fn andere_bladen() -> Vec<Bladroute> {
    vec![
        blad("/beheer/accounts/{account}/uitnodiging", post(beheer_inlog::nodig_uit)).met_geheim(),
        blad(
            "/beheer/accounts/{account}/herstel",
            get(beheer_inlog::vraag_herstel).post(beheer_inlog::herstel),
        )
        .met_geheim(),
        blad("/beheer/accounts/{account}/uitloggen", post(beheer_inlog::log_uit)),
        blad("/werkgevers", get(werkgevers::lijst)),
        blad("/werkgevers/{werkgever}", get(werkgevers::toon)),
        blad("/werkgevers/{werkgever}/protocol", get(protocol::toon).post(protocol::stel_vast)),
        blad(
            "/werkgevers/{werkgever}/vastleggen/{woord}",
            get(werkgevers::formulier).post(werkgevers::leg_vast),
        ),
        blad("/ziekmelding", get(stam::ziekmelding)).vraagt(&["werknemer"]),
        blad("/ziekmelding/{werknemer}/{dossier}", post(stam::meld_ziek)),
        blad("/werknemers/{werknemer}/toestemming", get(stam::toestemming)),
        blad(
            "/werknemers/{werknemer}/vastleggen/{woord}",
            get(stam::werknemerformulier).post(stam::werknemer_vast),
        ),
        blad("/toezicht", get(toezicht::toon)).vraagt(&["dossier"]),
        blad("/toezicht/nakijken", get(toezicht::nakijken)),
        blad("/toezicht/nakijken/{recht}/{wat}", post(toezicht::kijk_na)),
        blad("/beheer/gereedheid", get(beheer::gereedheid)),
        blad("/beheer/berichten", get(beheer::berichten)),
        blad("/beheer/accounts", get(beheer::accounts)).vraagt(&["na"]),
        blad("/beheer/accounts/{account}", get(beheer::account)),
        blad(
            "/beheer/accounts/{account}/vastleggen/{woord}",
            get(beheer::formulier).post(beheer::leg_vast),
        ),
        blad("/berichten", get(eigen::berichten)).vraagt(&["bladzijde"]),
        blad("/berichten/{bericht}/gelezen", post(eigen::gelezen)),
        blad("/berichten/instellen", get(bericht_keuzes::toon).post(bericht_keuzes::kies)),
        blad("/berichten/agenda", post(bericht_keuzes::open)).met_geheim(),
        blad("/berichten/agenda/intrekken", post(bericht_keuzes::sluit)),
        blad("/mijn-dossier", get(eigen::mijn_dossier)),
        blad("/account", get(waarnemen::eigen_account)),
        blad("/account/inlog", get(eigen_inlog::toon)).vraagt(&["koppelen"]),
        blad("/account/inlog/wachtwoord", post(eigen_inlog::wachtwoord)).met_geheim(),
        blad("/account/inlog/herstelcodes", post(eigen_inlog::herstelcodes)).met_geheim(),
        blad("/account/inlog/toestel", post(eigen_inlog::toestel)).met_geheim(),
        blad("/account/inlog/overal-uit", post(eigen_inlog::overal_uit)),
        blad("/account/inlog/sessies/{sessie}", post(eigen_inlog::sessie_uit)),
        blad("/account/inlog/koppelingen", post(eigen_inlog::koppel)),
        blad("/account/inlog/koppelingen/{koppeling}", post(eigen_inlog::ontkoppel)),
        blad("/account/tokens", get(tokens::toon).post(tokens::geef)).met_geheim(),
        blad("/account/tokens/{token}/intrekken", post(tokens::trek_in)),
        blad("/planning", get(planning::toon)),
        blad("/planning/werkgevers/{werkgever}", get(planning::werkgever)),
        blad(
            "/planning/werkgevers/{werkgever}/vastleggen/{woord}",
            get(planning::formulier).post(planning::leg_vast),
        ),
        blad("/waarnemingen/{account}", get(waarnemen::toon)),
        blad(
            "/waarnemingen/{account}/vastleggen/{woord}",
            get(waarnemen::formulier).post(waarnemen::leg_vast),
        ),
    ]
}

fn alle() -> Vec<Bladroute> {
    [open_bladen(), dossierbladen(), andere_bladen()].into_iter().flatten().collect()
}

/// The address of every page, with what may stand in its query.
pub fn bladen() -> Vec<(&'static str, &'static [&'static str])> {
    alle().into_iter().map(|it| (it.pad, it.vragen)).collect()
}

/// Every page.
pub(crate) fn router(staat: &Staat) -> Router<Staat> {
    let (geheim, gewoon): (Vec<_>, Vec<_>) = alle().into_iter().partition(|it| it.geheim);
    let samen = |bladen: Vec<Bladroute>| {
        bladen.into_iter().fold(Router::new(), |router, it| router.route(it.pad, it.route))
    };
    samen(gewoon)
        .layer(CompressionLayer::new())
        .merge(samen(geheim))
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
