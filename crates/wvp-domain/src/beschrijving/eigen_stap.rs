//! How an own step that was done speaks.

use super::{Beschreven, Veld, datum, samen, tekst};
use crate::mijlpaal::eigen_stap::Gedaan;

impl Beschreven for Gedaan {
    fn velden(&self) -> Vec<Veld> {
        samen([
            tekst("Stap", self.stap.as_str()),
            tekst("Keer", u32::from(self.keer).saturating_add(1).to_string().as_str()),
            datum("Gedaan op", self.gedaan_op),
        ])
    }
}
