//! How a request for pieces of the re-integratieverslag speaks.

use super::{Beschreven, Veld, datum, samen, tabel, tekst, verwijzing};
use crate::mijlpaal::stukken_gevraagd::{Gevraagd, Verschuldigd};

impl Beschreven for Gevraagd {
    fn velden(&self) -> Vec<Veld> {
        samen([
            tekst("Aan", self.sleutel.aan.naam()),
            tabel("Stukken", ["Onderdeel", "Uiterlijk"], self.elementen.iter().map(rij)),
            datum("Gevraagd op", self.gevraagd_op),
            Some(verwijzing("Bij", self.sleutel.concept)),
        ])
    }
}

fn rij(stuk: &Verschuldigd) -> [String; 2] {
    [stuk.element.naam().to_owned(), stuk.uiterlijk.voluit()]
}
