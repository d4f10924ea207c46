//! What a node is for, and which compartments it may therefore never be able to open.

use wvp_domain::{Categorie, Compartiment};

/// What a node is for. It stands in its key file as `rol NAAM`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Rol {
    /// Everything: the whole house on one machine.
    #[default]
    Alles,
    /// Pages for employers: nothing medical, nothing that the employee told in confidence.
    Werkgeversportaal,
    /// Runs the law, reminders and backups: process data only.
    Termijnen,
}

impl Rol {
    /// Every role.
    pub const ALLE: [Self; 3] = [Self::Alles, Self::Werkgeversportaal, Self::Termijnen];

    /// The word in the key file.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Alles => "alles",
            Self::Werkgeversportaal => "werkgeversportaal",
            Self::Termijnen => "termijnen",
        }
    }

    /// The role with this name, if there is one.
    #[must_use]
    pub fn met_naam(naam: &str) -> Option<Self> {
        Self::ALLE.into_iter().find(|rol| rol.naam() == naam)
    }

    /// Whether a node in this role may hold the key of a compartment.
    #[must_use]
    pub fn mag(self, compartiment: Compartiment) -> bool {
        match self {
            Self::Alles => true,
            Self::Werkgeversportaal => {
                compartiment.categorie() != Categorie::C && compartiment != Compartiment::BWerknemer
            }
            Self::Termijnen => compartiment == Compartiment::A,
        }
    }
}
