//! The papers of a dossier, and signing them.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use uuid::Uuid;
use wvp_domain::mijlpaal::gedeeld::Partij;
use wvp_domain::{DossierId, StukId};
use wvp_engine::{TeTekenen, Tekent};
use wvp_paginas::Melding;
use wvp_paginas::dossier::Tab;
use wvp_paginas::stukken::{Stuk, Stukken};
use wvp_paginas::thuis::Thuis;

use super::bezoek::{Bezoek, Velden};
use super::dossier::{Nummer, lees};
use super::vastleggen::fouten;
use super::{Blad, Mis, naar_met};
use crate::api::woord_van_afschrift;
use crate::probleem::Probleem;
use crate::staat::Staat;

pub(super) async fn toon(
    State(staat): State<Staat>,
    Path(dossier): Nummer,
    bezoek: Bezoek,
) -> Result<Blad, Mis> {
    Ok(Blad::van(&blad(&staat, &bezoek, dossier, None).await?))
}

async fn blad(
    staat: &Staat,
    bezoek: &Bezoek,
    dossier: Uuid,
    nee: Option<String>,
) -> Result<Stukken, Mis> {
    let gelezen = lees(staat, bezoek, dossier).await?;
    let alle = staat.engine.te_tekenen(&bezoek.wie, gelezen.dossier, &bezoek.aanleiding).await;
    let alle = alle.map_err(Probleem::from)?.into_iter();
    let mut te_tekenen: BTreeMap<StukId, TeTekenen> = alle.map(|it| (it.stuk, it)).collect();
    let partij = partij(bezoek);
    let stukken = gelezen.lijn.regels.iter().rev().filter_map(|regel| {
        let stuk = regel.stuk?;
        let tekenbaar = te_tekenen.remove(&stuk);
        Some(Stuk {
            stuk,
            titel: regel.titel,
            datum: regel.datum,
            door: regel.door.clone(),
            afschrift: woord_van_afschrift(&gelezen.inzage.dossier, stuk),
            te_tekenen: tekenbaar.as_ref().filter(|it| wacht_op(it, partij)).map(inhoud),
            getekend: tekenbaar.and_then(|it| it.handtekeningen).unwrap_or_default(),
        })
    });
    Ok(Stukken {
        k: bezoek.kader(),
        stukken: stukken.collect(),
        kop: gelezen.kop(staat, bezoek, Tab::Stukken),
        eigen_map: Thuis::van(bezoek.wie.lezer) == Thuis::Eigen,
        nee,
    })
}

/// For whom this reader signs.
pub(super) fn partij(bezoek: &Bezoek) -> Option<Partij> {
    match Thuis::van(bezoek.wie.lezer) {
        Thuis::Overzicht => Some(Partij::Werkgever),
        Thuis::Eigen => Some(Partij::Werknemer),
        Thuis::Werklijst
        | Thuis::Spreekuur
        | Thuis::Lijst
        | Thuis::Toezicht
        | Thuis::Beheer
        | Thuis::Planning
        | Thuis::Directie => None,
    }
}

/// Whether a document waits for the word of a party.
pub(super) fn wacht_op(stuk: &TeTekenen, partij: Option<Partij>) -> bool {
    let (Some(partij), Some(gezegd)) = (partij, &stuk.handtekeningen) else { return false };
    !gezegd.iter().any(|(wie, _, _)| *wie == partij)
}

/// What signing a document would confirm.
pub(super) fn inhoud(stuk: &TeTekenen) -> String {
    stuk.inhoud.clone()
}

pub(super) async fn teken(
    State(staat): State<Staat>,
    Path((dossier, stuk)): Path<(Uuid, Uuid)>,
    bezoek: Bezoek,
    velden: Velden,
) -> Result<Response, Mis> {
    let inhoud = velden.tekst("inhoud").to_owned();
    let tekent = Tekent { van: StukId(stuk), inhoud, weigering: None };
    let fout = match staat.engine.onderteken(&bezoek.wie, DossierId(dossier), tekent).await {
        Ok(_) => return Ok(naar_met(&format!("/dossiers/{dossier}/stukken"), Melding::Vastgelegd)),
        Err(fout) => fouten(fout.into())?,
    };
    let zinnen: Vec<String> = fout.into_iter().map(|(_, zin)| zin).collect();
    let blad = blad(&staat, &bezoek, dossier, Some(zinnen.join(" "))).await?;
    Ok(Blad::met(StatusCode::CONFLICT, &blad).into_response())
}
