//! Opening a store: take the lock, bring the index up to the journal, cut a torn tail, and say so.

use std::fmt;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::thread;

use wvp_store::verificatie::{Afgekapt, Verlies};
use wvp_store::{Positie, Schade, StoreError};

use crate::bevestigd::{self, Bevestigd};
use crate::index::Index;
use crate::index::controlepunt::Controlepunt;
use crate::scan::{Bekend, Einde, Staart, Vondst, scan};
use crate::schrijver::Schrijver;
use crate::segment::{Plek, Segmenten, io_fout, maak_map};
use crate::slot::Slot;
use crate::store::Gedeeld;
use crate::verlies;
use crate::vorm;

/// How a store works.
#[derive(Clone)]
pub struct Instellingen {
    /// Size from which a new segment is begun, in bytes.
    pub segment_bytes: u64,
    /// Number of appends that may wait for the writer; who comes after that waits before sending.
    pub wachtrij: usize,
    /// Cache of the index in bytes.
    pub cache_bytes: u64,
    /// Number of records after which the index is made durable, so that opening after a crash has
    /// no more than that to take in.
    pub controle_na: u64,
    /// Room on the disk in bytes that appends leave alone: the index is written later than the
    /// journal, and without room it fails, and reading with it.
    pub reserve_bytes: u64,
    /// Is told how far opening is.
    pub voortgang: Arc<dyn Fn(Voortgang) + Send + Sync>,
}

impl Default for Instellingen {
    fn default() -> Self {
        Self {
            segment_bytes: 64 << 20,
            wachtrij: 1024,
            cache_bytes: 64 << 20,
            controle_na: 50_000,
            reserve_bytes: 64 << 20,
            voortgang: Arc::new(|_| {}),
        }
    }
}

impl fmt::Debug for Instellingen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Instellingen")
            .field("segment_bytes", &self.segment_bytes)
            .field("wachtrij", &self.wachtrij)
            .field("cache_bytes", &self.cache_bytes)
            .field("controle_na", &self.controle_na)
            .field("reserve_bytes", &self.reserve_bytes)
            .finish_non_exhaustive()
    }
}

/// How far opening is, in bytes of the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Voortgang {
    /// Taken in so far.
    pub gelezen: u64,
    /// To be taken in.
    pub totaal: u64,
}

/// What was found and done when the store was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The last position.
    pub kop: Positie,
    /// What became of the index.
    pub index: IndexStand,
    /// Number of records that were taken into the index.
    pub ingelezen: u64,
    /// The torn tail that was cut off. It was never acknowledged, unless `verlies` says so.
    pub afgekapt: Option<Afgekapt>,
    /// Acknowledged records that are gone.
    pub verlies: Option<Verlies>,
    /// All damage that is known.
    pub schade: Vec<Schade>,
}

/// What became of the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IndexStand {
    /// It was there.
    Aanwezig,
    /// The store is new.
    Nieuw,
    /// It was moved aside and built again from the journal. Read models begin again too.
    Herbouwd {
        /// Why.
        reden: String,
    },
}

/// What an opened store works with.
pub(crate) struct Geopend {
    pub(crate) schrijver: Schrijver,
    pub(crate) slot: Slot,
}

/// Opens the store in a folder.
pub(crate) fn open(
    map: &Path,
    instellingen: &Instellingen,
) -> Result<(Geopend, Opening), StoreError> {
    maak_map(map)?;
    let slot = Slot::neem(map)?;
    // Before anything is cut off or built again.
    vorm::eis(map)?;
    let segmenten = Segmenten::open(&map.join("journaal"))?;
    let indexmap = map.join("index");
    let bevestigd = bevestigd::lees(map).unwrap_or_default();
    let bijgewerkt = werk_bij(&indexmap, &segmenten, bevestigd, instellingen)?;
    let Bijgewerkt { index, einde, opening } = bijgewerkt;
    if let Some(verlies) = opening.verlies {
        verlies::noteer(map, verlies)?;
    }
    let plek = if let Some(staart) = einde.staart {
        segmenten.kap_af(staart.plek)?;
        staart.plek
    } else {
        let segment = segmenten.laatste().unwrap_or_default();
        Plek { segment, offset: segmenten.lengte(segment)? }
    };
    let bestand = segmenten.bestand(plek.segment);
    let bestand = bestand.ok_or_else(|| StoreError::Unavailable("segment ontbreekt".into()))?;
    vorm::noteer(map)?;
    let bevestigd = Bevestigd::open(map, Bekend { positie: einde.kop, plek })?;
    let gedeeld = Arc::new(Gedeeld::new(segmenten, indexmap, instellingen, (einde.kop, plek)));
    opening.schade.iter().for_each(|schade| gedeeld.schade.onthoud(*schade));
    let index = Arc::new(index);
    if opening.ingelezen > 0 || opening.index != IndexStand::Aanwezig {
        gedeeld.zet_controlepunt(&index, einde.kop, plek)?;
    }
    let (kop, gecontroleerd) = (einde.kop, einde.kop);
    let stuk = None;
    let schrijver =
        Schrijver { gedeeld, index, bestand, bevestigd, plek, kop, stuk, gecontroleerd };
    meld(&opening);
    Ok((Geopend { schrijver, slot }, opening))
}

/// The index, brought up to the journal.
struct Bijgewerkt {
    index: Index,
    einde: Einde,
    opening: Opening,
}

fn werk_bij(
    map: &Path,
    segmenten: &Segmenten,
    bevestigd: Bekend,
    instellingen: &Instellingen,
) -> Result<Bijgewerkt, StoreError> {
    let punt = Controlepunt::lees(map);
    let vast = punt.map(Controlepunt::bekend).unwrap_or_default().verste(bevestigd);
    let nieuw = !map.join("db").exists();
    let (index, bekend) = match open_index(map, segmenten, punt, instellingen) {
        Ok((index, kop)) => (index, Bekend { positie: kop.max(vast.positie), ..vast }),
        Err(reden) => return herbouw(map, segmenten, instellingen, reden, vast),
    };
    let leeg = segmenten.alle() == [0] && segmenten.lengte(0)? == 0;
    if nieuw && !(leeg && bekend == Bekend::default()) {
        drop(index);
        return herbouw(map, segmenten, instellingen, "hij ontbrak".to_owned(), bekend);
    }
    let vanaf = punt.map(|punt| (punt.positie, punt.plek));
    // In a thread of its own, because sled may panic on a damaged file.
    let opname = thread::scope(|kring| {
        let doe = || neem_op(&index, segmenten, vanaf, bekend, instellingen);
        let klaar = kring.spawn(doe).join();
        klaar.unwrap_or_else(|_| Err(StoreError::Unavailable("sled stopte met een panic".into())))
    });
    let (einde, ingelezen) = match opname {
        Ok(opname) => opname,
        Err(StoreError::Unavailable(reden)) => {
            drop(index);
            return herbouw(map, segmenten, instellingen, reden, bekend);
        }
        Err(fout) => return Err(fout),
    };
    if einde.kop < bekend.positie {
        drop(index);
        let reden = "hij liep voor op het journaal".to_owned();
        return herbouw(map, segmenten, instellingen, reden, bekend);
    }
    let stand = if nieuw { IndexStand::Nieuw } else { IndexStand::Aanwezig };
    rond_af(index, einde, stand, ingelezen, bekend)
}

/// Opens the index, with the last position it knows; or says why it is of no use.
fn open_index(
    map: &Path,
    segmenten: &Segmenten,
    punt: Option<Controlepunt>,
    instellingen: &Instellingen,
) -> Result<(Index, Positie), String> {
    let index = Index::open(map, instellingen.cache_bytes)?;
    let kop = index.kop().map_err(|fout| fout.to_string())?;
    index.schade().map_err(|fout| fout.to_string())?;
    if let Some(Controlepunt { positie, plek }) = punt {
        if kop < positie {
            return Err("hij liep achter op zijn controlepunt".to_owned());
        }
        let lengte = segmenten.lengte(plek.segment).map_err(|fout| fout.to_string())?;
        if segmenten.bestand(plek.segment).is_none() || plek.offset > lengte {
            return Err("hij liep voor op het journaal".to_owned());
        }
    }
    Ok((index, kop))
}

/// Moves the index aside and builds a new one from the whole journal.
fn herbouw(
    map: &Path,
    segmenten: &Segmenten,
    instellingen: &Instellingen,
    reden: String,
    bekend: Bekend,
) -> Result<Bijgewerkt, StoreError> {
    let opzij = map.with_extension("opzij");
    if opzij.exists() {
        fs::remove_dir_all(&opzij).map_err(|fout| io_fout(&fout))?;
    }
    if map.exists() {
        fs::rename(map, &opzij).map_err(|fout| io_fout(&fout))?;
    }
    let index = Index::open(map, instellingen.cache_bytes).map_err(StoreError::Unavailable)?;
    let (einde, ingelezen) = neem_op(&index, segmenten, None, bekend, instellingen)?;
    rond_af(index, einde, IndexStand::Herbouwd { reden }, ingelezen, bekend)
}

fn rond_af(
    index: Index,
    einde: Einde,
    stand: IndexStand,
    ingelezen: u64,
    bekend: Bekend,
) -> Result<Bijgewerkt, StoreError> {
    let opening = Opening {
        kop: einde.kop,
        index: stand,
        ingelezen,
        afgekapt: einde.staart.map(Staart::afgekapt),
        verlies: (einde.kop < bekend.positie)
            .then_some(Verlies { na: einde.kop, tot_en_met: bekend.positie }),
        schade: index.schade()?,
    };
    Ok(Bijgewerkt { index, einde, opening })
}

/// Takes the journal into the index from a place on; answers where it ended and how many records
/// were taken in.
fn neem_op(
    index: &Index,
    segmenten: &Segmenten,
    vanaf: Option<(Positie, Plek)>,
    bekend: Bekend,
    instellingen: &Instellingen,
) -> Result<(Einde, u64), StoreError> {
    const STAPEL: usize = 4096;
    let begin = Plek { segment: segmenten.eerste().unwrap_or_default(), offset: 0 };
    let vanaf = vanaf.unwrap_or((Positie::BEGIN, begin));
    let totaal = bytes_na(segmenten, vanaf.1, Plek { segment: u64::MAX, offset: 0 })?;
    let mut stapel = vec![];
    let mut ingelezen = 0;
    let einde = scan(segmenten, vanaf, bekend, &mut |vondst| {
        ingelezen += u64::from(matches!(vondst, Vondst::Record(_)));
        let tot = if let Vondst::Tot(_, plek) = &vondst { Some(*plek) } else { None };
        stapel.push(vondst);
        if stapel.len() >= STAPEL || tot.is_some() {
            index.neem_op(&stapel)?;
            stapel.clear();
        }
        if let Some(plek) = tot {
            let gelezen = bytes_na(segmenten, vanaf.1, plek)?;
            (instellingen.voortgang)(Voortgang { gelezen, totaal });
        }
        Ok(())
    })?;
    Ok((einde, ingelezen))
}

/// Number of bytes of the journal from one place to another.
fn bytes_na(segmenten: &Segmenten, van: Plek, tot: Plek) -> Result<u64, StoreError> {
    let mut bytes = 0;
    for segment in segmenten.alle() {
        if segment >= van.segment && segment <= tot.segment {
            let begin = if segment == van.segment { van.offset } else { 0 };
            let lengte = segmenten.lengte(segment)?;
            let einde = if segment == tot.segment { tot.offset } else { lengte };
            bytes += einde.saturating_sub(begin);
        }
    }
    Ok(bytes)
}

/// What an operator has to know; positions and offsets only.
fn meld(opening: &Opening) {
    if let IndexStand::Herbouwd { reden } = &opening.index {
        tracing::warn!(%reden, records = opening.ingelezen, "index herbouwd uit het journaal");
    }
    if let Some(Afgekapt { segment, offset, bytes }) = opening.afgekapt {
        tracing::warn!(segment, offset, bytes, "gescheurde staart afgekapt");
    }
    if let Some(Verlies { na, tot_en_met }) = opening.verlies {
        tracing::error!(%na, %tot_en_met, "bevestigde gebeurtenissen ontbreken");
    }
    for schade in &opening.schade {
        tracing::error!(%schade, "schade in het journaal");
    }
}
