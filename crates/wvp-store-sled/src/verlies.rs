//! Acknowledged records that are gone, and the note of it: the log goes on, the loss stays known.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

use wvp_store::verificatie::Verlies;
use wvp_store::{Positie, StoreError};

use crate::segment::{io_fout, sync_map};

const NAAM: &str = "verlies.log";

/// Notes a loss beside the journal, so that whoever verifies later hears of it too: by then the
/// positions are in use again.
pub(crate) fn noteer(map: &Path, verlies: Verlies) -> Result<(), StoreError> {
    let open = OpenOptions::new().create(true).append(true).open(map.join(NAAM));
    let noteer = |mut bestand: fs::File| {
        writeln!(bestand, "{} {}", verlies.na, verlies.tot_en_met)?;
        bestand.sync_all()
    };
    open.and_then(noteer).map_err(|fout| io_fout(&fout))?;
    sync_map(map)
}

/// Every loss that was noted.
pub(crate) fn genoteerd(map: &Path) -> Result<Vec<Verlies>, StoreError> {
    let tekst = match fs::read_to_string(map.join(NAAM)) {
        Err(fout) if fout.kind() == io::ErrorKind::NotFound => return Ok(vec![]),
        anders => anders.map_err(|fout| io_fout(&fout))?,
    };
    let lees = |regel: &str| {
        let (na, tot_en_met) = regel.split_once(' ')?;
        let (na, tot_en_met) = (na.parse().ok()?, tot_en_met.parse().ok()?);
        Some(Verlies { na: Positie(na), tot_en_met: Positie(tot_en_met) })
    };
    Ok(tekst.lines().filter_map(lees).collect())
}
