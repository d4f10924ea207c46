//! How the appointment of a casemanager speaks.

use super::{Beschreven, Veld, datum, identiteit, samen, tekst};
use crate::mijlpaal::casemanager::{Aanwijzing, Contact};

impl Beschreven for Aanwijzing {
    fn velden(&self) -> Vec<Veld> {
        samen([
            tekst("Naam", self.naam.as_str()),
            tekst("Organisatie", self.organisatie.as_str()),
            datum("Vanaf", self.per),
            Some(identiteit("Account", self.account.0)),
        ])
    }
}

impl Beschreven for Contact {
    fn velden(&self) -> Vec<Veld> {
        samen([
            tekst("Functie", self.functie.as_str()),
            tekst("Telefoon", self.telefoon.as_deref()),
            tekst("E-mail", self.email.as_deref()),
        ])
    }
}
