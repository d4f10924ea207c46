//! An event for another system: CloudEvents 1.0 by the NL GOV profile, structured.
//!
//! It carries process data and a reference. There is no field for content of any category, so content of B
//! and C cannot be in it: who may read it fetches it at the reference, through the access decision.

use chrono::{DateTime, SecondsFormat, Utc};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;
use thiserror::Error;
use wvp_domain::{Categorie, Datum};
use wvp_engine::systeem::{Feitmelding, Feitsoort};

use crate::melding::titel;
use crate::net::{WebadresFout, webadres};

/// Media type of the structured form.
pub const MEDIATYPE: &str = "application/cloudevents+json; charset=UTF-8";

/// Who tells it: this installation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Afzender {
    bron: String,
    basis: String,
}

/// Why an installation cannot tell anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum AfzenderFout {
    /// An OIN has 20 digits.
    #[error("een OIN heeft 20 cijfers")]
    Oin,
    /// The name of the system would not fit in a URN.
    #[error("de naam van het systeem bestaat uit 1 tot 32 kleine letters, cijfers en streepjes")]
    Systeem,
    /// The address of the installation cannot be used.
    #[error("adres van deze installatie: {0}")]
    Basis(#[from] WebadresFout),
}

const OIN_CIJFERS: usize = 20;
const SYSTEEM_TEKENS_MAX: usize = 32;

impl Afzender {
    /// The organisation (OIN), the name of the system, and the address under which references and the schema
    /// are found.
    ///
    /// # Errors
    ///
    /// When one of them is not of that form.
    pub fn try_new(oin: &str, systeem: &str, basis: &str) -> Result<Self, AfzenderFout> {
        if oin.len() != OIN_CIJFERS || !oin.bytes().all(|it| it.is_ascii_digit()) {
            return Err(AfzenderFout::Oin);
        }
        let past = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-';
        let lengte = systeem.len();
        if lengte == 0 || lengte > SYSTEEM_TEKENS_MAX || !systeem.bytes().all(past) {
            return Err(AfzenderFout::Systeem);
        }
        webadres(basis)?;
        let bron = format!("urn:nld:oin:{oin}:systeem:{systeem}");
        Ok(Self { bron, basis: basis.trim_end_matches('/').to_owned() })
    }
}

/// The type of the event.
fn type_van(soort: Feitsoort) -> &'static str {
    match soort {
        Feitsoort::HerinneringGegeven => "nl.poortwachter.herinnering-gegeven.v1",
        Feitsoort::StukkenGevraagd => "nl.poortwachter.stukken-gevraagd.v1",
        Feitsoort::FeitVastgelegd => "nl.poortwachter.feit-vastgelegd.v1",
        Feitsoort::DossierGesloten => "nl.poortwachter.dossier-gesloten.v1",
    }
}

/// Field by field what goes out, in this order.
#[derive(Serialize)]
struct Vorm<'a> {
    specversion: &'static str,
    id: String,
    source: &'a str,
    r#type: &'static str,
    subject: String,
    time: String,
    datacontenttype: &'static str,
    dataschema: String,
    dataref: String,
    data: Data,
}

/// Process data about an event. What the event says is fetched at `dataref`, by who may read it.
#[derive(Serialize, JsonSchema)]
struct Data {
    /// The highest category of what stands at `dataref`.
    categorie: &'static str,
    /// The step it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    stap: Option<&'static str>,
    /// The last day for the step, inclusive.
    #[serde(skip_serializing_if = "Option::is_none")]
    uiterlijk: Option<Datum>,
}

/// The JSON Schema of the field `data`: what `dataschema` leads to.
#[must_use]
pub fn schema() -> Schema {
    SchemaGenerator::default().into_root_schema_for::<Data>()
}

/// The event as JSON: the same bytes every time.
#[must_use]
pub fn json(melding: &Feitmelding, afzender: &Afzender) -> String {
    let (basis, dossier) = (&afzender.basis, melding.dossier.0);
    let vastgelegd = DateTime::<Utc>::from_timestamp_micros(melding.vastgelegd).unwrap_or_default();
    let vorm = Vorm {
        specversion: "1.0",
        id: melding.id.to_string(),
        source: &afzender.bron,
        r#type: type_van(melding.soort),
        subject: dossier.to_string(),
        time: vastgelegd.to_rfc3339_opts(SecondsFormat::Micros, true),
        datacontenttype: "application/json",
        dataschema: format!("{basis}/schemas/webhook/gebeurtenis.v1.json"),
        dataref: format!("{basis}/dossiers/{dossier}/gebeurtenissen/{}", melding.id),
        data: data(melding),
    };
    // Texts, ids and days only: there is nothing in it that JSON cannot say.
    serde_json::to_string(&vorm).unwrap_or_default()
}

fn data(melding: &Feitmelding) -> Data {
    let categorie = match melding.categorie {
        Categorie::A => "A",
        Categorie::B => "B",
        Categorie::C => "C",
        Categorie::D => "D",
        Categorie::Factuur => "factuur",
    };
    Data {
        categorie,
        stap: melding.stap.map(|(stap, _)| titel(stap)),
        uiterlijk: melding.stap.map(|(_, uiterlijk)| uiterlijk),
    }
}
