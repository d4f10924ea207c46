//! Papers into a folder, and their names on the screen.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use anyhow::{Context as _, bail};
use wvp_engine::Bestand;
use wvp_reports::Pdf;

/// The list of contents of a package.
pub(crate) const INHOUDSLIJST: &str = "manifest.json";

/// The list of contents of the folder of the employee.
pub(crate) const INHOUD: &str = "inhoud.json";

/// Writes papers, and a list of what they are.
///
/// # Errors
///
/// When folder or files cannot be written.
pub(crate) fn schrijf(
    map: &Path,
    bestanden: &[Bestand],
    lijst: Option<(&str, &[u8])>,
) -> anyhow::Result<()> {
    maak(map)?;
    let papieren = bestanden.iter().map(|it| (it.naam.as_str(), it.inhoud.as_slice()));
    for (naam, inhoud) in papieren.chain(lijst) {
        let pad = map.join(naam);
        fs::write(&pad, inhoud)
            .with_context(|| format!("`{}` is niet te schrijven", pad.display()))?;
        anstream::println!("{}", pad.display());
    }
    Ok(())
}

/// Writes a medical paper, for its owner only, and never among the files of a package.
///
/// # Errors
///
/// When a package stands in the folder, or it cannot be written.
pub(crate) fn schrijf_medisch(map: &Path, pdf: &Pdf) -> anyhow::Result<()> {
    eis_geen_pakket(map)?;
    maak(map)?;
    let pad = map.join(&pdf.bestandsnaam);
    let niet = || format!("`{}` is niet te schrijven", pad.display());
    // A file that is there keeps its rights, so it is replaced and not written over.
    if pad.try_exists().with_context(niet)? {
        fs::remove_file(&pad).with_context(niet)?;
    }
    let mut bestand = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&pad)
        .with_context(niet)?;
    bestand.write_all(&pdf.inhoud).with_context(niet)?;
    anstream::println!("{}", pad.display());
    Ok(())
}

/// Asks that no package stands in a folder: what is medical is no part of one.
///
/// # Errors
///
/// When one does.
pub(crate) fn eis_geen_pakket(map: &Path) -> anyhow::Result<()> {
    if [INHOUDSLIJST, INHOUD].iter().any(|lijst| map.join(lijst).exists()) {
        bail!("in `{}` staat een pakket; kies een andere map", map.display());
    }
    Ok(())
}

fn maak(map: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(map).with_context(|| format!("map `{}` is niet te maken", map.display()))
}
