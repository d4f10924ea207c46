//! Refusing to sign a document: with the reason, which stands in the dossier beside it.

use std::sync::LazyLock;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use uuid::Uuid;
use wvp_domain::{DossierId, StukId};
use wvp_engine::Tekent;
use wvp_paginas::Melding;
use wvp_paginas::formulier::{self, Conceptknoppen, Formulier, Veldfout, Verwijzingen, Vorm};

use super::bezoek::{Bezoek, Velden};
use super::stukken::{inhoud, partij, wacht_op};
use super::vastleggen::fouten;
use super::{Blad, Mis, naar_met};
use crate::probleem::{Probleem, Soort};
use crate::staat::Staat;

/// The place of the reason.
const REDEN: &str = "a.motivering";
/// The reason as a section of its own.
static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    let reden = json!({ "type": "string" });
    let a = json!({
        "type": "object", "properties": { "motivering": reden }, "required": ["motivering"],
    });
    json!({ "type": "object", "properties": { "a": a }, "required": ["a"] })
});

pub(super) async fn toon(
    State(staat): State<Staat>,
    Path((dossier, stuk)): Path<(Uuid, Uuid)>,
    bezoek: Bezoek,
) -> Result<Blad, Mis> {
    let (wie, aanleiding) = (&bezoek.wie, &bezoek.aanleiding);
    let alle = staat.engine.te_tekenen(wie, DossierId(dossier), aanleiding).await;
    let alle = alle.map_err(Probleem::from)?;
    let partij = partij(&bezoek);
    let dit = alle.iter().find(|it| it.stuk == StukId(stuk) && wacht_op(it, partij));
    let dit = dit.ok_or_else(|| Probleem::van(Soort::NietGevonden))?;
    Ok(Blad::van(&blad(&bezoek, (dossier, stuk), &inhoud(dit), (&Value::Null, &[]))))
}

pub(super) async fn weiger(
    State(staat): State<Staat>,
    Path((dossier, stuk)): Path<(Uuid, Uuid)>,
    bezoek: Bezoek,
    velden: Velden,
) -> Result<Response, Mis> {
    let gezien = velden.tekst("inhoud");
    let waarden = formulier::lees(&SCHEMA, velden.alle());
    let reden = waarden.pointer("/a/motivering").and_then(Value::as_str).unwrap_or_default();
    let fout = if reden.trim().is_empty() {
        vec![(REDEN.to_owned(), bezoek.taal().zeg("weiger-zonder-reden"))]
    } else {
        let weigering = Some(reden.to_owned());
        let tekent = Tekent { van: StukId(stuk), inhoud: gezien.to_owned(), weigering };
        match staat.engine.onderteken(&bezoek.wie, DossierId(dossier), tekent).await {
            Ok(_) => {
                let terug = format!("/dossiers/{dossier}/stukken");
                return Ok(naar_met(&terug, Melding::Vastgelegd));
            }
            Err(fout) => fouten(fout.into())?,
        }
    };
    let blad = blad(&bezoek, (dossier, stuk), gezien, (&waarden, &fout));
    Ok(Blad::met(StatusCode::BAD_REQUEST, &blad).into_response())
}

fn blad(
    bezoek: &Bezoek,
    (dossier, stuk): (Uuid, Uuid),
    inhoud: &str,
    (waarden, fouten): (&Value, &[Veldfout]),
) -> Formulier {
    let (k, t) = (bezoek.kader(), bezoek.taal());
    let vorm = Vorm {
        schema: &SCHEMA,
        waarden,
        fouten,
        verwijzingen: &Verwijzingen::new(),
        delen: &["a"],
        vast: &[],
    };
    let (delen, fouten) = formulier::bouw(&k, &vorm);
    Formulier {
        titel: t.zeg("weiger-titel"),
        terug: (format!("/dossiers/{dossier}/stukken"), t.zeg("tab-stukken")),
        adres: format!("/dossiers/{dossier}/stukken/{stuk}/weigeren"),
        vooraf: vec![t.zeg("weiger-uitleg")],
        delen,
        verborgen: vec![("inhoud".to_owned(), inhoud.to_owned())],
        fouten,
        concept: Conceptknoppen::Geen,
        voorproef: None,
        heeft_voorproef: false,
        zonder_medisch: true,
        k,
    }
}
