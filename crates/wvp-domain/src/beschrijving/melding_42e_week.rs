//! How the report to UWV in week 42 speaks.

use super::{Beschreven, Veld, datum, samen};
use crate::mijlpaal::melding_42e_week::Melding;

impl Beschreven for Melding {
    fn velden(&self) -> Vec<Veld> {
        samen([
            datum("Gemeld op", self.gemeld_op),
            datum("Gemelde eerste ziektedag", self.eerste_ziektedag),
        ])
    }
}
