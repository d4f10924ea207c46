//! How a doorzending speaks.

use super::{Beschreven, Veld, datum, identiteit, lijst, samen, tekst};
use crate::mijlpaal::doorsturen::{
    Betaalbericht, Betrokkene, Bevestiging, Doorgestuurd, Gegeven, Rechtsgrond,
};

impl Beschreven for Doorgestuurd {
    fn velden(&self) -> Vec<Veld> {
        samen([
            datum("Gestuurd op", self.op),
            tekst("Van", voluit(&self.van).as_str()),
            tekst("Aan", voluit(&self.aan).as_str()),
            self.account.map(|account| identiteit("Account van de ontvanger", account.0)),
            lijst("Wat", self.wat.iter().map(|gegeven| gegeven.naam().to_owned())),
            tekst("Waarvoor", self.doel.naam()),
            tekst("Grond", self.grond.naam()),
            datum("Werknemer ingelicht op", self.geinformeerd_op),
            lijst("Bevestigd", self.bevestigd.iter().map(|wat| wat.naam().to_owned())),
            lijst("Verplichtingen", self.verplichtingen.iter().cloned()),
        ])
    }
}

impl Beschreven for Betaalbericht {
    fn velden(&self) -> Vec<Veld> {
        let bedrag = format!("€ {},{:02}", self.bedrag_cent / 100, self.bedrag_cent % 100);
        samen([tekst("Naam", self.naam.as_str()), tekst("Bedrag", bedrag.as_str())])
    }
}

fn voluit(wie: &Betrokkene) -> String {
    let woorden = [wie.functie.replace('_', " "), wie.partij.replace('_', " ")].join(", ");
    format!("{woorden}, {}", wie.organisatie)
}

impl Gegeven {
    /// The kind of data in plain Dutch.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Proces => "Procesgegevens",
            Self::PlanBestaat => "Dat er een plan van aanpak is en of het op tijd is",
            Self::VangnetBestaat => "Dat er een vangnet geldt",
            Self::InterventieWanneer => "Of en wanneer er een interventie was",
            Self::InterventieKosten => "Kosten van een interventie",
            Self::Bsn => "Burgerservicenummer",
            Self::Belastbaarheid => "Beperkingen en mogelijkheden volgens de bedrijfsarts",
            Self::Poortwachterstukken => "Stukken van werkgever en werknemer",
            Self::PlanInhoud => "Inhoud van het plan van aanpak",
            Self::VanWerknemer => "Wat de werknemer vertelde",
            Self::Interventieadvies => "Advies over een interventie",
            Self::InterventieSoort => "Soort interventie",
            Self::Medisch => "Medische gegevens",
            Self::VangnetSoort => "Welk vangnet geldt",
            Self::Betaalbericht => "Naam en bedrag",
            Self::Bronfactuur => "Factuur van de uitvoerder",
            Self::Algemeen => "Algemene gegevens",
        }
    }
}

impl Bevestiging {
    /// What the sender vouches for, in Dutch.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::OpVerzoek => "De ontvanger vroeg hierom",
            Self::NoodzaakGetoetst => "De bedrijfsarts heeft de noodzaak getoetst",
            Self::BelangNietGeschaad => "Het belang van de werknemer wordt niet geschaad",
            Self::MachtigingWerkgever => "De werkgever heeft gemachtigd",
            Self::WettelijkeStap => "Nodig voor een wettelijke stap bij UWV",
        }
    }
}

impl Rechtsgrond {
    /// The ground with its article, in Dutch.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Begeleiding => "Re-integratie en begeleiding (UAVG art. 30 lid 1 onder b)",
            Self::Verzekering => "Uitvoering van de verzekering (UAVG art. 30 lid 3 onder b)",
            Self::WettelijkePlicht => "Wettelijke plicht",
            Self::Toestemming => "Uitdrukkelijke toestemming (UAVG art. 22 lid 2 onder a)",
            Self::Machtiging => "Machtiging",
        }
    }
}
