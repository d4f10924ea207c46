//! How a ziekmelding speaks.

use super::{Beschreven, Veld, datum, identiteit, samen, tekst};
use crate::mijlpaal::gedeeld::Adres;
use crate::mijlpaal::ziekmelding::{Bereikbaarheid, Melding};

impl Beschreven for Melding {
    fn velden(&self) -> Vec<Veld> {
        samen([
            tekst("Naam", self.naam.as_str()),
            datum("Eerste ziektedag", self.eerste_ziektedag),
            datum("Gemeld op", self.gemeld_op),
            datum("Verwacht weer aan het werk", self.werkhervatting_verwacht),
            Some(identiteit("Werknemer", self.werknemer.0)),
            Some(identiteit("Werkgever", self.werkgever.0)),
        ])
    }
}

impl Beschreven for Bereikbaarheid {
    fn velden(&self) -> Vec<Veld> {
        samen([
            tekst("Telefoon", self.telefoon.as_deref()),
            tekst("Verblijfadres", self.verblijfadres.as_ref().map(adres).as_deref()),
        ])
    }
}

fn adres(adres: &Adres) -> String {
    format!("{} {}, {} {}", adres.straat, adres.huisnummer, adres.postcode, adres.plaats)
}
