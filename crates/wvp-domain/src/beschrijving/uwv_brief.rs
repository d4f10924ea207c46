//! How a letter of UWV speaks.

use super::{Beschreven, Veld, datum, samen, tekst};
use crate::mijlpaal::uwv_brief::{Brief, Soort};

impl Beschreven for Brief {
    fn velden(&self) -> Vec<Veld> {
        samen([
            tekst("Soort brief", self.soort.naam()),
            datum("Ontvangen op", self.ontvangen_op),
            datum("Uiterste dag volgens UWV", self.uiterlijk),
        ])
    }
}

impl Soort {
    /// The Dutch words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::KennisgevingWia => "Kennisgeving over de WIA-aanvraag",
            Self::OntvangstWeek42 => "Ontvangst van de melding in week 42",
            Self::AanvullingRiv => "Verzoek om het re-integratieverslag aan te vullen",
            Self::Overig => "Andere brief",
        }
    }
}
