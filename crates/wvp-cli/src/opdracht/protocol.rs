//! `protocol`: what an employer keeps to, played before it goes live.

mod proef;

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
}

impl Protocol {
    /// Whether errors come as JSON too.
    pub(crate) fn json(&self) -> bool {
        match &self.opdracht {
            Opdracht::Proef(proef) => proef.json,
        }
    }

    /// Plays the protocol.
    pub(crate) fn draai(self) -> anyhow::Result<()> {
        match self.opdracht {
            Opdracht::Proef(proef) => proef.draai(),
        }
    }
}
