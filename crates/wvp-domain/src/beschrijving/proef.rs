//! Makes filled sections from their schema, and every variant of one that differs in one field.

use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

use crate::{Sectie, Secties};

/// A filled section with its variants, as JSON.
pub(super) struct Proef {
    pub(super) voorbeeld: Option<Value>,
    /// Path of the field that differs, and the section as it then is.
    pub(super) varianten: Vec<(String, Value)>,
}

/// Every value that a schema describes, numbered so that no two texts or days are the same.
struct Maker {
    definities: Map<String, Value>,
    nummer: u32,
}

pub(super) fn proef<S: Sectie + JsonSchema>() -> Proef {
    let schema = SchemaGenerator::default().into_root_schema_for::<S>().to_value();
    let definities = schema.get("$defs").and_then(Value::as_object).cloned().unwrap_or_default();
    let mut maker = Maker { definities, nummer: 0 };
    let voorbeeld = maker.voorbeeld(&schema);
    let varianten =
        voorbeeld.as_ref().map(|waarde| maker.varianten(&schema, waarde)).unwrap_or_default();
    Proef { voorbeeld, varianten }
}

/// The payload with these sections; what is not there stays closed.
pub(super) fn payload<A: Sectie, B: Sectie, C: Sectie, D: Sectie>(
    [a, b, c, d]: [Option<Value>; 4],
) -> Secties<A, B, C, D> {
    let mut payload = Secties::proces(lees(a.unwrap()));
    if let Some(b) = b {
        payload = payload.met_b(lees(b));
    }
    if let Some(c) = c {
        payload = payload.met_c(lees(c));
    }
    if let Some(d) = d {
        payload = payload.met_d(lees(d));
    }
    payload
}

fn lees<S: Sectie>(waarde: Value) -> S {
    serde_json::from_value(waarde).unwrap()
}

impl Maker {
    fn volgnummer(&mut self) -> u32 {
        self.nummer += 1;
        self.nummer
    }

    fn opgelost(&self, schema: &Value) -> Value {
        match schema.get("$ref").and_then(Value::as_str) {
            Some(naam) => self.definities[naam.trim_start_matches("#/$defs/")].clone(),
            None => schema.clone(),
        }
    }

    /// The alternatives of an enum or an optional field.
    fn keuzes(schema: &Value) -> Option<Vec<Value>> {
        if let Some(waarden) = schema.get("enum").and_then(Value::as_array) {
            return Some(waarden.iter().map(|waarde| json!({ "const": waarde })).collect());
        }
        if let Some([soort, leeg]) = schema.get("type").and_then(Value::as_array).map(Vec::as_slice)
        {
            assert_eq!(leeg, "null");
            let mut vol = schema.clone();
            vol["type"] = soort.clone();
            return Some(vec![vol, json!({ "type": "null" })]);
        }
        let keuzes = schema.get("oneOf").or_else(|| schema.get("anyOf"))?;
        Some(keuzes.as_array()?.iter().flat_map(Self::uitgesplitst).collect())
    }

    /// Variants without documentation stand together in one alternative.
    fn uitgesplitst(keuze: &Value) -> Vec<Value> {
        match keuze.get("enum") {
            Some(_) => Self::keuzes(keuze).unwrap(),
            None => vec![keuze.clone()],
        }
    }

    /// A filled value; none when no value fits (`Geen`).
    fn voorbeeld(&mut self, schema: &Value) -> Option<Value> {
        let schema = self.opgelost(schema);
        if let Some(vast) = schema.get("const") {
            return Some(vast.clone());
        }
        if let Some(keuzes) = Self::keuzes(&schema) {
            return keuzes.first().and_then(|keuze| self.voorbeeld(keuze));
        }
        match schema.get("type").and_then(Value::as_str)? {
            "object" => {
                let velden = schema["properties"].as_object().unwrap().clone();
                let velden: Map<String, Value> = velden
                    .iter()
                    .map(|(naam, veld)| (naam.clone(), self.voorbeeld(veld).unwrap()))
                    .collect();
                Some(Value::Object(velden))
            }
            "array" => Some(json!([self.voorbeeld(&schema["items"])?])),
            "string" => Some(self.tekst(&schema)),
            "integer" => Some(json!(self.volgnummer())),
            "boolean" => Some(json!(true)),
            "null" => Some(Value::Null),
            anders => panic!("no example for {anders}"),
        }
    }

    fn tekst(&mut self, schema: &Value) -> Value {
        let nummer = self.volgnummer();
        match schema.get("format").and_then(Value::as_str) {
            Some("date") => {
                json!(crate::Datum::ymd(2024, 1, 1).unwrap().plus(nummer.try_into().unwrap()))
            }
            Some("uuid") => json!(uuid::Uuid::from_u128(nummer.into())),
            Some(anders) => panic!("no example for {anders}"),
            None => json!(format!("tekst {nummer}")),
        }
    }

    /// Every value that differs from `waarde` in one leaf, with the path of that leaf.
    fn varianten(&mut self, schema: &Value, waarde: &Value) -> Vec<(String, Value)> {
        let schema = self.opgelost(schema);
        if schema.get("const").is_some() {
            return vec![];
        }
        if let Some(keuzes) = Self::keuzes(&schema) {
            let mut varianten = self.varianten(&keuzes[0], waarde);
            for keuze in &keuzes[1..] {
                varianten.push((String::new(), self.voorbeeld(keuze).unwrap()));
            }
            return varianten;
        }
        match waarde {
            Value::Object(velden) => velden
                .iter()
                .flat_map(|(naam, veld)| {
                    let varianten = self.varianten(&schema["properties"][naam], veld);
                    varianten.into_iter().map(move |(pad, anders)| {
                        let mut geheel = velden.clone();
                        geheel.insert(naam.clone(), anders);
                        (format!("/{naam}{pad}"), Value::Object(geheel))
                    })
                })
                .collect(),
            Value::Array(rij) => {
                let varianten = self.varianten(&schema["items"], &rij[0]);
                let anders = varianten.into_iter().map(|(pad, een)| (pad, json!([een])));
                anders.chain([(String::new(), json!([]))]).collect()
            }
            Value::Bool(keuze) => vec![(String::new(), json!(!keuze))],
            Value::Null | Value::Number(_) | Value::String(_) => {
                vec![(String::new(), self.voorbeeld(&schema).unwrap())]
            }
        }
    }
}
