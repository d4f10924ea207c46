//! How regres speaks.

use super::{Beschreven, Veld, datum, ja_nee, samen};
use crate::mijlpaal::regres::Gemeld;

impl Beschreven for Gemeld {
    fn velden(&self) -> Vec<Veld> {
        samen([
            ja_nee("Een ander is aansprakelijk", self.van_toepassing),
            datum("Gemeld op", self.gemeld_op),
        ])
    }
}
