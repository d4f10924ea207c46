//! IBAN: form and length of its country, and the check by 97.

use std::fmt;

use iban::{Iban, IbanLike};
use serde::{Serialize, Serializer};

use crate::waarde::{Waarde, WaardeFout, fout};

/// The number of a bank account.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct IbanNummer(Iban);

impl IbanNummer {
    /// The number without blanks.
    pub fn nummer(&self) -> &str {
        self.0.electronic_str()
    }
}

impl Waarde for IbanNummer {
    const SOORT: &'static str = "IBAN";
    const HERHAALBAAR: bool = false;

    fn try_new(tekst: &str) -> Result<Self, WaardeFout> {
        let los = tekst.bytes().all(|teken| teken.is_ascii_uppercase() || teken.is_ascii_digit());
        let regel = "letters en cijfers zonder spaties, in de vorm en lengte van het land, met kloppend \
                     controlegetal";
        let iban = los.then(|| tekst.parse().ok()).flatten();
        iban.map(Self).ok_or_else(|| fout::<Self>(regel))
    }
}

impl fmt::Debug for IbanNummer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IbanNummer(…)")
    }
}

impl Serialize for IbanNummer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.nummer())
    }
}
