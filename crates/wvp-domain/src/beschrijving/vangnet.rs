//! How a vangnet speaks: that there is one and, apart, which one.

use super::{Beschreven, Veld, datum, ja_nee, samen, tekst};
use crate::mijlpaal::vangnet::{
    BijUwvGemeld, GemeldDoorArbodienst, GemeldDoorWerknemer, VangnetSoort, Welk,
    WelkVolgensArbodienst,
};

impl Beschreven for GemeldDoorWerknemer {
    fn velden(&self) -> Vec<Veld> {
        samen([
            ja_nee("Vangnet van toepassing", self.van_toepassing),
            datum("Gemeld op", self.gemeld_op),
        ])
    }
}

impl Beschreven for Welk {
    fn velden(&self) -> Vec<Veld> {
        samen([tekst("Soort vangnet", self.soort.naam())])
    }
}

impl Beschreven for GemeldDoorArbodienst {
    fn velden(&self) -> Vec<Veld> {
        samen([
            ja_nee("Vangnet van toepassing", self.van_toepassing),
            datum("Vastgesteld op", self.gemeld_op),
        ])
    }
}

impl Beschreven for WelkVolgensArbodienst {
    fn velden(&self) -> Vec<Veld> {
        samen([tekst("Soort vangnet", self.soort.naam())])
    }
}

impl Beschreven for BijUwvGemeld {
    fn velden(&self) -> Vec<Veld> {
        samen([datum("Gemeld op", self.gemeld_op)])
    }
}

impl VangnetSoort {
    /// The Dutch words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::FictieveDienstbetrekking => "Fictieve dienstbetrekking",
            Self::FlexibeleVerlofperiode => "Ziek in de flexibele periode van het verlof",
            Self::Zwangerschap => "Ziek door zwangerschap, voor het verlof",
            Self::NaBevalling => "Ziek door zwangerschap of bevalling, na het verlof",
            Self::Orgaandonatie => "Orgaandonatie",
            Self::NoRisk => "No-riskpolis",
        }
    }
}
