//! `riv werknemer`: the folder of the employee.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use wvp_access::Lezer;
use wvp_engine::Systeemklok;
use wvp_papieren::Werknemersdrukker;

use crate::bediener;
use crate::huis::Huis;
use crate::lezer::LezerWoord;
use crate::map::{INHOUD, schrijf};
use crate::opdracht::Opslag;
use crate::opdracht::leeslog::HIER;

#[derive(Debug, Args)]
pub(super) struct Werknemer {
    /// Het nummer van het dossier, of het begin ervan
    #[arg(value_name = "DOSSIER", help_heading = "Invoer")]
    dossier: String,
    /// De map waarin de PDF's en de inhoudslijst komen
    #[arg(long, value_name = "MAP", help_heading = "Opties")]
    naar: PathBuf,
    /// Wie het vraagt; alleen de werknemer krijgt deze map
    #[arg(long, value_name = "PARTIJ/FUNCTIE", help_heading = "Opties")]
    lezer: Option<LezerWoord>,
    #[command(flatten)]
    opslag: Opslag,
}

impl Werknemer {
    /// Makes the folder. The reading is in the reading log first.
    pub(super) async fn draai(&self) -> anyhow::Result<()> {
        let klok = Arc::new(Systeemklok);
        let huis = Huis::open(&self.opslag.opslag, &self.opslag.sleutels, klok).await?;
        let rij = huis.zoek(&self.dossier).await?;
        let lezer = self.lezer.map_or(Lezer::Werknemer, |it| it.0);
        let wie = bediener::als(&huis.engine, lezer, &rij).await?;
        let map = huis.engine.werknemersmap(&wie, rij.dossier, &HIER, &Werknemersdrukker).await;
        huis.store.sluit().await?;
        let map = map?;
        let lijst = serde_json::to_vec_pretty(&map.lijst)?;
        schrijf(&self.naar, &map.bestanden, Some((INHOUD, &lijst)))
    }
}
