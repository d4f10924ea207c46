//! An event for another system: CloudEvents 1.0 by the NL GOV profile, structured.
//!
//! It carries process data and a reference. There is no field for content of any category, so content of B
//! and C cannot be in it: who may read it fetches it at the reference, through the access decision.

use chrono::{DateTime, SecondsFormat, Utc};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;
use thiserror::Error;
use uuid::Uuid;
use wvp_domain::{Categorie, Datum, DossierId};
use wvp_engine::bericht::Stap;

use crate::melding::titel;
use crate::net::{WebadresFout, webadres};

/// Media type of the structured form.
pub const MEDIATYPE: &str = "application/cloudevents+json; charset=UTF-8";

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gebeurtenis {
    /// Id of the event in the log; the receiver drops a repeat by it.
    pub id: Uuid,
    /// What kind of thing.
    pub soort: Soort,
    /// Which dossier, by its opaque number.
    pub dossier: DossierId,
    /// When it was recorded.
    pub vastgelegd: DateTime<Utc>,
    /// The rest.
    pub gegevens: Procesgegevens,
}

/// The kinds of things that are told. Which fact was recorded is not: that may be medical by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Soort {
    /// Somebody was reminded of a step.
    HerinneringGegeven,
    /// A step is open, or has another day.
    StapGepland,
    /// A step was taken.
    StapGezet,
    /// A step is no longer needed.
    StapVervallen,
    /// Something was recorded in the dossier.
    FeitVastgelegd,
    /// The dossier was closed.
    DossierGesloten,
}

/// What is told about it: process data only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Procesgegevens {
    /// The highest category of what stands at the reference.
    pub categorie: Categorie,
    /// Step, and the last day for it, inclusive; none when it is about no step.
    pub stap: Option<(Stap, Datum)>,
}

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

impl Soort {
    /// Every kind.
    pub const ALLE: [Self; 6] = [
        Self::HerinneringGegeven,
        Self::StapGepland,
        Self::StapGezet,
        Self::StapVervallen,
        Self::FeitVastgelegd,
        Self::DossierGesloten,
    ];

    /// The type of the event.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::HerinneringGegeven => "nl.poortwachter.herinnering-gegeven.v1",
            Self::StapGepland => "nl.poortwachter.stap-gepland.v1",
            Self::StapGezet => "nl.poortwachter.stap-gezet.v1",
            Self::StapVervallen => "nl.poortwachter.stap-vervallen.v1",
            Self::FeitVastgelegd => "nl.poortwachter.feit-vastgelegd.v1",
            Self::DossierGesloten => "nl.poortwachter.dossier-gesloten.v1",
        }
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

impl Gebeurtenis {
    /// The event as JSON: the same bytes every time.
    #[must_use]
    pub fn json(&self, afzender: &Afzender) -> String {
        let basis = &afzender.basis;
        let vorm = Vorm {
            specversion: "1.0",
            id: self.id.to_string(),
            source: &afzender.bron,
            r#type: self.soort.naam(),
            subject: self.dossier.0.to_string(),
            time: self.vastgelegd.to_rfc3339_opts(SecondsFormat::Micros, true),
            datacontenttype: "application/json",
            dataschema: format!("{basis}/schemas/webhook/gebeurtenis.v1.json"),
            dataref: format!("{basis}/dossiers/{}/gebeurtenissen/{}", self.dossier.0, self.id),
            data: self.gegevens.data(),
        };
        // Texts, ids and days only: there is nothing in it that JSON cannot say.
        serde_json::to_string(&vorm).unwrap_or_default()
    }
}

impl Procesgegevens {
    fn data(&self) -> Data {
        let categorie = match self.categorie {
            Categorie::A => "A",
            Categorie::B => "B",
            Categorie::C => "C",
            Categorie::D => "D",
            Categorie::Factuur => "factuur",
        };
        Data {
            categorie,
            stap: self.stap.map(|(stap, _)| titel(stap)),
            uiterlijk: self.stap.map(|(_, uiterlijk)| uiterlijk),
        }
    }
}
