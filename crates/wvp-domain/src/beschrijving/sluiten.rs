//! How closing and reopening speak.

use super::{Beschreven, Veld, datum, samen, tekst};
use crate::mijlpaal::sluiten::{Gesloten, Heropend, RedenHeropenen, RedenSluiten};

impl Beschreven for Gesloten {
    fn velden(&self) -> Vec<Veld> {
        samen([datum("Gesloten vanaf", self.per), tekst("Reden", self.reden.naam())])
    }
}

impl Beschreven for Heropend {
    fn velden(&self) -> Vec<Veld> {
        samen([datum("Weer open vanaf", self.per), tekst("Reden", self.reden.naam())])
    }
}

impl RedenSluiten {
    /// The Dutch words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::KetenAfgelopen => "Hersteld en niet binnen vier weken weer ziek",
            Self::WachttijdVoorbij => "De wachttijd is voorbij",
            Self::EindeDienstverband => "Het dienstverband is geëindigd",
            Self::Aow => "AOW-leeftijd bereikt",
            Self::Overleden => "Overleden",
            Self::TenOnrechte => "Ten onrechte geopend",
        }
    }
}

impl RedenHeropenen {
    /// The Dutch words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::TenOnrechteGesloten => "Ten onrechte gesloten",
            Self::Correctie => "Correctie van een datum",
            Self::Bezwaar => "Bezwaar of beroep tegen UWV",
        }
    }
}
