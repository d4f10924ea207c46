//! Keys to look values up by. A row is found by the keyed hash of a value, so that a read model neither holds
//! the value nor lets anybody without the key try values until one fits.
//!
//! They are derived from one data key per compartment, which is wrapped, copied and wrapped again as every
//! data key, and seals nothing.

use std::fmt;

use aws_lc_rs::hmac;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::Sleutel;
use crate::stroom::{StroomId, Stroomsoort};

/// The stream that the data keys below search keys belong to; it never holds an event.
pub(super) const STROOM: StroomId = StroomId { soort: Stroomsoort::Zoeken, id: Uuid::nil() };

/// A key to look values up by, for one purpose. `Debug` prints nothing of it.
#[derive(Clone)]
pub struct Zoeksleutel(Zeroizing<[u8; Zoeksleutel::BYTES]>);

impl Zoeksleutel {
    /// Length of a keyed hash in bytes.
    pub const BYTES: usize = 32;

    /// Derives the key for one purpose.
    pub(super) fn van(sleutel: &Sleutel, doel: &str) -> Self {
        let doel = [b"zoeksleutel/".as_slice(), doel.as_bytes()].concat();
        Self(Zeroizing::new(hmac_sha256(sleutel.materiaal(), &doel)))
    }

    /// The keyed hash (HMAC with SHA-256) that a value is found by.
    #[must_use]
    pub fn hmac(&self, waarde: &[u8]) -> [u8; Self::BYTES] {
        hmac_sha256(self.0.as_ref(), waarde)
    }
}

impl fmt::Debug for Zoeksleutel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Zoeksleutel")
    }
}

fn hmac_sha256(sleutel: &[u8], tekst: &[u8]) -> [u8; 32] {
    let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, sleutel), tekst);
    std::array::from_fn(|plek| tag.as_ref().get(plek).copied().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use zeroize::Zeroizing;

    use super::Zoeksleutel;
    use crate::keyring::{Sleutel, SleutelId};

    fn zoeksleutel(materiaal: u8, doel: &str) -> Zoeksleutel {
        let sleutel = Sleutel::new(SleutelId(1), Zeroizing::new([materiaal; Sleutel::BYTES]));
        Zoeksleutel::van(&sleutel, doel)
    }

    #[test]
    fn de_hash_is_die_van_rfc_4231() {
        let sleutel = Zoeksleutel(Zeroizing::new(std::array::from_fn(|plek| {
            b"Jefe".get(plek).copied().unwrap_or_default()
        })));
        let begin = [0x5b, 0xdc, 0xc1, 0x46];
        assert_eq!(sleutel.hmac(b"what do ya want for nothing?")[..4], begin);
    }

    #[test]
    fn dezelfde_waarde_heeft_per_sleutel_en_per_doel_een_andere_hash() {
        let hash = zoeksleutel(7, "adres").hmac(b"waarde");
        assert_eq!(zoeksleutel(7, "adres").hmac(b"waarde"), hash);
        assert_ne!(zoeksleutel(7, "naam").hmac(b"waarde"), hash);
        assert_ne!(zoeksleutel(8, "adres").hmac(b"waarde"), hash);
        assert_ne!(zoeksleutel(7, "adres").hmac(b"waarden"), hash);
    }

    #[test]
    fn debug_drukt_niets_van_de_sleutel_af() {
        assert_eq!(format!("{:?}", zoeksleutel(7, "adres")), "Zoeksleutel");
    }
}
