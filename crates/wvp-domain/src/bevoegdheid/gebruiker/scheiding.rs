//! Separation of functions: one person never judges claims and guides re-integration.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Functie;
use crate::bevoegdheid::{Geldigheid, Recht as _, Rechten, Weigering};

/// What kind of work a function is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
pub enum Taakgebied {
    /// Judging and paying claims: never sees B or C.
    Claims,
    /// Guiding re-integration at insurer, agent or re-integratiebedrijf.
    ReIntegratie,
    /// Guiding absence: bedrijfsarts, casemanager and who works for them.
    Verzuimbegeleiding,
    /// The medisch adviseur of an insurer.
    MedischAdvies,
    /// Who handles medical data for the medisch adviseur.
    MedischeStaf,
    /// All other work.
    Overig,
}

impl Taakgebied {
    /// The Dutch words.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Claims => "de claimbeoordeling",
            Self::ReIntegratie => "de re-integratie",
            Self::Verzuimbegeleiding => "de verzuimbegeleiding",
            Self::MedischAdvies => "het medisch advies",
            Self::MedischeStaf => "de medische staf",
            Self::Overig => "ander werk",
        }
    }

    /// Whether one person may never do both.
    #[must_use]
    pub fn botst_met(self, ander: Self) -> bool {
        let claims = |een: Self, twee: Self| {
            een == Self::Claims && !matches!(twee, Self::Claims | Self::Overig)
        };
        let staf = |een: Self, twee: Self| een == Self::MedischeStaf && twee == Self::ReIntegratie;
        claims(self, ander) || claims(ander, self) || staf(self, ander) || staf(ander, self)
    }
}

/// Asks that a new function meets no other with which it clashes, on any day, at any organisation.
pub(super) fn eis_gescheiden(
    functies: &Rechten<Functie>,
    nieuw: &Functie,
) -> Result<(), Weigering> {
    let botst = |andere: &&Functie| {
        let tegelijk = functies.geldigheid(andere).is_some_and(|it| raken(it, nieuw.geldigheid()));
        tegelijk && nieuw.taakgebied.botst_met(andere.taakgebied)
    };
    match functies.gegeven.iter().find(botst) {
        Some(andere) => Err(Weigering::Functiescheiding { andere: andere.taakgebied }),
        None => Ok(()),
    }
}

fn raken(een: Geldigheid, twee: Geldigheid) -> bool {
    let voor_einde = |van, tot_en_met: Option<_>| tot_en_met.is_none_or(|laatste| van <= laatste);
    voor_einde(een.van, twee.tot_en_met) && voor_einde(twee.van, een.tot_en_met)
}
