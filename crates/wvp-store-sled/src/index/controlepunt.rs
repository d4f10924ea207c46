//! How far the index is known to be on disk: written only after sled's files were synced.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use wvp_store::{Positie, StoreError};

use crate::scan::Bekend;
use crate::segment::{Plek, io_fout, sync_map};

const NAAM: &str = "controlepunt";

/// Everything up to this position, and the journal up to this place, is in the index on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Controlepunt {
    pub(crate) positie: Positie,
    pub(crate) plek: Plek,
}

impl Controlepunt {
    /// Reads the checkpoint; none when there is none or it is damaged.
    pub(crate) fn lees(map: &Path) -> Option<Self> {
        let Bekend { positie, plek } = Bekend::uit_bytes(&fs::read(map.join(NAAM)).ok()?)?;
        Some(Self { positie, plek })
    }

    /// What it says about the journal.
    pub(crate) fn bekend(self) -> Bekend {
        Bekend { positie: self.positie, plek: self.plek }
    }

    /// Replaces the checkpoint.
    pub(crate) fn schrijf(self, map: &Path) -> Result<(), StoreError> {
        let bytes = self.bekend().bytes();
        let nieuw = map.join("controlepunt.nieuw");
        let schrijf = || -> io::Result<()> {
            let mut bestand = File::create(&nieuw)?;
            bestand.write_all(&bytes)?;
            bestand.sync_all()?;
            fs::rename(&nieuw, map.join(NAAM))
        };
        schrijf().map_err(|fout| io_fout(&fout))?;
        sync_map(map)
    }

    /// Removes the checkpoint, so that the next start takes in the whole journal again.
    pub(crate) fn wis(map: &Path) -> Result<(), StoreError> {
        match fs::remove_file(map.join(NAAM)) {
            Err(fout) if fout.kind() != io::ErrorKind::NotFound => Err(io_fout(&fout)),
            Ok(()) | Err(_) => Ok(()),
        }
    }
}

/// Syncs every file below a folder.
pub(crate) fn sync_alles(map: &Path) -> Result<(), StoreError> {
    let lees = |map: &Path| fs::read_dir(map)?.collect::<io::Result<Vec<_>>>();
    for ingang in lees(map).map_err(|fout| io_fout(&fout))? {
        let pad = ingang.path();
        if pad.is_dir() {
            sync_alles(&pad)?;
            continue;
        }
        match File::open(&pad).and_then(|bestand| bestand.sync_all()) {
            // sled removes old snapshots while we look.
            Err(fout) if fout.kind() != io::ErrorKind::NotFound => return Err(io_fout(&fout)),
            Ok(()) | Err(_) => {}
        }
    }
    sync_map(map)
}
