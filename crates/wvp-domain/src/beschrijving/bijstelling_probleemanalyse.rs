//! How a bijstelling of the probleemanalyse speaks.

use super::gedeeld::auteur;
use super::{Beschreven, Veld, datum, ja_nee, samen, tekst, verwijzing};
use crate::mijlpaal::bijstelling_probleemanalyse::{
    Bijgesteld, Medisch, RedenBijstelling, Wijziging,
};

impl Beschreven for Bijgesteld {
    fn velden(&self) -> Vec<Veld> {
        samen([
            datum("Opgesteld op", self.opgesteld_op),
            auteur(&self.auteur),
            Some(verwijzing("Komt in plaats van", self.vervangt)),
            ja_nee("Plan van aanpak nodig", self.plan_nodig),
        ])
    }
}

impl Beschreven for Wijziging {
    fn velden(&self) -> Vec<Veld> {
        let mut velden = samen([tekst("Reden van de bijstelling", self.reden.naam())]);
        velden.extend(self.belastbaarheid.velden());
        velden
    }
}

impl Beschreven for Medisch {
    fn velden(&self) -> Vec<Veld> {
        samen([tekst("Medische onderbouwing", self.onderbouwing.as_str())])
    }
}

impl RedenBijstelling {
    /// The Dutch words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::MedischGewijzigd => "De belastbaarheid is veranderd",
            Self::Stagnatie => "De re-integratie stagneert",
            Self::NieuwAdvies => "Het plan vraagt een ander advies",
            Self::MogelijkhedenOntstaan => "Er zijn mogelijkheden ontstaan",
        }
    }
}
