//! A way in for the owner of an account, by who keeps it: an invitation, a reset, and the end of all sessions.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;
use wvp_domain::AccountId;
use wvp_engine::{ExecuteError, Geheim};

use super::gedeeld::Gedeeld;
use crate::eindpunt::Eindpunt;
use crate::probleem::Probleem;
use crate::staat::Staat;
use crate::uit::Uit;
use crate::wacht::Ingelogd;

const GROEP: &str = "Accounts en rechten";
const ACCOUNT: Gedeeld = Gedeeld::nummer("account", "Het nummer van het account");

/// A one-time token to choose a password with.
#[derive(Serialize, JsonSchema)]
struct Uitgenodigd {
    /// For `/v1/sessies/_uitnodiging`; works once, for 72 hours. Shown once.
    uitnodiging: String,
}

pub(super) fn eindpunten() -> Vec<Eindpunt> {
    vec![
        Eindpunt::post("/v1/accounts/{account}/uitnodigingen", nodig_uit)
            .heet("nodigUit", "Nodig de eigenaar van een account uit om een wachtwoord te kiezen")
            .onder(GROEP)
            .met(ACCOUNT.parameter())
            .geeft::<Uitgenodigd>(201, "De uitnodiging, één keer getoond")
            .weigert(409, "Dit account heeft al een wachtwoord"),
        Eindpunt::post("/v1/accounts/{account}/herstel", herstel)
            .heet(
                "herstelInlog",
                "Haal wachtwoord, tweede factor en tokens weg en nodig opnieuw uit",
            )
            .onder(GROEP)
            .met(ACCOUNT.parameter())
            .geeft::<Uitgenodigd>(201, "De uitnodiging, één keer getoond")
            .weigert(409, "Dit kan nu niet met dit account"),
        Eindpunt::post("/v1/accounts/{account}/beeindigde-sessies", beeindig)
            .heet("beeindigSessies", "Log iemand overal uit")
            .onder(GROEP)
            .met(ACCOUNT.parameter())
            .leeg(204, "Overal uitgelogd")
            .weigert(409, "Dit kan nu niet met dit account"),
    ]
}

async fn nodig_uit(
    State(staat): State<Staat>,
    Path(account): Path<Uuid>,
    ingelogd: Ingelogd,
) -> Result<Response, Probleem> {
    getoond(staat.engine.nodig_uit(&ingelogd.wie, AccountId(account)).await)
}

async fn herstel(
    State(staat): State<Staat>,
    Path(account): Path<Uuid>,
    ingelogd: Ingelogd,
) -> Result<Response, Probleem> {
    getoond(staat.engine.herstel_inlog(&ingelogd.wie, AccountId(account)).await)
}

async fn beeindig(
    State(staat): State<Staat>,
    Path(account): Path<Uuid>,
    ingelogd: Ingelogd,
) -> Result<StatusCode, Probleem> {
    staat.engine.beeindig_sessies(&ingelogd.wie, AccountId(account)).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn getoond(geheim: Result<Geheim, ExecuteError>) -> Result<Response, Probleem> {
    let uitnodiging = Uit(Uitgenodigd { uitnodiging: geheim?.toon().to_owned() });
    Ok((StatusCode::CREATED, uitnodiging).into_response())
}
