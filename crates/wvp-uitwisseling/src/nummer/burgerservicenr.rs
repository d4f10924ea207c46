//! Burgerservicenummer in a message: the domain's number with its elfproef, written as nine digits.

use std::fmt;

use serde::{Serialize, Serializer};
use wvp_domain::werknemer::Bsn;

use crate::waarde::{Waarde, WaardeFout, fout};

/// A burgerservicenummer on its way into or out of a message.
#[derive(Clone, PartialEq, Eq)]
pub struct Burgerservicenr(Bsn);

impl Burgerservicenr {
    /// The nine digits.
    pub fn cijfers(&self) -> &str {
        self.0.cijfers()
    }
}

impl From<Bsn> for Burgerservicenr {
    fn from(bsn: Bsn) -> Self {
        Self(bsn)
    }
}

impl Waarde for Burgerservicenr {
    const SOORT: &'static str = "burgerservicenummer";
    const HERHAALBAAR: bool = false;

    /// Takes nine digits; of eight the first one was a zero (documents.md 4.7).
    fn try_new(tekst: &str) -> Result<Self, WaardeFout> {
        let voluit = if tekst.len() == 8 { format!("0{tekst}") } else { tekst.to_owned() };
        let regel = "negen cijfers die voldoen aan de elfproef";
        Bsn::try_new(&voluit).map(Self).map_err(|_| fout::<Self>(regel))
    }
}

impl fmt::Debug for Burgerservicenr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Burgerservicenr(…)")
    }
}

impl Serialize for Burgerservicenr {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.cijfers())
    }
}
