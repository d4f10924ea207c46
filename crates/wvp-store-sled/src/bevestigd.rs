//! How far appends were acknowledged: a note beside the journal, so that a damaged last group can be
//! told from one that was never on disk, also without the index.

use std::fs::{self, File, OpenOptions};
use std::os::unix::fs::FileExt as _;
use std::path::Path;

use wvp_store::StoreError;

use crate::scan::Bekend;
use crate::segment::{io_fout, sync_map};

const NAAM: &str = "bevestigd";

/// The note. Written over after every sync and before the answers, without a sync of its own: it
/// outlives the process, and after a power cut it may say less than was acknowledged, never more.
#[derive(Debug)]
pub(crate) struct Bevestigd(File);

impl Bevestigd {
    /// Opens the note, and makes durable that it says this: after a loss that is less than it did.
    pub(crate) fn open(map: &Path, bekend: Bekend) -> Result<Self, StoreError> {
        let pad = map.join(NAAM);
        let klopt = lees(map) == Some(bekend);
        let open = OpenOptions::new().create(true).truncate(false).write(true).open(&pad);
        let bestand = open.map_err(|fout| io_fout(&fout))?;
        if !klopt {
            let schrijf = bestand.write_all_at(&bekend.bytes(), 0);
            schrijf.and_then(|()| bestand.sync_all()).map_err(|fout| io_fout(&fout))?;
            sync_map(map)?;
        }
        Ok(Self(bestand))
    }

    /// Notes how far the journal is on disk.
    pub(crate) fn noteer(&self, bekend: Bekend) {
        if let Err(fout) = self.0.write_all_at(&bekend.bytes(), 0) {
            tracing::warn!(%fout, "stand van het journaal is niet genoteerd");
        }
    }
}

/// Reads the note; none when there is none or it is damaged, or when it is being written just now.
pub(crate) fn lees(map: &Path) -> Option<Bekend> {
    Bekend::uit_bytes(&fs::read(map.join(NAAM)).ok()?)
}
