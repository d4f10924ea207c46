//! Loonheffingennummer: nine digits that pass the elfproef, an L, and which administration (01 to 99).

use std::fmt;

use serde::Serialize;
use wvp_domain::nummer;
use wvp_domain::werknemer::Bsn;

use crate::waarde::{Waarde, WaardeFout, fout};

/// The number under which an employer pays loonheffingen.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Loonheffingennummer(String);

impl Loonheffingennummer {
    /// The twelve characters.
    pub fn nummer(&self) -> &str {
        &self.0
    }
}

impl Waarde for Loonheffingennummer {
    const SOORT: &'static str = "loonheffingennummer";
    // Of somebody who is an employer in person, the first nine digits may be the burgerservicenummer.
    const HERHAALBAAR: bool = false;

    fn try_new(tekst: &str) -> Result<Self, WaardeFout> {
        nummer::loonheffingennummer(tekst).map_err(fout::<Self>)?;
        // The same weights as for a burgerservicenummer.
        let begin = tekst.get(..9).unwrap_or_default();
        if Bsn::try_new(begin).is_err() {
            return Err(fout::<Self>("de eerste negen cijfers voldoen niet aan de elfproef"));
        }
        Ok(Self(tekst.to_owned()))
    }
}

impl fmt::Debug for Loonheffingennummer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Loonheffingennummer(…)")
    }
}
