//! The own dossiers, page by page, and searching over them.

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use wvp_engine::{Dossierregel, Dossiervraag, Grootte, Zoekterm};
use wvp_paginas::dossiers::Dossiers;

use super::bezoek::{Bezoek, Velden};
use super::namen::namen_van_werkgevers;
use super::{Blad, Mis};
use crate::probleem::Probleem;
use crate::staat::Staat;

/// Where a page begins; the first one for a place that no list gave.
#[derive(Deserialize)]
pub(super) struct Vraag {
    #[serde(default)]
    na: String,
}

pub(super) async fn toon(
    State(staat): State<Staat>,
    bezoek: Bezoek,
    Query(vraag): Query<Vraag>,
) -> Result<Blad, Mis> {
    let vraag = Dossiervraag { na: vraag.na.parse().ok(), ..Dossiervraag::default() };
    let blad = staat.engine.dossiers(&bezoek.wie, &vraag, &bezoek.aanleiding).await;
    let blad = blad.map_err(|fout| Probleem::storing(&fout))?;
    let verder = blad.verder.map(|it| it.to_string());
    Ok(Blad::van(&Dossiers { verder, ..lijst(&staat, &bezoek, blad.regels).await? }))
}

/// What was searched for comes in a body and goes nowhere.
pub(super) async fn zoek(
    State(staat): State<Staat>,
    bezoek: Bezoek,
    velden: Velden,
) -> Result<Response, Mis> {
    let term = match Zoekterm::lees(velden.tekst("term")) {
        Ok(term) => term,
        Err(nee) => {
            let leeg = lijst(&staat, &bezoek, vec![]).await?;
            let blad = Dossiers { gezocht: true, nee: Some(nee.to_string()), ..leeg };
            return Ok(Blad::met(StatusCode::BAD_REQUEST, &blad).into_response());
        }
    };
    let (wie, aanleiding) = (&bezoek.wie, &bezoek.aanleiding);
    let regels = staat.engine.zoek(wie, &term, Grootte::default(), aanleiding).await;
    let regels = regels.map_err(|fout| Probleem::storing(&fout))?;
    let gevonden = lijst(&staat, &bezoek, regels).await?;
    Ok(Blad::van(&Dossiers { gezocht: true, ..gevonden }).into_response())
}

async fn lijst(staat: &Staat, bezoek: &Bezoek, regels: Vec<Dossierregel>) -> Result<Dossiers, Mis> {
    let welke = regels.iter().map(|it| it.werkgever).collect();
    Ok(Dossiers {
        k: bezoek.kader(),
        werkgevers: namen_van_werkgevers(staat, bezoek, &welke).await?,
        regels,
        verder: None,
        gezocht: false,
        nee: None,
    })
}
