//! What is known about one request: each fact is true, false or not established.

use crate::feit::Feit;

/// The facts of one request, as two masks over [`Feit`].
///
/// A fact in neither mask is unknown: false for an allow, true for a deny (domain/access.md B.1
/// with the reading of its introduction). No fact stands in both masks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Omstandigheden {
    waar: u64,
    onwaar: u64,
}

/// The mask with all 56 facts.
const ALLE: u64 = (1 << Feit::ALLE.len()) - 1;

impl Omstandigheden {
    /// Nothing is established: every guard closes.
    #[must_use]
    pub const fn onbekend() -> Self {
        Self { waar: 0, onwaar: 0 }
    }

    /// The facts listed are true and all others are known to be false (design/contract.md `toegang`).
    #[must_use]
    pub fn precies(feiten: &[Feit]) -> Self {
        Self::van_masker(feiten.iter().fold(0, |masker, feit| masker | feit.bit()))
    }

    /// Establishes one fact, in place of what was known about it.
    #[must_use]
    pub const fn met(self, feit: Feit, waar: bool) -> Self {
        let overig = self.vergeet(feit);
        if waar {
            Self { waar: overig.waar | feit.bit(), ..overig }
        } else {
            Self { onwaar: overig.onwaar | feit.bit(), ..overig }
        }
    }

    /// Makes one fact unknown.
    #[must_use]
    pub const fn vergeet(self, feit: Feit) -> Self {
        Self { waar: self.waar & !feit.bit(), onwaar: self.onwaar & !feit.bit() }
    }

    /// What is known about one fact; `None` when it is not established.
    #[must_use]
    pub const fn is(self, feit: Feit) -> Option<bool> {
        match (self.waar & feit.bit() != 0, self.onwaar & feit.bit() != 0) {
            (true, _) => Some(true),
            (false, true) => Some(false),
            (false, false) => None,
        }
    }

    /// The facts of a mask are true, all others false.
    pub(crate) const fn van_masker(waar: u64) -> Self {
        Self { waar: waar & ALLE, onwaar: ALLE & !waar }
    }

    /// The facts known to be true.
    pub(crate) const fn waar(self) -> u64 {
        self.waar
    }

    /// The facts known to be false.
    pub(crate) const fn onwaar(self) -> u64 {
        self.onwaar
    }
}

#[cfg(test)]
mod tests {
    use super::{Feit, Omstandigheden};

    #[test]
    fn een_feit_is_waar_onwaar_of_onbekend() {
        let bekend = Omstandigheden::onbekend().met(Feit::Mfa, true).met(Feit::Revoked, false);
        assert_eq!(bekend.is(Feit::Mfa), Some(true));
        assert_eq!(bekend.is(Feit::Revoked), Some(false));
        assert_eq!(bekend.is(Feit::InScope), None);
        assert_eq!(bekend.met(Feit::Mfa, false).is(Feit::Mfa), Some(false));
    }

    #[test]
    fn precies_weet_van_elk_ander_feit_dat_het_onwaar_is() {
        let omstandigheden = Omstandigheden::precies(&[Feit::Mfa]);
        for feit in Feit::ALLE {
            assert_eq!(omstandigheden.is(feit), Some(feit == Feit::Mfa), "{feit:?}");
        }
    }
}
