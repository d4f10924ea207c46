//! What is of oneself: messages, and the own file of an employee.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;
use uuid::Uuid;
use wvp_domain::Secties;
use wvp_domain::bezorging::BerichtId;
use wvp_domain::postvak::{Command, Gelezen};
use wvp_engine::{Dossiervraag, Standsoort};
use wvp_paginas::berichten::Berichten;
use wvp_paginas::mijn::Mijn;

use super::bezoek::{Bezoek, VanHier};
use super::namen::van_dossiers;
use super::{Blad, Mis, naar};
use crate::probleem::Probleem;
use crate::staat::Staat;

/// Messages on a page.
const PER_BLADZIJDE: usize = 50;

/// Which page, from 1; the first one for anything else.
#[derive(Deserialize)]
pub(super) struct Vraag {
    #[serde(default)]
    bladzijde: String,
}

pub(super) async fn berichten(
    State(staat): State<Staat>,
    bezoek: Bezoek,
    Query(vraag): Query<Vraag>,
) -> Result<Blad, Mis> {
    let alle = staat.engine.postvak(&bezoek.wie).await?;
    let ongelezen = alle.iter().filter(|it| !it.is_gelezen).count();
    let bladzijden = alle.len().div_ceil(PER_BLADZIJDE).max(1);
    let bladzijde = vraag.bladzijde.parse().unwrap_or(1).clamp(1, bladzijden);
    let eerder = (bladzijde - 1).saturating_mul(PER_BLADZIJDE);
    let berichten: Vec<_> = alle.into_iter().skip(eerder).take(PER_BLADZIJDE).collect();
    let dossiers = berichten.iter().map(|it| it.dossier).collect();
    let namen = van_dossiers(&staat, &bezoek, &dossiers).await?;
    let k = bezoek.kader();
    Ok(Blad::van(&Berichten { k, berichten, namen, ongelezen, bladzijde, bladzijden }))
}

pub(super) async fn gelezen(
    State(staat): State<Staat>,
    Path(bericht): Path<Uuid>,
    bezoek: Bezoek,
    _: VanHier,
) -> Result<Response, Mis> {
    let gelezen = Gelezen { bericht: BerichtId(bericht), op: staat.engine.klok().vandaag() };
    let opdracht = Command::LeesBericht(Secties::proces(gelezen));
    let wie = &bezoek.wie;
    staat.engine.execute_postvak(wie, opdracht).await?;
    Ok(naar("/berichten"))
}

pub(super) async fn mijn_dossier(State(staat): State<Staat>, bezoek: Bezoek) -> Result<Blad, Mis> {
    let (wie, aanleiding) = (&bezoek.wie, &bezoek.aanleiding);
    let blad = staat.engine.dossiers(wie, &Dossiervraag::default(), aanleiding).await;
    let mut dossiers = blad.map_err(|fout| Probleem::storing(&fout))?.regels;
    dossiers.sort_by_key(|it| Standsoort::from(it.stand) != Standsoort::Lopend);
    Ok(Blad::van(&Mijn { k: bezoek.kader(), dossiers }))
}
