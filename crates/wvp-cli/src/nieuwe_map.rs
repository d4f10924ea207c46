//! A folder that is there as a whole or not at all: it is filled beside its place and put there when it is done.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::Context as _;

/// Where a folder is filled, beside the place where it will be. What an earlier run left there goes.
pub(crate) fn ernaast(map: &Path) -> anyhow::Result<PathBuf> {
    let mut naam = map.file_name().map(OsString::from).unwrap_or_default();
    naam.push(".onaf");
    let onaf = map.with_file_name(naam);
    if onaf.exists() {
        fs::remove_dir_all(&onaf).with_context(|| format!("`{}`", onaf.display()))?;
    }
    Ok(onaf)
}

/// Puts a folder that is done at its place, where there is nothing or an empty folder.
pub(crate) fn zet_neer(onaf: &Path, map: &Path) -> anyhow::Result<()> {
    if map.exists() {
        fs::remove_dir(map).with_context(|| format!("`{}`", map.display()))?;
    }
    fs::rename(onaf, map).with_context(|| format!("`{}`", map.display()))?;
    let ouder = map.parent().filter(|ouder| !ouder.as_os_str().is_empty());
    File::open(ouder.unwrap_or(Path::new("."))).and_then(|ouder| ouder.sync_all())?;
    Ok(())
}
