//! Loonheffingennummer: nine digits that pass the elfproef, an L, and which administration (01 to 99).

use std::fmt;

use serde::Serialize;
use wvp_domain::werknemer::Bsn;

use crate::waarde::{Waarde, WaardeFout, fout, is_cijfers};

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
        let delen = tekst.split_once('L');
        let Some((begin, volgnummer)) = delen.filter(|(begin, _)| is_cijfers(begin, 9, 9)) else {
            return Err(fout::<Self>("negen cijfers, de letter L en twee cijfers"));
        };
        if !is_cijfers(volgnummer, 2, 2) || volgnummer == "00" {
            return Err(fout::<Self>("na de letter L staat een nummer van 01 tot en met 99"));
        }
        // The same weights as for a burgerservicenummer.
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
