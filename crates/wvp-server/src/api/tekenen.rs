//! Signing: what can be signed of a dossier, and signing or refusing as who is logged in.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;
use wvp_domain::mijlpaal::gedeeld::{Handtekening, Partij};
use wvp_domain::mijlpaal::riv::Element;
use wvp_domain::{Datum, DossierId, StukId};
use wvp_engine::{TeTekenen, Tekent};

use super::gedeeld::DOSSIER;
use crate::eindpunt::{Eindpunt, Methode};
use crate::probleem::Probleem;
use crate::staat::Staat;
use crate::uit::Uit;
use crate::wacht::Ingelogd;

const GROEP: &str = "Tekenen";

pub(super) fn eindpunten() -> Vec<Eindpunt> {
    vec![lijst(), onderteken()]
}

/// A document that can be signed.
#[derive(Serialize, JsonSchema)]
struct Stukbeeld {
    stuk: StukId,
    element: Element,
    datum: Datum,
    /// What somebody who signs it now confirms: SHA-256 in hexadecimal digits.
    controlegetal: String,
    /// The last word of each party; none when nobody but its author signs it.
    handtekeningen: Option<Vec<Handtekeningbeeld>>,
    /// Copies of it that were signed on paper.
    exemplaren: Vec<StukId>,
}

/// What a party said.
#[derive(Serialize, JsonSchema)]
struct Handtekeningbeeld {
    partij: Partij,
    keuze: Handtekening,
    op: Datum,
}

impl From<TeTekenen> for Stukbeeld {
    fn from(it: TeTekenen) -> Self {
        let een = |(partij, keuze, op)| Handtekeningbeeld { partij, keuze, op };
        Self {
            stuk: it.stuk,
            element: it.element,
            datum: it.datum,
            controlegetal: it.inhoud,
            handtekeningen: it.handtekeningen.map(|alle| alle.into_iter().map(een).collect()),
            exemplaren: it.exemplaren,
        }
    }
}

/// Documents that can be signed.
#[derive(Serialize, JsonSchema)]
struct Stuklijst {
    stukken: Vec<Stukbeeld>,
}

fn lijst() -> Eindpunt {
    Eindpunt::get("/v1/dossiers/{dossier}/te-tekenen", geef_lijst)
        .heet("lijstTeTekenen", "Wat er te tekenen is, met wat een handtekening bevestigt")
        .onder(GROEP)
        .met(DOSSIER.parameter())
        .geeft::<Stuklijst>(200, "De stukken")
}

async fn geef_lijst(
    State(staat): State<Staat>,
    Path(dossier): Path<Uuid>,
    ingelogd: Ingelogd,
) -> Result<Uit<Stuklijst>, Probleem> {
    let Ingelogd { wie, aanleiding } = &ingelogd;
    let stukken = staat.engine.te_tekenen(wie, DossierId(dossier), aanleiding).await?;
    Ok(Uit(Stuklijst { stukken: stukken.into_iter().map(Into::into).collect() }))
}

/// A signature, or a refusal. Who signs follows from the log-in.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Tekenkeuze {
    stuk: Uuid,
    /// As it was shown: what is signed is what was seen.
    controlegetal: String,
    /// Why not, for a refusal.
    weigering: Option<String>,
}

fn onderteken() -> Eindpunt {
    Eindpunt::met_lijf(Methode::Post, "/v1/dossiers/{dossier}/ondertekeningen", teken)
        .heet("onderteken", "Teken een stuk, of weiger met een reden")
        .onder(GROEP)
        .met(DOSSIER.parameter())
        .voorbeeld(json!({ "stuk": Uuid::nil(), "controlegetal": "9f86d081…" }))
        .leeg(204, "Getekend of geweigerd")
}

async fn teken(
    staat: Staat,
    (Path(dossier), ingelogd): (Path<Uuid>, Ingelogd),
    Tekenkeuze { stuk, controlegetal, weigering }: Tekenkeuze,
) -> Result<StatusCode, Probleem> {
    let tekent = Tekent { van: StukId(stuk), inhoud: controlegetal, weigering };
    staat.engine.onderteken(&ingelogd.wie, DossierId(dossier), tekent).await?;
    Ok(StatusCode::NO_CONTENT)
}
