//! Number of an employer with its former bedrijfsvereniging: fifteen digits, the first a zero.

use std::fmt;

use serde::Serialize;
use wvp_domain::nummer::is_cijfers;

use crate::waarde::{Waarde, WaardeFout, fout};

/// The number of an employer with its former bedrijfsvereniging.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct AansluitingsnrBv(String);

impl Waarde for AansluitingsnrBv {
    const SOORT: &'static str = "aansluitingsnummer";
    const HERHAALBAAR: bool = false;

    fn try_new(tekst: &str) -> Result<Self, WaardeFout> {
        if is_cijfers(tekst, 15, 15) && tekst.starts_with('0') {
            return Ok(Self(tekst.to_owned()));
        }
        Err(fout::<Self>("vijftien cijfers, waarvan het eerste een nul"))
    }
}

impl fmt::Debug for AansluitingsnrBv {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AansluitingsnrBv(…)")
    }
}
