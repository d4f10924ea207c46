//! The lock on the folder: one process holds it, and everybody can read which one.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::Write as _;
use std::path::Path;

use wvp_store::StoreError;

use crate::segment::io_fout;

/// Held as long as the store is open. The system releases it when the process dies, so a lock that
/// was left behind by a crash is simply taken over.
#[derive(Debug)]
pub(crate) struct Slot(
    #[expect(dead_code, reason = "the lock lives as long as the file is open")] File,
);

impl Slot {
    /// Takes the lock of a folder.
    pub(crate) fn neem(map: &Path) -> Result<Self, StoreError> {
        let pad = map.join("slot");
        let open = OpenOptions::new().create(true).truncate(false).write(true).open(&pad);
        let mut bestand = open.map_err(|fout| io_fout(&fout))?;
        match bestand.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let wie = fs::read_to_string(&pad).unwrap_or_default().trim().to_owned();
                let wie = if wie.is_empty() { "een ander proces".to_owned() } else { wie };
                return Err(StoreError::InUse { wie });
            }
            Err(TryLockError::Error(fout)) => return Err(io_fout(&fout)),
        }
        let host = fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
        let wie = format!("proces {} op {}\n", std::process::id(), host.trim());
        bestand
            .set_len(0)
            .and_then(|()| bestand.write_all(wie.as_bytes()))
            .map_err(|fout| io_fout(&fout))?;
        Ok(Self(bestand))
    }
}
