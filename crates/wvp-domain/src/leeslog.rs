//! Leeslog: who asked what of a dossier. A stream of its own per dossier, append-only, without content.
//!
//! Where somebody asked from is a channel and a kind of network, never an address: an IP address is a
//! datum about the reader that nobody needs to judge a reading.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::doel::Doel;
use crate::{AccountId, Compartiment, Datum, Sectie, Secties};

/// A fact about reading, past tense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Somebody read the dossier. No longer written: [`Event::DossierGeraadpleegd`] says more.
    DossierIngezien(Inzage),
    /// Somebody asked for the dossier, and got it or was refused.
    DossierGeraadpleegd(Raadpleging),
    /// Somebody was shown a list, found something, or saw data beside a dossier.
    RegisterGeraadpleegd(Secties<Getoond>),
}

/// The payload.
pub type Inzage = Secties<Gelezen>;

/// Section A: who read which compartments, as what, of which day.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Gelezen {
    /// The account that read.
    pub account: AccountId,
    /// Party and function it read as, in the words of the access table (`werkgever/werkgever`).
    pub lezer: String,
    /// Stored numbers of the compartments that were opened ([`Compartiment::nummer`]).
    pub compartimenten: Vec<u8>,
    /// The day whose facts were shown.
    pub feiten_van: Datum,
    /// Digest of the access table that decided.
    pub tabel: String,
}

impl Sectie for Gelezen {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// The payload.
pub type Raadpleging = Secties<Geraadpleegd>;

/// Section A: who asked what, for whom, why, from where, and what came of it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Geraadpleegd {
    /// The account that asked.
    pub account: AccountId,
    /// Party and function it asked as, in the words of the access table (`werkgever/werkgever`).
    pub lezer: String,
    /// The account on whose behalf it asked, when a task was delegated.
    pub namens: Option<AccountId>,
    /// What it wanted to do.
    pub actie: Actie,
    /// Stored numbers of the compartments that were opened ([`Compartiment::nummer`]); none when refused.
    pub compartimenten: Vec<u8>,
    /// The day whose facts were asked for.
    pub feiten_van: Datum,
    /// What for.
    pub doel: Doel,
    /// By which door.
    pub kanaal: Kanaal,
    /// From which kind of network.
    pub netwerk: Netwerk,
    /// What came of it.
    pub uitkomst: Uitkomst,
    /// Ids of the rules behind a refusal.
    pub regels: Vec<String>,
    /// Digest of the access table that decided.
    pub tabel: String,
}

impl Sectie for Geraadpleegd {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// Section A: what somebody was shown beside a dossier. It stands in a log of its own per account: one line for
/// a list, whatever number of dossiers is in it, and never what was searched for.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Getoond {
    /// The account that asked.
    pub account: AccountId,
    /// Party and function it asked as, in the words of the access table.
    pub lezer: String,
    /// The account on whose behalf it asked.
    pub namens: Option<AccountId>,
    /// What was shown.
    pub wat: Register,
    /// Numbers of the dossiers, employees, employers or accounts that were shown; none when nothing was found.
    pub getoond: Vec<Uuid>,
    /// Stored numbers of the compartments that were opened ([`Compartiment::nummer`]).
    pub compartimenten: Vec<u8>,
    /// What for.
    pub doel: Doel,
    /// By which door.
    pub kanaal: Kanaal,
    /// From which kind of network.
    pub netwerk: Netwerk,
    /// Digest of the access table that decided.
    pub tabel: String,
}

impl Sectie for Getoond {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// What somebody was shown beside a dossier. The order is stored and never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Register {
    /// A list of dossiers.
    Lijst,
    /// The terms of several dossiers.
    Agenda,
    /// Dossiers found by their number.
    ZoekenOpNummer,
    /// Dossiers found by the name of the employee.
    ZoekenOpNaam,
    /// Dossiers found by burgerservicenummer.
    ZoekenOpBsn,
    /// Data of employees.
    Werknemer,
    /// Data of employers.
    Werkgever,
    /// Accounts with their functions.
    Account,
    /// Who works where.
    Toewijzing,
    /// What an employee agreed to.
    Toestemming,
    /// Tasks that were delegated.
    Delegatie,
    /// What differs from the rule for a dossier.
    Afwijking,
}

/// What somebody wanted to do. The order is stored and never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Actie {
    /// Read the dossier.
    Lezen,
    /// Draw up the re-integratieverslag from it.
    Verslag,
    /// Record a fact; stands here only when it was refused.
    Vastleggen,
    /// Read this log.
    LeeslogLezen,
    /// Ask what another reader could open on a day.
    RechtenNagaan,
}

/// By which door. The order is stored and never changes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kanaal {
    /// Not recorded.
    #[default]
    Onbekend,
    /// The command line.
    Opdrachtregel,
    /// A web page.
    Pagina,
    /// The API.
    Api,
}

/// From which kind of network. The order is stored and never changes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Netwerk {
    /// Not recorded.
    #[default]
    Onbekend,
    /// The machine itself.
    DezeMachine,
    /// A network of the organisation.
    Intern,
    /// Anywhere else.
    Extern,
}

/// What came of it. The order is stored and never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Uitkomst {
    /// It was shown or done.
    Toegestaan,
    /// It was refused.
    Geweigerd,
}
