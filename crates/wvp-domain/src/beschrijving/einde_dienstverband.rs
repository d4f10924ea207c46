//! How the end of the employment speaks.

use super::{Beschreven, Veld, datum, ja_nee, samen};
use crate::mijlpaal::einde_dienstverband::Einde;

impl Beschreven for Einde {
    fn velden(&self) -> Vec<Veld> {
        samen([
            datum("Laatste werkdag", self.laatste_werkdag),
            ja_nee("Herstel binnen drie maanden verwacht", self.herstel_binnen_drie_maanden),
            datum("Bij UWV gemeld op", self.bij_uwv_gemeld_op),
        ])
    }
}
