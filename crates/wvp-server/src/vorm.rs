//! Forms: what a body looks like. One schema says it in the document and judges what comes in.

use std::collections::BTreeMap;

use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::Value;
use wvp_domain::Sectie;
use wvp_domain::schema::secties;

/// A form by its name in the document.
#[derive(Debug, Clone)]
pub(crate) struct Vorm {
    /// Its name among the components.
    pub(crate) naam: String,
    /// The schema, with its own definitions under `$defs`.
    pub(crate) schema: Schema,
}

impl Vorm {
    /// The form of what goes out.
    pub(crate) fn uit<T: JsonSchema>() -> Self {
        let settings = SchemaSettings::draft2020_12().for_serialize();
        Self::van(
            T::schema_name().into_owned(),
            settings.into_generator().into_root_schema_for::<T>(),
        )
    }

    /// The form of what comes in: strict, so that a field that nobody knows is named.
    pub(crate) fn invoer<T: JsonSchema>() -> Self {
        let schema = invoergenerator().into_root_schema_for::<T>();
        Self::van(T::schema_name().into_owned(), streng(schema))
    }

    /// The form of a payload that comes in, by its sections. The number of the document may be left out: it
    /// then follows from the request.
    pub(crate) fn lading<A, B, C, D>(naam: &str) -> Self
    where
        A: Sectie + JsonSchema + 'static,
        B: Sectie + JsonSchema + 'static,
        C: Sectie + JsonSchema + 'static,
        D: Sectie + JsonSchema + 'static,
    {
        let mut generator = invoergenerator();
        let mut schema = secties::<A, B, C, D>(&mut generator);
        let gedeeld = generator.take_definitions(true);
        if !gedeeld.is_empty() {
            schema.insert("$defs".to_owned(), gedeeld.into());
        }
        if let Some(verplicht) =
            schema.pointer_mut("/properties/a/required").and_then(Value::as_array_mut)
        {
            verplicht.retain(|veld| veld != "stuk");
        }
        Self::van(naam.to_owned(), streng(schema))
    }

    fn van(naam: String, mut schema: Schema) -> Self {
        schema.remove("$schema");
        schema.remove("title");
        Self { naam, schema }
    }
}

fn invoergenerator() -> SchemaGenerator {
    SchemaSettings::draft2020_12().for_deserialize().into_generator()
}

/// Every object that names its fields refuses any other.
fn streng(mut schema: Schema) -> Schema {
    let mut sluit = RecursiveTransform(|schema: &mut Schema| {
        let noemt_velden = schema.get("properties").is_some();
        if noemt_velden && schema.get("additionalProperties").is_none() {
            schema.insert("additionalProperties".to_owned(), false.into());
        }
    });
    sluit.transform(&mut schema);
    schema
}

/// All forms of the document, by name, with their shared definitions among them.
#[derive(Debug, Default)]
pub(crate) struct Vormen(BTreeMap<String, Value>);

impl Vormen {
    /// Takes a form in and gives the name under which it stands. A definition that two forms share stands there
    /// once; two that bear one name and differ stand under the name of their form.
    pub(crate) fn neem(&mut self, vorm: &Vorm) -> String {
        let mut schema = vorm.schema.clone().to_value();
        let defs = schema.as_object_mut().and_then(|it| it.remove("$defs"));
        let defs = match defs {
            Some(Value::Object(defs)) => defs,
            Some(_) | None => serde_json::Map::new(),
        };
        let namen = self.namen(&vorm.naam, &defs);
        for (naam, mut def) in defs {
            hernoem(&mut def, &namen);
            let nieuw = namen.get(&naam).cloned().unwrap_or(naam);
            self.0.insert(nieuw, def);
        }
        hernoem(&mut schema, &namen);
        self.0.insert(vorm.naam.clone(), schema);
        vorm.naam.clone()
    }

    /// The forms as JSON, by name.
    pub(crate) fn als_json(self) -> Value {
        Value::Object(self.0.into_iter().collect())
    }

    fn namen(&self, vorm: &str, defs: &serde_json::Map<String, Value>) -> BTreeMap<String, String> {
        let gewoon: BTreeMap<String, String> =
            defs.keys().map(|naam| (naam.clone(), naam.clone())).collect();
        let botst = |naam: &str, def: &Value| {
            let mut def = def.clone();
            hernoem(&mut def, &gewoon);
            naam == vorm || self.0.get(naam).is_some_and(|ander| *ander != def)
        };
        defs.iter()
            .map(|(naam, def)| {
                let nieuw = if botst(naam, def) { format!("{vorm}.{naam}") } else { naam.clone() };
                (naam.clone(), nieuw)
            })
            .collect()
    }
}

/// Lets every reference point at where the definition stands in the document.
fn hernoem(schema: &mut Value, namen: &BTreeMap<String, String>) {
    match schema {
        Value::Object(velden) => {
            for (sleutel, waarde) in velden.iter_mut() {
                let van = waarde.as_str().and_then(|it| it.strip_prefix("#/$defs/"));
                if sleutel == "$ref"
                    && let Some(naam) = van.and_then(|it| namen.get(it))
                {
                    *waarde = Value::String(format!("#/components/schemas/{naam}"));
                } else {
                    hernoem(waarde, namen);
                }
            }
        }
        Value::Array(delen) => {
            for deel in delen {
                hernoem(deel, namen);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
