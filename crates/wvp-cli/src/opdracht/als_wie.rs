//! As whom a command acts, where that is not the operator.

use std::sync::Arc;

use clap::Args;
use uuid::Uuid;
use wvp_domain::AccountId;
use wvp_engine::{Gebruiker, Systeemklok};

use super::Opslag;
use crate::bediener::ingelogd;
use crate::huis::Huis;
use crate::lezer::LezerWoord;

/// One account with one hat on, and the store.
#[derive(Debug, Args)]
pub(super) struct AlsWie {
    /// Het account
    #[arg(long, value_name = "ACCOUNT", help_heading = "Opties")]
    account: Uuid,
    /// Met welke functie (PARTIJ/FUNCTIE)
    #[arg(long, value_name = "FUNCTIE", help_heading = "Opties")]
    lezer: LezerWoord,
    #[command(flatten)]
    opslag: Opslag,
}

impl AlsWie {
    /// The house, and the person as if logged in.
    pub(super) async fn open(&self) -> anyhow::Result<(Huis, Gebruiker)> {
        let klok = Arc::new(Systeemklok);
        let huis = Huis::open(&self.opslag.opslag, &self.opslag.sleutels, klok).await?;
        Ok((huis, ingelogd(AccountId(self.account), self.lezer.0)))
    }
}
