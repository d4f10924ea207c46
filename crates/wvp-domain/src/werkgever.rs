//! Werkgever: the employer and the arbodienst it works with.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::convert::Infallible;

use crate::mijlpaal::gedeeld::Adres;
use crate::{Compartiment, Datum, Geen, Sectie, Secties, StukId};

/// A fact about an employer, past tense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The employer was registered, or the data changed.
    GegevensVastgelegd(Gegevens),
}

/// What someone wants to be true, imperative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Registers the employer, or changes the data.
    LegGegevensVast(Gegevens),
}

/// The payload of the master record.
pub type Gegevens = Secties<Inschrijving, Geen, Geen, Bedrijf>;

/// Section A: since when.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Inschrijving {
    /// The report these data came with.
    pub stuk: StukId,
    /// Since when these data hold.
    pub per: Datum,
}

impl Sectie for Inschrijving {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// Section D: who the employer is and whom to write to (field catalogue: wg.naw, klant.contact).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Bedrijf {
    /// Name.
    pub naam: String,
    /// Address.
    pub adres: Adres,
    /// Loonheffingennummer.
    pub loonheffingennummer: String,
    /// Nature of the business.
    pub aard: String,
    /// Whom to write to about absence.
    pub contact: Contact,
    /// The arbodienst.
    pub arbodienst: Contact,
    /// The bedrijfsarts.
    pub bedrijfsarts: Contact,
}

impl Sectie for Bedrijf {
    const COMPARTIMENT: Compartiment = Compartiment::D;
}

/// Name and address for messages.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Contact {
    /// Name.
    pub naam: String,
    /// Function.
    pub functie: String,
    /// E-mail address.
    pub email: String,
}

/// The state that decisions need: section A.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Werkgever {
    /// Registrations, oldest first.
    pub inschrijvingen: Vec<Inschrijving>,
}

/// Decides what a command makes true.
///
/// # Errors
///
/// None: any registration is legal.
pub fn decide(werkgever: &Werkgever, command: Command) -> Result<Vec<Event>, Infallible> {
    match command {
        Command::LegGegevensVast(gegevens) if werkgever.inschrijvingen.contains(&gegevens.a) => {
            Ok(vec![])
        }
        Command::LegGegevensVast(gegevens) => Ok(vec![Event::GegevensVastgelegd(gegevens)]),
    }
}

/// Folds one fact into the employer.
#[must_use]
pub fn evolve(mut werkgever: Werkgever, event: &Event) -> Werkgever {
    match event {
        Event::GegevensVastgelegd(e) => werkgever.inschrijvingen.push(e.a.clone()),
    }
    werkgever
}

/// Rebuilds an employer from its history.
pub fn replay<'a>(events: impl IntoIterator<Item = &'a Event>) -> Werkgever {
    events.into_iter().fold(Werkgever::default(), evolve)
}
