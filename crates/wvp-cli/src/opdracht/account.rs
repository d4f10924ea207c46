//! `account`: a way in for the owner of an account, by whoever is at the machine.

use std::sync::Arc;

use clap::{Args, Subcommand};
use uuid::Uuid;
use wvp_domain::AccountId;
use wvp_engine::Systeemklok;

use super::{Opslag, SJABLOON};
use crate::huis::Huis;

#[derive(Debug, Args)]
pub(crate) struct Account {
    #[command(subcommand)]
    wat: Wat,
}

#[derive(Debug, Subcommand)]
enum Wat {
    /// Maak een uitnodiging waarmee de eigenaar een wachtwoord kiest; ze werkt een keer, 72 uur lang
    #[command(help_template = SJABLOON)]
    Uitnodiging(Uitnodiging),
}

#[derive(Debug, Args)]
struct Uitnodiging {
    /// Het nummer van het account
    #[arg(value_name = "ACCOUNT", help_heading = "Invoer")]
    account: Uuid,
    /// Haal wachtwoord, tweede factor en tokens weg die er zijn, en log iedereen uit
    #[arg(long, help_heading = "Opties")]
    herstel: bool,
    #[command(flatten)]
    opslag: Opslag,
}

impl Account {
    /// Prints a one-time token.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        let Wat::Uitnodiging(uitnodiging) = self.wat;
        uitnodiging.draai().await
    }
}

impl Uitnodiging {
    /// The token is shown once; what is kept of it opens nothing.
    async fn draai(self) -> anyhow::Result<()> {
        let klok = Arc::new(Systeemklok);
        let huis = Huis::open(&self.opslag.opslag, &self.opslag.sleutels, klok).await?;
        let account = AccountId(self.account);
        let geheim = if self.herstel {
            huis.engine.herstel_inlog_als_huis(account).await?
        } else {
            huis.engine.nodig_uit_als_huis(account).await?
        };
        anstream::println!("{}", geheim.toon());
        huis.store.sluit().await?;
        Ok(())
    }
}
