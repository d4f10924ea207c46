//! Helpers of the tests of the calculator.

use serde_json::{Value, json};

use super::{Ruw, Uitvoer, bereken_ruw};
use crate::Datum;

pub(super) fn datum(tekst: &str) -> Datum {
    tekst.parse().unwrap()
}

pub(super) fn ruw(invoer: Value) -> Ruw {
    serde_json::from_value(invoer).unwrap()
}

pub(super) fn uitvoer(invoer: Value) -> Uitvoer {
    bereken_ruw(ruw(invoer), datum("2030-01-01")).unwrap()
}

pub(super) fn reken(invoer: Value) -> Value {
    serde_json::to_value(uitvoer(invoer)).unwrap()
}

/// The last case that comes out.
pub(super) fn zaak(invoer: Value) -> Value {
    reken(invoer)["zaken"].as_array().unwrap().last().unwrap().clone()
}

pub(super) fn rij<'a>(zaak: &'a Value, id: &str, basis: &str) -> &'a Value {
    let termijnen = zaak["termijnen"].as_array().unwrap();
    let gevonden = termijnen.iter().find(|rij| rij["id"] == id && rij["basis"] == basis);
    gevonden.unwrap_or_else(|| panic!("geen rij {id} {basis}"))
}

pub(super) fn ziek_vanaf(waarde: &Value) -> Value {
    json!([{ "eerste_ziektedag": waarde }])
}
