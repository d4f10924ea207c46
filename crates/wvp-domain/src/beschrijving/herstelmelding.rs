//! How a herstelmelding speaks.

use super::{Beschreven, Veld, datum, samen};
use crate::mijlpaal::herstelmelding::Herstel;

impl Beschreven for Herstel {
    fn velden(&self) -> Vec<Veld> {
        samen([
            datum("Weer volledig aan het werk vanaf", self.eerste_dag_geschikt),
            datum("Gemeld op", self.gemeld_op),
        ])
    }
}
