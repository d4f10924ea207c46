//! What came in by a form that was made from a schema, and which button was pressed.

use serde_json::{Value, json};
use uuid::Uuid;
use wvp_engine::nieuw_id;
use wvp_paginas::formulier::{self, BEWAAR, GOOI_WEG, MEER, SPEEL, VOORPROEF};

use super::bezoek::Velden;
use crate::api::Daad;

/// The button of a form that was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Knop {
    LegVast,
    /// More rows in a list of the form.
    Meer,
    /// Keep it as a draft.
    Bewaar,
    /// Throw the draft away.
    GooiWeg,
    /// Play it, and record nothing.
    Speel,
    /// Show it as others will read it.
    Voorproef,
}

impl Knop {
    pub(super) fn van(velden: &Velden) -> Self {
        let knoppen = [
            (MEER, Self::Meer),
            (BEWAAR, Self::Bewaar),
            (GOOI_WEG, Self::GooiWeg),
            (SPEEL, Self::Speel),
            (VOORPROEF, Self::Voorproef),
        ];
        let gedrukt = knoppen.into_iter().find(|(naam, _)| velden.misschien(naam).is_some());
        gedrukt.map_or(Self::LegVast, |(_, knop)| knop)
    }
}

/// A form as it was filled in.
pub(super) struct Ingevuld {
    /// The number of the document; the form carries it, so that sending twice records once.
    pub(super) stuk: Uuid,
    /// What was filled in, by section.
    pub(super) json: Value,
    pub(super) knop: Knop,
}

impl Ingevuld {
    pub(super) fn lees(daad: &Daad, velden: &Velden) -> Self {
        Self {
            stuk: Uuid::parse_str(velden.tekst("stuk")).unwrap_or_else(|_| nieuw_id()),
            json: formulier::lees(daad.vorm.schema.as_value(), velden.alle()),
            knop: Knop::van(velden),
        }
    }

    /// As it is recorded: with the number of the document.
    pub(super) fn lading(&self) -> Value {
        let mut lading = self.json.clone();
        if let Some(a) = lading.get_mut("a").and_then(Value::as_object_mut) {
            a.insert("stuk".to_owned(), json!(self.stuk));
        }
        lading
    }
}
