//! `tijdlijn`: a dossier as one reader sees it.

use std::sync::Arc;

use clap::Args;
use wvp_domain::Datum;
use wvp_engine::{Systeemklok, herinneringen};
use wvp_projections::tijdlijn;
use wvp_projections::tijdlijn::beeld::Tijdlijnbeeld;

use super::Opslag;
use super::leeslog::HIER;
use super::toen;
use crate::bediener;
use crate::huis::Huis;
use crate::lezer::LezerWoord;
use crate::tekening::{KOP, Uitleg, ZACHT, balk, lang, termijnen};

#[derive(Debug, Args)]
pub(crate) struct Tijdlijn {
    /// Het nummer van het dossier, of het begin ervan
    #[arg(value_name = "DOSSIER", help_heading = "Invoer")]
    dossier: String,
    /// Wie er leest, bijvoorbeeld werkgever/werkgever of arbodienst/bedrijfsarts_stafarts
    #[arg(long, value_name = "PARTIJ/FUNCTIE", help_heading = "Opties")]
    lezer: LezerWoord,
    /// De feiten van deze dag, met de rechten van nu
    #[arg(long, value_name = "DATUM", help_heading = "Opties")]
    op: Option<Datum>,
    /// Voor de functionaris gegevensbescherming: wat deze lezer op die dag kon openen, zonder inhoud
    #[arg(long, value_name = "DATUM", help_heading = "Opties", conflicts_with = "op")]
    toen: Option<Datum>,
    /// Geef JSON, voor machines
    #[arg(long, help_heading = "Opties")]
    pub(crate) json: bool,
    #[command(flatten)]
    opslag: Opslag,
}

impl Tijdlijn {
    /// Reads and prints the timeline. The read is in the reading log first.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        let klok = Arc::new(Systeemklok);
        let huis = Huis::open(&self.opslag.opslag, &self.opslag.sleutels, klok).await?;
        let rij = huis.zoek(&self.dossier).await?;
        if let Some(dag) = self.toen {
            let uitkomst = toen::toon(&huis, &rij, self.lezer.0, dag, self.json).await;
            huis.store.sluit().await?;
            return uitkomst;
        }
        let wie = bediener::als(&huis.engine, self.lezer.0, &rij).await?;
        let inzage = huis.engine.read_om(&wie, rij.dossier, self.op, &HIER).await?;
        let lijn = tijdlijn(&inzage.gebeurtenissen, inzage.feiten_van, herinneringen(self.lezer.0));
        let lezer = self.lezer.0.to_string();
        if self.json {
            let beeld = Tijdlijnbeeld::van(rij.dossier, lezer, inzage.feiten_van, &lijn);
            anstream::println!("{}", serde_json::to_string_pretty(&beeld)?);
        } else {
            anstream::println!("{KOP}Dossier {}{KOP:#}", rij.dossier);
            anstream::println!(
                "{ZACHT}zoals {lezer} het ziet, feiten tot en met {}{ZACHT:#}\n",
                inzage.feiten_van.voluit()
            );
            for regel in balk(&lijn, &inzage.dossier, inzage.feiten_van) {
                anstream::println!("{regel}");
            }
            anstream::println!();
            for regel in lang(&lijn) {
                anstream::println!("{regel}");
            }
            anstream::println!("\n{KOP}Termijnen{KOP:#}");
            for regel in termijnen(&lijn.termijnen, Uitleg::Weglaten) {
                anstream::println!("{regel}");
            }
        }
        huis.store.sluit().await?;
        Ok(())
    }
}
