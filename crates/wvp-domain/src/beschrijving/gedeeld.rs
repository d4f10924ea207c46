//! How the blocks that documents share speak.

use super::{ONDERTEKENING, Veld, dag, ja_nee, samen, tabel, tekst};
use crate::mijlpaal::gedeeld::{
    Bekwaamheden, Beperking, Handtekening, Ondertekenaar, Ondertekening, Opbouwstap, Partij,
    Rubriek, Visie, Visies, WijzeContact,
};
use crate::mijlpaal::plan_van_aanpak::Activiteit;

impl Partij {
    /// The Dutch words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Werkgever => "Werkgever",
            Self::Werknemer => "Werknemer",
        }
    }
}

impl Handtekening {
    /// The Dutch words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Getekend => "Getekend",
            Self::GeweigerdMetMotivering => "Niet getekend, met motivering",
        }
    }
}

impl WijzeContact {
    /// The Dutch words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Spreekuur => "Op het spreekuur",
            Self::Telefoon => "Telefonisch",
            Self::Video => "Via beeldbellen",
            Self::Huisbezoek => "Thuis",
        }
    }
}

impl Rubriek {
    /// The Dutch words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::PersoonlijkFunctioneren => "Persoonlijk functioneren",
            Self::SociaalFunctioneren => "Sociaal functioneren",
            Self::FysiekeOmgevingseisen => "Fysieke omgevingseisen",
            Self::DynamischeHandelingen => "Dynamische handelingen",
            Self::StatischeHoudingen => "Statische houdingen",
            Self::Werktijden => "Werktijden",
        }
    }
}

pub(super) fn auteur(auteur: &Ondertekenaar) -> Option<Veld> {
    ondertekenaar("Opgesteld door", auteur)
}

/// Name and function of somebody in one line.
pub(super) fn ondertekenaar(naam: &'static str, wie: &Ondertekenaar) -> Option<Veld> {
    let delen = [wie.naam.as_str(), wie.functie.as_str()];
    let delen: Vec<&str> = delen.into_iter().filter(|deel| !deel.is_empty()).collect();
    tekst(naam, delen.join(", ").as_str())
}

pub(super) fn ondertekeningen(ondertekeningen: &[Ondertekening]) -> Option<Veld> {
    let rijen = ondertekeningen.iter().map(|ondertekening| {
        [
            ondertekening.partij.naam().to_owned(),
            ondertekening.wie.naam.clone(),
            ondertekening.wie.functie.clone(),
            ondertekening.keuze.naam().to_owned(),
            ondertekening.op.voluit(),
        ]
    });
    tabel(ONDERTEKENING, ["Voor", "Naam", "Functie", "Getekend", "Datum"], rijen)
}

pub(super) fn ja_nee_visies(werkgever: bool, werknemer: bool) -> Vec<Veld> {
    samen([
        ja_nee("Visie van de werkgever opgenomen", werkgever),
        ja_nee("Visie van de werknemer opgenomen", werknemer),
    ])
}

pub(super) fn visies(visies: &Visies) -> Vec<Veld> {
    let werkgever = visies.werkgever.iter().flat_map(visie_werkgever);
    werkgever.chain(visies.werknemer.iter().flat_map(visie_werknemer)).collect()
}

fn visie_werkgever(visie: &Visie) -> Vec<Veld> {
    samen([
        tekst("Visie werkgever: mogelijkheden", visie.mogelijkheden.as_str()),
        tekst("Visie werkgever: activiteiten tot nu toe", visie.activiteiten.as_str()),
        tekst("Visie werkgever: afspraken", visie.afspraken.as_str()),
    ])
}

fn visie_werknemer(visie: &Visie) -> Vec<Veld> {
    samen([
        tekst("Visie werknemer: mogelijkheden", visie.mogelijkheden.as_str()),
        tekst("Visie werknemer: activiteiten tot nu toe", visie.activiteiten.as_str()),
        tekst("Visie werknemer: afspraken", visie.afspraken.as_str()),
    ])
}

pub(super) fn beperkingen(beperkingen: &[Beperking]) -> Option<Veld> {
    let rijen = beperkingen
        .iter()
        .map(|beperking| [beperking.rubriek.naam().to_owned(), beperking.tekst.clone()]);
    tabel("Beperkingen", ["Rubriek", "Beperking"], rijen)
}

pub(super) fn opbouw(stappen: &[Opbouwstap]) -> Option<Veld> {
    let rijen = stappen
        .iter()
        .map(|stap| [stap.vanaf.voluit(), stap.per_week.to_string(), stap.taken.clone()]);
    tabel("Opbouw", ["Vanaf", "Per week", "Taken"], rijen)
}

pub(super) fn activiteiten(activiteiten: &[Activiteit]) -> Option<Veld> {
    let rijen = activiteiten.iter().map(|activiteit| {
        [
            activiteit.omschrijving.clone(),
            activiteit.wie.clone(),
            activiteit.doel.clone(),
            dag(activiteit.start),
            dag(activiteit.gereed),
            activiteit.voortgang.clone(),
        ]
    });
    tabel("Activiteiten", ["Wat", "Wie", "Doel", "Start", "Gereed", "Voortgang"], rijen)
}

pub(super) fn bekwaamheden(bekwaamheden: &Bekwaamheden) -> Vec<Veld> {
    samen([
        tekst("Functie", bekwaamheden.functie.as_str()),
        tekst("Opleiding", bekwaamheden.opleiding.as_str()),
        tekst("Werkervaring", bekwaamheden.werkervaring.as_str()),
        tekst("Overige vaardigheden", bekwaamheden.overige.as_str()),
    ])
}
