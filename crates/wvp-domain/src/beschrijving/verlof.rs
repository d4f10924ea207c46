//! How leave speaks.

use super::{Beschreven, Veld, datum, ja_nee, samen, tekst};
use crate::mijlpaal::verlof::{Periode, SoortVerlof, Verlofsoort};

impl Beschreven for Periode {
    fn velden(&self) -> Vec<Veld> {
        samen([
            datum("Van", self.van),
            datum("Tot en met", self.tot_en_met),
            ja_nee("Ziekteperioden sluiten aan", self.telt_door),
        ])
    }
}

impl Beschreven for SoortVerlof {
    fn velden(&self) -> Vec<Veld> {
        samen([tekst("Soort verlof", self.soort.naam())])
    }
}

impl Verlofsoort {
    /// The Dutch words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Zwangerschap => "Zwangerschapsverlof",
            Self::Bevalling => "Bevallingsverlof",
            Self::ZwangerschapEnBevalling => "Zwangerschaps- en bevallingsverlof",
            Self::Couveuse => "Couveuseverlof",
        }
    }
}
