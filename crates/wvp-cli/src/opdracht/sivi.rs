//! `sivi`: reports of absence in, papers out, in the standard of SIVI.

mod export;
mod import;

use clap::{Args, Subcommand};

use super::SJABLOON;

#[derive(Debug, Args)]
#[command(subcommand_help_heading = "Opdrachten")]
pub(crate) struct Sivi {
    #[command(subcommand)]
    wat: Wat,
}

#[derive(Debug, Subcommand)]
enum Wat {
    /// Neem Verzuimmeldingen van een werkgever op in de dossiers; nog eens hetzelfde verandert niets
    #[command(help_template = SJABLOON)]
    Import(import::Import),
    /// Zet de stukken die de werkgever mag hebben in één bericht Documenten
    #[command(help_template = SJABLOON)]
    Export(export::Export),
}

impl Sivi {
    /// Whether faults go out as JSON too.
    pub(crate) fn json(&self) -> bool {
        match &self.wat {
            Wat::Import(import) => import.json,
            Wat::Export(_) => false,
        }
    }

    /// Takes reports in, or puts papers in a message.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        match self.wat {
            Wat::Import(import) => import.draai().await,
            Wat::Export(export) => export.draai().await,
        }
    }
}
