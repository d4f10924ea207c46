//! The data of an employee as they were stored before there was a place for the parts of the name, sex, the
//! number with the employer, and the employment.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::mijlpaal::gedeeld::Adres;
use crate::werknemer::{self, Inschrijving};
use crate::{Compartiment, Datum, Geen, Sectie, Secties};

/// Section D: who the employee is (field catalogue: naw, pers, werk).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Persoon {
    /// Full name with initials.
    naam: String,
    /// Day of birth.
    geboortedatum: Datum,
    /// Home address.
    adres: Adres,
    /// Telephone number.
    telefoon: Option<String>,
    /// E-mail address.
    email: Option<String>,
    /// Function.
    functie: String,
    /// Contract hours per week, in minutes.
    uren_per_week_minuten: u16,
}

impl Sectie for Persoon {
    const COMPARTIMENT: Compartiment = Compartiment::D;
}

impl From<Persoon> for werknemer::Persoon {
    fn from(toen: Persoon) -> Self {
        Self {
            naam: toen.naam,
            geboortedatum: toen.geboortedatum,
            adres: toen.adres,
            telefoon: toen.telefoon,
            email: toen.email,
            functie: toen.functie,
            uren_per_week_minuten: toen.uren_per_week_minuten,
            naamdelen: None,
            geslacht: None,
            personeelsnummer: None,
            dienstverband: None,
        }
    }
}

/// Stands in for the event of then.
pub(super) fn gegevens_vastgelegd(_: Secties<Inschrijving, Geen, Geen, Persoon>) {}
