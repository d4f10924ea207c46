//! Previews of messages to UWV. Nothing is sent and nothing is recorded.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;
use wvp_access::Lezer;
use wvp_berichten::uwv_bericht;
use wvp_domain::DossierId;
use wvp_engine::Geweigerd;
use wvp_uitwisseling::uwv::{Aanvulling, Bericht, Gemis, Soort as Berichtsoort};

use super::gedeeld::DOSSIER;
use crate::eindpunt::{Eindpunt, Methode, Parameter, Waar};
use crate::probleem::{Probleem, Soort, Veldfout};
use crate::staat::Staat;
use crate::wacht::Ingelogd;

const GROEP: &str = "Opstellen";
const JSON: &str = "application/json";
const XML: &str = "application/xml";

pub(super) fn eindpunten() -> Vec<Eindpunt> {
    let soort = Parameter {
        naam: "soort",
        waar: Waar::Pad,
        uitleg: "Welk bericht",
        schema: json!({ "type": "string", "enum": Berichtsoort::ALLE.map(Berichtsoort::woord) }),
    };
    vec![
        Eindpunt::met_lijf(Methode::Post, "/v1/dossiers/{dossier}/uwv-berichten/{soort}", maak)
            .heet(
                "maakUwvBericht",
                "Het voorbeeld van een bericht aan UWV, als JSON of XML (`Accept`)",
            )
            .onder(GROEP)
            .met(DOSSIER.parameter())
            .met(soort)
            .voorbeeld(json!({}))
            .geeft_bestand(200, "Het voorbeeld; er is niets verstuurd", &[JSON, XML]),
    ]
}

/// What is not in the dossier, by the element names of UWV.
#[derive(Deserialize, JsonSchema)]
#[serde(transparent)]
struct Aanvullingen(BTreeMap<String, Value>);

/// What comes beside the body.
type Verzoek = (Result<Path<(Uuid, String)>, PathRejection>, Ingelogd, HeaderMap);

async fn maak(
    staat: Staat,
    (pad, ingelogd, koppen): Verzoek,
    Aanvullingen(velden): Aanvullingen,
) -> Result<Response, Probleem> {
    let onbekend = || Probleem::van(Soort::NietGevonden);
    let Path((dossier, woord)) = pad.map_err(|_| onbekend())?;
    let soort = Berichtsoort::ALLE.into_iter().find(|it| it.woord() == woord);
    let soort = soort.ok_or_else(onbekend)?;
    let Ingelogd { wie, aanleiding } = &ingelogd;
    let gelezen = staat.engine.berichtgegevens(wie, DossierId(dossier), aanleiding).await?;
    eis_melder(wie.lezer, soort)?;
    let velden = json!(velden).to_string();
    let aanvulling = Aanvulling::uit_json(&velden).map_err(|fout| Probleem::storing(&fout))?;
    let bericht = uwv_bericht(soort, &gelezen, &aanvulling).map_err(|gemis| mist(&gemis))?;
    als_antwoord(&bericht, &koppen)
}

/// Which vangnet applies, who works for the employer never reads; so a ziekteaangifte is not made there.
fn eis_melder(lezer: Lezer, soort: Berichtsoort) -> Result<(), Probleem> {
    if soort != Berichtsoort::Ziekteaangifte || lezer == Lezer::CasemanagerZwWgaWvp {
        return Ok(());
    }
    let uitleg = "Een ziekteaangifte onder een vangnet maakt de casemanager van de arbodienst.";
    Err(Geweigerd { regels: vec!["R-201"], uitleg: uitleg.to_owned() }.into())
}

fn mist(gemis: &[Gemis]) -> Probleem {
    let een = |it: &Gemis| Veldfout {
        veld: it.fout.veld.clone(),
        regel: format!("{}; aan te vullen in: {}", it.fout.regel, it.waar),
        waarde: None,
    };
    Probleem::invoer(gemis.iter().map(een).collect())
}

fn als_antwoord(bericht: &Bericht, koppen: &HeaderMap) -> Result<Response, Probleem> {
    let gevraagd = koppen.get(header::ACCEPT).and_then(|it| it.to_str().ok()).unwrap_or_default();
    let (soort, lijf) =
        if gevraagd.contains(XML) { (XML, bericht.als_xml()) } else { (JSON, bericht.als_json()) };
    let lijf = lijf.map_err(|fout| Probleem::storing(&fout))?;
    Ok(([(header::CONTENT_TYPE, HeaderValue::from_static(soort))], lijf).into_response())
}
