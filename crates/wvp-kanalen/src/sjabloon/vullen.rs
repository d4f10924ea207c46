//! The values of the variables: of reminders, and of nothing else.

use minijinja::Value;

use wvp_engine::bericht::Stapmelding;

use crate::melding::{Openheid, titel};

/// No variable at all.
pub(super) fn leeg() -> Value {
    Value::from_pairs(Vec::<(&str, Value)>::new())
}

/// For a subject: what this setting shows.
pub(super) fn onderwerp(melding: &Stapmelding, openheid: Openheid) -> Value {
    let mut paren = stap(melding, openheid);
    if openheid.toont_kenmerk() {
        paren.push(("kenmerk", Value::from(melding.kenmerk())));
    }
    Value::from_pairs(paren)
}

/// For the body of a message about one step.
pub(super) fn enkel(melding: &Stapmelding, openheid: Openheid, inlogadres: &str) -> Value {
    let mut paren = velden(melding, openheid);
    paren.push(("inlogadres", Value::from(inlogadres)));
    Value::from_pairs(paren)
}

/// For the body of a message about several steps: one line each.
pub(super) fn bundel<'a>(
    stappen: impl IntoIterator<Item = &'a Stapmelding>,
    openheid: Openheid,
    inlogadres: &str,
) -> Value {
    let regels: Vec<Value> =
        stappen.into_iter().map(|it| Value::from_pairs(velden(it, openheid))).collect();
    Value::from_pairs([
        ("aantal", Value::from(regels.len())),
        ("regels", Value::from(regels)),
        ("inlogadres", Value::from(inlogadres)),
    ])
}

/// The paragraphs of a text, each a list of its lines.
pub(super) fn alineas(tekst: &str) -> Value {
    let alineas: Vec<Value> = tekst
        .split("\n\n")
        .map(|alinea| alinea.lines().filter(|regel| !regel.trim().is_empty()).collect::<Vec<_>>())
        .filter(|regels| !regels.is_empty())
        .map(|regels| regels.into_iter().map(Value::from).collect::<Value>())
        .collect();
    Value::from_pairs([("alineas", Value::from(alineas))])
}

fn velden(melding: &Stapmelding, openheid: Openheid) -> Vec<(&'static str, Value)> {
    let toelichting = melding.toelichting.iter().map(|it| Value::from(it.zin()));
    let mut paren = stap(melding, openheid);
    paren.extend([
        ("kenmerk", Value::from(melding.kenmerk())),
        ("uiterlijk", Value::from(melding.uiterlijk.voluit())),
        ("te_laat", Value::from(melding.is_te_laat())),
        ("toelichting", toelichting.collect::<Value>()),
    ]);
    paren
}

fn stap(melding: &Stapmelding, openheid: Openheid) -> Vec<(&'static str, Value)> {
    let titel = openheid.toont_stap().then(|| titel(melding.stap));
    titel.map(|titel| ("stap", Value::from(titel))).into_iter().collect()
}
