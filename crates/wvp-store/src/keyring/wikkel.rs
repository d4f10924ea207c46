//! A data key under the key-encryption key of its compartment, for keyrings that are kept elsewhere
//! than in a file. It opens only as the key of its own stream and compartment.

use std::fmt;

use wvp_domain::Compartiment;
use zeroize::Zeroizing;

use super::{KekBestand, Sleutel, SleutelFout, SleutelId};
use crate::stroom::StroomId;

/// A wrapped data key. `Debug` prints its name only.
#[derive(Clone, PartialEq, Eq)]
pub struct Wikkel {
    /// Name of the data key.
    pub id: SleutelId,
    /// Nonce of the seal.
    pub nonce: [u8; 12],
    /// The sealed key with its tag.
    pub tekst: Vec<u8>,
}

impl fmt::Debug for Wikkel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Wikkel({:016x})", self.id.0)
    }
}

impl KekBestand {
    /// Whether this node holds the key-encryption key of a compartment.
    #[must_use]
    pub fn heeft(&self, compartiment: Compartiment) -> bool {
        self.kek(compartiment).is_some()
    }

    /// Makes a random data key and wraps it.
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
        let sleutel = Sleutel::willekeurig()?;
        let id = sleutel.id();
        let (nonce, tekst) =
            kek.verzegel(&binding(stroom, compartiment, id), sleutel.materiaal())?;
        Ok(Wikkel { id, nonce, tekst })
    }

    /// Unwraps a data key.
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
        let kek = self.kek(compartiment).ok_or(SleutelFout::GeenKek(compartiment))?;
        let verkeerd = || SleutelFout::VerkeerdeKek(compartiment);
        let binding = binding(stroom, compartiment, wikkel.id);
        let open = kek.open(&binding, wikkel.nonce, &wikkel.tekst).ok_or_else(verkeerd)?;
        let materiaal = <[u8; Sleutel::BYTES]>::try_from(open.as_slice());
        Ok(Sleutel::new(wikkel.id, Zeroizing::new(materiaal.map_err(|_| verkeerd())?)))
    }
}

/// The same as in the keyring of the embedded store, so that a key may move between the two.
fn binding(stroom: StroomId, compartiment: Compartiment, id: SleutelId) -> Vec<u8> {
    let mut bytes = stroom.bytes().to_vec();
    bytes.push(compartiment.nummer());
    bytes.extend(id.0.to_be_bytes());
    bytes
}
