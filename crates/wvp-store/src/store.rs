//! What every event store promises.

use std::collections::BTreeMap;
use std::fmt::Debug;

use async_trait::async_trait;
use tokio::sync::watch;

use crate::fout::{Schade, StoreError};
use crate::record::{NieuwRecord, Record};
use crate::stroom::{Positie, StroomId, Stroomsoort, Versie};

/// What a writer expects of a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verwacht {
    /// Anything.
    Elke,
    /// That it never existed.
    Geen,
    /// That it exists, at whatever version.
    Bestaat,
    /// Exactly this version. `Precies(Versie::GEEN)` is the same as `Geen`.
    Precies(Versie),
}

impl Verwacht {
    /// Whether a stream at this version is as expected.
    #[must_use]
    pub fn klopt(self, versie: Versie) -> bool {
        match self {
            Self::Elke => true,
            Self::Geen => versie == Versie::GEEN,
            Self::Bestaat => versie != Versie::GEEN,
            Self::Precies(verwacht) => versie == verwacht,
        }
    }
}

/// What is added to one stream. Without records it is a check only: the append writes to other
/// streams, on the premise that this one is as expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toevoeging {
    /// The stream.
    pub stroom: StroomId,
    /// What is expected of it.
    pub verwacht: Verwacht,
    /// The records, in order.
    pub records: Vec<NieuwRecord>,
}

/// What became of one [`Toevoeging`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resultaat {
    /// The stream.
    pub stroom: StroomId,
    /// The version after the last of its records; of a check only, the version as it is.
    pub versie: Versie,
    /// The positions of its records, in order.
    pub posities: Vec<Positie>,
    /// Whether this was a retry: then these are the answers of the first time.
    pub herhaald: bool,
}

/// Which way a stream is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Richting {
    /// Oldest first.
    Vooruit,
    /// Newest first.
    Achteruit,
}

/// What several streams hold, oldest first; of a damaged one the damage.
pub type Stromen = BTreeMap<StroomId, Result<Vec<Record>, Schade>>;

/// A log of streams with one global order.
///
/// Acknowledged means durable. Appends are atomic over all their streams and idempotent by stream
/// and event id: a retry gets the first answer, whatever it expects by then.
#[async_trait]
pub trait EventStore: Debug + Send + Sync {
    /// Appends to several streams at once: all of it or nothing. The same stream may come more than
    /// once; each part is checked against the version that the parts before it make.
    ///
    /// # Errors
    ///
    /// [`StoreError::Verzoek`] when it asks for nothing sensible, [`StoreError::Conflict`] with every
    /// check that failed, [`StoreError::HergebruiktId`], [`StoreError::Full`],
    /// [`StoreError::Damaged`] when a stream cannot go on, [`StoreError::TooLarge`],
    /// [`StoreError::Unavailable`] (whether it was stored may be unknown: repeat it with the same
    /// ids), [`StoreError::Closed`].
    async fn append(&self, toevoegingen: Vec<Toevoeging>) -> Result<Vec<Resultaat>, StoreError>;

    /// Reads a stream from a version (inclusive), at most so many records. A stream that never
    /// existed is empty.
    ///
    /// # Errors
    ///
    /// [`StoreError::Damaged`] when what is asked for reaches damage; never a shorter answer.
    async fn read_stream(
        &self,
        stroom: StroomId,
        vanaf: Versie,
        richting: Richting,
        hoogstens: usize,
    ) -> Result<Vec<Record>, StoreError>;

    /// Reads several streams from their beginning, at most so many records of each, as
    /// [`EventStore::read_stream`] reads one. Every stream that was asked for is in the answer, and damage
    /// to one leaves the others as they are. A backend at a distance goes there once.
    ///
    /// # Errors
    ///
    /// [`StoreError::Unavailable`] or [`StoreError::Closed`].
    async fn read_streams(
        &self,
        stromen: &[StroomId],
        hoogstens: usize,
    ) -> Result<Stromen, StoreError> {
        let mut gelezen = Stromen::new();
        for stroom in stromen.iter().copied() {
            let records = self.read_stream(stroom, Versie(1), Richting::Vooruit, hoogstens).await;
            gelezen.insert(stroom, heel_of_schade(records)?);
        }
        Ok(gelezen)
    }

    /// Reads all streams in global order after a position, at most so many records. Streams are
    /// left out from their damage on; an empty answer means that nothing readable follows.
    ///
    /// # Errors
    ///
    /// [`StoreError::Unavailable`] or [`StoreError::Closed`].
    async fn read_all(&self, na: Positie, hoogstens: usize) -> Result<Vec<Record>, StoreError>;

    /// The streams of one kind in order of their id after `na`, with their versions.
    ///
    /// # Errors
    ///
    /// [`StoreError::Unavailable`] or [`StoreError::Closed`].
    async fn stromen(
        &self,
        soort: Stroomsoort,
        na: Option<StroomId>,
        hoogstens: usize,
    ) -> Result<Vec<(StroomId, Versie)>, StoreError>;

    /// The streams of which damage was met so far.
    fn beschadigd(&self) -> Vec<StroomId> {
        vec![]
    }

    /// The last position that is durable.
    fn kop(&self) -> Positie;

    /// The same, as a value to wait on; its sender goes away when the store is closed.
    fn kop_volgen(&self) -> watch::Receiver<Positie>;

    /// Closes the store: what was acknowledged is kept, what comes after is refused. Twice is fine.
    ///
    /// # Errors
    ///
    /// [`StoreError::Unavailable`] when the store could not be left in order.
    async fn sluit(&self) -> Result<(), StoreError>;
}

/// Keeps damage apart from what fails for every stream.
///
/// # Errors
///
/// Everything but damage.
pub fn heel_of_schade(
    records: Result<Vec<Record>, StoreError>,
) -> Result<Result<Vec<Record>, Schade>, StoreError> {
    match records {
        Ok(records) => Ok(Ok(records)),
        Err(StoreError::Damaged(schade)) => Ok(Err(schade)),
        Err(fout) => Err(fout),
    }
}
