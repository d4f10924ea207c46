//! Versiemerk: names the state of a dossier as one reader sees it, so that whoever writes can say on what the
//! writing rests, and a page can tell whether anything changed.
//!
//! It is made of the facts in sight and of what is open, and of nothing else. The version of the stream would
//! count facts that are hidden from the reader: that something medical happened could be read from a number
//! that jumps (abuse case AC-02), and a fact out of sight would stand in the way of whoever cannot know of it.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};
use thiserror::Error;
use wvp_domain::{Compartiment, DossierId, Event};

use crate::laden::Gelezen;

const BYTES: usize = 16;

/// The mark of what one reader saw; opaque, and the same for as long as the same would be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Versiemerk([u8; BYTES]);

/// What is no mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("dit versiemerk klopt niet: 32 tekens, cijfers en a tot en met f")]
pub struct GeenVersiemerk;

impl Versiemerk {
    pub(crate) fn van(
        dossier: DossierId,
        zichtbaar: &[Gelezen<Event>],
        leesbaar: &[Compartiment],
    ) -> Self {
        let mut som = Sha256::new().chain_update(dossier.0.as_bytes());
        for it in zichtbaar {
            som.update(it.id.0.as_bytes());
        }
        let nummers: Vec<u8> = leesbaar.iter().map(|it| it.nummer()).collect();
        let som = som.chain_update([0]).chain_update(nummers).finalize();
        Self(std::array::from_fn(|plek| som.get(plek).copied().unwrap_or_default()))
    }
}

impl fmt::Display for Versiemerk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for Versiemerk {
    type Err = GeenVersiemerk;

    fn from_str(tekst: &str) -> Result<Self, GeenVersiemerk> {
        uit_hex(tekst).map(Self).ok_or(GeenVersiemerk)
    }
}

/// So many bytes in hexadecimals, and nothing else.
pub(crate) fn uit_hex<const N: usize>(tekst: &str) -> Option<[u8; N]> {
    let (paren, rest) = tekst.as_bytes().as_chunks::<2>();
    if paren.len() != N || !rest.is_empty() {
        return None;
    }
    let cijfer = |byte: u8| char::from(byte).to_digit(16).and_then(|it| u8::try_from(it).ok());
    let mut bytes = [0; N];
    for (byte, [hoog, laag]) in bytes.iter_mut().zip(paren) {
        *byte = (cijfer(*hoog)? << 4) | cijfer(*laag)?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::{GeenVersiemerk, Versiemerk};

    #[test]
    fn een_merk_leest_terug_wat_het_schreef() {
        let merk = Versiemerk([7, 255, 0, 16, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        assert_eq!(merk.to_string().parse(), Ok(merk));
    }

    #[test]
    fn wat_geen_merk_is_wordt_geweigerd() {
        for tekst in ["", "07", "zz", "+7000000000000000000000000000000", &"0".repeat(33)] {
            assert_eq!(tekst.parse::<Versiemerk>(), Err(GeenVersiemerk), "{tekst}");
        }
    }
}
