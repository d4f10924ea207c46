//! Werkgever: the employer and the arbodienst it works with.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::mijlpaal::gedeeld::Adres;
use crate::{Compartiment, Datum, Geen, Sectie, Secties, StukId};

/// A fact about an employer, past tense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The employer was registered, or the data changed.
    GegevensVastgelegd(Gegevens),
}

/// What someone wants to be true, imperative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Registers the employer, or changes the data.
    LegGegevensVast(Gegevens),
}

/// The payload of the master record.
pub type Gegevens = Secties<Inschrijving, Geen, Geen, Bedrijf>;

/// Section A: since when.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Inschrijving {
    /// The report these data came with.
    pub stuk: StukId,
    /// Since when these data hold.
    pub per: Datum,
}

impl Sectie for Inschrijving {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// Section D: who the employer is and whom to write to (field catalogue: wg.naw, klant.contact).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Bedrijf {
    /// Name.
    pub naam: String,
    /// Address.
    pub adres: Adres,
    /// Loonheffingennummer.
    pub loonheffingennummer: String,
    /// Nature of the business.
    pub aard: String,
    /// Whom to write to about absence.
    pub contact: Contact,
    /// The arbodienst.
    pub arbodienst: Contact,
    /// The bedrijfsarts.
    pub bedrijfsarts: Contact,
    /// BIG number of the bedrijfsarts (RIV-18).
    pub bedrijfsarts_big: String,
}

impl Sectie for Bedrijf {
    const COMPARTIMENT: Compartiment = Compartiment::D;
}

/// Name and address for messages.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Contact {
    /// Name.
    pub naam: String,
    /// Function.
    pub functie: String,
    /// E-mail address.
    pub email: String,
}

/// The state that decisions need: section A.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Werkgever {
    /// Registrations, oldest first.
    pub inschrijvingen: Vec<Inschrijving>,
}

/// A refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Afwijzing {
    /// The report was taken in before, with other facts.
    #[error("stuk `{}` is al eerder vastgelegd", .stuk.0)]
    StukAlBekend {
        /// Which report.
        stuk: StukId,
    },
    /// The command has no data.
    #[error("de gegevens zelf ontbreken")]
    InhoudOntbreekt,
}

/// Decides what a command makes true.
///
/// # Errors
///
/// [`Afwijzing`].
pub fn decide(werkgever: &Werkgever, command: Command) -> Result<Vec<Event>, Afwijzing> {
    match command {
        Command::LegGegevensVast(gegevens) if werkgever.inschrijvingen.contains(&gegevens.a) => {
            Ok(vec![])
        }
        Command::LegGegevensVast(gegevens) => {
            let stuk = gegevens.a.stuk;
            if werkgever.inschrijvingen.iter().any(|eerder| eerder.stuk == stuk) {
                return Err(Afwijzing::StukAlBekend { stuk });
            }
            if gegevens.d.is_dicht() {
                return Err(Afwijzing::InhoudOntbreekt);
            }
            Ok(vec![Event::GegevensVastgelegd(gegevens)])
        }
    }
}

/// Folds one fact into the employer.
#[must_use]
pub fn evolve(mut werkgever: Werkgever, event: &Event) -> Werkgever {
    match event {
        Event::GegevensVastgelegd(e) => werkgever.inschrijvingen.push(e.a.clone()),
    }
    werkgever
}

/// Rebuilds an employer from its history.
pub fn replay<'a>(events: impl IntoIterator<Item = &'a Event>) -> Werkgever {
    events.into_iter().fold(Werkgever::default(), evolve)
}

#[cfg(test)]
mod tests {
    use super::{
        Afwijzing, Bedrijf, Command, Contact, Event, Gegevens, Inschrijving, decide, evolve, replay,
    };
    use crate::Secties;
    use crate::mijlpaal::gedeeld::Adres;
    use crate::mijlpaal::voorbeeld::{NAAM, TEKST, dag, stuk, tekst};

    fn contact() -> Contact {
        Contact { naam: NAAM.to_owned(), functie: tekst(), email: tekst() }
    }

    fn gegevens(per: &str) -> Gegevens {
        let adres = Adres {
            straat: tekst(),
            huisnummer: "1".to_owned(),
            postcode: "1234AB".to_owned(),
            plaats: tekst(),
        };
        Secties::proces(Inschrijving { stuk: stuk(1), per: dag(per) }).met_d(Bedrijf {
            naam: tekst(),
            adres,
            loonheffingennummer: tekst(),
            aard: tekst(),
            contact: contact(),
            arbodienst: contact(),
            bedrijfsarts: contact(),
            bedrijfsarts_big: tekst(),
        })
    }

    #[test]
    fn dezelfde_gegevens_nog_eens_voegen_niets_toe() {
        let werkgever = replay(&[Event::GegevensVastgelegd(gegevens("2025-01-06"))]);
        let opdracht = Command::LegGegevensVast(gegevens("2025-01-06"));
        assert_eq!(decide(&werkgever, opdracht), Ok(vec![]));
    }

    #[test]
    fn een_stuknummer_dient_maar_een_keer() {
        let werkgever = replay(&[Event::GegevensVastgelegd(gegevens("2025-01-06"))]);
        let opdracht = Command::LegGegevensVast(gegevens("2025-02-03"));
        let afwijzing = Afwijzing::StukAlBekend { stuk: stuk(1) };
        assert_eq!(decide(&werkgever, opdracht), Err(afwijzing));
    }

    #[test]
    fn zonder_gegevens_geen_inschrijving() {
        let leeg = Secties::proces(gegevens("2025-01-06").a);
        let uitkomst = decide(&replay(&[]), Command::LegGegevensVast(leeg));
        assert_eq!(uitkomst, Err(Afwijzing::InhoudOntbreekt));
    }

    #[test]
    fn debug_drukt_geen_namen_af_en_de_staat_kent_alleen_sectie_a() {
        let feit = Event::GegevensVastgelegd(gegevens("2025-01-06"));
        let tekst = format!("{feit:?}");
        assert!(!tekst.contains(NAAM) && !tekst.contains(TEKST), "{tekst}");
        let dicht = Event::GegevensVastgelegd(Secties::proces(gegevens("2025-01-06").a));
        assert!(evolve(replay(&[]), &feit) == replay(&[dicht]));
    }
}
