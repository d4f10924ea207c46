//! BIG number of a doctor: eleven digits. Whether it is in the register only the register knows.

use std::fmt;

use serde::Serialize;

use crate::waarde::{Waarde, WaardeFout, fout, is_cijfers};

/// The number of somebody in the BIG register.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct BigNummer(String);

impl BigNummer {
    /// The eleven digits.
    pub fn nummer(&self) -> &str {
        &self.0
    }
}

impl Waarde for BigNummer {
    const SOORT: &'static str = "BIG-nummer";
    const HERHAALBAAR: bool = false;

    fn try_new(tekst: &str) -> Result<Self, WaardeFout> {
        if is_cijfers(tekst, 11, 11) {
            return Ok(Self(tekst.to_owned()));
        }
        Err(fout::<Self>("elf cijfers"))
    }
}

impl fmt::Debug for BigNummer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BigNummer(…)")
    }
}
