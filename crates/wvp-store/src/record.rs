//! What is stored: a record of sealed sections, linked to the record before it.

use std::fmt;

use wvp_domain::Compartiment;

use crate::keyring::SleutelId;
use crate::stroom::{GebeurtenisId, Moment, Positie, StroomId, Versie};

/// SHA-256 of a record and of everything before it in its stream.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// Stands before the first record of every stream.
    pub const BEGIN: Self = Self([0; 32]);
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Which part of a record a section is. The number is stored and never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Letter {
    /// Who did it (see [`crate::Kop`]).
    K = 0,
    /// Section A of the payload.
    A = 1,
    /// Section B of the payload.
    B = 2,
    /// Section C of the payload.
    C = 3,
    /// Section D of the payload.
    D = 4,
}

impl Letter {
    /// Every letter, in stored order.
    pub const ALLE: [Self; 5] = [Self::K, Self::A, Self::B, Self::C, Self::D];

    /// The stored number.
    #[must_use]
    pub fn nummer(self) -> u8 {
        self as u8
    }

    /// The letter with this stored number, if there is one.
    #[must_use]
    pub fn met_nummer(nummer: u8) -> Option<Self> {
        Self::ALLE.into_iter().find(|letter| letter.nummer() == nummer)
    }
}

/// A section under seal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerzegeldeSectie {
    /// Which part of the record.
    pub letter: Letter,
    /// What it is sealed as.
    pub compartiment: Compartiment,
    /// The data key it is sealed under.
    pub sleutel: SleutelId,
    /// Random nonce.
    pub nonce: [u8; 12],
    /// Ciphertext with its tag.
    pub cijfertekst: Vec<u8>,
}

/// A record to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NieuwRecord {
    /// Names the event; a retry carries the same id.
    pub id: GebeurtenisId,
    /// Name of the event type.
    pub type_naam: String,
    /// Version of the stored shape of that type.
    pub schema: u16,
    /// When it was recorded (UTC).
    pub moment: Moment,
    /// The version that the seals are bound to: at any other version they would not open, so the
    /// store answers a conflict. None when nothing is bound to a version.
    pub voor: Option<Versie>,
    /// The sealed sections.
    pub secties: Vec<VerzegeldeSectie>,
}

/// A stored record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Place in the global order.
    pub positie: Positie,
    /// The stream.
    pub stroom: StroomId,
    /// Place in the stream.
    pub versie: Versie,
    /// Names the event.
    pub id: GebeurtenisId,
    /// Name of the event type.
    pub type_naam: String,
    /// Version of the stored shape of that type.
    pub schema: u16,
    /// When it was recorded (UTC).
    pub moment: Moment,
    /// Hash of the record before it in the stream.
    pub vorige: Hash,
    /// Hash of this record (see [`crate::chain`]).
    pub hash: Hash,
    /// The sealed sections.
    pub secties: Vec<VerzegeldeSectie>,
}

impl Record {
    /// Places a new record in its stream and in the global order, and links it to the one before.
    #[must_use]
    pub fn plaats(
        nieuw: NieuwRecord,
        stroom: StroomId,
        versie: Versie,
        positie: Positie,
        vorige: Hash,
    ) -> Self {
        let hash = crate::chain::schakel(vorige, stroom, versie, &nieuw);
        let NieuwRecord { id, type_naam, schema, moment, voor: _, secties } = nieuw;
        Self { positie, stroom, versie, id, type_naam, schema, moment, vorige, hash, secties }
    }
    /// The record as something to be stored elsewhere, at the same version of its stream.
    #[must_use]
    pub fn opnieuw(self) -> NieuwRecord {
        NieuwRecord {
            id: self.id,
            type_naam: self.type_naam,
            schema: self.schema,
            moment: self.moment,
            voor: Some(self.versie),
            secties: self.secties,
        }
    }
}
