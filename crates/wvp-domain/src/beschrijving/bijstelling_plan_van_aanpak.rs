//! How a bijstelling of the plan van aanpak speaks.

use super::gedeeld::{ja_nee_visies, ondertekeningen};
use super::{Beschreven, Veld, datum, identiteit, lijst, samen, tekst, verwijzing};
use crate::Datum;
use crate::mijlpaal::bijstelling_plan_van_aanpak::{Aanleiding, Bijgesteld, Wijziging};

impl Beschreven for Bijgesteld {
    fn velden(&self) -> Vec<Veld> {
        let mut velden = samen([
            datum("Opgesteld op", self.opgesteld_op),
            ondertekeningen(&self.ondertekeningen),
            Some(verwijzing("Komt in plaats van", self.vervangt)),
            lijst("Evaluatie op", self.evaluatiemomenten.iter().copied().map(Datum::voluit)),
            self.casemanager.map(|account| identiteit("Casemanager", account.0)),
        ]);
        velden.extend(ja_nee_visies(self.visie_werkgever, self.visie_werknemer));
        velden
    }
}

impl Beschreven for Wijziging {
    fn velden(&self) -> Vec<Veld> {
        let mut velden = samen([tekst("Aanleiding", self.aanleiding.naam())]);
        velden.extend(self.afspraken.velden());
        velden
    }
}

impl Aanleiding {
    /// The Dutch words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Evaluatie => "Evaluatie",
            Self::AdviesBedrijfsarts => "Advies van de bedrijfsarts",
            Self::GewijzigdeProbleemanalyse => "Bijstelling van de probleemanalyse",
            Self::TweedeSpoor => "Start van het tweede spoor",
            Self::Loonsanctie => "Loonsanctie van UWV",
        }
    }
}
