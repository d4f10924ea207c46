//! What is of oneself: messages, and the own file of an employee.

use axum::extract::{Path, State};
use axum::response::Response;
use uuid::Uuid;
use wvp_domain::Secties;
use wvp_domain::bezorging::BerichtId;
use wvp_domain::postvak::{Command, Gelezen};
use wvp_engine::{Dossiervraag, Standsoort};
use wvp_paginas::berichten::Berichten;
use wvp_paginas::mijn::Mijn;

use super::bezoek::{Bezoek, VanHier};
use super::{Blad, Mis, naar};
use crate::probleem::Probleem;
use crate::staat::Staat;

pub(super) async fn berichten(State(staat): State<Staat>, bezoek: Bezoek) -> Result<Blad, Mis> {
    let mut berichten = staat.engine.postvak(&bezoek.wie).await?;
    berichten.sort_by_key(|it| std::cmp::Reverse(it.op));
    Ok(Blad::van(&Berichten { k: bezoek.kader(), berichten }))
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
