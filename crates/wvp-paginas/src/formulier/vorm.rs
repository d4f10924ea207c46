//! What a schema asks for, as a form can ask it.

use serde_json::Value;

/// A kind of field.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Soort<'s> {
    /// Words.
    Tekst,
    /// A day.
    Dag,
    /// A number without a fraction.
    Geheel,
    /// Yes or no.
    JaNee,
    /// One of these words.
    Keuze(Vec<&'s str>),
    /// The number of something, by the name of its schema.
    Nummer(&'s str),
    /// Fields under their names, with whether each must be there.
    Object(Vec<(&'s str, &'s Value, bool)>),
    /// Several of the same.
    Lijst(&'s Value),
    /// One of several shapes.
    Vormen(Vec<Gedaante<'s>>),
    /// What no form asks for.
    Onbekend,
}

/// One of several shapes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Gedaante<'s> {
    /// The word that it is known by.
    pub(super) woord: &'s str,
    /// How the word stands in the value.
    pub(super) merk: Merk<'s>,
}

/// How the word of a shape stands in the value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Merk<'s> {
    /// The word is the value.
    Woord,
    /// An object with the word as its only field, and the rest under it.
    Sleutel(&'s Value),
    /// A field of the object holds the word; the rest stands beside it.
    Veld(&'s str, Vec<(&'s str, &'s Value, bool)>),
}

/// A schema without its detours: what is referred to, and of an optional field the part that is something.
pub(super) fn kern<'s>(wortel: &'s Value, schema: &'s Value) -> (&'s Value, Option<&'s str>) {
    let (mut hier, mut naam) = (schema, None);
    // No schema goes deeper; a circle ends here too.
    for _ in 0..16 {
        if let Some(waar) = hier.get("$ref").and_then(Value::as_str) {
            let def = waar.rsplit('/').next().unwrap_or_default();
            let Some(verder) = wortel.get("$defs").and_then(|it| it.get(def)) else { break };
            (hier, naam) = (verder, Some(def));
            continue;
        }
        let een_van = ["anyOf", "oneOf", "allOf"].iter().find_map(|it| hier.get(it)?.as_array());
        let Some(alle) = een_van else { break };
        let iets: Vec<&Value> = alle.iter().filter(|it| !is_niets(it)).collect();
        match iets.as_slice() {
            [een] if alle.len() > 1 || hier.get("allOf").is_some() => hier = een,
            _ => break,
        }
    }
    (hier, naam)
}

fn is_niets(schema: &Value) -> bool {
    schema.get("type").and_then(Value::as_str) == Some("null")
}

/// The kind of field that a schema asks for.
pub(super) fn soort<'s>(wortel: &'s Value, schema: &'s Value) -> Soort<'s> {
    let (schema, naam) = kern(wortel, schema);
    if let Some(alle) = ["oneOf", "anyOf"].iter().find_map(|it| schema.get(it)?.as_array()) {
        return vormen(wortel, alle);
    }
    if let Some(woorden) = schema.get("enum").and_then(Value::as_array) {
        return Soort::Keuze(woorden.iter().filter_map(Value::as_str).collect());
    }
    match type_van(schema) {
        "object" => Soort::Object(velden(schema)),
        "array" => schema.get("items").map_or(Soort::Onbekend, Soort::Lijst),
        "boolean" => Soort::JaNee,
        "integer" => Soort::Geheel,
        "string" => match schema.get("format").and_then(Value::as_str) {
            Some("date") => Soort::Dag,
            Some("uuid") => Soort::Nummer(naam.unwrap_or_default()),
            Some(_) | None => Soort::Tekst,
        },
        _ => Soort::Onbekend,
    }
}

/// The type, of several the one that is something.
fn type_van(schema: &Value) -> &str {
    match schema.get("type") {
        Some(Value::String(een)) => een,
        Some(Value::Array(alle)) => {
            alle.iter().filter_map(Value::as_str).find(|it| *it != "null").unwrap_or_default()
        }
        Some(_) | None => "",
    }
}

/// The fields of an object: those that must be there, in the order in which they are asked, and then all others.
pub(super) fn velden(schema: &Value) -> Vec<(&str, &Value, bool)> {
    let Some(velden) = schema.get("properties").and_then(Value::as_object) else { return vec![] };
    let moet = schema.get("required").and_then(Value::as_array);
    let moet: Vec<&str> = moet.into_iter().flatten().filter_map(Value::as_str).collect();
    let verplicht = moet.iter().filter_map(|naam| velden.get_key_value(*naam));
    let vrij = velden.iter().filter(|(naam, _)| !moet.contains(&naam.as_str()));
    let verplicht = verplicht.map(|(naam, veld)| (naam.as_str(), veld, true));
    verplicht.chain(vrij.map(|(naam, veld)| (naam.as_str(), veld, false))).collect()
}

fn vormen<'s>(wortel: &'s Value, alle: &'s [Value]) -> Soort<'s> {
    let mut gedaanten = vec![];
    for een in alle.iter().filter(|it| !is_niets(it)) {
        let (een, _) = kern(wortel, een);
        gedaanten.extend(woorden(een));
        gedaanten.extend(object(een));
    }
    let woorden: Vec<&str> = gedaanten.iter().map(|it| it.woord).collect();
    if gedaanten.iter().all(|it| it.merk == Merk::Woord) {
        Soort::Keuze(woorden)
    } else {
        Soort::Vormen(gedaanten)
    }
}

/// Shapes that are a word.
fn woorden(schema: &Value) -> Vec<Gedaante<'_>> {
    let een = schema.get("const").and_then(Value::as_str).into_iter();
    let meer = schema.get("enum").and_then(Value::as_array).into_iter().flatten();
    let alle = een.chain(meer.filter_map(Value::as_str));
    alle.map(|woord| Gedaante { woord, merk: Merk::Woord }).collect()
}

/// A shape that is an object: with its word as a field, or as the value of one.
fn object(schema: &Value) -> Option<Gedaante<'_>> {
    let velden = velden(schema);
    let vast = |veld: &Value| veld.get("const").is_some();
    if let Some((naam, veld, _)) = velden.iter().find(|(_, veld, _)| vast(veld)) {
        let woord = veld.get("const").and_then(Value::as_str)?;
        let rest = velden.iter().filter(|(ander, _, _)| ander != naam).copied().collect();
        return Some(Gedaante { woord, merk: Merk::Veld(naam, rest) });
    }
    match velden.as_slice() {
        [(woord, onder, _)] => Some(Gedaante { woord, merk: Merk::Sleutel(onder) }),
        _ => None,
    }
}
