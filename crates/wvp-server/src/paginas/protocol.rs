//! The protocol of an employer: its versions, and a new version that is played on cases nobody lived through before it
//! is established.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use uuid::Uuid;
use wvp_domain::protocol::lees;
use wvp_domain::protocol::proef::{Proef, speel};
use wvp_domain::rekenmachine::Ruw;
use wvp_domain::{WerkgeverId, kalender};
use wvp_engine::nieuw_id;
use wvp_paginas::Melding;
use wvp_paginas::formulier::{self, Veldfout, Verwijzingen, Vorm};
use wvp_paginas::protocol::{Nieuw, Protocolpagina};

use super::bezoek::{Bezoek, Velden};
use super::ingevuld::{Ingevuld, Knop};
use super::vastleggen::fouten;
use super::{Blad, Mis, naar_met};
use crate::api::Daad;
use crate::probleem::{Probleem, Soort};
use crate::staat::Staat;

/// The act that establishes a version.
const WOORD: &str = "protocolversies";

fn daad(staat: &Staat) -> Result<&Daad, Mis> {
    let gevonden = staat.daden.iter().find(|it| it.woord == WOORD);
    Ok(gevonden.ok_or_else(|| Probleem::van(Soort::NietGevonden))?)
}

pub(super) async fn toon(
    State(staat): State<Staat>,
    Path(werkgever): Path<Uuid>,
    bezoek: Bezoek,
) -> Result<Blad, Mis> {
    let blad = staat.engine.protocol_van(&bezoek.wie, WerkgeverId(werkgever)).await?;
    let vandaag = staat.engine.klok().vandaag();
    let protocol = blad.geldend.map(|it| json!(it.protocol));
    let begin = json!({ "a": { "vastgesteld_op": vandaag, "protocol": protocol } });
    let gevuld = Gevuld { waarden: &begin, fouten: &[], stuk: nieuw_id(), gespeeld: None };
    Ok(Blad::van(&pagina(&staat, &bezoek, werkgever, gevuld).await?))
}

pub(super) async fn stel_vast(
    State(staat): State<Staat>,
    Path(werkgever): Path<Uuid>,
    bezoek: Bezoek,
    velden: Velden,
) -> Result<Response, Mis> {
    let daad = daad(&staat)?;
    let ingevuld = Ingevuld::lees(daad, &velden);
    let (mut gespeeld, mut fout) = (None, vec![]);
    match ingevuld.knop {
        Knop::LegVast => {
            match daad.doe(&staat, bezoek.wie, werkgever, ingevuld.lading(), None).await {
                Ok(()) => {
                    let hier = format!("/werkgevers/{werkgever}/protocol");
                    return Ok(naar_met(&hier, Melding::Vastgelegd));
                }
                Err(probleem) => fout = fouten(probleem)?,
            }
        }
        Knop::Speel => match speel_na(&staat, &ingevuld.json).await? {
            Ok(proef) => gespeeld = Some(proef),
            Err(fouten) => fout = fouten,
        },
        Knop::Meer | Knop::Bewaar | Knop::GooiWeg | Knop::Voorproef => {}
    }
    let gevuld = Gevuld { waarden: &ingevuld.json, fouten: &fout, stuk: ingevuld.stuk, gespeeld };
    let blad = pagina(&staat, &bezoek, werkgever, gevuld).await?;
    let status = if fout.is_empty() { StatusCode::OK } else { StatusCode::BAD_REQUEST };
    Ok(Blad::met(status, &blad).into_response())
}

/// Plays the protocol of a form; records nothing.
async fn speel_na(staat: &Staat, json: &Value) -> Result<Result<Proef, Vec<Veldfout>>, Mis> {
    let protocol = json.pointer("/a/protocol").cloned().unwrap_or_default();
    let ruw: Ruw = serde_json::from_value(protocol).map_err(|fout| Probleem::storing(&fout))?;
    let protocol = match lees(ruw) {
        Ok(protocol) => protocol,
        Err(fouten) => {
            let plek = |veld: String| format!("a.protocol.{veld}");
            return Ok(Err(fouten.into_iter().map(|it| (plek(it.veld), it.regel)).collect()));
        }
    };
    // 104 weeks of several cases: work for beside the requests.
    let werk = async move { Ok(speel(&protocol, kalender::rol_vooruit(protocol.per).naar)) };
    Ok(Ok(staat.drukpers.druk(werk).await?))
}

/// What stands on the page beside the versions.
struct Gevuld<'a> {
    waarden: &'a Value,
    fouten: &'a [Veldfout],
    stuk: Uuid,
    gespeeld: Option<Proef>,
}

async fn pagina(
    staat: &Staat,
    bezoek: &Bezoek,
    werkgever: Uuid,
    gevuld: Gevuld<'_>,
) -> Result<Protocolpagina, Mis> {
    let (wie, id) = (&bezoek.wie, WerkgeverId(werkgever));
    let blad = staat.engine.protocol_van(wie, id).await?;
    let bedrijf = staat.engine.werkgever(wie, id, &bezoek.aanleiding).await?.bedrijf;
    let daad = daad(staat)?;
    let k = bezoek.kader();
    let vorm = Vorm {
        schema: daad.vorm.schema.as_value(),
        waarden: gevuld.waarden,
        fouten: gevuld.fouten,
        verwijzingen: &Verwijzingen::new(),
        delen: &["a"],
        vast: &[],
    };
    let (delen, fouten) = formulier::bouw(&k, &vorm);
    Ok(Protocolpagina {
        werkgever: id,
        naam: bedrijf.map_or_else(|| werkgever.to_string(), |it| it.naam),
        versies: blad.versies,
        geldend: blad.geldend.map(|it| it.stuk),
        nieuw: Nieuw { delen, fouten, stuk: gevuld.stuk },
        gespeeld: gevuld.gespeeld,
        k,
    })
}
