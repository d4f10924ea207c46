//! How a decision of UWV speaks.

use super::{Beschreven, Veld, datum, samen, tekst};
use crate::mijlpaal::uwv_besluit::{Besluit, Soort};

impl Beschreven for Besluit {
    fn velden(&self) -> Vec<Veld> {
        samen([
            tekst("Besluit", self.soort.naam()),
            datum("Besloten op", self.besloten_op),
            datum("Gevraagd op", self.gevraagd_op),
            datum("Van", self.van),
            datum("Tot en met", self.tot_en_met),
        ])
    }
}

impl Soort {
    /// The Dutch words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::WiaToegekend => "WIA-uitkering toegekend",
            Self::WiaAfgewezen => "WIA-uitkering afgewezen",
            Self::LoonsanctieOpgelegd => "Loonsanctie opgelegd",
            Self::BekortingToegekend => "Loonsanctie bekort",
            Self::BekortingAfgewezen => "Verzoek om bekorting afgewezen",
            Self::IvaToegekend => "IVA-uitkering toegekend",
            Self::IvaAfgewezen => "IVA-uitkering afgewezen",
        }
    }
}
