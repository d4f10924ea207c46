//! Frames of the keyring: a wrapped data key or a tombstone, all of one length.

use wvp_domain::Compartiment;

use super::super::{SleutelId, Wikkel};
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
    Gewikkeld(Wikkel),
    Vernietigd,
}

impl Plek {
    /// Kind, stream, compartment, key id, nonce, wrapped key, checksum.
    pub(super) const FRAME: usize = 1 + StroomId::BYTES + 1 + 8 + 12 + Wikkel::BYTES + 4;
    const SLEUTEL: u8 = 1;
    const GRAF: u8 = 2;

    /// The frame of an entry.
    pub(super) fn frame(self, ingang: Ingang) -> Vec<u8> {
        let (soort, gewikkeld) = match ingang {
            Ingang::Gewikkeld(gewikkeld) => (Self::SLEUTEL, gewikkeld),
            Ingang::Vernietigd => {
                let leeg = Wikkel { id: SleutelId(0), nonce: [0; 12], tekst: [0; Wikkel::BYTES] };
                (Self::GRAF, leeg)
            }
        };
        let mut frame = vec![soort];
        frame.extend(self.stroom.bytes());
        frame.push(self.compartiment.nummer());
        frame.extend(gewikkeld.id.0.to_be_bytes());
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
        let tekst = rest.first_chunk::<{ Wikkel::BYTES }>()?;
        let plek = Self {
            stroom: StroomId::uit_bytes(stroom)?,
            compartiment: Compartiment::met_nummer(*compartiment)?,
        };
        let id = SleutelId(u64::from_be_bytes(*id));
        match *soort {
            Self::SLEUTEL => {
                Some((plek, Ingang::Gewikkeld(Wikkel { id, nonce: *nonce, tekst: *tekst })))
            }
            Self::GRAF => Some((plek, Ingang::Vernietigd)),
            _ => None,
        }
    }
}
