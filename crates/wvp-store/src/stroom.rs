//! What a record is addressed by: stream, version, position, moment and event id.

use std::fmt;

use uuid::Uuid;
use wvp_domain::{AccountId, DossierId, WerkgeverId, WerknemerId};

/// What a stream is about. The number is stored and never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Stroomsoort {
    /// A verzuimdossier.
    Dossier = 1,
    /// The master record of an employee.
    Werknemer = 2,
    /// The master record of an employer.
    Werkgever = 3,
    /// Who read what of a dossier.
    Leeslog = 4,
    /// A personal account: its functions and what bars it.
    Gebruiker = 5,
    /// Who works on a dossier, or for an employer.
    Toewijzing = 6,
    /// What an employee agreed to.
    Toestemming = 7,
    /// Tasks that were delegated to an account.
    Delegatie = 8,
    /// Exceptions for one dossier.
    Afwijking = 9,
    /// What became of the messages about a dossier.
    Bezorging = 10,
    /// Who acts for an account while its owner is away.
    Waarneming = 11,
    /// What the owner of an account decides about own messages, and what was read.
    Postvak = 12,
    /// Files that came in with a dossier, in parts.
    Bijlage = 13,
    /// How the owner of an account logs in.
    Inlog = 14,
    /// Which organisations keep an organisation.
    Beheer = 15,
    /// Holds no events: names the data keys that search keys are derived from.
    Zoeken = 200,
}

impl Stroomsoort {
    /// Every kind, in stored order.
    pub const ALLE: [Self; 16] = [
        Self::Dossier,
        Self::Werknemer,
        Self::Werkgever,
        Self::Leeslog,
        Self::Gebruiker,
        Self::Toewijzing,
        Self::Toestemming,
        Self::Delegatie,
        Self::Afwijking,
        Self::Bezorging,
        Self::Waarneming,
        Self::Postvak,
        Self::Bijlage,
        Self::Inlog,
        Self::Beheer,
        Self::Zoeken,
    ];

    /// The stored number.
    #[must_use]
    pub fn nummer(self) -> u8 {
        self as u8
    }

    /// The kind with this stored number, if there is one.
    #[must_use]
    pub fn met_nummer(nummer: u8) -> Option<Self> {
        Self::ALLE.into_iter().find(|soort| soort.nummer() == nummer)
    }

    /// The word for people.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Dossier => "dossier",
            Self::Werknemer => "werknemer",
            Self::Werkgever => "werkgever",
            Self::Leeslog => "leeslog",
            Self::Gebruiker => "gebruiker",
            Self::Toewijzing => "toewijzing",
            Self::Toestemming => "toestemming",
            Self::Delegatie => "delegatie",
            Self::Afwijking => "afwijking",
            Self::Bezorging => "bezorging",
            Self::Waarneming => "waarneming",
            Self::Postvak => "postvak",
            Self::Bijlage => "bijlage",
            Self::Inlog => "inlog",
            Self::Beheer => "beheer",
            Self::Zoeken => "zoeken",
        }
    }
}

/// Names a stream.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StroomId {
    /// What it is about.
    pub soort: Stroomsoort,
    /// Which one.
    pub id: Uuid,
}

impl StroomId {
    /// Number of bytes of the stored form.
    pub const BYTES: usize = 17;

    /// The stored form: the number of the kind, then the id. Sorts by kind and id.
    #[must_use]
    pub fn bytes(self) -> [u8; Self::BYTES] {
        let mut bytes = [self.soort.nummer(); Self::BYTES];
        for (plaats, byte) in bytes.iter_mut().skip(1).zip(self.id.as_bytes()) {
            *plaats = *byte;
        }
        bytes
    }

    /// Reads the stored form back, if it is one.
    #[must_use]
    pub fn uit_bytes(bytes: &[u8]) -> Option<Self> {
        let (soort, id) = bytes.split_first()?;
        Some(Self { soort: Stroomsoort::met_nummer(*soort)?, id: Uuid::from_slice(id).ok()? })
    }
}

/// The account itself; who read or wrote something stands elsewhere.
impl From<AccountId> for StroomId {
    fn from(id: AccountId) -> Self {
        Self { soort: Stroomsoort::Gebruiker, id: id.0 }
    }
}

impl From<DossierId> for StroomId {
    fn from(id: DossierId) -> Self {
        Self { soort: Stroomsoort::Dossier, id: id.0 }
    }
}

impl From<WerknemerId> for StroomId {
    fn from(id: WerknemerId) -> Self {
        Self { soort: Stroomsoort::Werknemer, id: id.0 }
    }
}

impl From<WerkgeverId> for StroomId {
    fn from(id: WerkgeverId) -> Self {
        Self { soort: Stroomsoort::Werkgever, id: id.0 }
    }
}

impl fmt::Display for StroomId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.soort.naam(), self.id)
    }
}

impl fmt::Debug for StroomId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Number of events in a stream; also the version that its last event made. The first event makes
/// version 1, so version 0 is a stream that never existed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Versie(pub u64);

impl Versie {
    /// A stream that never existed.
    pub const GEEN: Self = Self(0);

    /// The version `aantal` events later.
    #[must_use]
    pub fn plus(self, aantal: u64) -> Self {
        Self(self.0.saturating_add(aantal))
    }

    /// The version that the next event makes.
    #[must_use]
    pub fn volgende(self) -> Self {
        self.plus(1)
    }
}

impl fmt::Display for Versie {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// Place in the one global order: 1, 2, 3 and so on, without gaps. Position 0 is before all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Positie(pub u64);

impl Positie {
    /// Before the first record.
    pub const BEGIN: Self = Self(0);

    /// The position `aantal` records later.
    #[must_use]
    pub fn plus(self, aantal: u64) -> Self {
        Self(self.0.saturating_add(aantal))
    }

    /// The next position.
    #[must_use]
    pub fn volgende(self) -> Self {
        self.plus(1)
    }
}

impl fmt::Display for Positie {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// A moment: microseconds since 1970-01-01T00:00:00 UTC.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub i64);

/// Names an event; unique within its stream. A retry carries the same id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GebeurtenisId(pub Uuid);

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{StroomId, Stroomsoort};

    #[test]
    fn elke_stroomsoort_is_terug_te_vinden_in_de_opgeslagen_vorm() {
        for soort in Stroomsoort::ALLE {
            let stroom = StroomId { soort, id: Uuid::from_u128(7) };
            assert_eq!(StroomId::uit_bytes(&stroom.bytes()), Some(stroom));
        }
    }

    #[test]
    fn een_onbekende_soort_is_geen_stroom() {
        assert_eq!(StroomId::uit_bytes(&[99; StroomId::BYTES]), None);
    }
}
