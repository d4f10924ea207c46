//! Generated files equal what the code prints.

use std::collections::BTreeMap;

use serde_json::Value;
use wvp_domain::schema::schemas;

use super::finding::{Finding, assert_none, assert_one};
use super::tree::{self, SourceFile};
use super::words;

const FOLDER: &str = "schemas/events/";

/// The schemas of today by path.
fn printed() -> BTreeMap<String, Value> {
    let entry = |event: wvp_domain::schema::EventSchema| {
        (format!("{FOLDER}{}", event.bestandsnaam()), event.schema.to_value())
    };
    schemas().into_iter().map(entry).collect()
}

/// Compares content, not layout: the order of keys may differ between builds.
fn is_current(committed: &[SourceFile], printed: &BTreeMap<String, Value>) -> Vec<Finding> {
    let mut findings = vec![];
    for (path, schema) in printed {
        let file = committed.iter().find(|file| file.path == *path);
        let text = file.map(|file| file.text.as_str()).unwrap_or_default();
        if serde_json::from_str::<Value>(text).ok().as_ref() != Some(schema) {
            let sample = SourceFile::sample(path, "");
            findings.push(Finding::new(&sample, 1, "differs: run `cargo xtask schemas`"));
        }
    }
    for file in committed.iter().filter(|file| !printed.contains_key(&file.path)) {
        findings.push(Finding::new(file, 1, "no event has this schema: a released one never goes"));
    }
    findings
}

/// `ZiekmeldingOntvangen` as the schemas write it: `ziekmelding_ontvangen`.
fn snake(name: &str) -> String {
    let mut text = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !text.is_empty() {
            text.push('_');
        }
        text.extend(letter.to_lowercase());
    }
    text
}

/// Every variant of the enum `Event` has a schema.
fn has_a_schema(file: &SourceFile, names: &[&str]) -> Vec<Finding> {
    let words = words::of(file);
    let from = words
        .windows(2)
        .position(|pair| pair.iter().map(|word| word.text.as_str()).eq(["enum", "Event"]));
    let body = words.get(from.unwrap_or_default() + 3..).unwrap_or_default();
    let body = body.iter().take_while(|word| word.text != "}").collect::<Vec<_>>();
    body.windows(2)
        .filter_map(|pair| match pair {
            [name, next] if next.text == "(" => Some(name),
            _ => None,
        })
        .filter(|name| !names.contains(&snake(&name.text).as_str()))
        .map(|name| {
            let advice = format!("`{}` has no schema: add it to schema.rs", name.text);
            Finding::new(file, name.line, advice)
        })
        .collect()
}

#[test]
fn the_committed_schemas_are_what_the_code_prints() {
    let mut files = tree::all();
    files.retain(|file| file.path.starts_with(FOLDER));
    assert_none(&is_current(&files, &printed()));
}

#[test]
fn a_schema_that_differs_is_missing_or_is_too_many_is_found() {
    let printed = BTreeMap::from([("schemas/events/a.v1.json".to_owned(), Value::from(1))]);
    let file = |path: &str, text: &str| SourceFile::sample(path, text);
    assert_none(&is_current(&[file("schemas/events/a.v1.json", " 1\n")], &printed));
    let differs = is_current(&[file("schemas/events/a.v1.json", "2")], &printed);
    assert_one(&differs, "schemas/events/a.v1.json:1");
    assert_one(&is_current(&[], &printed), "schemas/events/a.v1.json:1");
    let too_many = [file("schemas/events/a.v1.json", "1"), file("schemas/events/b.v1.json", "1")];
    assert_one(&is_current(&too_many, &printed), "schemas/events/b.v1.json:1");
}

#[test]
fn every_event_of_a_dossier_has_a_schema() {
    let all = schemas();
    let names: Vec<&str> = all.iter().map(|event| event.naam).collect();
    assert_none(&has_a_schema(&tree::file("crates/wvp-domain/src/event.rs"), &names));
}

#[test]
fn an_event_without_schema_is_found() {
    let text = "pub enum Event {\n    /// One.\n    EenGedaan(een::Een),\n    TweeGedaan(T),\n}\n";
    let file = SourceFile::sample("event.rs", text);
    assert_one(&has_a_schema(&file, &["een_gedaan"]), "event.rs:4");
}
