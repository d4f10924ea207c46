//! Tokens: with which a program acts for the owner of an account, under the hat that is on.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;
use wvp_domain::Datum;
use wvp_domain::bevoegdheid::inlog::{Reikwijdte, TokenId};
use wvp_engine::{Tokenaanvraag, Tokenregel};

use super::gedeeld::{Gedeeld, zet};
use crate::eindpunt::{Eindpunt, Methode};
use crate::probleem::Probleem;
use crate::staat::Staat;
use crate::uit::Uit;
use crate::wacht::{Ingelogd, SESSIE, lees_koekje};

const GROEP: &str = "Inloggen";
const TOKEN: Gedeeld = Gedeeld::nummer("token", "Het nummer van het token");

pub(super) fn eindpunten() -> Vec<Eindpunt> {
    vec![lijst(), geef(), trek_in()]
}

/// A token, without its secret.
#[derive(Serialize, JsonSchema)]
struct Tokenbeeld {
    token: TokenId,
    naam: String,
    /// Party and function under which it acts.
    functie: String,
    reikwijdte: Reikwijdte,
    /// Last day (inclusive).
    tot_en_met: Datum,
    /// Whether it counts as logged in with a second factor.
    tweede_factor: bool,
}

impl From<Tokenregel> for Tokenbeeld {
    fn from(it: Tokenregel) -> Self {
        Self {
            token: it.id,
            naam: it.naam,
            functie: it.lezer,
            reikwijdte: it.reikwijdte,
            tot_en_met: it.tot_en_met,
            tweede_factor: it.tweede_factor,
        }
    }
}

/// The own tokens.
#[derive(Serialize, JsonSchema)]
struct Tokenlijst {
    tokens: Vec<Tokenbeeld>,
}

fn lijst() -> Eindpunt {
    Eindpunt::get("/v1/tokens", geef_lijst)
        .heet("lijstTokens", "Uw tokens voor programma's")
        .onder(GROEP)
        .geeft::<Tokenlijst>(200, "De tokens, zonder hun geheim")
}

async fn geef_lijst(
    State(staat): State<Staat>,
    ingelogd: Ingelogd,
) -> Result<Uit<Tokenlijst>, Probleem> {
    let tokens = staat.engine.tokens(ingelogd.wie.account).await;
    let tokens = tokens.map_err(|fout| Probleem::storing(&fout))?;
    Ok(Uit(Tokenlijst { tokens: tokens.into_iter().map(Into::into).collect() }))
}

/// What is asked for.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Aanvraag {
    /// What you call it.
    naam: String,
    reikwijdte: Reikwijdte,
    /// Last day (inclusive); at most a year from today.
    tot_en_met: Datum,
}

/// The secret, shown once.
#[derive(Serialize, JsonSchema)]
struct Nieuw {
    /// For the header `Authorization: Bearer …`.
    geheim: String,
}

fn geef() -> Eindpunt {
    let voorbeeld =
        json!({ "naam": "roosterprogramma", "reikwijdte": "lezen", "tot_en_met": "2027-01-31" });
    Eindpunt::met_lijf(Methode::Post, "/v1/tokens", geef_uit)
        .heet("geefToken", "Geef een token uit voor een programma, kort na het inloggen")
        .onder(GROEP)
        .voorbeeld(voorbeeld)
        .geeft::<Nieuw>(201, "Het geheim, één keer getoond")
}

async fn geef_uit(
    staat: Staat,
    (ingelogd, koppen): (Ingelogd, HeaderMap),
    Aanvraag { naam, reikwijdte, tot_en_met }: Aanvraag,
) -> Result<Response, Probleem> {
    // A session that somebody else got hold of must not become a way in that stays; a program gets no token at all.
    if let Some(sessie) = lees_koekje(&koppen, SESSIE) {
        staat.engine.eis_pas_ingelogd(&sessie).await?;
    }
    let aanvraag = Tokenaanvraag { naam, reikwijdte, tot_en_met };
    let geheim = staat.engine.geef_token(&ingelogd.wie, aanvraag).await?;
    let nieuw = Uit(Nieuw { geheim: geheim.toon().to_owned() });
    let mut antwoord = (StatusCode::CREATED, nieuw).into_response();
    zet(antwoord.headers_mut(), header::LOCATION, "/v1/tokens");
    Ok(antwoord)
}

fn trek_in() -> Eindpunt {
    Eindpunt::delete("/v1/tokens/{token}", doe_in)
        .heet("trekTokenIn", "Trek een token in")
        .onder(GROEP)
        .met(TOKEN.parameter())
        .leeg(204, "Ingetrokken")
}

async fn doe_in(
    State(staat): State<Staat>,
    Path(token): Path<Uuid>,
    ingelogd: Ingelogd,
) -> Result<StatusCode, Probleem> {
    staat.engine.trek_token_in(&ingelogd.wie, TokenId(token)).await?;
    Ok(StatusCode::NO_CONTENT)
}
