//! Werknemer: who the employee is. The master record; a dossier holds its own copy of the name.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::mijlpaal::gedeeld::Adres;
use crate::{Compartiment, Datum, Geen, Sectie, Secties, StukId, WerkgeverId};

/// A fact about an employee, past tense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The employee was registered, or the data changed.
    GegevensVastgelegd(Gegevens),
    /// The burgerservicenummer was recorded.
    BsnVastgelegd(BsnGegevens),
}

/// What someone wants to be true, imperative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Registers the employee, or changes the data.
    LegGegevensVast(Gegevens),
    /// Records the burgerservicenummer.
    LegBsnVast(BsnGegevens),
}

/// The payload of the master record.
pub type Gegevens = Secties<Inschrijving, Geen, Geen, Persoon>;

/// The payload of the burgerservicenummer: its section stands apart (A.bsn, R-194..R-199).
pub type BsnGegevens = Secties<Bsnmelding, Geen, Geen, Bsn>;

/// Section A: where the employee works.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Inschrijving {
    /// The report these data came with.
    pub stuk: StukId,
    /// The employer.
    pub werkgever: WerkgeverId,
    /// Since when these data hold.
    pub per: Datum,
}

impl Sectie for Inschrijving {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// Section D: who the employee is (field catalogue: naw, pers, werk).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Persoon {
    /// Full name with initials.
    pub naam: String,
    /// Day of birth.
    pub geboortedatum: Datum,
    /// Home address.
    pub adres: Adres,
    /// Telephone number.
    pub telefoon: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Function.
    pub functie: String,
    /// Contract hours per week, in minutes.
    pub uren_per_week_minuten: u16,
}

impl Sectie for Persoon {
    const COMPARTIMENT: Compartiment = Compartiment::D;
}

/// Section A: that a number was recorded.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Bsnmelding {
    /// The report this came with.
    pub stuk: StukId,
    /// Since when.
    pub per: Datum,
}

impl Sectie for Bsnmelding {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// The number, in its own compartment.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Bsn {
    bsn: String,
}

impl Sectie for Bsn {
    const COMPARTIMENT: Compartiment = Compartiment::ABsn;
}

impl Bsn {
    /// Takes nine digits that pass the elfproef (documents.md 4.7).
    ///
    /// # Errors
    ///
    /// [`Afwijzing::OngeldigBsn`], which never repeats the number.
    pub fn try_new(bsn: &str) -> Result<Self, Afwijzing> {
        let gewichten = [9_i32, 8, 7, 6, 5, 4, 3, 2, -1];
        let cijfers: Vec<i32> =
            bsn.bytes().filter(u8::is_ascii_digit).map(|cijfer| i32::from(cijfer - b'0')).collect();
        let som: i32 =
            cijfers.iter().zip(gewichten).map(|(cijfer, gewicht)| cijfer * gewicht).sum();
        let negen = bsn.len() == gewichten.len() && cijfers.len() == gewichten.len();
        if negen && som % 11 == 0 && cijfers.iter().any(|cijfer| *cijfer != 0) {
            Ok(Self { bsn: bsn.to_owned() })
        } else {
            Err(Afwijzing::OngeldigBsn)
        }
    }

    /// The nine digits.
    #[must_use]
    pub fn cijfers(&self) -> &str {
        &self.bsn
    }
}

/// The state that decisions need: section A.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Werknemer {
    /// Registrations, oldest first.
    pub inschrijvingen: Vec<Inschrijving>,
    /// Days on which a number was recorded.
    pub bsn: Vec<Bsnmelding>,
}

/// A refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Afwijzing {
    /// The number does not pass the elfproef.
    #[error("het burgerservicenummer klopt niet: negen cijfers die voldoen aan de elfproef")]
    OngeldigBsn,
    /// The employee is not registered.
    #[error("deze werknemer is niet ingeschreven")]
    NietIngeschreven,
}

/// Decides what a command makes true.
///
/// # Errors
///
/// [`Afwijzing`].
pub fn decide(werknemer: &Werknemer, command: Command) -> Result<Vec<Event>, Afwijzing> {
    match command {
        Command::LegGegevensVast(gegevens) if werknemer.inschrijvingen.contains(&gegevens.a) => {
            Ok(vec![])
        }
        Command::LegGegevensVast(gegevens) => Ok(vec![Event::GegevensVastgelegd(gegevens)]),
        Command::LegBsnVast(_) if werknemer.inschrijvingen.is_empty() => {
            Err(Afwijzing::NietIngeschreven)
        }
        Command::LegBsnVast(bsn) if werknemer.bsn.contains(&bsn.a) => Ok(vec![]),
        Command::LegBsnVast(bsn) => Ok(vec![Event::BsnVastgelegd(bsn)]),
    }
}

/// Folds one fact into the employee.
#[must_use]
pub fn evolve(mut werknemer: Werknemer, event: &Event) -> Werknemer {
    match event {
        Event::GegevensVastgelegd(e) => werknemer.inschrijvingen.push(e.a.clone()),
        Event::BsnVastgelegd(e) => werknemer.bsn.push(e.a.clone()),
    }
    werknemer
}

/// Rebuilds an employee from its history.
pub fn replay<'a>(events: impl IntoIterator<Item = &'a Event>) -> Werknemer {
    events.into_iter().fold(Werknemer::default(), evolve)
}

#[cfg(test)]
mod tests {
    use super::{Afwijzing, Bsn};

    #[test]
    fn de_elfproef_laat_geldige_nummers_door() {
        for bsn in ["111222333", "123456782", "999990342"] {
            assert!(Bsn::try_new(bsn).is_ok(), "{bsn}");
        }
    }

    #[test]
    fn de_elfproef_weigert_de_rest_zonder_het_nummer_te_herhalen() {
        for bsn in ["000000000", "123456789", "12345678", "1234567820", "12345678a"] {
            assert!(Bsn::try_new(bsn) == Err(Afwijzing::OngeldigBsn), "{bsn}");
        }
        assert!(!Afwijzing::OngeldigBsn.to_string().contains("123456789"));
    }
}
