//! `riv`: the re-integratieverslag of a dossier, as files in a folder.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context as _;
use clap::Args;
use wvp_access::Lezer;
use wvp_engine::Systeemklok;

use super::Opslag;
use crate::bediener;
use crate::huis::Huis;
use crate::papieren::Drukker;

#[derive(Debug, Args)]
pub(crate) struct Riv {
    /// Het nummer van het dossier, of het begin ervan
    #[arg(value_name = "DOSSIER", help_heading = "Invoer")]
    dossier: String,
    /// De map waarin de PDF's komen
    #[arg(long, value_name = "MAP", help_heading = "Opties")]
    naar: PathBuf,
    #[command(flatten)]
    opslag: Opslag,
}

impl Riv {
    /// Makes the papers as the casemanager who is named in the plan may see them.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        let klok = Arc::new(Systeemklok);
        let huis = Huis::open(&self.opslag.opslag, &self.opslag.sleutels, klok).await?;
        let rij = huis.zoek(&self.dossier).await?;
        let wie = bediener::als(&huis.engine, Lezer::CasemanagerZwWgaWvp, &rij).await?;
        let bestanden = huis.engine.riv(&wie, rij.dossier, &Drukker).await?;
        let map = &self.naar;
        std::fs::create_dir_all(map)
            .with_context(|| format!("map `{}` is niet te maken", map.display()))?;
        for bestand in &bestanden {
            let pad = map.join(&bestand.naam);
            std::fs::write(&pad, &bestand.inhoud)
                .with_context(|| format!("`{}` is niet te schrijven", pad.display()))?;
            anstream::println!("{}", pad.display());
        }
        huis.store.sluit().await?;
        Ok(())
    }
}
