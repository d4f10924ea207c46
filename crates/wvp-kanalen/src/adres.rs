//! The address of a receiver: checked once, and never printed.

use std::fmt;

use lettre::Address;
use thiserror::Error;

/// An e-mail address. Two addresses that differ in case only are one receiver.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Adres(Address);

/// What was given is no e-mail address. The text does not repeat it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("dit is geen e-mailadres")]
pub struct AdresFout;

impl Adres {
    /// Checks an address.
    ///
    /// # Errors
    ///
    /// When it is none.
    pub fn try_new(tekst: &str) -> Result<Self, AdresFout> {
        tekst.trim().parse().map(Self).map_err(|_| AdresFout)
    }

    /// The address for the writer of the mail.
    pub(crate) fn adres(&self) -> &Address {
        &self.0
    }
}

/// Prints that there is one, and not which: who gets a message says that there is a case.
impl fmt::Debug for Adres {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Adres(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::Adres;

    #[test]
    fn een_adres_drukt_zichzelf_niet_af() {
        let adres = Adres::try_new(" R.Voorbeeld@Bedrijf.example ").unwrap();
        assert_eq!(format!("{adres:?}"), "Adres(…)");
        let fout = Adres::try_new("griep@@x").unwrap_err();
        assert!(!fout.to_string().contains("griep"));
    }
}
