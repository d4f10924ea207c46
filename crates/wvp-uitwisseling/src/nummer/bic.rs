//! BIC of a bank: eight or eleven letters and digits.

use std::fmt;

use serde::Serialize;

use crate::waarde::{Waarde, WaardeFout, fout};

/// The code of a bank.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Bic(String);

impl Waarde for Bic {
    const SOORT: &'static str = "BIC";
    const HERHAALBAAR: bool = false;

    fn try_new(tekst: &str) -> Result<Self, WaardeFout> {
        if matches!(tekst.len(), 8 | 11) && tekst.bytes().all(is_teken) {
            return Ok(Self(tekst.to_owned()));
        }
        Err(fout::<Self>("acht of elf hoofdletters en cijfers"))
    }
}

impl fmt::Debug for Bic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Bic(…)")
    }
}

fn is_teken(teken: u8) -> bool {
    teken.is_ascii_uppercase() || teken.is_ascii_digit()
}
