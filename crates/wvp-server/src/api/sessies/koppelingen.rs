//! Through which other parties the owner of a session may log in: who made the link was logged in here, and proves
//! there who that is.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;
use wvp_domain::StukId;
use wvp_kanalen::geheim::Geheim;

use super::elders::{adres_bij, zoek};
use super::{GROEP, Verder};
use crate::api::gedeeld::Gedeeld;
use crate::eindpunt::{Eindpunt, Methode};
use crate::probleem::Probleem;
use crate::staat::Staat;
use crate::uit::Uit;
use crate::wacht::{InSessie, zet_ronde};

const PAD: &str = "/v1/sessies/huidige/koppelingen";
const KOPPELING: Gedeeld = Gedeeld::nummer("koppeling", "Het nummer van de koppeling");

pub(super) fn eindpunten() -> Vec<Eindpunt> {
    vec![lijst(), begin(), weg()]
}

/// The links of an account.
#[derive(Serialize, JsonSchema)]
struct Koppelingen {
    koppelingen: Vec<Koppelingbeeld>,
}

/// One link.
#[derive(Serialize, JsonSchema)]
struct Koppelingbeeld {
    koppeling: StukId,
    /// Where the other party answers.
    uitgever: String,
}

fn lijst() -> Eindpunt {
    let doe = |State(staat): State<Staat>, sessie: InSessie| async move {
        let alle = staat.engine.koppelingen(&sessie.geheim).await?;
        let beeld = |it: wvp_domain::bevoegdheid::inlog::Koppeling| Koppelingbeeld {
            koppeling: it.stuk,
            uitgever: it.uitgever,
        };
        Ok::<_, Probleem>(Uit(Koppelingen { koppelingen: alle.into_iter().map(beeld).collect() }))
    };
    Eindpunt::get(PAD, doe)
        .heet("leesKoppelingen", "Bij welke andere partijen u kunt inloggen")
        .onder(GROEP)
        .geeft::<Koppelingen>(200, "De koppelingen")
}

/// The other party to link with.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Koppelverzoek {
    /// Its name in addresses.
    aanbieder: String,
}

fn begin() -> Eindpunt {
    Eindpunt::met_lijf(Methode::Post, PAD, koppel)
        .heet("beginKoppeling", "Koppel uw account aan een andere partij")
        .onder(GROEP)
        .voorbeeld(json!({ "aanbieder": "arbodienst" }))
        .geeft::<Verder>(200, "Log op dit adres in; daarna is de koppeling er")
        .weigert(502, "De andere partij antwoordt niet")
}

async fn koppel(
    staat: Staat,
    sessie: InSessie,
    Koppelverzoek { aanbieder }: Koppelverzoek,
) -> Result<Response, Probleem> {
    let (verder, ronde) = begin_koppeling(&staat, &sessie, &aanbieder).await?;
    let mut antwoord = Uit(Verder { verder }).into_response();
    zet_ronde(antwoord.headers_mut(), &ronde);
    Ok(antwoord)
}

/// Begins a round that ends with a link: the address at the other party, and the cookie of the round.
///
/// # Errors
///
/// A problem when logging in was too long ago, or the party is not known here or does not answer.
pub(crate) async fn begin_koppeling(
    staat: &Staat,
    sessie: &InSessie,
    aanbieder: &str,
) -> Result<(String, String), Probleem> {
    staat.engine.eis_pas_ingelogd(&sessie.geheim).await?;
    let aanbieder = zoek(staat, aanbieder)?;
    let geheim = Geheim::nieuw().toon();
    let verder = adres_bij(staat, aanbieder, &geheim).await?;
    // The cookie of the session stays home when another site sends the browser back, so its secret goes along in the
    // cookie of this round. It is looked at there only after the round proved to be ours.
    Ok((verder, format!("{}.{}", *geheim, sessie.geheim)))
}

fn weg() -> Eindpunt {
    let doe = |State(staat): State<Staat>, sessie: InSessie, Path(koppeling): Path<Uuid>| async move {
        staat.engine.ontkoppel(&sessie.geheim, StukId(koppeling)).await?;
        Ok::<_, Probleem>(StatusCode::NO_CONTENT)
    };
    Eindpunt::delete(format!("{PAD}/{{koppeling}}"), doe)
        .heet("beeindigKoppeling", "Maak een koppeling los")
        .onder(GROEP)
        .met(KOPPELING.parameter())
        .leeg(204, "De koppeling is los")
}
