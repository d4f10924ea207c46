//! How a signature that was given in the application speaks.

use super::gedeeld::ondertekenaar;
use super::{Beschreven, Veld, datum, samen, tekst};
use crate::mijlpaal::ondertekening::{Getekend, Weigering};

impl Beschreven for Getekend {
    fn velden(&self) -> Vec<Veld> {
        samen([
            tekst("Stuk", self.van.0.to_string().as_str()),
            tekst("Voor", self.partij.naam()),
            ondertekenaar("Wie", &self.wie),
            tekst("Keuze", self.keuze.naam()),
            datum("Op", self.op),
            tekst("Controlegetal van het stuk", self.inhoud.as_str()),
            tekst("Sessie", self.sessie.to_string().as_str()),
        ])
    }
}

impl Beschreven for Weigering {
    fn velden(&self) -> Vec<Veld> {
        samen([tekst("Waarom niet getekend", self.motivering.as_str())])
    }
}
