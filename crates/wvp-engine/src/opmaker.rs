//! Papers: the engine says what goes in, an [`Opmaker`] makes the files.

use std::fmt;

use thiserror::Error;
use uuid::Uuid;
use wvp_domain::mijlpaal::getekend_exemplaar::Exemplaar;
use wvp_domain::mijlpaal::riv::{Element, ElementStand};
use wvp_domain::papier::Papier;
use wvp_domain::rivcontrole::Uitslag;
use wvp_domain::werkgever::Bedrijf;
use wvp_domain::werknemer::Persoon;
use wvp_domain::{Compartiment, Datum, Dossier, DossierId, Event, StukId};
use zeroize::Zeroizing;

use crate::papier::MedischeInvoer;

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
    /// What could be opened for whoever asks: a section that is closed in spite of it was never filled.
    pub compartimenten: Vec<Compartiment>,
    /// Copies that were signed on paper, of what goes to UWV and is open to whoever asks; only for a package.
    pub exemplaren: Vec<GetekendBestand>,
    /// Day of the papers.
    pub dag: Datum,
}

/// A copy that was signed on paper, with its bytes.
pub struct GetekendBestand {
    /// What is known of it.
    pub exemplaar: Exemplaar,
    /// The file.
    pub bytes: Vec<u8>,
}

impl RivInvoer {
    /// Name of the employee, else as it was reported.
    #[must_use]
    pub fn naam(&self) -> &str {
        let gemeld = self.dossier.ziekmelding.first().map(|melding| melding.naam.as_str());
        self.persoon.as_ref().map(|it| it.naam.as_str()).or(gemeld).unwrap_or_default()
    }
}

/// One file.
pub struct Bestand {
    /// Name without a folder; says nothing about a person or illness.
    pub naam: String,
    /// Its bytes.
    pub inhoud: Vec<u8>,
    /// Which element it is, and the document or the signed copy behind it (none for a form to fill in); none for
    /// the cover.
    pub herkomst: Option<(Element, Option<StukId>)>,
    /// What really stands on it of the head of the case.
    pub gedrukt: Gedrukt,
}

/// What stands on a paper, as it was typeset: not what was asked to be put there. It has no `Debug`: it
/// holds a name and a number.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Gedrukt {
    /// Name of the employee.
    pub naam: Option<String>,
    /// Burgerservicenummer.
    pub bsn: Option<String>,
    /// First day of illness.
    pub eerste_ziektedag: Option<Datum>,
    /// Employee, employer and arbodienst.
    pub administratie: bool,
    /// The number of the bedrijfsarts in the register.
    pub big_nummer: bool,
}

/// Holds papers against the rules of a complete report.
pub type Keuring<'a> = &'a dyn Fn(&[Bestand]) -> Uitslag;

/// Makes papers.
pub trait Opmaker: fmt::Debug + Send + Sync {
    /// Makes the re-integratieverslag: the cover and one file per element that is there. The cover shows what
    /// the rules (`keur`) say about those files.
    ///
    /// # Errors
    ///
    /// When a file could not be made; the text holds no content.
    fn maak(&self, invoer: &RivInvoer, keur: Keuring<'_>) -> Result<Vec<Bestand>, OpmaakFout>;
}

/// Why papers could not be made. Holds no content.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum OpmaakFout {
    /// The dossier has nothing that this reader may know of to make it from.
    #[error("stuk niet opgemaakt: {0}")]
    Ontbreekt(String),
    /// In this dossier the law asks for another paper.
    #[error("stuk niet opgemaakt: {0}")]
    PastNiet(String),
    /// It could not be typeset.
    #[error("stuk niet opgemaakt: {0}")]
    Mislukt(String),
}

/// Prints every paper there is. Whoever serves papers holds one of these, and knows no typesetter.
pub trait Drukkerij: fmt::Debug + Send + Sync {
    /// What makes the re-integratieverslag.
    fn verslag(&self) -> Box<dyn Opmaker>;

    /// What makes the folder of the employee.
    fn werknemersmap(&self) -> Box<dyn Opmaker>;

    /// What makes one paper: of the document with this number, or of the newest.
    fn stuk(&self, papier: Papier, stuk: Option<StukId>) -> Box<dyn Opmaker>;

    /// Makes the medical part, under a password.
    ///
    /// # Errors
    ///
    /// [`GeslotenFout`].
    fn gesloten_deel(
        &self,
        invoer: &MedischeInvoer,
        wachtwoord: Wachtwoordtekst,
    ) -> Result<Gesloten, GeslotenFout>;
}

/// The text of a password; leaves no copy behind in memory.
pub type Wachtwoordtekst = Zeroizing<String>;

/// The medical part under a password: nothing of it is read without.
pub struct Gesloten {
    /// Name without a folder; says nothing about a person or illness.
    pub naam: String,
    /// Its bytes.
    pub inhoud: Vec<u8>,
}

/// Why there is no sealed paper. Holds no content, and nothing of the password.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum GeslotenFout {
    /// The password will not do.
    #[error("{0}")]
    Wachtwoord(String),
    /// It could not be typeset.
    #[error("stuk niet opgemaakt: {0}")]
    Opmaak(String),
}
