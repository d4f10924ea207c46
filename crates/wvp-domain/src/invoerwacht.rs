//! Invoerwacht: no word about illness where the employer may read along.
//!
//! What an employer may not ask or record (Autoriteit Persoonsgegevens; domain/documents.md 4.3, NIET-01
//! to NIET-07) may not come in by a text field either, whoever types it and even when the employee
//! agrees. So every text in a compartment that others than doctor and employee can read
//! is held against the words of `invoerwacht/woorden.csv` before the fact is
//! recorded. A hit is a refusal that names the field and the rule, never the word.
//!
//! A list is no judge. Words that are as often about work ("klachten", "behandeling", "druk") are left
//! out of it on purpose: a guard that cries wolf is switched off. "Griep" is in it, because it names an
//! illness; "griepprik" is not, because it is about everybody.

mod teksten;
mod woorden;

use crate::categorie::Lading;
use crate::{Afwijzing, Categorie, Command, Compartiment};

pub(crate) use teksten::lees_teksten;

/// What a word on the list is about, and by that which rule it breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Woordsoort {
    /// The name of an illness (NIET-01).
    Diagnose,
    /// A complaint that is as good as a diagnosis (NIET-02).
    Klacht,
    /// A treatment, or who treats (NIET-04).
    Behandeling,
    /// A medicine (NIET-04).
    Medicatie,
    /// Nature or cause of the illness (NIET-05).
    Aard,
    /// Trouble at home (NIET-06).
    Prive,
    /// Which vangnet applies (NIET-07).
    Vangnet,
}

impl Woordsoort {
    /// Every kind, in the order of the rules.
    pub const ALLE: [Self; 7] = [
        Self::Diagnose,
        Self::Klacht,
        Self::Behandeling,
        Self::Medicatie,
        Self::Aard,
        Self::Prive,
        Self::Vangnet,
    ];

    /// The word of the list.
    #[must_use]
    pub fn woord(self) -> &'static str {
        match self {
            Self::Diagnose => "diagnose",
            Self::Klacht => "klacht",
            Self::Behandeling => "behandeling",
            Self::Medicatie => "medicatie",
            Self::Aard => "aard",
            Self::Prive => "prive",
            Self::Vangnet => "vangnet",
        }
    }

    /// What such a word tells, in Dutch, for use inside a sentence.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Diagnose => "welke ziekte iemand heeft",
            Self::Klacht => "welke klachten iemand heeft",
            Self::Behandeling => "een behandeling of wie iemand behandelt",
            Self::Medicatie => "medicijnen",
            Self::Aard => "de aard of de oorzaak van de ziekte",
            Self::Prive => "iemands privéleven",
            Self::Vangnet => "welk vangnet geldt",
        }
    }

    /// The rule it breaks.
    #[must_use]
    pub fn regel(self) -> &'static str {
        match self {
            Self::Diagnose => "NIET-01",
            Self::Klacht => "NIET-02",
            Self::Behandeling | Self::Medicatie => "NIET-04",
            Self::Aard => "NIET-05",
            Self::Prive => "NIET-06",
            Self::Vangnet => "NIET-07",
        }
    }
}

/// Fields that say who or where somebody is, or what somebody's trade is: a surname or a profession may
/// well be a word of the list. They are told apart by their last name.
const GEEN_VRIJE_TEKST: [&str; 14] = [
    "naam",
    "functie",
    "opleiding",
    "werkervaring",
    "organisatie",
    "aard_bedrijf",
    "aanwezigen",
    "element",
    "telefoon",
    "email",
    "straat",
    "huisnummer",
    "postcode",
    "plaats",
];

/// Asks that no free text of a command tells about illness where others may read it.
///
/// # Errors
///
/// [`Afwijzing::GezondheidInTekst`] for the first field that does.
pub fn toets(command: &Command) -> Result<(), Afwijzing> {
    let treffer = command.lading().and_then(eerste_treffer);
    treffer.map_or(Ok(()), |(veld, wat)| Err(Afwijzing::GezondheidInTekst { veld, wat }))
}

/// The first free text that tells about illness where others may read it: its field, and what it tells.
pub(crate) fn eerste_treffer(lading: &dyn Lading) -> Option<(String, Woordsoort)> {
    let mut gevonden = None;
    lading.lees_teksten(&mut |compartiment, veld, tekst| {
        if gevonden.is_none() && is_vrije_tekst(veld) {
            gevonden = vindplaats(compartiment, tekst).map(|wat| (veld.to_owned(), wat));
        }
    });
    gevonden
}

/// What a text tells that may not stand in this compartment; none when it is clean.
#[must_use]
pub fn vindplaats(compartiment: Compartiment, tekst: &str) -> Option<Woordsoort> {
    let verboden = verboden(compartiment);
    woorden::soorten(tekst).into_iter().find(|soort| verboden.contains(soort))
}

fn is_vrije_tekst(veld: &str) -> bool {
    let laatste = veld.rsplit('.').next().unwrap_or(veld);
    !GEEN_VRIJE_TEKST.contains(&laatste)
}

/// The kinds of words that may not stand in a compartment. Medical data are for category C; what the
/// employee tells in own words stays between employee and bedrijfsarts.
fn verboden(compartiment: Compartiment) -> &'static [Woordsoort] {
    use Woordsoort::{Behandeling, Diagnose, Klacht, Medicatie, Prive, Vangnet};
    if compartiment.categorie() == Categorie::C {
        return &[];
    }
    match compartiment {
        Compartiment::BWerknemer => &[],
        // What is advised may be a treatment (O-29); why stays in C.
        Compartiment::BInterventieAdvies => &[Diagnose, Klacht, Medicatie],
        // A doctor describes what burdens somebody at work ("psychische belasting").
        Compartiment::BBedrijfsarts => &[Diagnose, Klacht, Behandeling, Medicatie, Prive, Vangnet],
        Compartiment::A
        | Compartiment::ABsn
        | Compartiment::AVangnet
        | Compartiment::AVangnetWerknemer
        | Compartiment::AKlacht
        | Compartiment::ASuag
        | Compartiment::BPoortwachter
        | Compartiment::BOverig
        | Compartiment::C
        | Compartiment::CVangnet
        | Compartiment::CUwv
        | Compartiment::CBehandelaar
        | Compartiment::CArbeidsgerelateerd
        | Compartiment::COnderzoek
        | Compartiment::D
        | Compartiment::FactuurBron
        | Compartiment::FactuurBetaalbericht => &Woordsoort::ALLE,
    }
}

#[cfg(test)]
mod tests;
