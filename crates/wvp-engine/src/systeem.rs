//! Another system that is told what happens in dossiers: that something was recorded, never what it says.

use std::fmt;

use async_trait::async_trait;
use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::{Categorie, Datum, DossierId, WerkgeverId};

use crate::bericht::{BezorgFout, Stap};

/// That something happened, by reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Feitmelding {
    /// The event; a receiver drops a repeat by it.
    pub id: Uuid,
    /// Which dossier.
    pub dossier: DossierId,
    /// What kind of thing.
    pub soort: Feitsoort,
    /// The highest category of it that the receiver may read at the reference.
    pub categorie: Categorie,
    /// Step and its last day (inclusive), when it is about one.
    pub stap: Option<(Stap, Datum)>,
    /// When it was recorded, in microseconds since 1970 (UTC).
    pub vastgelegd: i64,
}

/// The kinds of things that are told. Which fact was recorded is not: that may be medical by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feitsoort {
    /// Somebody was reminded of a step.
    HerinneringGegeven,
    /// Somebody was asked for what is still missing.
    StukkenGevraagd,
    /// Something was recorded in the dossier.
    FeitVastgelegd,
    /// The dossier was closed.
    DossierGesloten,
}

/// Who is told.
#[derive(Debug, Clone, Copy)]
pub struct Afnemer {
    /// As whom it reads: it is told of what somebody with this function may know.
    pub lezer: Lezer,
    /// Whose dossiers it is told of; of every employer when none.
    pub werkgever: Option<WerkgeverId>,
}

/// Tells another system. May be offered the same thing more than once.
#[async_trait]
pub trait Systeem: fmt::Debug + Send + Sync {
    /// Tells it, at a moment in seconds since 1970 (UTC).
    ///
    /// # Errors
    ///
    /// When it was not taken over now; it is offered again later.
    async fn meld(&self, melding: &Feitmelding, nu_seconden: i64) -> Result<(), BezorgFout>;
}
