//! The document of the API as pages to read, made from the document itself.

use std::sync::OnceLock;

use axum::extract::{Query, State};
use serde::Deserialize;
use serde_json::Value;
use wvp_paginas::documentatie::{Antwoord, Documentatie, Groep, Handeling, Parameter};

use super::bezoek::Kijker;
use super::{Blad, Mis};
use crate::probleem::{Probleem, Soort};
use crate::staat::Staat;

/// Read once: a server has one document.
static GROEPEN: OnceLock<Vec<Groep>> = OnceLock::new();

/// Which group is shown; the first page when none is named.
#[derive(Deserialize)]
pub(super) struct Vraag {
    groep: Option<usize>,
}

pub(super) async fn toon(
    State(staat): State<Staat>,
    kijker: Kijker,
    Query(vraag): Query<Vraag>,
) -> Result<Blad, Mis> {
    let groepen = GROEPEN.get_or_init(|| {
        let document: Value = serde_json::from_str(&staat.document).unwrap_or_default();
        groepen(&document)
    });
    let gekozen = match vraag.groep {
        None => None,
        Some(nummer) => {
            let gekozen = nummer.checked_sub(1).and_then(|it| groepen.get(it));
            Some(gekozen.ok_or_else(|| Probleem::van(Soort::NietGevonden))?)
        }
    };
    Ok(Blad::van(&Documentatie { k: kijker.kader(), groepen, gekozen }))
}

/// Every operation under its group, in the order of the document.
fn groepen(document: &Value) -> Vec<Groep> {
    let mut groepen: Vec<Groep> = vec![];
    for (pad, methoden) in velden(document.get("paths")) {
        for (methode, handeling) in velden(Some(methoden)) {
            let naam = tekst(handeling.pointer("/tags/0"));
            let nieuw = self::handeling(document, (methode, pad), handeling);
            match groepen.iter_mut().find(|it| it.naam == naam) {
                Some(groep) => groep.handelingen.push(nieuw),
                None => groepen.push(Groep { naam, handelingen: vec![nieuw] }),
            }
        }
    }
    groepen.sort_by(|een, ander| een.naam.cmp(&ander.naam));
    groepen
}

fn handeling(document: &Value, (methode, pad): (&str, &str), van: &Value) -> Handeling {
    let lijf = van.pointer("/requestBody/content").and_then(|it| velden(Some(it)).next());
    let lijf = lijf.map(|(_, lijf)| lijf);
    let parameters = van.get("parameters").and_then(Value::as_array).into_iter().flatten();
    Handeling {
        methode: methode.to_uppercase(),
        pad: pad.to_owned(),
        titel: tekst(van.get("summary")),
        naam: tekst(van.get("operationId")),
        open: van.get("security").is_some_and(|it| it == &Value::Array(vec![])),
        parameters: parameters
            .map(|it| Parameter {
                naam: tekst(it.get("name")),
                waar: tekst(it.get("in")),
                uitleg: tekst(it.get("description")),
            })
            .collect(),
        voorbeeld: lijf.and_then(|it| it.get("example")).map(mooi),
        vorm: lijf.and_then(|it| it.get("schema")).map(|it| mooi(volg(document, it))),
        antwoorden: velden(van.get("responses"))
            .map(|(status, it)| antwoord(document, status, it))
            .collect(),
    }
}

fn antwoord(document: &Value, status: &str, van: &Value) -> Antwoord {
    let lijf = van.get("content").and_then(|it| velden(Some(it)).next()).map(|(_, lijf)| lijf);
    let schema = lijf.and_then(|it| it.get("schema"));
    Antwoord {
        status: status.to_owned(),
        uitleg: tekst(van.get("description")),
        // A fault looks the same everywhere.
        vorm: schema.filter(|_| status.starts_with('2')).map(|it| mooi(volg(document, it))),
    }
}

/// A form by its name among the components.
fn volg<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    let naar = schema.get("$ref").and_then(Value::as_str).and_then(|it| it.strip_prefix('#'));
    naar.and_then(|it| document.pointer(it)).unwrap_or(schema)
}

fn mooi(json: &Value) -> String {
    serde_json::to_string_pretty(json).unwrap_or_default()
}

fn velden(van: Option<&Value>) -> impl Iterator<Item = (&str, &Value)> {
    let velden = van.and_then(Value::as_object).into_iter().flatten();
    velden.map(|(naam, waarde)| (naam.as_str(), waarde))
}

fn tekst(van: Option<&Value>) -> String {
    van.and_then(Value::as_str).unwrap_or_default().to_owned()
}
