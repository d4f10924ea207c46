//! `riv verify`: whether a package is unchanged and belongs to the log.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use clap::Args;
use wvp_engine::{Manifest, Systeemklok};

use super::wegleggen::lees_map;
use crate::huis::Huis;
use crate::map::INHOUDSLIJST;
use crate::opdracht::Opslag;

/// Files by their name.
type Bestanden = BTreeMap<String, Vec<u8>>;

#[derive(Debug, Args)]
pub(super) struct Verify {
    /// De map met het pakket
    #[arg(value_name = "MAP", help_heading = "Invoer")]
    map: PathBuf,
    #[command(flatten)]
    opslag: Opslag,
}

impl Verify {
    /// Names everything in which the package differs from the log; one difference is a failure.
    pub(super) async fn draai(&self) -> anyhow::Result<()> {
        let (lijst, bestanden) = self.lees()?;
        let manifest: Manifest = serde_json::from_slice(&lijst)
            .with_context(|| format!("`{INHOUDSLIJST}` is geen inhoudslijst"))?;
        let klok = Arc::new(Systeemklok);
        let huis = Huis::open(&self.opslag.opslag, &self.opslag.sleutels, klok).await?;
        let afwijkingen = huis.engine.kijk_pakket_na(&manifest, &lijst, &bestanden).await?;
        huis.store.sluit().await?;
        if afwijkingen.is_empty() {
            anstream::println!(
                "{} bestanden onveranderd; het pakket hoort bij het log",
                manifest.bestanden.len()
            );
            return Ok(());
        }
        for afwijking in &afwijkingen {
            anstream::println!("{afwijking}");
        }
        bail!("het pakket verschilt op {} punten van het log", afwijkingen.len())
    }

    /// The list of contents, and every other file.
    fn lees(&self) -> anyhow::Result<(Vec<u8>, Bestanden)> {
        let mut bestanden = lees_map(&self.map)?;
        let lijst = bestanden.remove(INHOUDSLIJST);
        let lijst = lijst.with_context(|| format!("`{INHOUDSLIJST}` ontbreekt"))?;
        Ok((lijst, bestanden))
    }
}
