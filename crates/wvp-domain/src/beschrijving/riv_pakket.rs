//! How a re-integratieverslag that was put together speaks.

use super::{Beschreven, Veld, datum, samen, tekst};
use crate::mijlpaal::riv_pakket::Samengesteld;

impl Beschreven for Samengesteld {
    fn velden(&self) -> Vec<Veld> {
        let soort = if self.definitief { "Definitief" } else { "Concept" };
        samen([
            datum("Samengesteld op", self.op),
            tekst("Soort", soort),
            tekst("Controlegetal van de inhoudslijst", self.manifest.as_str()),
        ])
    }
}
