//! How an actueel oordeel speaks.

use super::gedeeld::{auteur, bekwaamheden, beperkingen};
use super::{Beschreven, Veld, datum, ja_nee, samen, tekst};
use crate::mijlpaal::actueel_oordeel::{Achtergrond, Oordeel, Opgesteld};

impl Beschreven for Opgesteld {
    fn velden(&self) -> Vec<Veld> {
        samen([
            datum("Opgesteld op", self.opgesteld_op),
            auteur(&self.auteur),
            ja_nee("Oordeel over de arbeidsrelatie opgenomen", self.over_arbeidsrelatie),
            ja_nee("Oordeel over passende arbeid opgenomen", self.over_passende_arbeid),
        ])
    }
}

impl Beschreven for Oordeel {
    fn velden(&self) -> Vec<Veld> {
        samen([
            tekst("Verloop", self.verloop.as_str()),
            beperkingen(&self.beperkingen),
            tekst("Mogelijkheden", self.mogelijkheden.as_str()),
            tekst("Stand van de re-integratie", self.stand_re_integratie.as_str()),
            tekst("Prognose", self.prognose.as_str()),
            tekst("Oordeel over de arbeidsrelatie", self.oordeel_arbeidsrelatie.as_str()),
            tekst("Oordeel over passende arbeid", self.oordeel_passende_arbeid.as_str()),
        ])
    }
}

impl Beschreven for Achtergrond {
    fn velden(&self) -> Vec<Veld> {
        bekwaamheden(&self.bekwaamheden)
    }
}
