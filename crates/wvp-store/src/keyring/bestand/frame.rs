//! Frames of the keyring: a wrapped data key or a tombstone, all of one length.

use wvp_domain::Compartiment;
use zeroize::Zeroizing;

use super::super::{KekBestand, Sleutel, SleutelFout, SleutelId};
use crate::stroom::StroomId;

/// Whose key it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Plek {
    pub(super) stroom: StroomId,
    pub(super) compartiment: Compartiment,
}

/// What stands in a frame.
#[derive(Debug, Clone, Copy)]
pub(super) enum Ingang {
    Gewikkeld(Gewikkeld),
    Vernietigd,
}

/// A data key under a key-encryption key.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gewikkeld {
    pub(super) id: SleutelId,
    nonce: [u8; 12],
    tekst: [u8; Gewikkeld::BYTES],
}

impl Gewikkeld {
    /// A key and the tag of its seal.
    const BYTES: usize = Sleutel::BYTES + 16;

    /// Makes a new key and wraps it.
    pub(super) fn nieuw(plek: Plek, kek: &Sleutel) -> Result<Self, SleutelFout> {
        Self::wikkel(plek, kek, &Sleutel::willekeurig()?)
    }

    /// Wraps a key.
    pub(super) fn wikkel(
        plek: Plek,
        kek: &Sleutel,
        sleutel: &Sleutel,
    ) -> Result<Self, SleutelFout> {
        let id = sleutel.id();
        let (nonce, tekst) = kek.verzegel(&plek.binding(id), sleutel.materiaal())?;
        let tekst = <[u8; Self::BYTES]>::try_from(tekst).map_err(|_| SleutelFout::Cijfer)?;
        Ok(Self { id, nonce, tekst })
    }

    /// Unwraps the key with whichever generation wrapped it.
    pub(super) fn open(&self, plek: Plek, keks: &KekBestand) -> Result<Sleutel, SleutelFout> {
        let open = keks.keks(plek.compartiment).find_map(|kek| self.open_met(plek, kek));
        open.ok_or(SleutelFout::VerkeerdeKek(plek.compartiment))
    }

    /// Unwraps the key with this one; none when another one wrapped it.
    pub(super) fn open_met(&self, plek: Plek, kek: &Sleutel) -> Option<Sleutel> {
        let open = kek.open(&plek.binding(self.id), self.nonce, &self.tekst)?;
        let materiaal = <[u8; Sleutel::BYTES]>::try_from(open.as_slice()).ok()?;
        Some(Sleutel::new(self.id, Zeroizing::new(materiaal)))
    }
}

impl Plek {
    /// Kind, stream, compartment, key id, nonce, wrapped key, checksum.
    pub(super) const FRAME: usize = 1 + StroomId::BYTES + 1 + 8 + 12 + Gewikkeld::BYTES + 4;
    const SLEUTEL: u8 = 1;
    const GRAF: u8 = 2;

    fn binding(self, id: SleutelId) -> Vec<u8> {
        let mut bytes = self.stroom.bytes().to_vec();
        bytes.push(self.compartiment.nummer());
        bytes.extend(id.0.to_be_bytes());
        bytes
    }

    /// The frame of an entry.
    pub(super) fn frame(self, ingang: Ingang) -> Vec<u8> {
        let (soort, gewikkeld) = match ingang {
            Ingang::Gewikkeld(gewikkeld) => (Self::SLEUTEL, gewikkeld),
            Ingang::Vernietigd => {
                let leeg = Gewikkeld { id: SleutelId(0), nonce: [0; 12], tekst: [0; 48] };
                (Self::GRAF, leeg)
            }
        };
        let mut frame = vec![soort];
        frame.extend(self.binding(gewikkeld.id));
        frame.extend(gewikkeld.nonce);
        frame.extend(gewikkeld.tekst);
        frame.extend(crc32c::crc32c(&frame).to_be_bytes());
        frame
    }

    /// Reads a frame back; none when it is damaged.
    pub(super) fn lees(frame: &[u8; Self::FRAME]) -> Option<(Self, Ingang)> {
        let (inhoud, som) = frame.split_last_chunk::<4>()?;
        if crc32c::crc32c(inhoud) != u32::from_be_bytes(*som) {
            return None;
        }
        let (soort, rest) = inhoud.split_first()?;
        let (stroom, rest) = rest.split_first_chunk::<{ StroomId::BYTES }>()?;
        let (compartiment, rest) = rest.split_first()?;
        let (id, rest) = rest.split_first_chunk::<8>()?;
        let (nonce, rest) = rest.split_first_chunk::<12>()?;
        let tekst = rest.first_chunk::<{ Gewikkeld::BYTES }>()?;
        let plek = Self {
            stroom: StroomId::uit_bytes(stroom)?,
            compartiment: Compartiment::met_nummer(*compartiment)?,
        };
        let id = SleutelId(u64::from_be_bytes(*id));
        match *soort {
            Self::SLEUTEL => {
                Some((plek, Ingang::Gewikkeld(Gewikkeld { id, nonce: *nonce, tekst: *tekst })))
            }
            Self::GRAF => Some((plek, Ingang::Vernietigd)),
            _ => None,
        }
    }
}
