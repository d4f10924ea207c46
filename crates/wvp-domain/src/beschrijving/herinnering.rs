//! How a reminder speaks.

use super::{Beschreven, Veld, datum, ja_nee, lijst, samen, tekst};
use crate::Datum;
use crate::ladder::{RedenOvergeslagen, Tredendag, reden_overgeslagen, tredendag};
use crate::mijlpaal::herinnering::{Gegeven, Ontvanger};

impl Beschreven for Gegeven {
    fn velden(&self) -> Vec<Veld> {
        let sleutel = &self.sleutel;
        let verschoven = tredendag(sleutel.uiterlijk, sleutel.trede).uitleg();
        samen([
            tekst("Termijn", sleutel.termijn.naam()),
            tekst("Keer", u32::from(sleutel.keer).saturating_add(1).to_string().as_str()),
            datum("Uiterlijk", sleutel.uiterlijk),
            tekst("Moment", moment(sleutel.trede).as_str()),
            tekst("Verschoven", verschoven.unwrap_or_default().as_str()),
            tekst("Aan", sleutel.aan.naam()),
            datum("Gegeven op", self.gegeven_op),
            ja_nee("Later gegeven dan gepland", self.laat),
            lijst(
                "Overgeslagen",
                self.overgeslagen
                    .iter()
                    .map(|it| overgeslagen(sleutel.uiterlijk, sleutel.trede, *it)),
            ),
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
            Self::Teamleider => "Teamleider",
        }
    }
}

impl RedenOvergeslagen {
    /// The Dutch words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Samengevoegd => "viel op dezelfde dag",
            Self::Ingehaald => "een latere herinnering was al aan de beurt",
        }
    }
}

impl Tredendag {
    /// Why the rung does not come on the day that was counted (a whole Dutch sentence); none when it
    /// does.
    #[must_use]
    pub fn uitleg(&self) -> Option<String> {
        let (_, naam) = self.wegens.first()?;
        let (geteld, dag) = (self.geteld.voluit(), self.dag.voluit());
        Some(format!("{geteld} is geen werkdag ({naam}), daarom komt de herinnering op {dag}."))
    }
}

/// A rung that was skipped for another, with the reason.
pub(super) fn overgeslagen(uiterlijk: Datum, trede: i16, eerder: i16) -> String {
    let reden = reden_overgeslagen(uiterlijk, trede, eerder);
    format!("{} ({})", moment(eerder), reden.naam())
}

/// A rung in Dutch words, from days relative to the last day of the term.
#[must_use]
pub fn moment(trede: i16) -> String {
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
