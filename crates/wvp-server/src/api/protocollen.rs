//! Protocols of employers: what holds, and a protocol played before it goes live.

use axum::extract::{Path, State};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;
use wvp_domain::protocol::proef::{Proef, speel};
use wvp_domain::protocol::{Protocol, lees};
use wvp_domain::rekenmachine::Ruw;
use wvp_domain::werkgever::Vaststelling;
use wvp_domain::{WerkgeverId, kalender};

use super::gedeeld::{Gedeeld, fouten};
use crate::eindpunt::Eindpunt;
use crate::invoer::Json;
use crate::probleem::Probleem;
use crate::staat::Staat;
use crate::uit::Uit;
use crate::vorm::Vorm;
use crate::wacht::Ingelogd;

const GROEP: &str = "Protocollen";
const WERKGEVER: Gedeeld = Gedeeld::nummer("werkgever", "Het nummer van de werkgever");

pub(super) fn eindpunten() -> Vec<Eindpunt> {
    vec![
        Eindpunt::get("/v1/werkgevers/{werkgever}/protocollen", geef)
            .heet("lijstProtocollen", "De versies van het protocol van een werkgever")
            .onder(GROEP)
            .met(WERKGEVER.parameter())
            .geeft::<Protocollen>(200, "Wat geldt, en elke versie"),
        Eindpunt::post("/v1/protocollen/_proef", speel_na)
            .heet(
                "speelProtocol",
                "Speel een protocol na voordat het geldt; er wordt niets vastgelegd",
            )
            .onder(GROEP)
            .invoer(Vorm::invoer::<Protocol>())
            .voorbeeld(json!({
                "per": "2027-01-01",
                "stappen": [],
                "aanscherpingen": [{
                    "termijn": "probleemanalyse", "dagen_eerder": 5, "extra_treden": [-21]
                }]
            }))
            .geeft::<Proef>(200, "Elke herinnering in elke zaak, en wat nooit aan de beurt komt"),
    ]
}

/// The protocol of an employer.
#[derive(Serialize, JsonSchema)]
struct Protocollen {
    /// What holds for a dossier that begins today.
    geldend: Option<Vaststelling>,
    /// Every version, oldest first.
    versies: Vec<Vaststelling>,
}

async fn geef(
    State(staat): State<Staat>,
    Path(werkgever): Path<Uuid>,
    Ingelogd { wie, .. }: Ingelogd,
) -> Result<Uit<Protocollen>, Probleem> {
    let blad = staat.engine.protocol_van(&wie, WerkgeverId(werkgever)).await?;
    Ok(Uit(Protocollen { geldend: blad.geldend, versies: blad.versies }))
}

async fn speel_na(
    State(staat): State<Staat>,
    _: Ingelogd,
    Json(ruw): Json<Ruw>,
) -> Result<Uit<Proef>, Probleem> {
    let protocol = lees(ruw).map_err(fouten)?;
    // 104 weeks of several cases: work for beside the requests.
    let gespeeld = staat
        .drukpers
        .druk(async move { Ok(speel(&protocol, kalender::rol_vooruit(protocol.per).naar)) });
    Ok(Uit(gespeeld.await?))
}
