//! `restore`: an archive into a new store; what was destroyed stays destroyed.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::Args;
use wvp_store::EventStore as _;
use wvp_store::archief::{ArchiefLezer, Manifest, Stuk, zet_terug};
use wvp_store::keyring::{Bewijs, KekBestand, SleutelKopie, SleutelbosBestand};
use wvp_store::{SleutelFout, StoreError};
use wvp_store_postgres::{Instellingen as Server, PostgresStore, SleutelbosPostgres};
use wvp_store_sled::verifieer;

use super::{Opslag, backup};
use crate::geheel::Geheel;
use crate::huis::OpslagUrl;
use crate::nieuwe_map::{ernaast, zet_neer};

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
    /// Fills a new store.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        let keks = KekBestand::open(&self.opslag.sleutels)?;
        let (manifest, heel) = match &self.opslag.opslag {
            OpslagUrl::Sled(map) => (self.in_map(map).await?, self.opent_map(map, keks).await?),
            url @ OpslagUrl::Postgres(server) => {
                (self.vul(url).await?, self.opent_server(server, keks).await?)
            }
        };
        if !heel {
            bail!("teruggezet, maar niet alles opent; bekijk het met `poortwachter verify`");
        }
        backup::toon(&manifest, self.json);
        Ok(())
    }

    /// Fills it beside its place, and puts it there when all of it is in.
    async fn in_map(&self, map: &Path) -> anyhow::Result<Manifest> {
        if fs::read_dir(map).is_ok_and(|mut inhoud| inhoud.next().is_some()) {
            bail!("`{}` is niet leeg; kies een nieuwe map", map.display());
        }
        let onaf = ernaast(map)?;
        let gevuld = self.vul(&OpslagUrl::Sled(onaf.clone())).await;
        if gevuld.is_err() && onaf.exists() {
            fs::remove_dir_all(&onaf).with_context(|| format!("`{}`", onaf.display()))?;
        }
        let manifest = gevuld?;
        zet_neer(&onaf, map)?;
        Ok(manifest)
    }

    /// Whether all of it opens. Without a keyring there is nothing to open.
    async fn opent_map(&self, map: &Path, keks: KekBestand) -> anyhow::Result<bool> {
        if self.sleutelbos.is_none() {
            return Ok(true);
        }
        Ok(verifieer(map, &SleutelbosBestand::open(map, keks)?).await?.is_heel())
    }

    async fn opent_server(&self, server: &Server, keks: KekBestand) -> anyhow::Result<bool> {
        if self.sleutelbos.is_none() {
            return Ok(true);
        }
        let store = PostgresStore::open(server.clone()).await?;
        let bos = SleutelbosPostgres::new(&store, keks);
        let verslag = wvp_store_postgres::verifieer(&store, &bos).await?;
        store.sluit().await?;
        Ok(verslag.is_heel())
    }

    /// The log, and the keyring without what was destroyed since.
    async fn vul(&self, url: &OpslagUrl) -> anyhow::Result<Manifest> {
        let kopie = match &self.sleutelbos {
            Some(pad) => SleutelKopie::lees(pad)?,
            None => SleutelKopie::default(),
        };
        let mut bekend = vec![];
        for pad in &self.bewijzen {
            bekend.extend(bewijzen_uit(pad)?);
        }
        let geheel = Geheel::open(url).await?;
        let teruggezet = zet_terug(&self.van, &*geheel.store).await;
        let gevuld = match teruggezet {
            Ok((manifest, bewijzen)) => {
                bekend.extend(bewijzen);
                geheel
                    .zet_sleutels_terug(&kopie, &bekend)
                    .await
                    .map(|()| manifest)
                    .map_err(Into::into)
            }
            Err(fout) => Err(anyhow::Error::from(fout)),
        };
        geheel.store.sluit().await?;
        gevuld
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
