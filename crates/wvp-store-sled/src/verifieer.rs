//! Verifying: walks the whole journal, and checks order, chain and seals of every stream.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use tokio::sync::mpsc;
use wvp_store::anker::{Afwijking, Anker, Hoofden, Toets};
use wvp_store::keyring::Sleutelbos;
use wvp_store::seal::open_secties;
use wvp_store::{Hash, Letter, Positie, Record, Schade, StoreError, StroomId, Toegang, Versie};

use crate::bevestigd;
use crate::index::controlepunt::Controlepunt;
use crate::opening::Afgekapt;
use crate::scan::{Bekend, Einde, Geplaatst, Vondst, scan};
use crate::segment::{Plek, Segmenten};
use crate::slot::Slot;
use crate::verlies::{self, Verlies};

/// What verifying found.
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// What is wrong at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bevinding {
    /// The bytes are damaged.
    Onleesbaar,
    /// The bytes behind this record are damaged where no record is missing: the mark of its group.
    Merk,
    /// The version does not follow the one before it.
    Volgorde,
    /// The record does not point to the one before it.
    Ketting,
    /// A section that should open does not.
    Zegel(Letter),
    /// The keyring does not know a key, or it does not fit.
    Sleutel(String),
}

/// Verifies the store in a folder. Changes nothing; nobody else may hold the store meanwhile.
///
/// # Errors
///
/// [`StoreError::InUse`] when a process holds it, [`StoreError::Unavailable`] when there is no
/// store or it cannot be read.
pub async fn verifieer(map: &Path, sleutelbos: &dyn Sleutelbos) -> Result<Verslag, StoreError> {
    loop_na(map, sleutelbos, &mut |_| {}).await
}

/// Verifies the store, and holds it against an anchor that was made before: answers every stream
/// that was rewritten or cut off, or is missing, with the version that the anchor knows.
///
/// # Errors
///
/// As [`verifieer`].
pub async fn verifieer_tegen(
    map: &Path,
    sleutelbos: &dyn Sleutelbos,
    anker: &Anker,
) -> Result<(Verslag, Vec<(StroomId, Versie, Afwijking)>), StoreError> {
    let mut toets = Toets::new(anker);
    let verslag = loop_na(map, sleutelbos, &mut |record| toets.neem(record)).await?;
    Ok((verslag, toets.afwijkingen()))
}

/// Walks the whole journal, and shows every whole record.
async fn loop_na(
    map: &Path,
    sleutelbos: &dyn Sleutelbos,
    kijk: &mut (dyn FnMut(&Record) + Send),
) -> Result<Verslag, StoreError> {
    let mut journaal = Journaal::open(map)?;
    let mut verslag = Verslag {
        stromen: 0,
        records: 0,
        secties_open: 0,
        secties_dicht: 0,
        kop: Positie::BEGIN,
        staart: None,
        verlies: None,
        eerder_verlies: verlies::genoteerd(map)?,
        hoofden: Hoofden::default(),
        bevindingen: vec![],
    };
    let mut ketens = Ketens::default();
    let mut vorige = None;
    while let Some(vondst) = journaal.vondsten.recv().await {
        match vondst {
            Vondst::Record(geplaatst) => {
                let plek = schade_van(&geplaatst);
                vorige = Some(plek);
                kijk(&geplaatst.record);
                verslag.hoofden.neem(&geplaatst.record);
                verslag.bevindingen.extend(ketens.neem(&geplaatst).map(|wat| (plek, wat)));
                verslag.toets_zegels(sleutelbos, &geplaatst, plek).await?;
            }
            Vondst::Schade(schade) => {
                ketens.neem_schade(schade);
                verslag.bevindingen.push(bevinding(schade, vorige));
            }
            Vondst::Tot(..) => {}
        }
    }
    let (einde, bekend) = journaal.einde().await?;
    verslag.stromen = ketens.aantal();
    verslag.kop = einde.kop;
    verslag.verlies = (einde.kop < bekend).then_some(Verlies { na: einde.kop, tot_en_met: bekend });
    verslag.staart = einde.staart.map(|staart| Afgekapt {
        segment: staart.plek.segment,
        offset: staart.plek.offset,
        bytes: staart.bytes,
    });
    Ok(verslag)
}

impl Verslag {
    async fn toets_zegels(
        &mut self,
        sleutelbos: &dyn Sleutelbos,
        geplaatst: &Geplaatst,
        plek: Schade,
    ) -> Result<(), StoreError> {
        let record = &geplaatst.record;
        self.records += 1;
        match open_secties(sleutelbos, record, Toegang::alles()).await {
            Ok(open) => {
                self.secties_open += open.aantal() as u64;
                self.secties_dicht += (record.secties.len() - open.aantal()) as u64;
            }
            Err(StoreError::Seal { letter, .. }) => {
                self.bevindingen.push((plek, Bevinding::Zegel(letter)));
            }
            Err(StoreError::Keyring(fout)) => {
                self.bevindingen.push((plek, Bevinding::Sleutel(fout.to_string())));
            }
            Err(fout) => return Err(fout),
        }
        Ok(())
    }
}

/// Damage that hit no record is named after the record it stands behind: the mark of its group.
fn bevinding(schade: Schade, vorige: Option<Schade>) -> (Schade, Bevinding) {
    match (schade.stroom, vorige) {
        (None, Some(vorige)) => {
            (Schade { stroom: vorige.stroom, versie: vorige.versie, ..schade }, Bevinding::Merk)
        }
        (Some(_), _) | (None, None) => (schade, Bevinding::Onleesbaar),
    }
}

/// The place of a record, as damage is named.
pub(crate) fn schade_van(geplaatst: &Geplaatst) -> Schade {
    Schade {
        segment: geplaatst.plek.segment,
        offset: geplaatst.plek.offset,
        stroom: Some(geplaatst.record.stroom),
        versie: Some(geplaatst.record.versie),
    }
}

/// A journal that is read from front to back in a thread of its own.
pub(crate) struct Journaal {
    pub(crate) vondsten: mpsc::Receiver<Vondst>,
    taak: tokio::task::JoinHandle<Result<Einde, StoreError>>,
    bekend: Positie,
    _slot: Option<Slot>,
}

impl Journaal {
    /// Takes the lock of a store that is there, and begins to read.
    pub(crate) fn open(map: &Path) -> Result<Self, StoreError> {
        let journaal = eis_journaal(map)?;
        let slot = Slot::neem(map)?;
        let bekend = bekend(map);
        Ok(Self::begin(bekend, Segmenten::open(&journaal)?, Some(slot)))
    }

    /// Begins to read beside the process that may be writing. What it is writing right now reads as
    /// a torn tail.
    pub(crate) fn open_ernaast(map: &Path) -> Result<Self, StoreError> {
        // Read before the journal: what it knows of must be there by then.
        let bekend = bekend(map);
        let segmenten = Segmenten::open_om_te_lezen(&eis_journaal(map)?)?;
        Ok(Self::begin(bekend, segmenten, None))
    }

    fn begin(bekend: Bekend, segmenten: Segmenten, slot: Option<Slot>) -> Self {
        let (uit, vondsten) = mpsc::channel(256);
        let taak = tokio::task::spawn_blocking(move || {
            let begin = Plek { segment: segmenten.eerste().unwrap_or_default(), offset: 0 };
            scan(&segmenten, (Positie::BEGIN, begin), bekend, &mut |vondst| {
                uit.blocking_send(vondst).map_err(|_| StoreError::Closed)
            })
        });
        Self { vondsten, taak, bekend: bekend.positie, _slot: slot }
    }

    /// Where the journal ends, and the last position that is known to have been there.
    pub(crate) async fn einde(self) -> Result<(Einde, Positie), StoreError> {
        let uitkomst = self.taak.await;
        let einde = uitkomst.map_err(|fout| StoreError::Unavailable(fout.to_string()))??;
        Ok((einde, self.bekend))
    }
}

/// How far the journal is known to have been acknowledged. After a power cut the index may know more;
/// it is not opened, because that would change it.
fn bekend(map: &Path) -> Bekend {
    let punt = Controlepunt::lees(&map.join("index")).map(Controlepunt::bekend).unwrap_or_default();
    punt.verste(bevestigd::lees(map).unwrap_or_default())
}

fn eis_journaal(map: &Path) -> Result<PathBuf, StoreError> {
    let journaal = map.join("journaal");
    if journaal.is_dir() {
        return Ok(journaal);
    }
    Err(StoreError::Unavailable(format!("in `{}` staat geen opslag", map.display())))
}

/// The last version and hash of every stream; no hash after damage.
#[derive(Default)]
pub(crate) struct Ketens(HashMap<StroomId, (Versie, Option<Hash>)>);

impl Ketens {
    /// Takes in a record; says what is wrong with its place in the chain.
    pub(crate) fn neem(&mut self, geplaatst: &Geplaatst) -> Option<Bevinding> {
        let record = &geplaatst.record;
        let nieuw = (record.versie, Some(record.hash));
        let eerder = self.0.insert(record.stroom, nieuw);
        let (versie, hash) = eerder.unwrap_or((Versie::GEEN, Some(Hash::BEGIN)));
        if record.versie != versie.volgende() {
            return Some(Bevinding::Volgorde);
        }
        hash.is_some_and(|hash| hash != record.vorige).then_some(Bevinding::Ketting)
    }

    /// Takes in damage: the next record has nothing to point to.
    pub(crate) fn neem_schade(&mut self, schade: Schade) {
        if let (Some(stroom), Some(versie)) = (schade.stroom, schade.versie) {
            self.0.insert(stroom, (versie, None));
        }
    }

    /// Number of streams.
    pub(crate) fn aantal(&self) -> u64 {
        self.0.len() as u64
    }
}
