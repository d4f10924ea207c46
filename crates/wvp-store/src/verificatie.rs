//! Verifying a log: what every backend checks of each record, in the order of the log, and what it reports.
//! A backend feeds [`Gang`] with what it reads, and with the damage that only it can see.

use std::collections::HashMap;

use crate::anker::{Afwijking, Anker, Hoofden, Toets};
use crate::fout::{Schade, StoreError};
use crate::keyring::Sleutelbos;
use crate::record::{Hash, Letter, Record};
use crate::seal::{Toegang, open_secties};
use crate::stroom::{Positie, StroomId, Versie};

/// What verifying found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verslag {
    /// Number of streams.
    pub stromen: u64,
    /// Number of whole records.
    pub records: u64,
    /// Number of sections that opened.
    pub secties_open: u64,
    /// Number of sections that are closed: no key at hand, or destroyed.
    pub secties_dicht: u64,
    /// The last position.
    pub kop: Positie,
    /// A torn tail: as far as is known nothing of it was acknowledged, so it is no damage.
    pub staart: Option<Afgekapt>,
    /// Acknowledged records that are gone from the end.
    pub verlies: Option<Verlies>,
    /// What was lost before and noted when the store was opened; the log went on since.
    pub eerder_verlies: Vec<Verlies>,
    /// The heads of all streams, for an anchor.
    pub hoofden: Hoofden,
    /// All that is wrong.
    pub bevindingen: Vec<(Schade, Bevinding)>,
}

impl Verslag {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_heel(&self) -> bool {
        let niets_weg = self.verlies.is_none() && self.eerder_verlies.is_empty();
        self.bevindingen.is_empty() && niets_weg
    }
}

/// A torn tail: appends that were going on when the process or the machine stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Afgekapt {
    /// The segment.
    pub segment: u64,
    /// Offset of the cut in bytes.
    pub offset: u64,
    /// Number of bytes that were cut off, and kept in a file beside the segment.
    pub bytes: u64,
}

/// Acknowledged records that are gone from the end of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verlies {
    /// The last position that was there.
    pub na: Positie,
    /// The last position that is known to have been there.
    pub tot_en_met: Positie,
}

/// What is wrong at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bevinding {
    /// What stands there is not what was stored.
    Onleesbaar,
    /// The bytes behind this record are damaged where no record is missing: the mark of its group.
    Merk,
    /// A record is gone: positions follow each other without gaps.
    Weg,
    /// The version does not follow the one before it.
    Volgorde,
    /// The record does not point to the one before it.
    Ketting,
    /// A section that should open does not.
    Zegel(Letter),
    /// The keyring does not know a key, or it does not fit.
    Sleutel(String),
}

/// Every stream that is not as an anchor says: rewritten or cut off, or missing, with the version that
/// the anchor knows.
pub type Afwijkingen = Vec<(StroomId, Versie, Afwijking)>;

/// A walk over a log from front to back.
pub struct Gang<'a> {
    sleutelbos: &'a dyn Sleutelbos,
    toets: Option<Toets<'a>>,
    ketens: Ketens,
    verslag: Verslag,
}

impl<'a> Gang<'a> {
    /// Begins at the first record; with an anchor the log is held against that too.
    #[must_use]
    pub fn new(sleutelbos: &'a dyn Sleutelbos, anker: Option<&'a Anker>) -> Self {
        let toets = anker.map(Toets::new);
        Self { sleutelbos, toets, ketens: Ketens::default(), verslag: Verslag::default() }
    }

    /// Takes in the next whole record, at this place: checks its link and its seals.
    ///
    /// # Errors
    ///
    /// What the keyring fails on, other than a key that is not there or does not fit.
    pub async fn neem(&mut self, record: &Record, plek: Schade) -> Result<(), StoreError> {
        self.verslag.records += 1;
        self.verslag.hoofden.neem(record);
        if let Some(toets) = &mut self.toets {
            toets.neem(record);
        }
        self.verslag.bevindingen.extend(self.ketens.neem(record).map(|wat| (plek, wat)));
        let bevinding = match open_secties(self.sleutelbos, record, Toegang::alles()).await {
            Ok(open) => {
                self.verslag.secties_open += open.aantal() as u64;
                self.verslag.secties_dicht += (record.secties.len() - open.aantal()) as u64;
                return Ok(());
            }
            Err(StoreError::Seal { letter, .. }) => Bevinding::Zegel(letter),
            Err(StoreError::Keyring(fout)) => Bevinding::Sleutel(fout.to_string()),
            Err(fout) => return Err(fout),
        };
        self.verslag.bevindingen.push((plek, bevinding));
        Ok(())
    }

    /// Takes in damage that the backend found in the place of the next record, or behind the last one.
    pub fn neem_schade(&mut self, schade: Schade, bevinding: Bevinding) {
        if bevinding != Bevinding::Merk {
            self.ketens.neem_schade(schade);
        }
        self.verslag.bevindingen.push((schade, bevinding));
    }

    /// What was found in a log that ends at this position, and how it differs from the anchor.
    #[must_use]
    pub fn sluit(self, kop: Positie) -> (Verslag, Afwijkingen) {
        let afwijkingen = self.toets.map(|toets| toets.afwijkingen()).unwrap_or_default();
        let stromen = self.ketens.aantal();
        (Verslag { stromen, kop, ..self.verslag }, afwijkingen)
    }
}

/// The last version and hash of every stream; no hash after damage.
#[derive(Debug, Default)]
pub struct Ketens(HashMap<StroomId, (Versie, Option<Hash>)>);

impl Ketens {
    /// Takes in a record; says what is wrong with its place in the chain.
    pub fn neem(&mut self, record: &Record) -> Option<Bevinding> {
        let nieuw = (record.versie, Some(record.hash));
        let eerder = self.0.insert(record.stroom, nieuw);
        let (versie, hash) = eerder.unwrap_or((Versie::GEEN, Some(Hash::BEGIN)));
        if record.versie != versie.volgende() {
            return Some(Bevinding::Volgorde);
        }
        hash.is_some_and(|hash| hash != record.vorige).then_some(Bevinding::Ketting)
    }

    /// Takes in damage: the next record of its stream has nothing to point to.
    pub fn neem_schade(&mut self, schade: Schade) {
        if let (Some(stroom), Some(versie)) = (schade.stroom, schade.versie) {
            self.0.insert(stroom, (versie, None));
        }
    }

    /// Number of streams.
    #[must_use]
    pub fn aantal(&self) -> u64 {
        self.0.len() as u64
    }
}
