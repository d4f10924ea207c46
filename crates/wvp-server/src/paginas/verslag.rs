//! The re-integratieverslag: what it misses, and the package.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use wvp_access::Lezer;
use wvp_domain::DossierId;
use wvp_paginas::dossier::Tab;
use wvp_paginas::verslag::Verslag;

use super::bezoek::{Bezoek, VanHier};
use super::dossier::{Nummer, lees};
use super::vastleggen::{formulieren, fouten};
use super::{Blad, Mis};
use crate::api::stel_samen;
use crate::staat::Staat;

/// The word of the form whose readers put packages together: who draws up the draft hands it over.
const CONCEPT: &str = "riv-concepten";

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
    dossier: uuid::Uuid,
    nee: Option<String>,
) -> Result<Verslag, Mis> {
    let gelezen = lees(staat, bezoek, dossier).await?;
    let (wie, aanleiding) = (&bezoek.wie, &bezoek.aanleiding);
    let uitslag = staat.engine.riv_controle(wie, DossierId(dossier), aanleiding).await?;
    let draagt_over = formulieren(staat, bezoek).iter().any(|it| it.woord == CONCEPT);
    Ok(Verslag {
        k: bezoek.kader(),
        kop: gelezen.kop(staat, bezoek, Tab::Verslag),
        uitslag,
        stelt_samen: draagt_over || wie.lezer == Lezer::Werknemer,
        nee,
    })
}

/// The package as a file, or why not, on the page.
pub(super) async fn pakket(
    State(staat): State<Staat>,
    Path(dossier): Nummer,
    bezoek: Bezoek,
    _: VanHier,
) -> Result<Response, Mis> {
    let gemaakt = stel_samen(staat.clone(), dossier, bezoek.wie, bezoek.aanleiding).await;
    let probleem = match gemaakt {
        Ok(bestand) => return Ok(bestand.into_response()),
        Err(probleem) => probleem,
    };
    let zinnen: Vec<String> = fouten(probleem)?.into_iter().map(|(_, zin)| zin).collect();
    let blad = blad(&staat, &bezoek, dossier, Some(zinnen.join(" "))).await?;
    Ok(Blad::met(StatusCode::CONFLICT, &blad).into_response())
}
