//! How a plan van aanpak speaks.

use super::gedeeld::{activiteiten, ja_nee_visies, ondertekeningen, visies};
use super::{Beschreven, Veld, dag, datum, identiteit, ja_nee, lijst, samen, tabel, tekst};
use crate::Datum;
use crate::mijlpaal::plan_van_aanpak::{Afspraken, Opgesteld, Spoor};

impl Beschreven for Opgesteld {
    fn velden(&self) -> Vec<Veld> {
        let mut velden = samen([
            datum("Opgesteld op", self.opgesteld_op),
            ondertekeningen(&self.ondertekeningen),
            lijst("Evaluatie op", self.evaluatiemomenten.iter().copied().map(Datum::voluit)),
            self.casemanager.map(|account| identiteit("Casemanager", account.0)),
            ja_nee("Afwijking van de termijn gemotiveerd", self.termijn_gemotiveerd),
        ]);
        velden.extend(ja_nee_visies(self.visie_werkgever, self.visie_werknemer));
        velden
    }
}

impl Beschreven for Afspraken {
    fn velden(&self) -> Vec<Veld> {
        let doelen = self.doelen_tussen.iter().map(|doel| [doel.doel.clone(), dag(doel.uiterlijk)]);
        let mut velden = samen([
            tekst("Einddoel", self.doel_eind.as_str()),
            tabel("Tussendoelen", ["Doel", "Uiterlijk"], doelen),
            activiteiten(&self.activiteiten),
            tekst("Spoor", self.spoor.naam()),
        ]);
        velden.extend(visies(&self.visies));
        velden.extend(samen([
            tekst("Waarom anders dan het advies", self.afwijking_advies.as_deref()),
            tekst("Waarom niet getekend", self.weigering_motivering.as_deref()),
            tekst("Waarom niet op tijd", self.termijn_motivering.as_deref()),
        ]));
        velden
    }
}

impl Spoor {
    /// The Dutch words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Eerste => "Eerste spoor: bij de eigen werkgever",
            Self::Tweede => "Tweede spoor: bij een andere werkgever",
            Self::EersteEnTweede => "Eerste en tweede spoor",
        }
    }
}
