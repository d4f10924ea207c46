//! How a hernieuwde ziekmelding speaks.

use super::{Beschreven, Veld, datum, ja_nee, samen};
use crate::mijlpaal::hernieuwde_ziekmelding::Terugval;

impl Beschreven for Terugval {
    fn velden(&self) -> Vec<Veld> {
        samen([
            datum("Eerste ziektedag", self.eerste_ziektedag),
            datum("Gemeld op", self.gemeld_op),
            ja_nee("Telt mee voor het opzegverbod", !self.telt_niet_voor_opzegverbod),
        ])
    }
}
