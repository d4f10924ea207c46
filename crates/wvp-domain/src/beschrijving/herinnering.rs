//! How a reminder speaks.

use super::{Beschreven, Veld, datum, ja_nee, lijst, samen, tekst};
use crate::mijlpaal::herinnering::{Gegeven, Ontvanger};

impl Beschreven for Gegeven {
    fn velden(&self) -> Vec<Veld> {
        let sleutel = &self.sleutel;
        samen([
            tekst("Termijn", sleutel.termijn.naam()),
            tekst("Keer", u32::from(sleutel.keer).saturating_add(1).to_string().as_str()),
            datum("Uiterlijk", sleutel.uiterlijk),
            tekst("Moment", moment(sleutel.trede).as_str()),
            tekst("Aan", sleutel.aan.naam()),
            datum("Gegeven op", self.gegeven_op),
            ja_nee("Later gegeven dan gepland", self.laat),
            lijst("Overgeslagen", self.overgeslagen.iter().copied().map(moment)),
        ])
    }
}

impl Ontvanger {
    /// The Dutch words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Werkgever => "Werkgever",
            Self::Werknemer => "Werknemer",
            Self::Bedrijfsarts => "Bedrijfsarts",
            Self::Casemanager => "Casemanager",
        }
    }
}

/// A rung in words, from days relative to the last day of the term.
fn moment(trede: i16) -> String {
    let dagen = match trede.unsigned_abs() {
        1 => "1 dag".to_owned(),
        dagen => format!("{dagen} dagen"),
    };
    match trede.signum() {
        -1 => format!("{dagen} voor de uiterste dag"),
        1 => format!("{dagen} na de uiterste dag"),
        _ => "op de uiterste dag".to_owned(),
    }
}
