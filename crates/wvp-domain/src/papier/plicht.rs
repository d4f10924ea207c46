//! The duties that a letter may name, each with its basis in the law.

use schemars::JsonSchema;
use serde::Deserialize;

/// A rule about information and control (BW 7:629(6)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Controle {
    /// To come to the consultation.
    Spreekuur,
    /// To be reachable.
    Bereikbaar,
    /// To give what is needed to establish the right to wages.
    Inlichtingen,
}

/// A duty to cooperate (BW 7:629(3)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Medewerking {
    /// To do suitable work.
    PassendeArbeid,
    /// To follow reasonable instructions and measures.
    Maatregelen,
    /// To work on the plan van aanpak.
    PlanVanAanpak,
    /// To apply for WIA in time.
    WiaAanvraag,
}

impl Controle {
    /// What follows "U bent verplicht om".
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Spreekuur => "naar het spreekuur te komen als u een oproep krijgt",
            Self::Bereikbaar => "bereikbaar te zijn volgens onze verzuimregels",
            Self::Inlichtingen => {
                "de inlichtingen te geven die nodig zijn om uw recht op loon vast te stellen"
            }
        }
    }
}

impl Medewerking {
    /// What follows "U bent verplicht om".
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::PassendeArbeid => "passend werk te doen dat wij u aanbieden",
            Self::Maatregelen => {
                "mee te werken aan redelijke voorschriften en maatregelen om weer te kunnen werken"
            }
            Self::PlanVanAanpak => {
                "mee te werken aan het opstellen, evalueren en bijstellen van het plan van aanpak"
            }
            Self::WiaAanvraag => "op tijd een WIA-uitkering aan te vragen",
        }
    }

    /// Where the law says so.
    #[must_use]
    pub fn grondslag(self) -> &'static str {
        match self {
            Self::PassendeArbeid => "BW art. 7:629 lid 3 onder c",
            Self::Maatregelen => "BW art. 7:629 lid 3 onder d",
            Self::PlanVanAanpak => "BW art. 7:629 lid 3 onder e",
            Self::WiaAanvraag => "BW art. 7:629 lid 3 onder f",
        }
    }
}
