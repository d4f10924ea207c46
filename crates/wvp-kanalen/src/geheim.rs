//! The secret in the address of a calendar feed: shown once and kept as a hash. Only hashes are compared, so
//! how long that takes says nothing about a secret.

use std::fmt;

use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

/// A new secret of 244 random bits. It is not kept: what is kept is its [`Geheimhash`].
pub struct Geheim(Zeroizing<String>);

/// What is kept of a secret. To revoke the address, forget the hash.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Geheimhash([u8; 32]);

/// Length of a secret as text: two ids of 32 hexadecimal digits.
const TEKENS: usize = 64;

impl Geheim {
    /// Draws a secret, from where random ids are drawn: two of them hold 122 random bits each.
    #[must_use]
    pub fn nieuw() -> Self {
        let helften = [wvp_engine::nieuw_id(), wvp_engine::nieuw_id()];
        Self(Zeroizing::new(helften.map(|helft| helft.simple().to_string()).concat()))
    }

    /// What to keep of it.
    #[must_use]
    pub fn hash(&self) -> Geheimhash {
        Geheimhash(bereken(&self.0))
    }

    /// The text for in the address: 64 hexadecimal digits. It cannot be asked for again.
    #[must_use]
    pub fn toon(self) -> Zeroizing<String> {
        self.0
    }
}

impl Geheimhash {
    /// The hash of what somebody offers; none when it cannot be a secret.
    #[must_use]
    pub fn van(aangeboden: &str) -> Option<Self> {
        (aangeboden.len() == TEKENS).then(|| Self(bereken(aangeboden)))
    }

    /// The bytes to keep.
    #[must_use]
    pub fn bytes(self) -> [u8; 32] {
        self.0
    }
}

/// A plain hash is enough: a secret of this length cannot be guessed from it.
fn bereken(geheim: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"poortwachter agenda 1");
    hash.update(geheim.as_bytes());
    hash.finalize().into()
}

/// Prints nothing of it.
impl fmt::Debug for Geheim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Geheim(…)")
    }
}

/// Prints nothing of it.
impl fmt::Debug for Geheimhash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Geheimhash(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::{Geheim, Geheimhash, TEKENS};

    #[test]
    fn alleen_het_geheim_zelf_heeft_zijn_hash() {
        let geheim = Geheim::nieuw();
        let hash = geheim.hash();
        assert_eq!(format!("{geheim:?} {hash:?}"), "Geheim(…) Geheimhash(…)");
        let tekst = geheim.toon();
        assert_eq!(tekst.len(), TEKENS);
        assert_eq!(Geheimhash::van(&tekst), Some(hash));
        assert_ne!(Geheimhash::van(&Geheim::nieuw().toon()), Some(hash));
        let korter: String = tekst.chars().skip(1).collect();
        for fout in [tekst.to_uppercase(), String::new(), korter, format!("{} ", *tekst)] {
            assert_ne!(Geheimhash::van(&fout), Some(hash), "{}", fout.len());
        }
    }
}
