//! What somebody who is logged in sees and changes of the own log-in: password, second factor, codes, and sessions.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;
use wvp_engine::Sessieregel;
use wvp_engine::klok::tijdstip;

use super::GROEP;
use super::stappen::factor;
use crate::api::gedeeld::Gedeeld;
use crate::eindpunt::{Eindpunt, Methode};
use crate::probleem::Probleem;
use crate::staat::Staat;
use crate::uit::Uit;
use crate::wacht::{Herkomst, InSessie, SESSIE, vergeet, wis_bewaard, zet};

const NUMMER: Gedeeld = Gedeeld::nummer("sessie", "Het nummer van de sessie");

pub(super) fn eindpunten() -> Vec<Eindpunt> {
    vec![lijst(), beeindig(), wachtwoord(), herstelcodes(), zonder_factor(), overal_uit()]
}

/// The sessions of an account.
#[derive(Serialize, JsonSchema)]
struct Sessielijst {
    /// The one that was used last in front; ten at most.
    sessies: Vec<Sessieregelbeeld>,
}

/// One session.
#[derive(Serialize, JsonSchema)]
struct Sessieregelbeeld {
    sessie: Uuid,
    /// When the log-in began (UTC).
    begonnen: String,
    /// When it was used last, to a minute (UTC).
    laatst_gebruikt: String,
    /// Party and function that are on; none while none was chosen.
    functie: Option<String>,
    tweede_factor: bool,
    /// Whether it is the one that asks.
    is_deze: bool,
}

impl From<Sessieregel> for Sessieregelbeeld {
    fn from(it: Sessieregel) -> Self {
        Self {
            sessie: it.nummer,
            begonnen: tijdstip(it.begonnen),
            laatst_gebruikt: tijdstip(it.gezien),
            functie: it.lezer.map(|it| it.to_string()),
            tweede_factor: it.tweede_factor,
            is_deze: it.is_deze,
        }
    }
}

fn lijst() -> Eindpunt {
    let doe = |State(staat): State<Staat>, sessie: InSessie| async move {
        let alle = staat.engine.sessies(&sessie.geheim).await?;
        Ok::<_, Probleem>(Uit(Sessielijst { sessies: alle.into_iter().map(Into::into).collect() }))
    };
    Eindpunt::get("/v1/sessies", doe)
        .heet("leesSessies", "Waar u bent ingelogd")
        .onder(GROEP)
        .geeft::<Sessielijst>(200, "De open sessies van dit account")
}

fn beeindig() -> Eindpunt {
    let doe = |State(staat): State<Staat>, sessie: InSessie, Path(nummer): Path<Uuid>| async move {
        staat.engine.beeindig_sessie(&sessie.geheim, nummer).await?;
        Ok::<_, Probleem>(StatusCode::NO_CONTENT)
    };
    Eindpunt::delete("/v1/sessies/{sessie}", doe)
        .heet("beeindigSessie", "Log uit waar u nog bent ingelogd")
        .onder(GROEP)
        .met(NUMMER.parameter())
        .leeg(204, "Die sessie is voorbij")
}

/// A new password.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Wachtwoord {
    /// The password of now.
    oud: String,
    /// The new one: 12 to 200 characters.
    nieuw: String,
}

fn wachtwoord() -> Eindpunt {
    let doe = |staat: Staat, sessie: InSessie, lijf: Wachtwoord| async move {
        let Wachtwoord { oud, nieuw } = lijf;
        let geheim = staat.engine.verander_wachtwoord(&sessie.geheim, &oud, &nieuw).await?;
        Ok::<_, Probleem>(met_sessie(StatusCode::NO_CONTENT, geheim.toon()))
    };
    Eindpunt::met_lijf(Methode::Put, "/v1/sessies/huidige/wachtwoord", doe)
        .heet("veranderWachtwoord", "Kies een ander wachtwoord; andere sessies eindigen")
        .onder(GROEP)
        .voorbeeld(json!({ "oud": "…", "nieuw": "vier losse woorden bijeen" }))
        .leeg(204, "Het wachtwoord is gewijzigd; de sessie heeft een nieuw geheim")
}

/// The second factor, shown again.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Bewijs {
    /// The code from the app.
    code: Option<String>,
    /// A code from paper, when the device is lost.
    herstelcode: Option<String>,
}

/// New codes for when the device is lost.
#[derive(Serialize, JsonSchema)]
struct Codes {
    /// Shown once; those from before work no more.
    herstelcodes: Vec<String>,
}

fn herstelcodes() -> Eindpunt {
    let doe = |staat: Staat, (van, sessie): (Herkomst, InSessie), lijf: Bewijs| async move {
        let factor = factor(lijf.code.as_ref(), lijf.herstelcode.as_ref())?;
        let codes = staat.engine.nieuwe_herstelcodes(&sessie.geheim, factor, &van.tekst()).await?;
        let herstelcodes = codes.iter().map(|it| it.toon().to_owned()).collect();
        Ok::<_, Probleem>((StatusCode::CREATED, Uit(Codes { herstelcodes })).into_response())
    };
    Eindpunt::met_lijf(Methode::Post, "/v1/sessies/huidige/herstelcodes", doe)
        .heet("geefHerstelcodes", "Maak nieuwe codes voor als het toestel kwijt is")
        .onder(GROEP)
        .voorbeeld(json!({ "code": "123456" }))
        .geeft::<Codes>(201, "De codes, één keer getoond")
}

fn zonder_factor() -> Eindpunt {
    let doe = |staat: Staat, (van, sessie): (Herkomst, InSessie), lijf: Bewijs| async move {
        let factor = factor(lijf.code.as_ref(), lijf.herstelcode.as_ref())?;
        let geheim =
            staat.engine.verwijder_tweede_factor(&sessie.geheim, factor, &van.tekst()).await?;
        Ok::<_, Probleem>(met_sessie(StatusCode::NO_CONTENT, geheim.toon()))
    };
    Eindpunt::met_lijf(Methode::Post, "/v1/sessies/huidige/_verwijder-tweede-factor", doe)
        .heet("verwijderTweedeFactor", "Haal de tweede factor weg, om een nieuwe in te stellen")
        .onder(GROEP)
        .voorbeeld(json!({ "code": "123456" }))
        .leeg(204, "De tweede factor is weg; de sessie heeft een nieuw geheim")
}

fn overal_uit() -> Eindpunt {
    Eindpunt::post("/v1/sessies/_overal-uit", doe_overal_uit)
        .heet("logOveralUit", "Log overal uit, hier ook")
        .onder(GROEP)
        .leeg(204, "Overal uitgelogd")
}

async fn doe_overal_uit(
    State(staat): State<Staat>,
    sessie: InSessie,
) -> Result<Response, Probleem> {
    staat.engine.log_overal_uit(&sessie.geheim).await?;
    let mut antwoord = StatusCode::NO_CONTENT.into_response();
    vergeet(antwoord.headers_mut(), SESSIE);
    wis_bewaard(antwoord.headers_mut());
    Ok(antwoord)
}

fn met_sessie(status: StatusCode, geheim: &str) -> Response {
    let mut antwoord = status.into_response();
    zet(antwoord.headers_mut(), SESSIE, geheim);
    antwoord
}
