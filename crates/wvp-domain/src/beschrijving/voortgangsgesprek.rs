//! How a voortgangsgesprek speaks.

use super::{Beschreven, Veld, datum, ja_nee, lijst, samen, tekst};
use crate::mijlpaal::voortgangsgesprek::{Gesprek, Verslag};

impl Beschreven for Gesprek {
    fn velden(&self) -> Vec<Veld> {
        samen([
            datum("Gevoerd op", self.gehouden_op),
            self.activiteiten_tijdig.and_then(|op_tijd| ja_nee("Activiteiten op tijd", op_tijd)),
            datum("Volgend gesprek", self.volgende_op),
        ])
    }
}

impl Beschreven for Verslag {
    fn velden(&self) -> Vec<Veld> {
        samen([
            lijst("Aanwezig", self.aanwezigen.clone()),
            tekst("Voortgang", self.voortgang.as_str()),
            lijst("Afspraken", self.afspraken.clone()),
        ])
    }
}
