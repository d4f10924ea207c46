//! How the AOW date speaks.

use super::{Beschreven, Veld, datum, samen};
use crate::mijlpaal::aow::Aow;

impl Beschreven for Aow {
    fn velden(&self) -> Vec<Veld> {
        samen([datum("Eerste dag AOW", self.aow_datum)])
    }
}
