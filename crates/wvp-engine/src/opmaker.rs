//! Papers: the engine says what goes in, an [`Opmaker`] makes the files.

use std::fmt;

use thiserror::Error;
use uuid::Uuid;
use wvp_domain::mijlpaal::riv::{Element, ElementStand};
use wvp_domain::werkgever::Bedrijf;
use wvp_domain::werknemer::Persoon;
use wvp_domain::{Datum, Dossier, DossierId, Event, StukId};

/// What a re-integratieverslag is made of: only what the one who asks may read, never category C.
pub struct RivInvoer {
    /// Which dossier.
    pub dossier_id: DossierId,
    /// Its state, as it follows from those facts.
    pub dossier: Dossier,
    /// The facts the asker may read, oldest first, section C closed.
    pub gebeurtenissen: Vec<Event>,
    /// Their ids, in the same order.
    pub nummers: Vec<Uuid>,
    /// Every element with its state on the day.
    pub elementen: Vec<ElementStand>,
    /// The employee, if the asker may read category D.
    pub persoon: Option<Persoon>,
    /// The burgerservicenummer, if the asker may read it.
    pub bsn: Option<String>,
    /// The employer, if the asker may read category D.
    pub bedrijf: Option<Bedrijf>,
    /// Day of the papers.
    pub dag: Datum,
}

/// One file.
pub struct Bestand {
    /// Name without a folder; says nothing about a person or illness.
    pub naam: String,
    /// Its bytes.
    pub inhoud: Vec<u8>,
    /// Which element it is, and the document behind it (none for a form to fill in); none for the cover.
    pub herkomst: Option<(Element, Option<StukId>)>,
}

/// Makes papers.
pub trait Opmaker: fmt::Debug + Send + Sync {
    /// Makes the re-integratieverslag: the cover and one file per element that is there.
    ///
    /// # Errors
    ///
    /// When a file could not be made; the text holds no content.
    fn maak(&self, invoer: &RivInvoer) -> Result<Vec<Bestand>, OpmaakFout>;
}

/// Why papers could not be made. Holds no content.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("stuk niet opgemaakt: {0}")]
pub struct OpmaakFout(pub String);
