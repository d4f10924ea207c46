//! A 256-bit key that seals and opens, and leaves no copy behind in memory.

use std::fmt;

use aws_lc_rs::aead::{AES_256_GCM_SIV, Aad, Nonce, RandomizedNonceKey};
use aws_lc_rs::rand;
use zeroize::Zeroizing;

use super::SleutelFout;

/// Names a data key: random, says nothing about the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SleutelId(pub u64);

/// A key with its name. `Debug` prints the name only.
#[derive(Clone)]
pub struct Sleutel {
    id: SleutelId,
    materiaal: Zeroizing<[u8; Sleutel::BYTES]>,
}

impl Sleutel {
    /// Length of the key material in bytes.
    pub const BYTES: usize = 32;

    /// Takes key material.
    #[must_use]
    pub fn new(id: SleutelId, materiaal: Zeroizing<[u8; Self::BYTES]>) -> Self {
        Self { id, materiaal }
    }

    /// Makes a random key with a random name.
    ///
    /// # Errors
    ///
    /// [`SleutelFout::Cijfer`] when the system gives no random bits.
    pub fn willekeurig() -> Result<Self, SleutelFout> {
        let mut id = [0; 8];
        let mut materiaal = Zeroizing::new([0; Self::BYTES]);
        rand::fill(&mut id).map_err(|_| SleutelFout::Cijfer)?;
        rand::fill(materiaal.as_mut()).map_err(|_| SleutelFout::Cijfer)?;
        Ok(Self { id: SleutelId(u64::from_be_bytes(id)), materiaal })
    }

    /// The name.
    #[must_use]
    pub fn id(&self) -> SleutelId {
        self.id
    }

    /// The key material, to wrap it.
    pub(super) fn materiaal(&self) -> &[u8; Self::BYTES] {
        &self.materiaal
    }

    /// Seals with a random nonce; `binding` is authenticated with it.
    ///
    /// # Errors
    ///
    /// [`SleutelFout::Cijfer`] when the cipher refuses.
    pub fn verzegel(
        &self,
        binding: &[u8],
        inhoud: &[u8],
    ) -> Result<([u8; 12], Vec<u8>), SleutelFout> {
        let mut tekst = inhoud.to_vec();
        let nonce = self
            .cijfer()?
            .seal_in_place_append_tag(Aad::from(binding), &mut tekst)
            .map_err(|_| SleutelFout::Cijfer)?;
        Ok((*nonce.as_ref(), tekst))
    }

    /// Opens a seal; none when it is broken, or was made elsewhere or with another key.
    #[must_use]
    pub fn open(
        &self,
        binding: &[u8],
        nonce: [u8; 12],
        cijfertekst: &[u8],
    ) -> Option<Zeroizing<Vec<u8>>> {
        let mut tekst = Zeroizing::new(cijfertekst.to_vec());
        let nonce = Nonce::assume_unique_for_key(nonce);
        let lengte = self
            .cijfer()
            .ok()?
            .open_in_place(nonce, Aad::from(binding), tekst.as_mut_slice())
            .ok()?
            .len();
        tekst.truncate(lengte);
        Some(tekst)
    }

    fn cijfer(&self) -> Result<RandomizedNonceKey, SleutelFout> {
        RandomizedNonceKey::new(&AES_256_GCM_SIV, self.materiaal.as_ref())
            .map_err(|_| SleutelFout::Cijfer)
    }
}

impl fmt::Debug for Sleutel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sleutel({:016x})", self.id.0)
    }
}
