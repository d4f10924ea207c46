//! Where read models are kept: rows and their checkpoint, always together.

use std::fmt::Debug;

use async_trait::async_trait;

use crate::fout::StoreError;
use crate::stroom::Positie;

/// Which rows are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bereik {
    /// Every row.
    Alles,
    /// Rows whose key begins with these bytes.
    Voorvoegsel(Vec<u8>),
    /// Rows from the first key (inclusive) up to the second (exclusive).
    VanTot(Vec<u8>, Vec<u8>),
}

impl Bereik {
    /// The first key that may be in it.
    #[must_use]
    pub fn begin(&self) -> &[u8] {
        match self {
            Self::Alles => &[],
            Self::Voorvoegsel(begin) | Self::VanTot(begin, _) => begin,
        }
    }

    /// Whether a key at or after the begin is in it. The keys in it are consecutive.
    #[must_use]
    pub fn bevat(&self, sleutel: &[u8]) -> bool {
        match self {
            Self::Alles => true,
            Self::Voorvoegsel(begin) => sleutel.starts_with(begin),
            Self::VanTot(van, tot) => sleutel >= van.as_slice() && sleutel < tot.as_slice(),
        }
    }
}

/// A change of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wijziging {
    /// Sets the row to this value.
    Zet(Vec<u8>, Vec<u8>),
    /// Removes the row, if it is there.
    Wis(Vec<u8>),
}

/// A row: key and value.
pub type Rij = (Vec<u8>, Vec<u8>);

/// Storage of read models. Values are opaque; what they hold is section A at most.
#[async_trait]
pub trait Leesmodellen: Debug + Send + Sync {
    /// The value of a row, if there is one.
    ///
    /// # Errors
    ///
    /// [`StoreError::Unavailable`] or [`StoreError::Closed`].
    async fn haal(&self, model: &str, sleutel: &[u8]) -> Result<Option<Vec<u8>>, StoreError>;

    /// Rows in order of their key, at most so many.
    ///
    /// # Errors
    ///
    /// [`StoreError::Unavailable`] or [`StoreError::Closed`].
    async fn reeks(
        &self,
        model: &str,
        bereik: Bereik,
        hoogstens: usize,
    ) -> Result<Vec<Rij>, StoreError>;

    /// Up to which position the model was built; none when it has to be built from the start.
    ///
    /// # Errors
    ///
    /// [`StoreError::Unavailable`] or [`StoreError::Closed`].
    async fn controlepunt(&self, model: &str) -> Result<Option<Positie>, StoreError>;

    /// Writes rows and the new checkpoint in one commit, if the checkpoint is still as expected.
    ///
    /// # Errors
    ///
    /// [`StoreError::Checkpoint`] when it is not; then nothing was written.
    async fn schrijf(
        &self,
        model: &str,
        verwacht: Option<Positie>,
        nieuw: Positie,
        wijzigingen: Vec<Wijziging>,
    ) -> Result<(), StoreError>;

    /// Removes all rows and the checkpoint.
    ///
    /// # Errors
    ///
    /// [`StoreError::Unavailable`] or [`StoreError::Closed`].
    async fn wis_model(&self, model: &str) -> Result<(), StoreError>;
}
