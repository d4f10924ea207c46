//! Certificates of destroyed keys: who destroyed which key, when and why, signed with Ed25519.
//!
//! A certificate is the only thing that destroys a key, and it wins over a key wherever the two
//! meet: in a keyring, in a backup that is put back, in a copy.

use std::fmt;

use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, KeyPair as _, UnparsedPublicKey};
use uuid::Uuid;
use wvp_domain::{AccountId, Compartiment};
use zeroize::Zeroizing;

use super::{Sleutel, SleutelFout};
use crate::stroom::{Moment, StroomId};

/// Why a key was destroyed. The number is stored and never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Reden {
    /// The term of keeping is over.
    Bewaartermijn = 1,
    /// The person asked for erasure and the law leaves no ground to keep.
    Verzoek = 2,
    /// Consent was withdrawn.
    Intrekking = 3,
    /// It should never have been recorded.
    TenOnrechte = 4,
}

impl Reden {
    /// Every reason, in stored order.
    pub const ALLE: [Self; 4] =
        [Self::Bewaartermijn, Self::Verzoek, Self::Intrekking, Self::TenOnrechte];

    /// The stored number.
    #[must_use]
    pub fn nummer(self) -> u8 {
        self as u8
    }

    /// The word for people.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Bewaartermijn => "bewaartermijn",
            Self::Verzoek => "verzoek",
            Self::Intrekking => "intrekking",
            Self::TenOnrechte => "ten_onrechte",
        }
    }
}

/// Which key is destroyed, by whom, when and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vernietiging {
    /// The stream.
    pub stroom: StroomId,
    /// The compartment.
    pub compartiment: Compartiment,
    /// When (UTC).
    pub moment: Moment,
    /// Who decided it.
    pub door: AccountId,
    /// Why.
    pub reden: Reden,
}

/// A signed certificate of one destroyed key.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Bewijs {
    wat: Vernietiging,
    ondertekenaar: [u8; 32],
    handtekening: [u8; 64],
}

impl fmt::Debug for Bewijs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bewijs").field("wat", &self.wat).finish_non_exhaustive()
    }
}

impl Bewijs {
    /// Number of bytes of the stored form.
    pub const BYTES: usize = Vernietiging::BYTES + 32 + 64;

    /// What it certifies.
    #[must_use]
    pub fn wat(&self) -> &Vernietiging {
        &self.wat
    }

    /// The public key that signed it.
    #[must_use]
    pub fn ondertekenaar(&self) -> &[u8; 32] {
        &self.ondertekenaar
    }

    /// Whether the signature fits what it says. Whose signature it is, is another question.
    #[must_use]
    pub fn klopt(&self) -> bool {
        let publiek = UnparsedPublicKey::new(&ED25519, &self.ondertekenaar);
        publiek.verify(&self.wat.bytes(), &self.handtekening).is_ok()
    }

    /// The stored form.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = self.wat.bytes();
        bytes.extend(self.ondertekenaar);
        bytes.extend(self.handtekening);
        bytes
    }

    /// Reads the stored form back, if it is one.
    #[must_use]
    pub fn uit_bytes(bytes: &[u8; Self::BYTES]) -> Option<Self> {
        let (wat, rest) = bytes.split_first_chunk::<{ Vernietiging::BYTES }>()?;
        let (ondertekenaar, rest) = rest.split_first_chunk()?;
        let handtekening = rest.first_chunk()?;
        Some(Self {
            wat: Vernietiging::uit_bytes(wat)?,
            ondertekenaar: *ondertekenaar,
            handtekening: *handtekening,
        })
    }
}

impl Vernietiging {
    /// Form, stream, compartment, moment, account, reason.
    const BYTES: usize = 1 + StroomId::BYTES + 1 + 8 + 16 + 1;
    const VORM: u8 = 1;

    fn bytes(&self) -> Vec<u8> {
        let mut bytes = vec![Self::VORM];
        bytes.extend(self.stroom.bytes());
        bytes.push(self.compartiment.nummer());
        bytes.extend(self.moment.0.to_be_bytes());
        bytes.extend(self.door.0.as_bytes());
        bytes.push(self.reden.nummer());
        bytes
    }

    fn uit_bytes(bytes: &[u8; Self::BYTES]) -> Option<Self> {
        let (vorm, rest) = bytes.split_first()?;
        let (stroom, rest) = rest.split_first_chunk::<{ StroomId::BYTES }>()?;
        let (compartiment, rest) = rest.split_first()?;
        let (moment, rest) = rest.split_first_chunk::<8>()?;
        let (door, rest) = rest.split_first_chunk::<16>()?;
        let reden = rest.first()?;
        if *vorm != Self::VORM {
            return None;
        }
        Some(Self {
            stroom: StroomId::uit_bytes(stroom)?,
            compartiment: Compartiment::met_nummer(*compartiment)?,
            moment: Moment(i64::from_be_bytes(*moment)),
            door: AccountId(Uuid::from_bytes(*door)),
            reden: Reden::ALLE.into_iter().find(|it| it.nummer() == *reden)?,
        })
    }
}

/// Signs certificates. `Debug` prints the public key only.
pub struct Ondertekenaar(Ed25519KeyPair);

impl fmt::Debug for Ondertekenaar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Ondertekenaar").field(&self.0.public_key()).finish()
    }
}

impl Ondertekenaar {
    /// Makes one from its seed.
    ///
    /// # Errors
    ///
    /// [`SleutelFout::Cijfer`] when the seed is refused.
    pub fn uit_zaad(zaad: &Zeroizing<[u8; Sleutel::BYTES]>) -> Result<Self, SleutelFout> {
        let paar = Ed25519KeyPair::from_seed_unchecked(zaad.as_ref());
        paar.map(Self).map_err(|_| SleutelFout::Cijfer)
    }

    /// Makes a random one, for tests and simulations.
    ///
    /// # Errors
    ///
    /// [`SleutelFout::Cijfer`] when the system gives no random bits.
    pub fn willekeurig() -> Result<Self, SleutelFout> {
        Ed25519KeyPair::generate().map(Self).map_err(|_| SleutelFout::Cijfer)
    }

    /// The public key.
    ///
    /// # Errors
    ///
    /// [`SleutelFout::Cijfer`] when it is none of 32 bytes.
    pub fn publiek(&self) -> Result<[u8; 32], SleutelFout> {
        self.0.public_key().as_ref().try_into().map_err(|_| SleutelFout::Cijfer)
    }

    /// Signs the certificate of a destroyed key.
    ///
    /// # Errors
    ///
    /// [`SleutelFout::Cijfer`] when signing fails.
    pub fn onderteken(&self, wat: Vernietiging) -> Result<Bewijs, SleutelFout> {
        let handtekening = self.0.try_sign(&wat.bytes()).map_err(|_| SleutelFout::Cijfer)?;
        let handtekening = handtekening.as_ref().try_into().map_err(|_| SleutelFout::Cijfer)?;
        Ok(Bewijs { wat, ondertekenaar: self.publiek()?, handtekening })
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;
    use wvp_domain::{AccountId, Compartiment, DossierId};

    use super::{Bewijs, Ondertekenaar, Reden, Vernietiging};
    use crate::stroom::Moment;

    fn bewijs() -> Bewijs {
        let wat = Vernietiging {
            stroom: DossierId(Uuid::from_u128(7)).into(),
            compartiment: Compartiment::C,
            moment: Moment(5),
            door: AccountId(Uuid::from_u128(9)),
            reden: Reden::Bewaartermijn,
        };
        Ondertekenaar::willekeurig().unwrap().onderteken(wat).unwrap()
    }

    #[test]
    fn een_bewijs_komt_terug_zoals_het_ging_en_klopt() {
        let bewijs = bewijs();
        let bytes = bewijs.bytes().try_into().unwrap();
        assert_eq!(Bewijs::uit_bytes(&bytes), Some(bewijs));
        assert!(bewijs.klopt());
    }

    #[test]
    fn een_bewijs_waar_een_byte_aan_is_veranderd_klopt_niet() {
        let heel = bewijs().bytes();
        for plek in 0..Bewijs::BYTES {
            let mut bytes = heel.clone();
            bytes[plek] ^= 1;
            let anders = Bewijs::uit_bytes(&bytes.try_into().unwrap());
            assert!(anders.is_none_or(|anders| !anders.klopt()), "byte {plek}");
        }
    }
}
