//! Papers that somebody asks for, with the words that no fact holds: a letter, a short verslag.

mod plicht;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::mijlpaal::riv::Element;
use crate::{Afwijzing, Compartiment, Datum, invoerwacht};

pub use plicht::{Controle, Medewerking};

/// A paper to make. Has no `Debug`: its words may name somebody.
#[derive(Clone, PartialEq, Eq)]
pub enum Papier {
    /// An element of the re-integratieverslag by itself.
    Element(Element),
    /// The report of a talk.
    Voortgangsverslag,
    /// The report to UWV in week 42.
    Melding42eWeek,
    /// The report to UWV of a recovery.
    Herstelmelding(Herstelwoorden),
    /// The short verslag at the end of an employment.
    VerkortRiv(Verkortwoorden),
    /// A letter of the employer.
    Brief(Briefwoorden),
}

/// What a herstelmelding says beside the facts.
#[derive(Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Herstelwoorden {
    /// UWV's reference.
    pub referentie: Option<String>,
}

/// What a verkort verslag says beside the facts.
#[derive(Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Verkortwoorden {
    /// The day it is drawn up; none is today.
    pub opgesteld_op: Option<Datum>,
    /// Why a short verslag will do.
    pub grond: GrondVerkort,
    /// How things stand with the work, without medical data.
    #[schemars(length(min = 1))]
    pub stand_van_zaken: String,
    /// Whether the employer would take the employee back, if known.
    pub wil_terug: Option<bool>,
}

/// Why a short verslag will do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum GrondVerkort {
    /// Ill for six weeks or more, and less than ten, on the last working day.
    ZesTotTienWeken,
    /// The bedrijfsarts expected no long absence, so there is no probleemanalyse and no plan.
    GeenLangVerzuimVerwacht,
}

/// What a letter says beside names and addresses.
#[derive(Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Briefwoorden {
    /// The day of the letter; none is today.
    pub datum: Option<Datum>,
    /// Which letter, with its words.
    pub brief: Briefsoort,
}

/// What a letter says.
#[derive(Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(tag = "soort", rename_all = "snake_case", deny_unknown_fields)]
pub enum Briefsoort {
    /// An invitation for a talk.
    Oproep {
        /// With whom.
        met: Gesprekspartner,
        /// The day.
        op: Datum,
        /// The time, as written: "10.30 uur".
        #[schemars(length(min = 1))]
        tijd: String,
        /// Where: an address, or by telephone.
        #[schemars(length(min = 1))]
        plaats: String,
    },
    /// A reminder of a duty, without a consequence yet.
    Herinnering {
        /// Which duty.
        plicht: Medewerking,
        /// Last day (inclusive).
        uiterlijk: Datum,
    },
    /// A warning that wages will be suspended (BW 7:629(6),(7)).
    Waarschuwing {
        /// Which rule.
        plicht: Controle,
        /// Last day (inclusive) to keep to it.
        uiterlijk: Datum,
    },
    /// Wages are suspended (BW 7:629(6)).
    Loonopschorting {
        /// Which rule.
        plicht: Controle,
        /// First day.
        vanaf: Datum,
    },
    /// No right to wages (BW 7:629(3)).
    Loonstop {
        /// Which duty.
        plicht: Medewerking,
        /// First day.
        vanaf: Datum,
    },
}

/// With whom the employee is invited to talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Gesprekspartner {
    /// The employer.
    Werkgever,
    /// The bedrijfsarts.
    Bedrijfsarts,
    /// The arbeidsdeskundige.
    Arbeidsdeskundige,
}

impl Papier {
    /// Whether its words are those of the employer, and not of the facts alone.
    #[must_use]
    pub fn is_van_werkgever(&self) -> bool {
        match self {
            Self::Element(_)
            | Self::Voortgangsverslag
            | Self::Melding42eWeek
            | Self::Herstelmelding(_) => false,
            Self::VerkortRiv(_) | Self::Brief(_) => true,
        }
    }

    /// Asks that no word of it is about illness: others than doctor and employee read it.
    ///
    /// # Errors
    ///
    /// [`Afwijzing::GezondheidInTekst`] with the field, never the word.
    pub fn keur(&self) -> Result<(), Afwijzing> {
        for (veld, tekst) in self.teksten() {
            if let Some(wat) = invoerwacht::vindplaats(Compartiment::BPoortwachter, tekst) {
                return Err(Afwijzing::GezondheidInTekst { veld: veld.to_owned(), wat });
            }
        }
        Ok(())
    }

    /// Every text that somebody typed, by its field.
    fn teksten(&self) -> Vec<(&'static str, &str)> {
        match self {
            Self::Element(_) | Self::Voortgangsverslag | Self::Melding42eWeek => vec![],
            Self::Herstelmelding(woorden) => {
                woorden.referentie.iter().map(|it| ("referentie", it.as_str())).collect()
            }
            Self::VerkortRiv(woorden) => vec![("stand_van_zaken", &woorden.stand_van_zaken)],
            Self::Brief(woorden) => match &woorden.brief {
                Briefsoort::Oproep { tijd, plaats, .. } => {
                    vec![("tijd", tijd), ("plaats", plaats)]
                }
                Briefsoort::Herinnering { .. }
                | Briefsoort::Waarschuwing { .. }
                | Briefsoort::Loonopschorting { .. }
                | Briefsoort::Loonstop { .. } => vec![],
            },
        }
    }
}

impl GrondVerkort {
    /// As it stands on paper.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::ZesTotTienWeken => {
                "Zes weken of langer ziek, en korter dan tien weken, op de laatste werkdag"
            }
            Self::GeenLangVerzuimVerwacht => {
                "De bedrijfsarts verwachtte geen langdurig verzuim. Daarom is er geen \
                 probleemanalyse en geen plan van aanpak"
            }
        }
    }
}

impl Gesprekspartner {
    /// As it stands in a letter to the employee.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Werkgever => "Uw werkgever",
            Self::Bedrijfsarts => "De bedrijfsarts",
            Self::Arbeidsdeskundige => "De arbeidsdeskundige",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{GrondVerkort, Papier, Verkortwoorden};

    fn verkort(stand_van_zaken: &str) -> Papier {
        Papier::VerkortRiv(Verkortwoorden {
            opgesteld_op: None,
            grond: GrondVerkort::ZesTotTienWeken,
            stand_van_zaken: stand_van_zaken.to_owned(),
            wil_terug: None,
        })
    }

    #[test]
    fn een_woord_over_ziekte_wordt_geweigerd_en_niet_herhaald() {
        let fout = verkort("Heeft griep.").keur().unwrap_err().to_string();
        assert!(fout.contains("stand_van_zaken") && !fout.contains("griep"), "{fout}");
        assert_eq!(verkort("Vier uur per dag in ander werk.").keur(), Ok(()));
    }
}
