//! What is sealed under one key, in the words of the table.

use wvp_domain::Compartiment;

use crate::{
    feit::Feit, handeling::Handeling, lezer::Lezer, object::Object, omstandigheden::Omstandigheden,
    tabel::Tabel,
};

/// The object of the table that the fields of a compartment are decided as.
#[must_use]
pub const fn object(compartiment: Compartiment) -> Object {
    match compartiment {
        Compartiment::A => Object::A,
        Compartiment::ABsn => Object::ABsn,
        Compartiment::AVangnet | Compartiment::AVangnetWerknemer => Object::AVangnetExists,
        Compartiment::AKlacht => Object::AKlacht,
        Compartiment::ASuag => Object::ASuag,
        Compartiment::BBedrijfsarts
        | Compartiment::BPoortwachter
        | Compartiment::BWerknemer
        | Compartiment::BOverig => Object::B,
        Compartiment::BInterventieAdvies => Object::BInterventieAdvies,
        Compartiment::C | Compartiment::CUwv => Object::C,
        Compartiment::CVangnet => Object::CVangnetKind,
        Compartiment::CBehandelaar => Object::CBehandelaar,
        Compartiment::CArbeidsgerelateerd => Object::CArbeidsgerelateerd,
        Compartiment::COnderzoek => Object::CResearch,
        Compartiment::D => Object::D,
        Compartiment::FactuurBron => Object::Bronfactuur,
        Compartiment::FactuurBetaalbericht => Object::Betaalbericht,
    }
}

/// Establishes the provenance of a compartment: all four facts about it, in place of what was
/// known. Where a compartment holds fields of several sources its provenance stays unknown, so a
/// right that rests on provenance is not given on the strength of the compartment alone.
#[must_use]
pub const fn herkomst(
    compartiment: Compartiment,
    omstandigheden: Omstandigheden,
) -> Omstandigheden {
    let bron = match compartiment {
        Compartiment::BBedrijfsarts | Compartiment::BInterventieAdvies | Compartiment::AVangnet => {
            Bron::Een(Feit::OriginBedrijfsarts)
        }
        Compartiment::AVangnetWerknemer | Compartiment::BWerknemer => {
            Bron::Een(Feit::OriginEmployee)
        }
        Compartiment::BPoortwachter => Bron::Een(Feit::PoortwachterDocument),
        Compartiment::ASuag | Compartiment::CUwv => Bron::Een(Feit::OriginUwv),
        Compartiment::BOverig | Compartiment::FactuurBron | Compartiment::FactuurBetaalbericht => {
            Bron::Geen
        }
        Compartiment::C
        | Compartiment::CVangnet
        | Compartiment::CBehandelaar
        | Compartiment::CArbeidsgerelateerd
        | Compartiment::COnderzoek => Bron::NietUwv,
        Compartiment::A | Compartiment::ABsn | Compartiment::AKlacht | Compartiment::D => {
            Bron::Verschilt
        }
    };
    bron.vastgesteld(omstandigheden)
}

/// Establishes the provenance of what is about to be written in a compartment.
///
/// It is that of [`herkomst`], but for what only the employee told: the employee writes it as an
/// element of the re-integratieverslag, the oordeel werknemer (Regeling procesgang art. 6(1)(l)), so
/// it is a poortwachter document at the moment of writing. It stays the employee's own: it is
/// read as told by the employee only (R-090; documents.md 1.10).
#[must_use]
pub const fn herkomst_bij_schrijven(
    compartiment: Compartiment,
    omstandigheden: Omstandigheden,
) -> Omstandigheden {
    let zoals_gelezen = herkomst(compartiment, omstandigheden);
    match compartiment {
        Compartiment::BWerknemer => zoals_gelezen.met(Feit::PoortwachterDocument, true),
        Compartiment::A
        | Compartiment::ABsn
        | Compartiment::AVangnet
        | Compartiment::AVangnetWerknemer
        | Compartiment::AKlacht
        | Compartiment::ASuag
        | Compartiment::BBedrijfsarts
        | Compartiment::BPoortwachter
        | Compartiment::BOverig
        | Compartiment::BInterventieAdvies
        | Compartiment::C
        | Compartiment::CVangnet
        | Compartiment::CUwv
        | Compartiment::CBehandelaar
        | Compartiment::CArbeidsgerelateerd
        | Compartiment::COnderzoek
        | Compartiment::D
        | Compartiment::FactuurBron
        | Compartiment::FactuurBetaalbericht => zoals_gelezen,
    }
}

/// Whether a reader may read the fields of a compartment, by the embedded table.
#[must_use]
pub fn mag_lezen(
    lezer: Lezer,
    compartiment: Compartiment,
    omstandigheden: &Omstandigheden,
) -> bool {
    let omstandigheden = herkomst(compartiment, *omstandigheden);
    Tabel::ingebed().mag(lezer, object(compartiment), Handeling::Lezen, &omstandigheden)
}

/// Whether a reader may write the fields of a compartment, by the embedded table.
#[must_use]
pub fn mag_schrijven(
    lezer: Lezer,
    compartiment: Compartiment,
    omstandigheden: &Omstandigheden,
) -> bool {
    let omstandigheden = herkomst_bij_schrijven(compartiment, *omstandigheden);
    Tabel::ingebed().mag(lezer, object(compartiment), Handeling::Schrijven, &omstandigheden)
}

/// Whether there are circumstances at all in which a reader may read the fields of a compartment.
#[must_use]
pub fn kan_lezen(lezer: Lezer, compartiment: Compartiment) -> bool {
    kan(lezer, compartiment, Handeling::Lezen)
}

/// Whether there are circumstances at all in which a reader may write the fields of a compartment.
#[must_use]
pub fn kan_schrijven(lezer: Lezer, compartiment: Compartiment) -> bool {
    kan(lezer, compartiment, Handeling::Schrijven)
}

fn kan(lezer: Lezer, compartiment: Compartiment, handeling: Handeling) -> bool {
    !Tabel::ingebed().ruimte(lezer, object(compartiment), handeling).is_nooit()
}

/// What a compartment says about the provenance of its fields.
#[derive(Clone, Copy)]
enum Bron {
    /// This one, and none of the other three.
    Een(Feit),
    /// None of the four.
    Geen,
    /// Not from UWV and no poortwachter document; bedrijfsarts or employee differs per field.
    NietUwv,
    /// Differs per field.
    Verschilt,
}

impl Bron {
    const fn vastgesteld(self, omstandigheden: Omstandigheden) -> Omstandigheden {
        let onbekend = omstandigheden
            .vergeet(Feit::OriginBedrijfsarts)
            .vergeet(Feit::OriginEmployee)
            .vergeet(Feit::OriginUwv)
            .vergeet(Feit::PoortwachterDocument);
        let niet_uwv = onbekend.met(Feit::OriginUwv, false).met(Feit::PoortwachterDocument, false);
        let geen = niet_uwv.met(Feit::OriginBedrijfsarts, false).met(Feit::OriginEmployee, false);
        match self {
            Self::Een(feit) => geen.met(feit, true),
            Self::Geen => geen,
            Self::NietUwv => niet_uwv,
            Self::Verschilt => onbekend,
        }
    }
}
