//! What becomes of the terms when something changes, without log-in: what is filled in goes nowhere.

use std::sync::LazyLock;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use wvp_domain::rekenmachine::WatAls;
use wvp_paginas::formulier::{self, Veldfout, Verwijzingen, Vorm as Formuliervorm};
use wvp_paginas::rekenen::WatAlsBlad;

use super::bezoek::{Kijker, Velden};
use super::ingevuld::Knop;
use super::{Blad, Mis};
use crate::api::{WatAlsInvoer, reken_wat_als};
use crate::invoer::Keurder;
use crate::probleem::Soort;
use crate::staat::Staat;
use crate::vorm::Vorm;

/// Questions for who knows the field well: the API answers them.
const NIET_GEVRAAGD: [&str; 14] = [
    "a.invoer.keuzes",
    "a.invoer.flexperiode_van",
    "a.invoer.bekend_sinds",
    "a.invoer.gedaan",
    "a.invoer.loonsanctie",
    "a.invoer.uwv_brief",
    "a.invoer.uwv_brief_uiterlijk",
    "a.invoer.vangnet",
    "a.invoer.verlenging",
    "a.invoer.vervroegde_iva_aanvraag",
    "a.invoer.herstel_binnen_3_maanden",
    "a.invoer.geen_mogelijkheden",
    "a.invoer.aow_datum",
    "a.invoer.laatste_werkdag",
];

/// The question as a section of its own.
static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    let mut a = Vorm::invoer::<WatAlsInvoer>().schema.to_value();
    let defs = a.as_object_mut().and_then(|it| it.remove("$defs")).unwrap_or_default();
    json!({ "type": "object", "properties": { "a": a }, "required": ["a"], "$defs": defs })
});

static KEURDER: LazyLock<Keurder> = LazyLock::new(|| Keurder::new(&Vorm::invoer::<WatAlsInvoer>()));

pub(super) async fn toon(kijker: Kijker) -> Blad {
    Blad::van(&blad(&kijker, &Value::Null, &[], None))
}

pub(super) async fn reken(
    State(staat): State<Staat>,
    kijker: Kijker,
    velden: Velden,
) -> Result<Response, Mis> {
    let waarden = formulier::lees(&SCHEMA, velden.alle());
    if Knop::van(&velden) == Knop::Meer {
        return Ok(Blad::van(&blad(&kijker, &waarden, &[], None)).into_response());
    }
    let vraag = waarden.get("a").cloned().unwrap_or_default();
    let vandaag = staat.engine.klok().vandaag();
    let uitkomst = KEURDER.lees::<WatAlsInvoer>(vraag).and_then(|it| reken_wat_als(it, vandaag));
    match uitkomst {
        Ok(uit) => Ok(Blad::van(&blad(&kijker, &waarden, &[], Some(uit))).into_response()),
        Err(probleem) if probleem.is(Soort::Invoer) && !probleem.fouten.is_empty() => {
            let fouten: Vec<Veldfout> =
                probleem.fouten.into_iter().map(|it| (plek(&it.veld), it.regel)).collect();
            let blad = blad(&kijker, &waarden, &fouten, None);
            Ok(Blad::met(StatusCode::BAD_REQUEST, &blad).into_response())
        }
        Err(probleem) => Err(probleem.into()),
    }
}

/// Where a fault stands in the form: what the calculator finds is named from the facts on.
fn plek(veld: &str) -> String {
    if veld.starts_with("invoer") || veld.starts_with("wijziging") {
        return format!("a.{veld}");
    }
    format!("a.invoer.{veld}")
}

fn blad(
    kijker: &Kijker,
    waarden: &Value,
    fouten: &[Veldfout],
    uitkomst: Option<WatAls>,
) -> WatAlsBlad {
    let k = kijker.kader();
    let vorm = Formuliervorm {
        schema: &SCHEMA,
        waarden,
        fouten,
        verwijzingen: &Verwijzingen::new(),
        delen: &["a"],
        vast: &NIET_GEVRAAGD,
    };
    let (delen, fouten) = formulier::bouw(&k, &vorm);
    WatAlsBlad { delen, fouten, uitkomst, k }
}
