//! How an arbeidsdeskundig onderzoek speaks.

use super::gedeeld::auteur;
use super::{Beschreven, Veld, datum, samen, tekst};
use crate::mijlpaal::arbeidsdeskundig_onderzoek::{Onderzoek, Rapport};

impl Beschreven for Onderzoek {
    fn velden(&self) -> Vec<Veld> {
        samen([datum("Gerapporteerd op", self.gerapporteerd_op), auteur(&self.auteur)])
    }
}

impl Beschreven for Rapport {
    fn velden(&self) -> Vec<Veld> {
        samen([
            tekst("Vraagstelling", self.vraagstelling.as_str()),
            tekst("Bevindingen", self.bevindingen.as_str()),
            tekst("Conclusie", self.conclusie.as_str()),
        ])
    }
}
