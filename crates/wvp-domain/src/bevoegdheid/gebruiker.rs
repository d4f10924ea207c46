//! Gebruiker: a personal account, the functions of its owner, and what bars it.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rechten::eis_nieuw;
use super::{Einde, Geldigheid, Organisatie, Recht, Rechten, Weigering};
use crate::{Compartiment, Datum, Geen, Sectie, Secties, StukId, WerknemerId};

mod scheiding;

pub use scheiding::Taakgebied;

/// A fact about an account, past tense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The account was made for one person.
    AccountGeregistreerd(Registratie),
    /// The person got a function.
    FunctieToegekend(Secties<Functie>),
    /// The person left a function.
    FunctieBeeindigd(Secties<Einde>),
    /// The person signed a declaration of secrecy.
    GeheimhoudingGetekend(Secties<Geheimhouding>),
    /// The account was blocked.
    AccountGeblokkeerd(Secties<Blokkade>),
    /// The account was opened again.
    BlokkadeOpgeheven(Secties<Opheffing>),
    /// A right was looked at again and is still needed.
    RechtBevestigd(Secties<Bevestiging>),
    /// An organisation keeps the account.
    AccountOndergebracht(Secties<Onderbrenging>),
}

/// What someone wants to be true, imperative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Makes an account for one person.
    RegistreerAccount(Registratie),
    /// Gives the person a function.
    KenFunctieToe(Secties<Functie>),
    /// Ends a function.
    BeeindigFunctie(Secties<Einde>),
    /// Records a signed declaration of secrecy.
    TekenGeheimhouding(Secties<Geheimhouding>),
    /// Blocks the account, at once.
    BlokkeerAccount(Secties<Blokkade>),
    /// Opens the account again.
    HefBlokkadeOp(Secties<Opheffing>),
    /// Says that a right is still needed.
    BevestigRecht(Secties<Bevestiging>),
    /// Lets an organisation keep the account.
    BrengOnder(Secties<Onderbrenging>),
}

/// The payload of a registration.
pub type Registratie = Secties<Geregistreerd, Geen, Geen, Persoon>;

/// Section A: since when, and whether its owner is also an employee whose dossiers are kept here.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Geregistreerd {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// First day.
    pub per: Datum,
    /// The employee this person is: own as the employee, hidden with any other hat on.
    pub werknemer: Option<WerknemerId>,
}

impl Sectie for Geregistreerd {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// Section D: whose account it is.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Persoon {
    /// Full name with initials.
    pub naam: String,
    /// E-mail address for log-in and messages.
    pub email: String,
}

impl Sectie for Persoon {
    const COMPARTIMENT: Compartiment = Compartiment::D;
}

/// Section A: a function at an organisation.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Functie {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Party and function in the words of the access table (`werkgever/werkgever`).
    pub lezer: String,
    /// What kind of work it is, for the separation of functions.
    pub taakgebied: Taakgebied,
    /// Where.
    pub organisatie: Organisatie,
    /// The days on which it is held.
    pub geldig: Geldigheid,
}

impl Sectie for Functie {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Recht for Functie {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn geldigheid(&self) -> Geldigheid {
        self.geldig
    }
}

/// Section A: a declaration of secrecy was signed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Geheimhouding {
    /// The declaration.
    pub stuk: StukId,
    /// The day it was signed.
    pub getekend_op: Datum,
}

impl Sectie for Geheimhouding {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// Section A: the account is blocked.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Blokkade {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Why.
    pub reden: RedenBlokkade,
}

impl Sectie for Blokkade {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// Why an account is blocked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum RedenBlokkade {
    /// The person left.
    UitDienst,
    /// More than one person uses it.
    Gedeeld,
    /// It may be in the wrong hands.
    Beveiliging,
}

/// Section A: the account is open again.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Opheffing {
    /// The document or report this fact came with.
    pub stuk: StukId,
}

impl Sectie for Opheffing {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// Section A: a right was looked at again.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Bevestiging {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// The document that gave the right: a function, an assignment, a delegation or a deviation.
    pub recht: StukId,
    /// The day of the review.
    pub op: Datum,
}

impl Sectie for Bevestiging {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// Section A: which organisation keeps the account: blocks it, and lets its owner log in again. The newest holds.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Onderbrenging {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Which.
    pub bij: Organisatie,
}

impl Sectie for Onderbrenging {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// The state that decisions need: section A.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Gebruiker {
    /// Every document ever taken in.
    pub stukken: BTreeSet<StukId>,
    /// The registration.
    pub registratie: Option<Geregistreerd>,
    /// Functions.
    pub functies: Rechten<Functie>,
    /// Signed declarations of secrecy.
    pub geheimhouding: Vec<Geheimhouding>,
    /// Every block there was.
    pub blokkades: Vec<Blokkade>,
    /// Every time it was opened again.
    pub opgeheven: Vec<Opheffing>,
    /// The block that holds now.
    pub geblokkeerd: Option<RedenBlokkade>,
    /// Reviews.
    pub bevestigd: Vec<Bevestiging>,
    /// Where the account was kept, oldest first.
    pub ondergebracht: Vec<Onderbrenging>,
}

impl Gebruiker {
    /// Which organisation keeps the account: the last one that was said; of an account from before that was
    /// kept, where it got its first function.
    #[must_use]
    pub fn ondergebracht_bij(&self) -> Option<Organisatie> {
        let gezegd = self.ondergebracht.last().map(|it| it.bij);
        gezegd.or_else(|| self.functies.gegeven.first().map(|it| it.organisatie))
    }
}

/// Decides what a command makes true. An empty list means: already so.
///
/// # Errors
///
/// [`Weigering`].
pub fn decide(
    gebruiker: &Gebruiker,
    command: Command,
    vandaag: Datum,
) -> Result<Vec<Event>, Weigering> {
    if is_al_zo(gebruiker, &command) {
        return Ok(vec![]);
    }
    eis_nieuw(&gebruiker.stukken, stuk(&command))?;
    if let Command::RegistreerAccount(registratie) = command {
        eis_registreerbaar(gebruiker, &registratie)?;
        return Ok(vec![Event::AccountGeregistreerd(registratie)]);
    }
    if gebruiker.registratie.is_none() {
        return Err(Weigering::NietGeregistreerd);
    }
    eis_mogelijk(gebruiker, &command, vandaag)?;
    Ok(vec![als_feit(command)])
}

fn eis_mogelijk(gebruiker: &Gebruiker, command: &Command, vandaag: Datum) -> Result<(), Weigering> {
    match command {
        Command::RegistreerAccount(c) => eis_registreerbaar(gebruiker, c),
        Command::KenFunctieToe(c) => {
            c.a.geldig.eis_vooruit()?;
            scheiding::eis_gescheiden(&gebruiker.functies, &c.a)
        }
        Command::BeeindigFunctie(c) => gebruiker.functies.beoordeel_einde(&c.a, vandaag),
        Command::TekenGeheimhouding(c) => eis_geweest(c.a.getekend_op, vandaag),
        Command::BlokkeerAccount(_) if gebruiker.geblokkeerd.is_some() => {
            Err(Weigering::Blokkade { geblokkeerd: true })
        }
        Command::HefBlokkadeOp(_) if gebruiker.geblokkeerd.is_none() => {
            Err(Weigering::Blokkade { geblokkeerd: false })
        }
        Command::BlokkeerAccount(_) | Command::HefBlokkadeOp(_) | Command::BrengOnder(_) => Ok(()),
        Command::BevestigRecht(c) => eis_geweest(c.a.op, vandaag),
    }
}

fn eis_registreerbaar(gebruiker: &Gebruiker, nieuw: &Registratie) -> Result<(), Weigering> {
    if gebruiker.registratie.is_some() {
        return Err(Weigering::AlGeregistreerd);
    }
    if nieuw.d.is_dicht() { Err(Weigering::InhoudOntbreekt) } else { Ok(()) }
}

pub(super) fn eis_geweest(dag: Datum, vandaag: Datum) -> Result<(), Weigering> {
    if dag > vandaag { Err(Weigering::InDeToekomst { dag }) } else { Ok(()) }
}

fn is_al_zo(gebruiker: &Gebruiker, command: &Command) -> bool {
    match command {
        Command::RegistreerAccount(c) => gebruiker.registratie.as_ref() == Some(&c.a),
        Command::KenFunctieToe(c) => gebruiker.functies.gegeven.contains(&c.a),
        Command::BeeindigFunctie(c) => gebruiker.functies.beeindigd.contains(&c.a),
        Command::TekenGeheimhouding(c) => gebruiker.geheimhouding.contains(&c.a),
        Command::BlokkeerAccount(c) => gebruiker.blokkades.contains(&c.a),
        Command::HefBlokkadeOp(c) => gebruiker.opgeheven.contains(&c.a),
        Command::BevestigRecht(c) => gebruiker.bevestigd.contains(&c.a),
        Command::BrengOnder(c) => gebruiker.ondergebracht.contains(&c.a),
    }
}

fn stuk(command: &Command) -> StukId {
    match command {
        Command::RegistreerAccount(c) => c.a.stuk,
        Command::KenFunctieToe(c) => c.a.stuk,
        Command::BeeindigFunctie(c) => c.a.stuk,
        Command::TekenGeheimhouding(c) => c.a.stuk,
        Command::BlokkeerAccount(c) => c.a.stuk,
        Command::HefBlokkadeOp(c) => c.a.stuk,
        Command::BevestigRecht(c) => c.a.stuk,
        Command::BrengOnder(c) => c.a.stuk,
    }
}

fn als_feit(command: Command) -> Event {
    match command {
        Command::RegistreerAccount(c) => Event::AccountGeregistreerd(c),
        Command::KenFunctieToe(c) => Event::FunctieToegekend(c),
        Command::BeeindigFunctie(c) => Event::FunctieBeeindigd(c),
        Command::TekenGeheimhouding(c) => Event::GeheimhoudingGetekend(c),
        Command::BlokkeerAccount(c) => Event::AccountGeblokkeerd(c),
        Command::HefBlokkadeOp(c) => Event::BlokkadeOpgeheven(c),
        Command::BevestigRecht(c) => Event::RechtBevestigd(c),
        Command::BrengOnder(c) => Event::AccountOndergebracht(c),
    }
}

impl Event {
    /// The document or report this fact came with.
    #[must_use]
    pub fn stuk(&self) -> StukId {
        match self {
            Self::AccountGeregistreerd(e) => e.a.stuk,
            Self::FunctieToegekend(e) => e.a.stuk,
            Self::FunctieBeeindigd(e) => e.a.stuk,
            Self::GeheimhoudingGetekend(e) => e.a.stuk,
            Self::AccountGeblokkeerd(e) => e.a.stuk,
            Self::BlokkadeOpgeheven(e) => e.a.stuk,
            Self::RechtBevestigd(e) => e.a.stuk,
            Self::AccountOndergebracht(e) => e.a.stuk,
        }
    }
}

/// Folds one fact into the account.
#[must_use]
pub fn evolve(mut gebruiker: Gebruiker, event: &Event) -> Gebruiker {
    gebruiker.stukken.insert(event.stuk());
    match event {
        Event::AccountGeregistreerd(e) => gebruiker.registratie = Some(e.a.clone()),
        Event::FunctieToegekend(e) => gebruiker.functies.gegeven.push(e.a.clone()),
        Event::FunctieBeeindigd(e) => gebruiker.functies.beeindigd.push(e.a.clone()),
        Event::GeheimhoudingGetekend(e) => gebruiker.geheimhouding.push(e.a.clone()),
        Event::AccountGeblokkeerd(e) => {
            gebruiker.geblokkeerd = Some(e.a.reden);
            gebruiker.blokkades.push(e.a.clone());
        }
        Event::BlokkadeOpgeheven(e) => {
            gebruiker.geblokkeerd = None;
            gebruiker.opgeheven.push(e.a.clone());
        }
        Event::RechtBevestigd(e) => gebruiker.bevestigd.push(e.a.clone()),
        Event::AccountOndergebracht(e) => gebruiker.ondergebracht.push(e.a.clone()),
    }
    gebruiker
}

/// Rebuilds an account from its history.
pub fn replay<'a>(events: impl IntoIterator<Item = &'a Event>) -> Gebruiker {
    events.into_iter().fold(Gebruiker::default(), evolve)
}

#[cfg(test)]
mod tests;
