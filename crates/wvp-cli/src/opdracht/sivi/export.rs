//! `sivi export`: the papers that an employer may have, as one message Documenten.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context as _;
use clap::Args;
use wvp_access::Lezer;
use wvp_berichten::sivi::{UitgaveFout, documenten};
use wvp_engine::Systeemklok;
use wvp_papieren::Drukker;
use wvp_uitwisseling::sivi::documenten::DocumentFout;

use crate::bediener;
use crate::huis::Huis;
use crate::opdracht::Opslag;
use crate::opdracht::leeslog::HIER;
use crate::uitvoer::Fouten;

/// The message.
const BESTAND: &str = "documenten.xml";

#[derive(Debug, Args)]
pub(super) struct Export {
    /// Het nummer van het dossier, of het begin ervan
    #[arg(value_name = "DOSSIER", help_heading = "Invoer")]
    dossier: String,
    /// De map waarin het bericht komt
    #[arg(long, value_name = "MAP", help_heading = "Opties")]
    naar: PathBuf,
    #[command(flatten)]
    opslag: Opslag,
}

impl Export {
    /// Makes the message as the casemanager, who may read whom it is about, and writes one file.
    pub(super) async fn draai(self) -> anyhow::Result<()> {
        let klok = Arc::new(Systeemklok);
        let huis = Huis::open(&self.opslag.opslag, &self.opslag.sleutels, klok).await?;
        let rij = huis.zoek(&self.dossier).await?;
        let wie = bediener::als(&huis.engine, Lezer::CasemanagerZwWgaWvp, &rij).await?;
        let bericht = documenten(&huis.engine, (&wie, &HIER), rij.dossier, &Drukker).await;
        huis.store.sluit().await?;
        let bericht = bericht.map_err(|fout| match fout {
            UitgaveFout::Documenten(fouten) => {
                Fouten(fouten.iter().map(DocumentFout::to_string).collect()).into()
            }
            fout @ (UitgaveFout::Papieren(_)
            | UitgaveFout::GeenWerkgever
            | UitgaveFout::Waarde(_)) => anyhow::Error::from(fout),
        })?;
        let map = &self.naar;
        std::fs::create_dir_all(map)
            .with_context(|| format!("map `{}` is niet te maken", map.display()))?;
        let pad = map.join(BESTAND);
        std::fs::write(&pad, bericht.als_xml()?)
            .with_context(|| format!("`{}` is niet te schrijven", pad.display()))?;
        anstream::println!("{}", pad.display());
        Ok(())
    }
}
