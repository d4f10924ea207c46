//! Examples for the document, made from the forms themselves: whatever a form asks is in its example, so that a new
//! field has one from its first day. People in them do not exist, and they say nothing about illness.

use serde_json::{Map, Value};

use crate::vorm::Vorm;

/// How deep forms within forms are followed.
const DIEPTE: u8 = 16;
/// A day in the examples.
const DAG: &str = "2025-03-03";
/// A number in the examples: it belongs to nothing.
const NUMMER: &str = "7f2c1e9a-4b3d-4c5e-8f60-1a2b3c4d5e6f";
/// A text in the examples.
const TEKST: &str = "Zoals afgesproken.";

/// What fields of text look like, by their name; any other is [`TEKST`].
const WOORDEN: [(&str, &str); 25] = [
    ("achternaam", "Jansen"),
    ("arbodienst_telefoon", "0501234567"),
    ("bsn", "999990342"),
    ("code", "123456"),
    ("contact_telefoon", "0501234567"),
    ("controlegetal", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
    ("email", "j.jansen@voorbeeld.example"),
    ("etag", "\"5b1d3c\""),
    ("functie", "casemanager"),
    ("huisnummer", "12"),
    ("kvk_nummer", "12345678"),
    ("lezer", "arbodienst/casemanager_zw_wga_wvp"),
    ("loonheffingennummer", "123456789L01"),
    ("naam", "J. Jansen"),
    ("organisatie", "Arbo Noord"),
    ("personeelsnummer", "1042"),
    ("plaats", "Groningen"),
    ("postcode", "9711AB"),
    ("sbi_code", "1812"),
    ("sha256", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
    ("straat", "Havenstraat"),
    ("telefoon", "0501234567"),
    ("tijdstip", "2025-03-03T08:00:00+00:00"),
    ("voorletters", "J."),
    ("voorvoegsel", "van"),
];

/// An example of a form.
pub(crate) fn van(vorm: &Vorm) -> Value {
    let schema = vorm.schema.as_value();
    Maker { wortel: schema }.maak(schema, "", DIEPTE)
}

/// Makes examples of the parts of one form.
struct Maker<'a> {
    wortel: &'a Value,
}

impl Maker<'_> {
    fn maak(&self, schema: &Value, naam: &str, diepte: u8) -> Value {
        let Some(diepte) = diepte.checked_sub(1) else { return Value::Null };
        if let Some(vast) = schema.get("const") {
            return vast.clone();
        }
        if let Some(eerste) = keuzes(schema, "enum").first() {
            return eerste.clone();
        }
        if let Some(deel) = schema.get("$ref").and_then(Value::as_str).and_then(|it| self.def(it)) {
            return self.maak(deel, naam, diepte);
        }
        for woord in ["anyOf", "oneOf", "allOf"] {
            let takken = keuzes(schema, woord);
            if let Some(tak) = takken.iter().find(|tak| soort(tak) != "null") {
                let gekozen = self.maak(tak, naam, diepte);
                return samen(self.object(schema, diepte), gekozen);
            }
        }
        match soort(schema) {
            "object" => Value::Object(self.object(schema, diepte)),
            "array" => self.lijst(schema, naam, diepte),
            "string" => tekst(schema, naam).into(),
            "integer" | "number" => getal(schema),
            "boolean" => true.into(),
            "null" => Value::Null,
            // Anything may stand here.
            _ if schema.get("properties").is_some() => Value::Object(self.object(schema, diepte)),
            _ => Value::Object(Map::new()),
        }
    }

    fn object(&self, schema: &Value, diepte: u8) -> Map<String, Value> {
        let velden = schema.get("properties").and_then(Value::as_object);
        let velden = velden.into_iter().flatten();
        velden.map(|(naam, veld)| (naam.clone(), self.maak(veld, naam, diepte))).collect()
    }

    /// One of each when a list says what stands where, and otherwise one.
    fn lijst(&self, schema: &Value, naam: &str, diepte: u8) -> Value {
        let plaatsen = keuzes(schema, "prefixItems");
        if !plaatsen.is_empty() {
            return plaatsen.iter().map(|deel| self.maak(deel, naam, diepte)).collect();
        }
        let deel = schema.get("items").map(|deel| self.maak(deel, naam, diepte));
        let aantal = schema.get("minItems").and_then(Value::as_u64).unwrap_or(1).max(1);
        let aantal = usize::try_from(aantal).unwrap_or(1);
        Value::Array(deel.into_iter().cycle().take(aantal).collect())
    }

    /// Where a reference within the form points.
    fn def(&self, verwijzing: &str) -> Option<&Value> {
        self.wortel.pointer(verwijzing.strip_prefix('#')?)
    }
}

fn keuzes<'a>(schema: &'a Value, woord: &str) -> &'a [Value] {
    schema.get(woord).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

/// The type; of an optional field that of what is in it.
fn soort(schema: &Value) -> &str {
    let soort = schema.get("type");
    let een_van = keuzes(schema, "type").iter().filter_map(Value::as_str);
    soort.and_then(Value::as_str).or(een_van.into_iter().find(|it| *it != "null")).unwrap_or("")
}

/// What stands beside a choice goes along with it.
fn samen(mut ernaast: Map<String, Value>, gekozen: Value) -> Value {
    match gekozen {
        Value::Object(velden) if !ernaast.is_empty() => {
            ernaast.extend(velden);
            Value::Object(ernaast)
        }
        gekozen @ (Value::Null
        | Value::Bool(_)
        | Value::Number(_)
        | Value::String(_)
        | Value::Array(_)
        | Value::Object(_)) => gekozen,
    }
}

fn tekst(schema: &Value, naam: &str) -> String {
    match schema.get("format").and_then(Value::as_str) {
        Some("date") => return DAG.to_owned(),
        Some("uuid") => return NUMMER.to_owned(),
        Some(_) | None => {}
    }
    let hoogstens = schema.get("maxLength").and_then(Value::as_u64);
    let hoogstens = hoogstens.and_then(|it| usize::try_from(it).ok()).unwrap_or(usize::MAX);
    let woord = WOORDEN.iter().find(|(veld, _)| *veld == naam).map_or(TEKST, |(_, tekst)| tekst);
    woord.chars().take(hoogstens).collect()
}

/// A number that is small enough for whatever it counts.
fn getal(schema: &Value) -> Value {
    let minstens = schema.get("minimum").and_then(Value::as_i64).unwrap_or(0);
    Value::from(minstens.max(0).max(1))
}

#[cfg(test)]
mod tests {
    use schemars::JsonSchema;
    use serde_json::json;
    use wvp_domain::Datum;

    use super::van;
    use crate::vorm::Vorm;

    #[derive(JsonSchema)]
    #[expect(dead_code, reason = "only its form counts")]
    struct Proef {
        naam: String,
        op: Option<Datum>,
        regels: Vec<Regel>,
    }

    #[derive(JsonSchema)]
    #[serde(tag = "soort", rename_all = "snake_case")]
    #[expect(dead_code, reason = "only its form counts")]
    enum Regel {
        Eerste { aantal: u16 },
        Tweede,
    }

    #[test]
    fn een_voorbeeld_heeft_elk_veld_en_kiest_de_eerste_vorm() {
        let regel = json!({ "soort": "eerste", "aantal": 1 });
        let verwacht = json!({ "naam": "J. Jansen", "op": "2025-03-03", "regels": [regel] });
        assert_eq!(van(&Vorm::invoer::<Proef>()), verwacht);
    }
}
