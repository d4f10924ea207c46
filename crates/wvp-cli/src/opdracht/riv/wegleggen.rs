//! Putting a package in a folder: as a whole or not at all, and never over another one.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use wvp_engine::Pakket;

use crate::map::INHOUDSLIJST;
use crate::nieuwe_map::{ernaast, zet_neer};

/// A folder that a package may be put in.
pub(super) struct Plaats<'a> {
    map: &'a Path,
    ligt_er_al: bool,
}

/// A package that was written, and only has to be put at its place.
pub(super) struct Klaar<'a> {
    map: &'a Path,
    /// Where it was written; none when it lies at its place already.
    onaf: Option<PathBuf>,
}

impl<'a> Plaats<'a> {
    /// Looks whether the folder is free, or holds this very package.
    pub(super) fn bekijk(map: &'a Path, pakket: &Pakket) -> anyhow::Result<Self> {
        let aanwezig = if map.exists() { lees_map(map)? } else { BTreeMap::new() };
        let nieuw = bestanden(pakket).map(|(naam, inhoud)| (naam.to_owned(), inhoud.to_vec()));
        if aanwezig.is_empty() {
            return Ok(Self { map, ligt_er_al: false });
        }
        if aanwezig != nieuw.collect() {
            bail!(
                "in `{}` ligt een ander pakket of iets anders; dat blijft zo, kies een nieuwe map",
                map.display()
            );
        }
        Ok(Self { map, ligt_er_al: true })
    }

    /// Writes the package beside its place.
    pub(super) fn schrijf(self, pakket: &Pakket) -> anyhow::Result<Klaar<'a>> {
        let map = self.map;
        if self.ligt_er_al {
            return Ok(Klaar { map, onaf: None });
        }
        let onaf = ernaast(map)?;
        fs::create_dir_all(&onaf)
            .with_context(|| format!("map `{}` is niet te maken", onaf.display()))?;
        for (naam, inhoud) in bestanden(pakket) {
            let pad = onaf.join(naam);
            let geschreven = File::create_new(&pad).and_then(|mut bestand| {
                bestand.write_all(inhoud).and_then(|()| bestand.sync_all())
            });
            geschreven.with_context(|| format!("`{}` is niet te schrijven", pad.display()))?;
        }
        Ok(Klaar { map, onaf: Some(onaf) })
    }
}

impl Klaar<'_> {
    /// Puts it at its place and says what lies there.
    pub(super) fn toon(self, pakket: &Pakket) -> anyhow::Result<()> {
        let Some(onaf) = self.onaf else {
            anstream::println!("hetzelfde pakket ligt al in `{}`", self.map.display());
            return Ok(());
        };
        zet_neer(&onaf, self.map)?;
        for (naam, _) in bestanden(pakket) {
            anstream::println!("{}", self.map.join(naam).display());
        }
        Ok(())
    }
}

/// Every file by its name, the list of contents last.
fn bestanden(pakket: &Pakket) -> impl Iterator<Item = (&str, &[u8])> {
    let papieren = pakket.bestanden.iter().map(|it| (it.naam.as_str(), it.inhoud.as_slice()));
    papieren.chain([(INHOUDSLIJST, pakket.lijst.as_slice())])
}

/// Every file in a folder by its name. What is no file counts as one without content.
pub(super) fn lees_map(map: &Path) -> anyhow::Result<BTreeMap<String, Vec<u8>>> {
    let ingangen =
        fs::read_dir(map).with_context(|| format!("map `{}` is niet te lezen", map.display()))?;
    let mut bestanden = BTreeMap::new();
    for ingang in ingangen {
        let ingang = ingang?;
        let naam = ingang.file_name().to_string_lossy().into_owned();
        let is_map = ingang.file_type()?.is_dir();
        let inhoud = if is_map { vec![] } else { fs::read(ingang.path())? };
        bestanden.insert(naam, inhoud);
    }
    Ok(bestanden)
}
