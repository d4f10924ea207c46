//! How the re-integratieverslag speaks: our draft and the hand-over.

use super::{Beschreven, Veld, dag, datum, samen, tabel};
use crate::mijlpaal::riv::{Concept, ElementStand, Overgedragen, Toestand};

impl Beschreven for Concept {
    fn velden(&self) -> Vec<Veld> {
        samen([
            datum("Opgesteld op", self.opgesteld_op),
            tabel(
                "Onderdelen",
                ["Onderdeel", "Uiterlijk", "Datum", "Toestand"],
                self.elementen.iter().map(rij),
            ),
        ])
    }
}

impl Beschreven for Overgedragen {
    fn velden(&self) -> Vec<Veld> {
        samen([datum("Overgedragen op", self.overgedragen_op)])
    }
}

impl Toestand {
    /// The Dutch words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Aanwezig => "Aanwezig",
            Self::TeLaat => "Te laat",
            Self::NogNiet => "Nog niet",
            Self::Ontbreekt => "Ontbreekt",
            Self::NietNodig => "Niet nodig",
        }
    }
}

/// The document itself is found by element and day.
fn rij(stand: &ElementStand) -> [String; 4] {
    [
        stand.element.naam().to_owned(),
        dag(stand.uiterlijk),
        dag(stand.datum),
        stand.toestand.naam().to_owned(),
    ]
}
