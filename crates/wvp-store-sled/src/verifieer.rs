//! Verifying: walks the whole journal, and checks order, chain and seals of every stream.

use std::path::{Path, PathBuf};

use tokio::sync::mpsc;
use wvp_store::anker::Anker;
use wvp_store::keyring::Sleutelbos;
use wvp_store::verificatie::{Afwijkingen, Bevinding, Gang, Verlies, Verslag};
use wvp_store::{Positie, Schade, StoreError};

use crate::bevestigd;
use crate::index::controlepunt::Controlepunt;
use crate::scan::{Bekend, Einde, Geplaatst, Staart, Vondst, scan};
use crate::segment::{Plek, Segmenten};
use crate::slot::Slot;
use crate::verlies;
use crate::vorm;

/// Verifies the store in a folder. Changes nothing; nobody else may hold the store meanwhile.
///
/// # Errors
///
/// [`StoreError::InUse`] when a process holds it, [`StoreError::Unavailable`] when there is no
/// store or it cannot be read.
pub async fn verifieer(map: &Path, sleutelbos: &dyn Sleutelbos) -> Result<Verslag, StoreError> {
    loop_na(map, sleutelbos, None).await.map(|(verslag, _)| verslag)
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
) -> Result<(Verslag, Afwijkingen), StoreError> {
    loop_na(map, sleutelbos, Some(anker)).await
}

/// Walks the whole journal.
async fn loop_na(
    map: &Path,
    sleutelbos: &dyn Sleutelbos,
    anker: Option<&Anker>,
) -> Result<(Verslag, Afwijkingen), StoreError> {
    let mut journaal = Journaal::open(map)?;
    let eerder_verlies = verlies::genoteerd(map)?;
    let mut gang = Gang::new(sleutelbos, anker);
    let mut vorige = None;
    while let Some(vondst) = journaal.vondsten.recv().await {
        match vondst {
            Vondst::Record(geplaatst) => {
                let plek = schade_van(&geplaatst);
                vorige = Some(plek);
                gang.neem(&geplaatst.record, plek).await?;
            }
            Vondst::Schade(schade) => {
                let (plek, bevinding) = bevinding(schade, vorige);
                gang.neem_schade(plek, bevinding);
            }
            Vondst::Tot(..) => {}
        }
    }
    let (Einde { kop, staart }, bekend) = journaal.einde().await?;
    let (verslag, afwijkingen) = gang.sluit(kop);
    let staart = staart.map(Staart::afgekapt);
    let verlies = (kop < bekend).then_some(Verlies { na: kop, tot_en_met: bekend });
    Ok((Verslag { staart, verlies, eerder_verlies, ..verslag }, afwijkingen))
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
    vorm::eis(map)?;
    let journaal = map.join("journaal");
    if journaal.is_dir() {
        return Ok(journaal);
    }
    Err(StoreError::Unavailable(format!("in `{}` staat geen opslag", map.display())))
}
