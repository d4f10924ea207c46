//! Why a store failed. A refusal of the law is never one of these.

use std::fmt;

use thiserror::Error;
use wvp_domain::Compartiment;

use crate::codec::CodecFout;
use crate::keyring::SleutelFout;
use crate::record::Letter;
use crate::store::Verwacht;
use crate::stroom::{GebeurtenisId, Moment, Positie, StroomId, Versie};

/// Why a store failed.
#[derive(Debug, Error)]
pub enum StoreError {
    /// Streams moved on; load and decide again.
    #[error("een ander was eerder: {}", opsomming(.botsingen))]
    Conflict {
        /// Every check that failed, with the state as it is.
        botsingen: Vec<Botsing>,
    },
    /// An event id comes back with other events beside it: no retry, but a mistake of the caller.
    #[error("gebeurtenis `{}` is in {stroom} al met andere gebeurtenissen vastgelegd", .id.0)]
    HergebruiktId {
        /// The stream.
        stroom: StroomId,
        /// The id.
        id: GebeurtenisId,
    },
    /// The append asks for something that no store can mean.
    #[error("dit verzoek aan de opslag klopt niet: {0}")]
    Verzoek(Verzoekfout),
    /// A record is damaged; its stream cannot be read from there on.
    #[error("beschadigd: {0}")]
    Damaged(Schade),
    /// There is no room; nothing was stored and nothing acknowledged.
    #[error("de opslag is vol; er is niets vastgelegd")]
    Full,
    /// A record is larger than a store takes.
    #[error("een gebeurtenis van {bytes} bytes is te groot (hoogstens {hoogstens})")]
    TooLarge {
        /// Size in bytes.
        bytes: usize,
        /// Largest size in bytes.
        hoogstens: usize,
    },
    /// The store cannot work now.
    #[error("de opslag is niet bruikbaar: {0}")]
    Unavailable(String),
    /// Another process holds the store.
    #[error("de opslag is in gebruik door {wie}")]
    InUse {
        /// Who holds it, as the holder wrote it.
        wie: String,
    },
    /// The store was closed.
    #[error("de opslag is gesloten")]
    Closed,
    /// A section has to be sealed and this node holds no key-encryption key for it.
    #[error("geen sleutel voor compartiment {} van {stroom}", .compartiment.nummer())]
    NoKey {
        /// The stream.
        stroom: StroomId,
        /// The compartment.
        compartiment: Compartiment,
    },
    /// The keyring failed.
    #[error(transparent)]
    Keyring(#[from] SleutelFout),
    /// A section that should open does not.
    #[error("zegel {letter:?} van {stroom} versie {versie} is verbroken")]
    Seal {
        /// The stream.
        stroom: StroomId,
        /// The version.
        versie: Versie,
        /// The section.
        letter: Letter,
    },
    /// An event does not fit the code that writes or reads it.
    #[error(transparent)]
    Codec(#[from] CodecFout),
    /// Somebody else moved the read model on.
    #[error("leesmodel `{model}` staat op {werkelijk:?}, niet op {verwacht:?}")]
    Checkpoint {
        /// The read model.
        model: String,
        /// The checkpoint that was expected.
        verwacht: Option<Positie>,
        /// The checkpoint as it is.
        werkelijk: Option<Positie>,
    },
    /// Another node does this work.
    #[error("`{werk}` wordt al gedaan door {wie}")]
    Verhuurd {
        /// The work.
        werk: String,
        /// Who does it.
        wie: String,
        /// When its lease ends.
        tot: Moment,
    },
    /// The lease was given back, or somebody else took it since: what it guards was not written.
    #[error("dit proces doet `{0}` niet meer")]
    HuurKwijt(String),
}

/// What is wrong with an append, whatever is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Verzoekfout {
    /// Streams are checked and nothing is written.
    #[error("er wordt alleen getoetst en niets vastgelegd")]
    NietsTeSchrijven,
    /// A check that anything meets.
    #[error("{0} wordt getoetst zonder verwachting")]
    ToetsZonderVerwachting(StroomId),
    /// The same stream in two checks.
    #[error("{0} wordt twee keer getoetst")]
    DubbeleToets(StroomId),
}

/// A check on a stream that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Botsing {
    /// The stream.
    pub stroom: StroomId,
    /// What was expected.
    pub verwacht: Verwacht,
    /// The version as it is; 0 when the stream never existed.
    pub werkelijk: Versie,
}

/// Where stored bytes are damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schade {
    /// Segment: number of records in the segments before it.
    pub segment: u64,
    /// Offset of the first bad byte's frame within the segment, in bytes.
    pub offset: u64,
    /// The stream, when it could be established.
    pub stroom: Option<StroomId>,
    /// The version, when it could be established.
    pub versie: Option<Versie>,
}

impl fmt::Display for Schade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "segment {:020} offset {}", self.segment, self.offset)?;
        if let Some(stroom) = self.stroom {
            write!(f, ", {stroom}")?;
        }
        if let Some(versie) = self.versie {
            write!(f, " versie {versie}")?;
        }
        Ok(())
    }
}

fn opsomming(botsingen: &[Botsing]) -> String {
    let regel = |botsing: &Botsing| format!("{} staat op {}", botsing.stroom, botsing.werkelijk);
    botsingen.iter().map(regel).collect::<Vec<_>>().join(", ")
}
