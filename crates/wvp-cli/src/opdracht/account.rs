//! `account`: a way in for the owner of an account, by whoever is at the machine.

use std::sync::Arc;

use clap::{Args, Subcommand};
use uuid::Uuid;
use wvp_domain::{AccountId, OrganisatieId, StukId};
use wvp_engine::{Systeemklok, nieuw_id};

use super::{Opslag, SJABLOON};
use crate::bediener::{self, Eerste};
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
    /// Maak de eerste beheerder van nog een organisatie, met een uitnodiging die een dag werkt
    #[command(help_template = SJABLOON)]
    Beheerder(Beheerder),
}

#[derive(Debug, Args)]
struct Beheerder {
    /// De naam van de beheerder
    #[arg(long, value_name = "NAAM", help_heading = "Invoer")]
    naam: String,
    /// Het e-mailadres waarmee de beheerder inlogt
    #[arg(long, value_name = "ADRES", help_heading = "Invoer")]
    email: String,
    /// Het nummer van de organisatie; zonder krijgt ze een nieuw nummer
    #[arg(long, value_name = "NUMMER", help_heading = "Invoer")]
    organisatie: Option<Uuid>,
    #[command(flatten)]
    opslag: Opslag,
}

impl Beheerder {
    /// Prints the numbers of organisation and account, and the token, which is shown once.
    async fn draai(self) -> anyhow::Result<()> {
        let klok = Arc::new(Systeemklok);
        let huis = Huis::open(&self.opslag.opslag, &self.opslag.sleutels, klok).await?;
        let organisatie = OrganisatieId(self.organisatie.unwrap_or_else(nieuw_id));
        let account = AccountId(nieuw_id());
        let eerste = Eerste {
            organisatie,
            naam: self.naam,
            email: self.email,
            registratie: StukId(nieuw_id()),
            functie: StukId(nieuw_id()),
        };
        let geheim = bediener::van_organisatie(&huis.engine, account, &eerste).await?;
        anstream::println!("organisatie {}", organisatie.0);
        anstream::println!("account {}", account.0);
        anstream::println!("{}", geheim.toon());
        huis.store.sluit().await?;
        Ok(())
    }
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
        match self.wat {
            Wat::Uitnodiging(uitnodiging) => uitnodiging.draai().await,
            Wat::Beheerder(beheerder) => beheerder.draai().await,
        }
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
