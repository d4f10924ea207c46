//! The calculator of terms, without log-in: what is filled in goes nowhere.

use std::sync::LazyLock;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use wvp_domain::rekenmachine::{Invoer, InvoerFout, Ruw, bereken_ruw};
use wvp_domain::termijn::{Status, Termijnstand, Zaak};
use wvp_paginas::formulier::{self, Veldfout, Verwijzingen, Vorm as Formuliervorm};
use wvp_paginas::rekenen::Rekenen;
use wvp_paginas::termijnen::Termijntabel;

use super::bezoek::{Kijker, Velden};
use super::ingevuld::Knop;
use super::{Blad, Mis};
use crate::probleem::Probleem;
use crate::staat::Staat;
use crate::vorm::Vorm;

/// Questions for who knows the field well: the API answers them.
const NIET_GEVRAAGD: [&str; 2] = ["a.keuzes", "a.flexperiode_van"];

/// What everybody asks; all other fields unfold.
const VOOROP: [&str; 2] = ["a.perioden", "a.peildatum"];

/// The form of the calculator as a section of its own.
static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    let mut a = Vorm::invoer::<Invoer>().schema.to_value();
    let defs = a.as_object_mut().and_then(|it| it.remove("$defs")).unwrap_or_default();
    json!({ "type": "object", "properties": { "a": a }, "required": ["a"], "$defs": defs })
});

pub(super) async fn toon(kijker: Kijker) -> Blad {
    Blad::van(&blad(&kijker, &Value::Null, &[], vec![]))
}

pub(super) async fn reken(
    State(staat): State<Staat>,
    kijker: Kijker,
    velden: Velden,
) -> Result<Response, Mis> {
    let vandaag = staat.engine.klok().vandaag();
    let waarden = formulier::lees(&SCHEMA, velden.alle());
    if Knop::van(&velden) == Knop::Meer {
        return Ok(Blad::van(&blad(&kijker, &waarden, &[], vec![])).into_response());
    }
    let invoer = waarden.get("a").cloned().unwrap_or_default();
    let ruw: Ruw = serde_json::from_value(invoer).map_err(|fout| Probleem::storing(&fout))?;
    match bereken_ruw(ruw, vandaag) {
        Ok(uitvoer) => Ok(Blad::van(&blad(&kijker, &waarden, &[], uitvoer.zaken)).into_response()),
        Err(fouten) => {
            let fouten: Vec<Veldfout> = fouten.into_iter().map(veldfout).collect();
            let blad = blad(&kijker, &waarden, &fouten, vec![]);
            Ok(Blad::met(StatusCode::BAD_REQUEST, &blad).into_response())
        }
    }
}

/// What was not filled in is not known to be undone.
fn onbekend_is_open(stand: Termijnstand) -> Termijnstand {
    match (stand.status, stand.voldaan_op) {
        (Status::TeLaat, None) => Termijnstand { status: Status::Open, ..stand },
        _ => stand,
    }
}

fn veldfout(fout: InvoerFout) -> Veldfout {
    (format!("a.{}", fout.veld), fout.regel)
}

fn blad(kijker: &Kijker, waarden: &Value, fouten: &[Veldfout], zaken: Vec<Zaak>) -> Rekenen {
    let k = kijker.kader();
    let verwijzingen = Verwijzingen::new();
    let vorm = Formuliervorm {
        schema: &SCHEMA,
        waarden,
        fouten,
        verwijzingen: &verwijzingen,
        delen: &["a"],
        vast: &NIET_GEVRAAGD,
    };
    let (delen, fouten) = formulier::bouw_met_meer(&k, &vorm, &VOOROP);
    let tabel = |zaak: Zaak| Termijntabel {
        k: kijker.kader(),
        eerste: zaak.eerste_ziektedag,
        op: k.vandaag,
        termijnen: zaak.termijnen.into_iter().map(onbekend_is_open).collect(),
        als: None,
        adres: None,
    };
    let zaken = zaken.into_iter().map(tabel).collect();
    Rekenen { delen, fouten, zaken, k }
}
