//! What is wrong with a template: file, line and rule.

use std::fmt;

use thiserror::Error;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SjabloonFout {
    /// Name of the file.
    pub bestand: String,
    /// Line, from 1; 0 when it is about the file as a whole.
    pub regel: usize,
    /// Which rule.
    pub wat: Overtreding,
}

impl SjabloonFout {
    pub(super) fn van_bestand(bestand: &str, wat: Overtreding) -> Self {
        Self { bestand: bestand.to_owned(), regel: 0, wat }
    }
}

impl fmt::Display for SjabloonFout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.regel {
            0 => write!(f, "`{}`: {}", self.bestand, self.wat),
            regel => write!(f, "`{}`, regel {regel}: {}", self.bestand, self.wat),
        }
    }
}

/// The rule that a template breaks.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Overtreding {
    /// The file is not there, or cannot be read as text.
    #[error("dit sjabloon ontbreekt of is niet te lezen")]
    Ontbreekt,
    /// No template has this name.
    #[error("dit bestand hoort bij geen enkel sjabloon")]
    Onbekend,
    /// It cannot be read as a template.
    #[error("dit is geen geldig sjabloon: {0}")]
    Syntaxis(String),
    /// A variable that this template does not have.
    #[error("variabele `{naam}` bestaat hier niet; deze wel: {wel}")]
    Variabele {
        /// As written.
        naam: String,
        /// What there is.
        wel: String,
    },
    /// A subject uses something else than reference and step.
    #[error("een onderwerp toont alleen kenmerk en stap, en dit toont `{0}`")]
    Onderwerp(String),
    /// A field that a line does not have.
    #[error("veld `{naam}` bestaat niet; deze wel: {wel}")]
    Veld {
        /// As written.
        naam: String,
        /// What there is.
        wel: String,
    },
    /// A statement other than for and if.
    #[error("opdracht `{0}` mag hier niet: alleen for en if")]
    Opdracht(String),
    /// A filter that is not allowed.
    #[error("filter `{naam}` mag hier niet; deze wel: {wel}")]
    Filter {
        /// As written.
        naam: String,
        /// What there is.
        wel: String,
    },
    /// Square brackets reach fields that the check does not see.
    #[error("geen vierkante haken: schrijf `regel.kenmerk`")]
    Haken,
    /// It tells about illness, or what kind of case this is.
    #[error("dit zegt iets over gezondheid of over de soort zaak")]
    Gezondheid,
    /// A long number in a subject.
    #[error("een onderwerp bevat geen lang nummer")]
    Nummer,
    /// It fetches something from elsewhere, or holds what mail programs throw away.
    #[error("`{0}` mag niet: HTML haalt niets op en heeft alleen stijl in de regel zelf")]
    Ophalen(String),
    /// A link to somewhere else.
    #[error("een verwijzing gaat alleen naar {{{{ inlogadres }}}}")]
    Verwijzing,
    /// It fails on an example.
    #[error("dit sjabloon werkt niet bij openheid {openheid}: {wat}")]
    Voorbeeld {
        /// The setting at which it fails.
        openheid: &'static str,
        /// What the engine says.
        wat: String,
    },
    /// The subject is empty, too long, or more than a line.
    #[error("een onderwerp is één regel van 1 tot {0} tekens")]
    Lengte(usize),
}

/// Everything that is wrong with the templates.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub struct SjabloonFouten(pub Vec<SjabloonFout>);

impl fmt::Display for SjabloonFouten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let regels: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&regels.join("\n"))
    }
}
