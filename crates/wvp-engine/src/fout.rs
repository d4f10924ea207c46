//! Why something did not go through: refused by the law, refused by access, or failed. The three
//! never mix.

use thiserror::Error;
use wvp_domain::bevoegdheid::{Weigering, inlog};
use wvp_domain::{Afwijzing, postvak, werkgever, werknemer};
use wvp_store::{SleutelFout, StoreError};

use crate::opmaker::OpmaakFout;
use crate::uitvoeren::is_ingehaald;

/// A refusal of access, with the rules behind it and the reason in Dutch.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{uitleg}")]
pub struct Geweigerd {
    /// Rule ids of domain/access.md.
    pub regels: Vec<&'static str>,
    /// The reason; names no person and nothing of a section.
    pub uitleg: String,
}

/// Why a command did not go through.
#[derive(Debug, Error)]
pub enum ExecuteError {
    /// The law, or the dossier, says no.
    #[error(transparent)]
    Afgewezen(#[from] Afwijzing),
    /// The law says no about an employee.
    #[error(transparent)]
    WerknemerAfgewezen(#[from] werknemer::Afwijzing),
    /// The law says no about an employer.
    #[error(transparent)]
    WerkgeverAfgewezen(#[from] werkgever::Afwijzing),
    /// The rules about rights say no.
    #[error(transparent)]
    BevoegdheidGeweigerd(#[from] Weigering),
    /// The rules about messages say no.
    #[error(transparent)]
    PostvakGeweigerd(#[from] postvak::Weigering),
    /// The rules about logging in say no.
    #[error(transparent)]
    InlogGeweigerd(#[from] inlog::Weigering),
    /// This person may not do this.
    #[error(transparent)]
    Geweigerd(#[from] Geweigerd),
    /// There is no such dossier for this person.
    #[error("dit dossier is niet gevonden")]
    NietGevonden,
    /// What this person saw is no longer what is there.
    #[error("dit dossier is intussen gewijzigd: bekijk het opnieuw")]
    Ingehaald,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ExecuteError {
    /// Whether others kept writing to the same stream meanwhile: nothing is wrong, and the same again may go through.
    #[must_use]
    pub fn is_drukte(&self) -> bool {
        matches!(self, Self::Store(fout) if is_ingehaald(fout))
    }
}

/// Why a dossier could not be read.
#[derive(Debug, Error)]
pub enum ReadError {
    /// There is no such dossier for this person: not there and not yours look the same.
    #[error("dit dossier is niet gevonden")]
    NietGevonden,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why a document could not be drafted.
#[derive(Debug, Error)]
pub enum VoorzetError {
    /// The dossier could not be read.
    #[error(transparent)]
    Lezen(#[from] ReadError),
    /// The document is not this person's to record.
    #[error(transparent)]
    Geweigerd(#[from] Geweigerd),
}

/// Why a re-integratieverslag could not be made.
#[derive(Debug, Error)]
pub enum RivError {
    /// The dossier could not be read.
    #[error(transparent)]
    Lezen(#[from] ReadError),
    /// The papers could not be made.
    #[error(transparent)]
    Opmaak(#[from] OpmaakFout),
}

/// Why a paper could not be made.
#[derive(Debug, Error)]
pub enum PapierError {
    /// The dossier could not be read.
    #[error(transparent)]
    Lezen(#[from] ReadError),
    /// This person does not get this paper.
    #[error(transparent)]
    Geweigerd(#[from] Geweigerd),
    /// A word of it is about illness.
    #[error(transparent)]
    Afgewezen(#[from] Afwijzing),
    /// There is no such fact in the dossier, or not under that number.
    #[error("dit dossier heeft geen {0}, of niet met dit nummer")]
    Ontbreekt(&'static str),
    /// The paper could not be made.
    #[error(transparent)]
    Opmaak(#[from] OpmaakFout),
}

/// Whether a failure is of one stream only, so that the others can go on. A failure of the house (the
/// store, the key-encryption keys) is not.
pub(crate) fn is_van_een_stroom(fout: &StoreError) -> bool {
    match fout {
        StoreError::Damaged(_)
        | StoreError::Seal { .. }
        | StoreError::Codec(_)
        | StoreError::Conflict { .. }
        | StoreError::HergebruiktId { .. }
        | StoreError::TooLarge { .. }
        | StoreError::Keyring(SleutelFout::Vernietigd { .. } | SleutelFout::Onbekend { .. }) => {
            true
        }
        StoreError::Keyring(_)
        | StoreError::NoKey { .. }
        | StoreError::Full
        | StoreError::Unavailable(_)
        | StoreError::InUse { .. }
        | StoreError::Closed
        | StoreError::Verzoek(_)
        | StoreError::Verhuurd { .. }
        | StoreError::HuurKwijt(_)
        | StoreError::Checkpoint { .. } => false,
    }
}
