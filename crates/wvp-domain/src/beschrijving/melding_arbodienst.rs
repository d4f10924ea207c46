//! How the report to the arbodienst speaks.

use super::{Beschreven, Veld, datum, samen};
use crate::mijlpaal::melding_arbodienst::Melding;

impl Beschreven for Melding {
    fn velden(&self) -> Vec<Veld> {
        samen([datum("Gemeld op", self.gemeld_op)])
    }
}
