//! `restore`: an archive into a new store; what was destroyed stays destroyed.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::Args;
use wvp_store::EventStore as _;
use wvp_store::archief::{ArchiefLezer, Manifest, Stuk, zet_terug};
use wvp_store::keyring::{Bewijs, KekBestand, SleutelKopie, SleutelbosBestand};
use wvp_store::{SleutelFout, StoreError};
use wvp_store_sled::{Instellingen, SledStore, verifieer};

use super::{Opslag, backup};
use crate::huis::OpslagUrl;

#[derive(Debug, Args)]
pub(crate) struct Restore {
    /// Het bewaarde bestand
    #[arg(value_name = "BESTAND", help_heading = "Invoer")]
    van: PathBuf,
    /// De bewaarde sleutelbos; zonder sleutelbos is niets te lezen
    #[arg(long, value_name = "BESTAND", help_heading = "Opties")]
    sleutelbos: Option<PathBuf>,
    /// Een later archief of een latere sleutelbos: wat volgens de bewijzen daarin is vernietigd, komt
    /// niet terug (mag vaker)
    #[arg(long, value_name = "BESTAND", help_heading = "Opties")]
    bewijzen: Vec<PathBuf>,
    /// Geef de uitkomst als JSON
    #[arg(long, help_heading = "Opties")]
    pub(crate) json: bool,
    #[command(flatten)]
    opslag: Opslag,
}

impl Restore {
    /// Fills a new store beside its place, and puts it there when all of it is in.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        let OpslagUrl::Sled(map) = &self.opslag.opslag;
        if fs::read_dir(map).is_ok_and(|mut inhoud| inhoud.next().is_some()) {
            bail!("`{}` is niet leeg; kies een nieuwe map", map.display());
        }
        let keks = KekBestand::open(&self.opslag.sleutels)?;
        let onaf = naast(map);
        if onaf.exists() {
            fs::remove_dir_all(&onaf).with_context(|| format!("`{}`", onaf.display()))?;
        }
        let manifest = self.vul(&onaf).await?;
        if map.exists() {
            fs::remove_dir(map).with_context(|| format!("`{}`", map.display()))?;
        }
        fs::rename(&onaf, map).with_context(|| format!("`{}`", map.display()))?;
        let ouder = map.parent().filter(|ouder| !ouder.as_os_str().is_empty());
        File::open(ouder.unwrap_or(Path::new("."))).and_then(|ouder| ouder.sync_all())?;
        if self.sleutelbos.is_some() {
            let verslag = verifieer(map, &SleutelbosBestand::open(map, keks)?).await?;
            if !verslag.is_heel() {
                bail!("teruggezet, maar niet alles opent; bekijk het met `poortwachter verify`");
            }
        }
        backup::toon(&manifest, self.json);
        Ok(())
    }

    async fn vul(&self, map: &Path) -> anyhow::Result<Manifest> {
        let kopie = match &self.sleutelbos {
            Some(pad) => SleutelKopie::lees(pad)?,
            None => SleutelKopie::default(),
        };
        let mut bekend = vec![];
        for pad in &self.bewijzen {
            bekend.extend(bewijzen_uit(pad)?);
        }
        let (store, _) = SledStore::open(map, Instellingen::default()).await?;
        let teruggezet = zet_terug(&self.van, &store).await;
        store.sluit().await?;
        let (manifest, bewijzen) = match teruggezet {
            Ok(teruggezet) => teruggezet,
            Err(fout) => {
                fs::remove_dir_all(map)?;
                return Err(fout.into());
            }
        };
        bekend.extend(bewijzen);
        kopie.zet_terug(map, &bekend)?;
        Ok(manifest)
    }
}

/// The certificates in a copy of a keyring or in an archive.
fn bewijzen_uit(pad: &Path) -> anyhow::Result<Vec<Bewijs>> {
    match SleutelKopie::lees(pad) {
        Ok(kopie) => return Ok(kopie.bewijzen().to_vec()),
        Err(SleutelFout::GeenKopie(_)) => {}
        Err(fout) => return Err(StoreError::from(fout).into()),
    }
    let mut lezer = ArchiefLezer::open(pad)?;
    let mut bewijzen = vec![];
    while let Some(stuk) = lezer.volgende()? {
        match stuk {
            Stuk::Record(_) => {}
            Stuk::Bewijs(bewijs) => bewijzen.push(bewijs),
        }
    }
    Ok(bewijzen)
}

fn naast(map: &Path) -> PathBuf {
    let mut naam = OsString::from(map);
    naam.push(".onaf");
    PathBuf::from(naam)
}
