//! Random secrets that a client keeps and the house does not: only their hash is kept.

use std::fmt::{self, Write as _};

use sha2::{Digest as _, Sha256};
use wvp_domain::bevoegdheid::inlog::Hash;
use zeroize::Zeroizing;

use crate::toeval::willekeurig;

/// A secret as text, shown once. `Debug` prints nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Geheim(Zeroizing<String>);

impl Geheim {
    /// The text, for whom it is meant.
    #[must_use]
    pub fn toon(&self) -> &str {
        &self.0
    }

    /// A text that somebody shows as a secret.
    #[must_use]
    pub fn van(tekst: &str) -> Self {
        Self(Zeroizing::new(tekst.to_owned()))
    }

    /// A secret after a word that says what it is.
    pub(super) fn met_begin(begin: &str, bytes: &[u8]) -> Self {
        Self(Zeroizing::new(format!("{begin}{}", *hex(bytes))))
    }

    /// A new secret of 256 bits.
    pub(super) fn nieuw() -> Self {
        Self::met_begin("", willekeurig().as_ref())
    }

    /// What is kept of it.
    pub(super) fn hash(&self) -> Hash {
        hash(self.0.as_bytes())
    }
}

impl fmt::Debug for Geheim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Geheim")
    }
}

/// What is kept of a secret.
pub(super) fn hash(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

/// The first half of a hash, to find something by.
pub(super) fn helft(hash: &Hash) -> [u8; 16] {
    std::array::from_fn(|plek| hash.get(plek).copied().unwrap_or_default())
}

/// Bytes as small hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> Zeroizing<String> {
    let mut tekst = Zeroizing::new(String::with_capacity(bytes.len() * 2));
    for byte in bytes {
        // Writing to a text does not fail.
        let _ = write!(tekst, "{byte:02x}");
    }
    tekst
}

/// Reads hexadecimal digits back; none when there are others, or not as many.
pub(super) fn uit_hex<const N: usize>(tekst: &str) -> Option<[u8; N]> {
    let (paren, rest) = tekst.as_bytes().as_chunks::<2>();
    let bytes: [[u8; 2]; N] = paren.try_into().ok().filter(|_| rest.is_empty())?;
    let mut uit = [0; N];
    for (plaats, paar) in uit.iter_mut().zip(bytes) {
        let [hoog, laag] = paar.map(|teken| char::from(teken).to_digit(16));
        *plaats = u8::try_from(hoog? * 16 + laag?).ok()?;
    }
    Some(uit)
}

/// Whether two secrets are the same, in a time that does not depend on where they differ.
pub(super) fn gelijk(een: &[u8], twee: &[u8]) -> bool {
    een.len() == twee.len()
        && een.iter().zip(twee).fold(0, |som, (een, twee)| som | (een ^ twee)) == 0
}

#[cfg(test)]
mod tests {
    use super::{Geheim, gelijk, hex, uit_hex};

    #[test]
    fn hex_komt_terug_en_ander_schrift_niet() {
        assert_eq!(uit_hex::<3>(&hex(&[0, 171, 255])), Some([0, 171, 255]));
        for fout in ["00ab", "00abf", "00abfg", "00abff00"] {
            assert_eq!(uit_hex::<3>(fout), None, "{fout}");
        }
    }

    #[test]
    fn alleen_gelijk_is_gelijk() {
        assert!(gelijk(b"abc", b"abc"));
        assert!(!gelijk(b"abc", b"abd") && !gelijk(b"abc", b"ab"));
    }

    #[test]
    fn debug_drukt_niets_van_een_geheim_af() {
        let geheim = Geheim::nieuw();
        assert_eq!((format!("{geheim:?}").as_str(), geheim.toon().len()), ("Geheim", 64));
    }
}
