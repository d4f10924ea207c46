//! Bijlagen: files that came in with a dossier, in parts, sealed in the compartment of what they say. One
//! stream per dossier, so that erasing a category of the dossier erases them too.
//!
//! A part means nothing by itself: a fact in the dossier names the first part and their number.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Compartiment, Geen, Sectie, Secties};

/// A part of a file was kept. Which event it is says where it is sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Of a document of employer and employee.
    DeelPoortwachter(Secties<Deel, DeelVanPoortwachter>),
    /// Of a document of the bedrijfsarts.
    DeelBedrijfsarts(Secties<Deel, DeelVanBedrijfsarts>),
    /// Of what the employee tells.
    DeelWerknemer(Secties<Deel, DeelVanWerknemer>),
    /// Of the medical part.
    DeelMedisch(Secties<Deel, Geen, DeelMedisch>),
}

/// Section A: which part it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Deel {
    /// SHA-256 of the whole file, as 64 hexadecimal digits in lower case.
    pub sha256: String,
    /// Which part, from 0.
    pub nummer: u16,
    /// How many parts.
    pub van: u16,
}

impl Sectie for Deel {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// Bytes of a document of employer and employee.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DeelVanPoortwachter {
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl Sectie for DeelVanPoortwachter {
    const COMPARTIMENT: Compartiment = Compartiment::BPoortwachter;
}

/// Bytes of a document of the bedrijfsarts.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DeelVanBedrijfsarts {
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl Sectie for DeelVanBedrijfsarts {
    const COMPARTIMENT: Compartiment = Compartiment::BBedrijfsarts;
}

/// Bytes of what the employee tells.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DeelVanWerknemer {
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl Sectie for DeelVanWerknemer {
    const COMPARTIMENT: Compartiment = Compartiment::BWerknemer;
}

/// Bytes of the medical part.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DeelMedisch {
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl Sectie for DeelMedisch {
    const COMPARTIMENT: Compartiment = Compartiment::C;
}

impl Event {
    /// A part, sealed in this compartment; none when no file is kept there.
    #[must_use]
    pub fn deel(compartiment: Compartiment, deel: Deel, bytes: Vec<u8>) -> Option<Self> {
        match compartiment {
            Compartiment::BPoortwachter => Some(Self::DeelPoortwachter(
                Secties::proces(deel).met_b(DeelVanPoortwachter { bytes }),
            )),
            Compartiment::BBedrijfsarts => Some(Self::DeelBedrijfsarts(
                Secties::proces(deel).met_b(DeelVanBedrijfsarts { bytes }),
            )),
            Compartiment::BWerknemer => {
                Some(Self::DeelWerknemer(Secties::proces(deel).met_b(DeelVanWerknemer { bytes })))
            }
            Compartiment::C => {
                Some(Self::DeelMedisch(Secties::proces(deel).met_c(DeelMedisch { bytes })))
            }
            Compartiment::A
            | Compartiment::ABsn
            | Compartiment::AVangnet
            | Compartiment::AKlacht
            | Compartiment::ASuag
            | Compartiment::AVangnetWerknemer
            | Compartiment::BOverig
            | Compartiment::BInterventieAdvies
            | Compartiment::CVangnet
            | Compartiment::CUwv
            | Compartiment::CBehandelaar
            | Compartiment::CArbeidsgerelateerd
            | Compartiment::COnderzoek
            | Compartiment::D
            | Compartiment::FactuurBron
            | Compartiment::FactuurBetaalbericht => None,
        }
    }

    /// Which part it is.
    #[must_use]
    pub fn welk(&self) -> &Deel {
        match self {
            Self::DeelPoortwachter(e) => &e.a,
            Self::DeelBedrijfsarts(e) => &e.a,
            Self::DeelWerknemer(e) => &e.a,
            Self::DeelMedisch(e) => &e.a,
        }
    }

    /// Its bytes; none when they are closed.
    #[must_use]
    pub fn bytes(&self) -> Option<&[u8]> {
        match self {
            Self::DeelPoortwachter(e) => e.b.inhoud().map(|it| it.bytes.as_slice()),
            Self::DeelBedrijfsarts(e) => e.b.inhoud().map(|it| it.bytes.as_slice()),
            Self::DeelWerknemer(e) => e.b.inhoud().map(|it| it.bytes.as_slice()),
            Self::DeelMedisch(e) => e.c.inhoud().map(|it| it.bytes.as_slice()),
        }
    }
}
