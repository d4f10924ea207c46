//! Leases: work that one node does at a time, such as following the log into a read model.
//!
//! A lease ends at a time, so that a node that died is not waited for. Clocks differ and nodes stall,
//! so time alone guards nothing: every lease carries a fencing number that only rises, and what is
//! written under a lease is refused once a newer one was handed out. Appends need no lease: their
//! expected versions and event ids already make a second runner harmless.

use std::fmt::Debug;

use async_trait::async_trait;

use crate::fout::StoreError;
use crate::leesmodel::{Leesmodellen, Wijziging};
use crate::stroom::{Moment, Positie};

/// Fencing number of a lease: rises with every lease of the same work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hek(pub u64);

/// A lease.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Huur {
    /// The work.
    pub werk: String,
    /// Who does it; no two processes use the same name.
    pub wie: String,
    /// Fencing number.
    pub hek: Hek,
    /// From this moment on another may take it.
    pub tot: Moment,
}

/// Hands out leases, and writes what they guard. Time comes in as an argument.
#[async_trait]
pub trait Huren: Leesmodellen + Debug + Send + Sync {
    /// Takes the work until a moment, if nobody has it at the moment `nu`. Whoever has it already
    /// gets a new lease, and the old one is fenced off.
    ///
    /// # Errors
    ///
    /// [`StoreError::Verhuurd`] when another has it, [`StoreError::Unavailable`],
    /// [`StoreError::Closed`].
    async fn neem(
        &self,
        werk: &str,
        wie: &str,
        nu: Moment,
        tot: Moment,
    ) -> Result<Huur, StoreError>;

    /// Keeps a lease until a later moment, also when it ran out and nobody took it since.
    ///
    /// # Errors
    ///
    /// [`StoreError::HuurKwijt`] when it was given back or another took it.
    async fn verleng(&self, huur: &Huur, tot: Moment) -> Result<Huur, StoreError>;

    /// Gives a lease back, so that another need not wait for its end. A lost lease is fine.
    ///
    /// # Errors
    ///
    /// [`StoreError::Unavailable`] or [`StoreError::Closed`].
    async fn geef_terug(&self, huur: Huur) -> Result<(), StoreError>;

    /// As [`Leesmodellen::schrijf`], in one commit with the check that the lease is still the newest.
    ///
    /// # Errors
    ///
    /// [`StoreError::HuurKwijt`] when it is not, [`StoreError::Checkpoint`]; then nothing was
    /// written.
    async fn schrijf_onder(
        &self,
        huur: &Huur,
        model: &str,
        verwacht: Option<Positie>,
        nieuw: Positie,
        wijzigingen: Vec<Wijziging>,
    ) -> Result<(), StoreError>;
}
