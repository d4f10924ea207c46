//! A store in a throw-away folder, and what a test does to its files.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use wvp_store::conformance::deel;
use wvp_store::{EventStore, Positie, Record, Richting, StoreError, StroomId, Versie, Verwacht};
use wvp_store_sled::{Instellingen, Opening, SledStore};

pub(crate) fn map() -> TempDir {
    tempfile::tempdir().unwrap()
}

pub(crate) async fn open(map: &Path) -> (SledStore, Opening) {
    open_met(map, Instellingen::default()).await
}

pub(crate) async fn open_met(map: &Path, instellingen: Instellingen) -> (SledStore, Opening) {
    SledStore::open(map, instellingen).await.unwrap()
}

/// Segments of a kilobyte, so that a few records fill several.
pub(crate) fn klein() -> Instellingen {
    Instellingen { segment_bytes: 1024, ..Instellingen::default() }
}

pub(crate) async fn voeg_toe(
    store: &SledStore,
    stroom: StroomId,
    nummers: impl IntoIterator<Item = u128>,
) {
    store.append(vec![deel(stroom, Verwacht::Elke, nummers)]).await.unwrap();
}

pub(crate) async fn lees(store: &SledStore, stroom: StroomId) -> Result<Vec<Record>, StoreError> {
    store.read_stream(stroom, Versie(1), Richting::Vooruit, 999).await
}

/// Versions of a stream that can be read before its damage, and the damage.
pub(crate) async fn leesbaar(store: &SledStore, stroom: StroomId) -> (u64, Option<StoreError>) {
    let mut versie = 0;
    loop {
        let vanaf = Versie(versie + 1);
        match store.read_stream(stroom, vanaf, Richting::Vooruit, 1).await {
            Ok(records) if records.is_empty() => return (versie, None),
            Ok(_) => versie += 1,
            Err(fout) => return (versie, Some(fout)),
        }
    }
}

pub(crate) async fn posities(store: &SledStore) -> Vec<u64> {
    let records = store.read_all(Positie::BEGIN, 9999).await.unwrap();
    records.iter().map(|record| record.positie.0).collect()
}

/// The segments, in order.
pub(crate) fn segmenten(map: &Path) -> Vec<PathBuf> {
    let mut paden: Vec<_> = fs::read_dir(map.join("journaal"))
        .unwrap()
        .map(|ingang| ingang.unwrap().path())
        .filter(|pad| pad.extension().is_some_and(|soort| soort == "log"))
        .collect();
    paden.sort();
    paden
}

pub(crate) fn draai_byte_om(pad: &Path, offset: usize) {
    let mut bytes = fs::read(pad).unwrap();
    bytes[offset] ^= 0x55;
    fs::write(pad, bytes).unwrap();
}

/// Nothing but the journal knows what was acknowledged any more.
pub(crate) fn vergeet(map: &Path) {
    fs::remove_dir_all(map.join("index")).unwrap();
    fs::remove_file(map.join("bevestigd")).unwrap();
}

pub(crate) fn kopieer(van: &Path, naar: &Path) {
    fs::create_dir_all(naar).unwrap();
    for ingang in fs::read_dir(van).unwrap() {
        let pad = ingang.unwrap().path();
        let doel = naar.join(pad.file_name().unwrap());
        if pad.is_dir() {
            kopieer(&pad, &doel);
        } else {
            fs::copy(&pad, &doel).unwrap();
        }
    }
}
