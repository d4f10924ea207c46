//! How a measure on wages speaks.

use super::{Beschreven, Veld, datum, samen, tekst, verwijzing};
use crate::mijlpaal::loonmaatregel::{Beeindigd, Opgelegd, Reden, Soort};

impl Beschreven for Opgelegd {
    fn velden(&self) -> Vec<Veld> {
        samen([
            tekst("Maatregel", self.soort.naam()),
            datum("Vanaf", self.vanaf),
            datum("Aangekondigd op", self.aangekondigd_op),
        ])
    }
}

impl Beschreven for Reden {
    fn velden(&self) -> Vec<Veld> {
        samen([tekst("Reden", self.reden.as_str())])
    }
}

impl Beschreven for Beeindigd {
    fn velden(&self) -> Vec<Veld> {
        samen([datum("Weer loon vanaf", self.per), Some(verwijzing("Einde van", self.maatregel))])
    }
}

impl Soort {
    /// The Dutch words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Opschorting => "Loonopschorting",
            Self::Stop => "Loonstop",
        }
    }
}
