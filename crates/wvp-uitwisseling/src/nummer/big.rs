//! BIG number of a doctor: eleven digits. Whether it is in the register only the register knows.

use std::fmt;

use serde::Serialize;
use wvp_domain::nummer;

use crate::waarde::{Waarde, WaardeFout, fout};

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
        nummer::big(tekst).map_err(fout::<Self>)?;
        Ok(Self(tekst.to_owned()))
    }
}

impl fmt::Debug for BigNummer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BigNummer(…)")
    }
}
