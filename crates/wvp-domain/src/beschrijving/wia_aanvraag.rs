//! How an application for the WIA speaks.

use super::{Beschreven, Veld, datum, ja_nee, samen};
use crate::mijlpaal::wia_aanvraag::Aanvraag;

impl Beschreven for Aanvraag {
    fn velden(&self) -> Vec<Veld> {
        samen([
            datum("Aangevraagd op", self.aangevraagd_op),
            ja_nee("Met verkorte wachttijd", self.verkorte_wachttijd),
        ])
    }
}
