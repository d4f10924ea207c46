//! `protocol`: what an employer keeps to, played before it goes live.

mod proef;
mod vast;

use clap::{Args, Subcommand};

#[derive(Debug, Args)]
pub(crate) struct Protocol {
    #[command(subcommand)]
    opdracht: Opdracht,
}

#[derive(Debug, Subcommand)]
enum Opdracht {
    /// Speel een protocol 104 weken na en toon elke herinnering, voordat het ingaat
    Proef(proef::Proef),
    /// Stel een protocol vast voor een werkgever; het geldt voor wie daarna ziek wordt
    Vast(vast::Vast),
}

impl Protocol {
    /// Whether errors come as JSON too.
    pub(crate) fn json(&self) -> bool {
        match &self.opdracht {
            Opdracht::Proef(proef) => proef.json,
            Opdracht::Vast(_) => false,
        }
    }

    /// Plays the protocol, or lets it go live.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        match self.opdracht {
            Opdracht::Proef(proef) => proef.draai(),
            Opdracht::Vast(vast) => vast.draai().await,
        }
    }
}
