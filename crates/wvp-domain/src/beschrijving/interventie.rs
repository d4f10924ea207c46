//! How an intervention speaks: advice, agreement, start and end.

use super::{Beschreven, Veld, datum, samen, tekst, verwijzing};
use crate::mijlpaal::interventie::{
    Afgesproken, Beeindigd, Geadviseerd, Gestart, Inhoud, MedischRapport, Onderbouwing, Resultaat,
    Vergoeding,
};

impl Beschreven for Geadviseerd {
    fn velden(&self) -> Vec<Veld> {
        samen([datum("Geadviseerd op", self.geadviseerd_op)])
    }
}

impl Beschreven for Inhoud {
    fn velden(&self) -> Vec<Veld> {
        samen([tekst("Soort interventie", self.soort.as_str()), tekst("Doel", self.doel.as_str())])
    }
}

impl Beschreven for Onderbouwing {
    fn velden(&self) -> Vec<Veld> {
        samen([tekst("Medische onderbouwing", self.onderbouwing.as_str())])
    }
}

impl Beschreven for Afgesproken {
    fn velden(&self) -> Vec<Veld> {
        samen([
            datum("Afgesproken op", self.afgesproken_op),
            Some(verwijzing("Volgt op", self.advies)),
            tekst("Vergoeding door de verzekeraar", self.vergoeding.map(Vergoeding::naam)),
        ])
    }
}

impl Beschreven for Gestart {
    fn velden(&self) -> Vec<Veld> {
        samen([datum("Gestart op", self.gestart_op), Some(verwijzing("Volgt op", self.afspraak))])
    }
}

impl Beschreven for Beeindigd {
    fn velden(&self) -> Vec<Veld> {
        samen([datum("Geëindigd op", self.beeindigd_op), Some(verwijzing("Volgt op", self.start))])
    }
}

impl Beschreven for Resultaat {
    fn velden(&self) -> Vec<Veld> {
        samen([tekst("Resultaat", self.resultaat.as_str())])
    }
}

impl Beschreven for MedischRapport {
    fn velden(&self) -> Vec<Veld> {
        samen([tekst("Medische bevindingen", self.bevindingen.as_str())])
    }
}

impl Vergoeding {
    /// The Dutch words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Geen => "Geen",
            Self::Deel => "Voor een deel",
            Self::Geheel => "Geheel",
        }
    }
}
