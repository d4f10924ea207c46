//! A data key under the key-encryption key of its compartment. It opens only as the key of its own
//! stream and compartment, and moves as it is between a keyring in a file and one on a server.

use std::fmt;

use wvp_domain::Compartiment;
use zeroize::Zeroizing;

use super::{KekBestand, Sleutel, SleutelFout, SleutelId};
use crate::stroom::StroomId;

/// A wrapped data key. `Debug` prints its name only.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Wikkel {
    /// Name of the data key.
    pub id: SleutelId,
    /// Nonce of the seal.
    pub nonce: [u8; 12],
    /// The sealed key with its tag.
    pub tekst: [u8; Wikkel::BYTES],
}

impl fmt::Debug for Wikkel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Wikkel({:016x})", self.id.0)
    }
}

impl Wikkel {
    /// A key and the tag of its seal.
    pub const BYTES: usize = Sleutel::BYTES + 16;

    /// Wraps a key.
    pub(super) fn om(
        stroom: StroomId,
        compartiment: Compartiment,
        kek: &Sleutel,
        sleutel: &Sleutel,
    ) -> Result<Self, SleutelFout> {
        let id = sleutel.id();
        let (nonce, tekst) =
            kek.verzegel(&binding(stroom, compartiment, id), sleutel.materiaal())?;
        let tekst = <[u8; Self::BYTES]>::try_from(tekst).map_err(|_| SleutelFout::Cijfer)?;
        Ok(Self { id, nonce, tekst })
    }

    /// Unwraps the key with this one; none when another one wrapped it.
    pub(super) fn open_met(
        &self,
        stroom: StroomId,
        compartiment: Compartiment,
        kek: &Sleutel,
    ) -> Option<Sleutel> {
        let binding = binding(stroom, compartiment, self.id);
        let open = kek.open(&binding, self.nonce, &self.tekst)?;
        let materiaal = <[u8; Sleutel::BYTES]>::try_from(open.as_slice()).ok()?;
        Some(Sleutel::new(self.id, Zeroizing::new(materiaal)))
    }
}

impl KekBestand {
    /// Whether this node holds the key-encryption key of a compartment.
    #[must_use]
    pub fn heeft(&self, compartiment: Compartiment) -> bool {
        self.kek(compartiment).is_some()
    }

    /// Makes a random data key and wraps it with the newest generation.
    ///
    /// # Errors
    ///
    /// [`SleutelFout::GeenKek`], [`SleutelFout::Cijfer`].
    pub fn wikkel_nieuwe(
        &self,
        stroom: StroomId,
        compartiment: Compartiment,
    ) -> Result<Wikkel, SleutelFout> {
        let kek = self.kek(compartiment).ok_or(SleutelFout::GeenKek(compartiment))?;
        Wikkel::om(stroom, compartiment, kek, &Sleutel::willekeurig()?)
    }

    /// Unwraps a data key with whichever generation wrapped it.
    ///
    /// # Errors
    ///
    /// [`SleutelFout::GeenKek`], or [`SleutelFout::VerkeerdeKek`] when it does not open as the key of
    /// this stream and compartment.
    pub fn ontwikkel(
        &self,
        stroom: StroomId,
        compartiment: Compartiment,
        wikkel: &Wikkel,
    ) -> Result<Sleutel, SleutelFout> {
        let mut keks = self.keks(compartiment).peekable();
        keks.peek().ok_or(SleutelFout::GeenKek(compartiment))?;
        let open = keks.find_map(|kek| wikkel.open_met(stroom, compartiment, kek));
        open.ok_or(SleutelFout::VerkeerdeKek(compartiment))
    }

    /// The key wrapped with the newest generation; none when it is already.
    ///
    /// # Errors
    ///
    /// As [`KekBestand::ontwikkel`].
    pub fn herwikkel(
        &self,
        stroom: StroomId,
        compartiment: Compartiment,
        wikkel: &Wikkel,
    ) -> Result<Option<Wikkel>, SleutelFout> {
        let nieuwste = self.kek(compartiment).ok_or(SleutelFout::GeenKek(compartiment))?;
        if wikkel.open_met(stroom, compartiment, nieuwste).is_some() {
            return Ok(None);
        }
        let sleutel = self.ontwikkel(stroom, compartiment, wikkel)?;
        Wikkel::om(stroom, compartiment, nieuwste, &sleutel).map(Some)
    }
}

fn binding(stroom: StroomId, compartiment: Compartiment, id: SleutelId) -> Vec<u8> {
    let mut bytes = stroom.bytes().to_vec();
    bytes.push(compartiment.nummer());
    bytes.extend(id.0.to_be_bytes());
    bytes
}
