//! The secret in the address of a calendar feed: shown once, kept as a hash, compared in constant time.

use std::fmt;

use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;
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
    /// Takes up a hash that was kept.
    #[must_use]
    pub fn uit_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes to keep.
    #[must_use]
    pub fn bytes(self) -> [u8; 32] {
        self.0
    }

    /// Whether somebody holds the secret. How long that takes says nothing about where it differs.
    #[must_use]
    pub fn klopt(&self, aangeboden: &str) -> bool {
        let gelijk = self.0.ct_eq(&bereken(aangeboden));
        aangeboden.len() == TEKENS && bool::from(gelijk)
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
    fn alleen_het_geheim_zelf_klopt() {
        let geheim = Geheim::nieuw();
        let hash = Geheimhash::uit_bytes(geheim.hash().bytes());
        let ander = Geheim::nieuw();
        assert!(!hash.klopt(&ander.toon()));
        assert_eq!(format!("{geheim:?} {hash:?}"), "Geheim(…) Geheimhash(…)");
        let tekst = geheim.toon();
        assert_eq!(tekst.len(), TEKENS);
        assert!(hash.klopt(&tekst));
        let korter: String = tekst.chars().skip(1).collect();
        for fout in [tekst.to_uppercase(), String::new(), korter, format!("{} ", *tekst)] {
            assert!(!hash.klopt(&fout), "{}", fout.len());
        }
    }
}
