//! The form of the folder as a whole: a store that a newer program wrote is left alone. Without this an older program
//! would take frames that it does not know for a torn tail, and cut them off.

use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use wvp_store::StoreError;

use crate::segment::{io_fout, sync_map};

/// The form that this program writes. It goes up with every change that an older program would misread.
const VORM: u32 = 1;
const NAAM: &str = "vorm";

/// Asks that this program understands the folder. A folder without a note is of the first form.
///
/// # Errors
///
/// When it is of a newer program, or its note is damaged.
pub(crate) fn eis(map: &Path) -> Result<(), StoreError> {
    let tekst = match fs::read_to_string(map.join(NAAM)) {
        Err(fout) if fout.kind() == ErrorKind::NotFound => return Ok(()),
        gelezen => gelezen.map_err(|fout| io_fout(&fout))?,
    };
    let gevonden: u32 = tekst.trim().parse().map_err(|_| {
        StoreError::Unavailable(format!("in het bestand `{NAAM}` staat geen getal"))
    })?;
    if gevonden <= VORM {
        return Ok(());
    }
    Err(StoreError::Unavailable(format!(
        "de opslag is van een nieuwere versie van dit programma: hij heeft vorm {gevonden}, en dit \
         programma kent vorm {VORM}"
    )))
}

/// Notes the form, durably and as a whole, where no note is.
///
/// # Errors
///
/// When it cannot be written.
pub(crate) fn noteer(map: &Path) -> Result<(), StoreError> {
    let pad = map.join(NAAM);
    if pad.exists() {
        return Ok(());
    }
    let onaf = map.join("vorm.onaf");
    let schrijf = File::create(&onaf).and_then(|mut bestand| {
        bestand.write_all(format!("{VORM}\n").as_bytes())?;
        bestand.sync_all()?;
        fs::rename(&onaf, &pad)
    });
    schrijf.map_err(|fout| io_fout(&fout))?;
    sync_map(map)
}
