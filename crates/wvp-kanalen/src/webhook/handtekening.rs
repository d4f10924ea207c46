//! The signature of a webhook: HMAC-SHA256 over the moment, a dot and the body.
//!
//! The header is `t=SECONDS,v1=HEX`. The moment is signed too, so that an old delivery cannot be played again;
//! a receiver that changes its secret checks with both for a while.

use std::fmt;

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use thiserror::Error;
use zeroize::Zeroizing;

use crate::hex::{bytes_uit, hex_uit};

/// Name of the header.
pub const HANDTEKENING: &str = "poortwachter-handtekening";

/// The secret that one sender and one receiver share.
#[derive(Clone)]
pub struct Sleutel(Zeroizing<Vec<u8>>);

/// The secret is too short to protect anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("een geheim voor een webhook heeft minstens {BYTES_MIN} bytes")]
pub struct SleutelFout;

const BYTES_MIN: usize = 24;

/// Why a delivery is not to be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum HandtekeningFout {
    /// The header is not of the form `t=SECONDS,v1=HEX`.
    #[error("de handtekening is niet te lezen")]
    Vorm,
    /// It was signed too long ago, or in the future.
    #[error("de handtekening is van een ander moment")]
    Moment,
    /// It was signed with another secret, or the body was changed.
    #[error("de handtekening klopt niet")]
    Onjuist,
}

impl Sleutel {
    /// Takes a secret of at least 24 bytes.
    ///
    /// # Errors
    ///
    /// When it is shorter.
    pub fn try_new(bytes: &[u8]) -> Result<Self, SleutelFout> {
        if bytes.len() < BYTES_MIN {
            return Err(SleutelFout);
        }
        Ok(Self(Zeroizing::new(bytes.to_vec())))
    }

    /// The header for a body that is sent at this moment, in seconds since 1970.
    #[must_use]
    pub fn onderteken(&self, seconden: i64, lading: &[u8]) -> String {
        let code = self.code(seconden, lading).finalize().into_bytes();
        format!("t={seconden},v1={}", hex_uit(&code))
    }

    fn code(&self, seconden: i64, lading: &[u8]) -> Hmac<Sha256> {
        #[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
        let mut code = Hmac::<Sha256>::new_from_slice(&self.0).expect("any length");
        code.update(seconden.to_string().as_bytes());
        code.update(b".");
        code.update(lading);
        code
    }
}

/// Prints nothing of it.
impl fmt::Debug for Sleutel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sleutel(…)")
    }
}

/// For receivers: whether a delivery came from who holds the secret, unchanged, and within so many seconds
/// of now. The comparison takes the same time wherever the signatures differ.
///
/// # Errors
///
/// Why it is not to be trusted.
pub fn controleer(
    sleutel: &Sleutel,
    kop: &str,
    lading: &[u8],
    nu_seconden: i64,
    speling_seconden: u64,
) -> Result<(), HandtekeningFout> {
    let delen = kop.strip_prefix("t=").and_then(|rest| rest.split_once(",v1="));
    let (moment, hex) = delen.ok_or(HandtekeningFout::Vorm)?;
    let seconden: i64 = moment.parse().map_err(|_| HandtekeningFout::Vorm)?;
    let code = bytes_uit(hex).ok_or(HandtekeningFout::Vorm)?;
    let juist = sleutel.code(seconden, lading).verify_slice(&code);
    juist.map_err(|_| HandtekeningFout::Onjuist)?;
    if seconden.abs_diff(nu_seconden) > speling_seconden {
        return Err(HandtekeningFout::Moment);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{HandtekeningFout, Sleutel, controleer};

    fn sleutel(byte: u8) -> Sleutel {
        Sleutel::try_new(&[byte; 24]).unwrap()
    }

    #[test]
    fn alleen_dezelfde_sleutel_inhoud_en_tijd_kloppen() {
        let kop = sleutel(1).onderteken(1_000, b"{}");
        assert_eq!(controleer(&sleutel(1), &kop, b"{}", 1_200, 300), Ok(()));
        let uitkomst = |sleutel: &Sleutel, kop: &str, lading: &[u8], nu| {
            controleer(sleutel, kop, lading, nu, 300).unwrap_err()
        };
        assert_eq!(uitkomst(&sleutel(2), &kop, b"{}", 1_200), HandtekeningFout::Onjuist);
        assert_eq!(uitkomst(&sleutel(1), &kop, b"{ }", 1_200), HandtekeningFout::Onjuist);
        assert_eq!(uitkomst(&sleutel(1), &kop, b"{}", 1_301), HandtekeningFout::Moment);
        assert_eq!(uitkomst(&sleutel(1), &kop, b"{}", 699), HandtekeningFout::Moment);
        let verschoven = kop.replace("t=1000", "t=1200");
        assert_eq!(uitkomst(&sleutel(1), &verschoven, b"{}", 1_200), HandtekeningFout::Onjuist);
        let korter: String = kop.chars().take(kop.len() - 2).collect();
        assert_eq!(uitkomst(&sleutel(1), &korter, b"{}", 1_200), HandtekeningFout::Onjuist);
        for vreemd in ["", "t=1", "v1=00", "t=x,v1=00", "t=1,v1=0", "t=1,v1=zz"] {
            assert_eq!(uitkomst(&sleutel(1), vreemd, b"{}", 1_200), HandtekeningFout::Vorm);
        }
    }

    /// Computed with `printf '1700000000.{"a":1}' | openssl dgst -sha256 -hmac 'een geheim van 24 tekens'`.
    #[test]
    fn de_handtekening_is_die_van_een_ander_programma() {
        let sleutel = Sleutel::try_new(b"een geheim van 24 tekens").unwrap();
        let kop = sleutel.onderteken(1_700_000_000, b"{\"a\":1}");
        assert_eq!(
            kop,
            "t=1700000000,v1=2ae776a157de392653d4ed501ea33e17de9a6c8da842bb1c468b23f1146d8d0c"
        );
    }

    #[test]
    fn een_kort_geheim_wordt_geweigerd() {
        assert!(Sleutel::try_new(&[1; 23]).is_err());
        assert_eq!(format!("{:?}", sleutel(1)), "Sleutel(…)");
    }
}
