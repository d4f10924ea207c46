//! KvK number: eight digits, and no check digit.

use std::fmt;

use serde::Serialize;
use wvp_domain::nummer;

use crate::waarde::{Waarde, WaardeFout, fout};

/// The number of a company in the trade register.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct KvkNummer(String);

impl KvkNummer {
    /// The eight digits.
    pub fn nummer(&self) -> &str {
        &self.0
    }
}

impl Waarde for KvkNummer {
    const SOORT: &'static str = "KvK-nummer";
    const HERHAALBAAR: bool = true;

    fn try_new(tekst: &str) -> Result<Self, WaardeFout> {
        nummer::kvk(tekst).map_err(fout::<Self>)?;
        Ok(Self(tekst.to_owned()))
    }
}

impl fmt::Debug for KvkNummer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KvkNummer(…)")
    }
}
