//! How a spreekuur speaks.

use super::gedeeld::{auteur, beperkingen};
use super::{Beschreven, Veld, datum, ja_nee, samen, tekst};
use crate::mijlpaal::spreekuur::{Aantekeningen, Consult, Terugkoppeling};

impl Beschreven for Consult {
    fn velden(&self) -> Vec<Veld> {
        samen([
            datum("Gehouden op", self.gehouden_op),
            auteur(&self.auteur),
            tekst("Contact", self.wijze_contact.naam()),
            datum("Verzuim verwacht tot", self.verzuim_verwacht_tot),
            datum("Volgend spreekuur", self.volgende_op),
            ja_nee("Werknemer werkt mee", self.werkt_mee),
        ])
    }
}

impl Beschreven for Terugkoppeling {
    fn velden(&self) -> Vec<Veld> {
        samen([
            beperkingen(&self.beperkingen),
            tekst("Mogelijkheden", self.mogelijkheden.as_str()),
            tekst("Advies", self.advies.as_str()),
        ])
    }
}

impl Beschreven for Aantekeningen {
    fn velden(&self) -> Vec<Veld> {
        samen([tekst("Aantekeningen", self.aantekeningen.as_str())])
    }
}
