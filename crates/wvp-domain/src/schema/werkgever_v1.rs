//! The data of an employer as they were stored before there was a place for the trade register, the sort and
//! size of the business, and telephone numbers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::mijlpaal::gedeeld::Adres;
use crate::werkgever::{self, Contact, Inschrijving};
use crate::{Compartiment, Geen, Sectie, Secties};

/// Section D: who the employer is and whom to write to (field catalogue: wg.naw, klant.contact).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Bedrijf {
    /// Name.
    naam: String,
    /// Address.
    adres: Adres,
    /// Loonheffingennummer.
    loonheffingennummer: String,
    /// Nature of the business.
    aard: String,
    /// Whom to write to about absence.
    contact: Contact,
    /// The arbodienst.
    arbodienst: Contact,
    /// The bedrijfsarts.
    bedrijfsarts: Contact,
    /// BIG number of the bedrijfsarts (RIV-18).
    bedrijfsarts_big: String,
}

impl Sectie for Bedrijf {
    const COMPARTIMENT: Compartiment = Compartiment::D;
}

impl From<Bedrijf> for werkgever::Bedrijf {
    fn from(toen: Bedrijf) -> Self {
        Self {
            naam: toen.naam,
            adres: toen.adres,
            loonheffingennummer: toen.loonheffingennummer,
            aard: toen.aard,
            contact: toen.contact,
            arbodienst: toen.arbodienst,
            bedrijfsarts: toen.bedrijfsarts,
            bedrijfsarts_big: toen.bedrijfsarts_big,
            kvk_nummer: None,
            sbi_code: None,
            omvang: None,
            contact_telefoon: None,
            arbodienst_adres: None,
            arbodienst_telefoon: None,
        }
    }
}

/// Stands in for the event of then.
pub(super) fn gegevens_vastgelegd(_: Secties<Inschrijving, Geen, Geen, Bedrijf>) {}
