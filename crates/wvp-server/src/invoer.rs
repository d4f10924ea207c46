//! Bodies that come in: judged against their form, with all faults at once, before anything is read from them.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, header};
use jsonschema::Validator;
use jsonschema::error::{TypeKind, ValidationErrorKind};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::probleem::{Probleem, Soort, Veldfout};
use crate::vorm::Vorm;

/// Judges bodies of one form. A form that is no schema lets nothing in; a test holds that there is none.
#[derive(Debug, Clone)]
pub(crate) struct Keurder(Result<Arc<Validator>, Arc<jsonschema::ValidationError<'static>>>);

/// A body that is JSON, not judged yet. Has no `Debug`: anything may stand in it.
pub(crate) struct Json<T = Value>(pub(crate) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = Probleem;

    async fn from_request(verzoek: Request, staat: &S) -> Result<Self, Probleem> {
        if inhoudsoort(verzoek.headers()).as_deref() != Some("application/json") {
            let detail = "Stuur JSON, met `Content-Type: application/json`.";
            return Err(Probleem::van(Soort::Inhoudsoort).met_detail(detail));
        }
        let bytes = Bytes::from_request(verzoek, staat).await.map_err(|fout| {
            let soort = if fout.status() == Soort::TeGroot.status() {
                Soort::TeGroot
            } else {
                Soort::Invoer
            };
            Probleem::van(soort)
        })?;
        serde_json::from_slice(&bytes).map(Self).map_err(|fout| {
            // Where, and never what: anything may stand in it.
            let regel = format!("geen JSON, bij regel {} teken {}", fout.line(), fout.column());
            Probleem::invoer(vec![Veldfout { veld: String::new(), regel, waarde: None }])
        })
    }
}

impl Keurder {
    /// A judge of a form.
    pub(crate) fn new(vorm: &Vorm) -> Self {
        let schema = vorm.schema.clone().to_value();
        let keurder = jsonschema::options().should_validate_formats(true).build(&schema);
        Self(keurder.map(Arc::new).map_err(Arc::new))
    }

    /// Whether the form is a schema.
    #[cfg(test)]
    pub(crate) fn is_bruikbaar(&self) -> bool {
        self.0.is_ok()
    }

    /// Reads what the body says.
    ///
    /// # Errors
    ///
    /// A problem with every fault.
    pub(crate) fn lees<T: DeserializeOwned>(&self, json: Value) -> Result<T, Probleem> {
        let keurder = self.0.as_ref().map_err(|fout| Probleem::storing(&**fout))?;
        let fouten: Vec<Veldfout> = keurder
            .iter_errors(&json)
            .flat_map(|fout| {
                veldfouten(&plek(fout.instance_path().as_str()), fout.kind(), fout.instance())
            })
            .collect();
        if !fouten.is_empty() {
            return Err(Probleem::invoer(fouten));
        }
        // What a schema cannot say (a day that does not exist) shows here.
        serde_path_to_error::deserialize(json).map_err(|fout| {
            let (veld, regel) = (fout.path().to_string(), "deze waarde kan niet".to_owned());
            Probleem::invoer(vec![Veldfout { veld, regel, waarde: None }])
        })
    }
}

/// Asks that a file comes in as one of these content types.
///
/// # Errors
///
/// A problem that names them.
pub(crate) fn eis_soort(koppen: &HeaderMap, soorten: &[&str]) -> Result<(), Probleem> {
    let gegeven = inhoudsoort(koppen);
    if soorten.iter().any(|it| Some(*it) == gegeven.as_deref()) {
        return Ok(());
    }
    let detail = format!("Stuur een van deze: {}.", soorten.join(", "));
    Err(Probleem::van(Soort::Inhoudsoort).met_detail(detail))
}

/// The content type of a body, without what stands after it.
fn inhoudsoort(koppen: &HeaderMap) -> Option<String> {
    let soort = koppen.get(header::CONTENT_TYPE).and_then(|it| it.to_str().ok());
    soort.map(|it| it.split(';').next().unwrap_or_default().trim().to_ascii_lowercase())
}

/// The longest number that is repeated, in characters.
const GETAL_HOOGSTENS: usize = 6;

/// `/a/perioden/1/van` as people write it: `a.perioden[1].van`.
fn plek(pad: &str) -> String {
    let mut plek = String::new();
    for deel in pad.split('/').skip(1) {
        if deel.bytes().all(|it| it.is_ascii_digit()) {
            plek.extend(["[", deel, "]"]);
        } else {
            if !plek.is_empty() {
                plek.push('.');
            }
            plek.push_str(deel);
        }
    }
    plek
}

fn onder(plek: &str, veld: &str) -> String {
    if plek.is_empty() { veld.to_owned() } else { format!("{plek}.{veld}") }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the library adds kinds of faults")]
fn veldfouten(plek: &str, soort: &ValidationErrorKind, waarde: &Value) -> Vec<Veldfout> {
    let een = |veld: String, regel: String| Veldfout { veld, regel, waarde: None };
    let hier =
        |regel: String| vec![Veldfout { veld: plek.to_owned(), regel, waarde: getoond(waarde) }];
    match soort {
        ValidationErrorKind::Required { property } => {
            let veld = onder(plek, property.as_str().unwrap_or_default());
            vec![een(veld, "dit veld ontbreekt".to_owned())]
        }
        ValidationErrorKind::AdditionalProperties { unexpected }
        | ValidationErrorKind::UnevaluatedProperties { unexpected } => unexpected
            .iter()
            .map(|naam| een(onder(plek, naam), "dit veld is onbekend".to_owned()))
            .collect(),
        ValidationErrorKind::Type { kind } => hier(format!("verwacht {}", soorten(kind))),
        ValidationErrorKind::Enum { options } => hier(format!("bekend zijn: {}", woorden(options))),
        ValidationErrorKind::Constant { expected_value } => {
            hier(format!("bekend is: {}", woorden(expected_value)))
        }
        ValidationErrorKind::Format { format } => hier(format!("verwacht {}", vorm(format))),
        ValidationErrorKind::Minimum { limit } => hier(format!("minstens {limit}")),
        ValidationErrorKind::Maximum { limit } => hier(format!("hoogstens {limit}")),
        ValidationErrorKind::MinLength { limit } => hier(format!("minstens {limit} tekens")),
        ValidationErrorKind::MaxLength { limit } => hier(format!("hoogstens {limit} tekens")),
        ValidationErrorKind::MinItems { limit } => hier(format!("minstens {limit} in de lijst")),
        ValidationErrorKind::MaxItems { limit } => hier(format!("hoogstens {limit} in de lijst")),
        ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context } => {
            keuze(plek, context, waarde)
        }
        anders => hier(format!("voldoet niet aan de vorm ({})", anders.keyword())),
    }
}

/// A branch of a choice, with what is wrong in it.
type Tak = Vec<jsonschema::ValidationError<'static>>;

/// Of a choice the branch counts that the sender meant: for an optional field the one that is not null, and of
/// branches that are told apart by a word the one with that word.
fn keuze(plek: &str, takken: &[Tak], waarde: &Value) -> Vec<Veldfout> {
    let is_type = |fout: &jsonschema::ValidationError<'_>| {
        matches!(fout.kind(), ValidationErrorKind::Type { .. })
            && fout.instance().as_ref() == waarde
    };
    let bedoeld: Vec<&Tak> = takken.iter().filter(|tak| !tak.iter().any(is_type)).collect();
    let met_woord = bedoeld.iter().copied().filter(|tak| !tak.iter().any(is_woord));
    if let Some(tak) = met_woord.min_by_key(|tak| tak.len()) {
        return tak.iter().flat_map(|fout| in_tak(plek, fout)).collect();
    }
    let woorden = bedoeld.iter().flat_map(|tak| tak.iter().filter(|fout| is_woord(fout)));
    let woorden: Vec<&jsonschema::ValidationError<'_>> = woorden.collect();
    let (veld, regel) = match woorden.first() {
        Some(eerste) => {
            let alle: Vec<String> = woorden.iter().filter_map(|fout| woord(fout)).collect();
            let veld = self::plek(eerste.instance_path().as_str());
            (veld, format!("bekend zijn: {}", alle.join(", ")))
        }
        None => (plek.to_owned(), "past bij geen van de vormen die hier kunnen".to_owned()),
    };
    vec![Veldfout { veld, regel, waarde: getoond(waarde) }]
}

/// The places of a branch are counted from the top already.
fn in_tak(plek: &str, fout: &jsonschema::ValidationError<'_>) -> Vec<Veldfout> {
    let verder = self::plek(fout.instance_path().as_str());
    let waar = if verder.is_empty() { plek } else { &verder };
    veldfouten(waar, fout.kind(), fout.instance())
}

/// The word that a branch is known by, when that is what is wrong.
#[expect(clippy::wildcard_enum_match_arm, reason = "the library adds kinds of faults")]
fn woord(fout: &jsonschema::ValidationError<'_>) -> Option<String> {
    match fout.kind() {
        ValidationErrorKind::Constant { expected_value } => Some(woorden(expected_value)),
        _ => None,
    }
}

fn is_woord(fout: &jsonschema::ValidationError<'_>) -> bool {
    woord(fout).is_some()
}

/// A value may be repeated when it is a day, or a number too short for anything that names a person: a
/// burgerservicenummer may come in as a number too.
fn getoond(waarde: &Value) -> Option<String> {
    match waarde {
        Value::Bool(ja) => Some(ja.to_string()),
        Value::Number(getal) => Some(getal.to_string()).filter(|it| it.len() <= GETAL_HOOGSTENS),
        Value::String(tekst) => {
            let past = |(plek, teken): (usize, u8)| match plek {
                4 | 7 => teken == b'-',
                _ => teken.is_ascii_digit(),
            };
            let is_dag = tekst.len() == 10 && tekst.bytes().enumerate().all(past);
            is_dag.then(|| tekst.clone())
        }
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

fn soorten(kind: &TypeKind) -> String {
    let naam = |soort: &str| match soort {
        "string" => "een tekst",
        "integer" => "een heel getal",
        "number" => "een getal",
        "boolean" => "true of false",
        "array" => "een lijst",
        "object" => "een object",
        _ => "niets",
    };
    match kind {
        TypeKind::Single(soort) => naam(&soort.to_string()).to_owned(),
        TypeKind::Multiple(soorten) => {
            let namen: Vec<&str> = soorten.iter().map(|it| naam(&it.to_string())).collect();
            namen.join(" of ")
        }
    }
}

fn woorden(keuzes: &Value) -> String {
    let woord = |it: &Value| it.as_str().map_or_else(|| it.to_string(), str::to_owned);
    match keuzes {
        Value::Array(alle) => alle.iter().map(woord).collect::<Vec<_>>().join(", "),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_) => {
            woord(keuzes)
        }
    }
}

fn vorm(format: &str) -> &'static str {
    match format {
        "date" => "een dag (JJJJ-MM-DD)",
        "uuid" => "een nummer (UUID)",
        "uri" => "een webadres",
        "email" => "een mailadres",
        _ => "een andere vorm",
    }
}
