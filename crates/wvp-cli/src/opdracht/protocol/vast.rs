//! `protocol vast`: a protocol goes live for an employer.

use std::path::PathBuf;

use anyhow::bail;
use clap::Args;
use uuid::Uuid;
use wvp_domain::protocol::lees as lees_protocol;
use wvp_domain::protocol::proef::speel;
use wvp_domain::rekenmachine::Ruw;
use wvp_domain::werkgever::{Command, Vaststelling};
use wvp_domain::{Secties, StukId, WerkgeverId, kalender};

use crate::invoer::{lees, uit_json};
use crate::opdracht::als_wie::AlsWie;
use crate::uitvoer::Fouten;
use wvp_engine::nummer;

#[derive(Debug, Args)]
pub(crate) struct Vast {
    /// Het protocol (JSON); `-` leest stdin
    #[arg(value_name = "BESTAND", help_heading = "Invoer")]
    bestand: PathBuf,
    /// De werkgever voor wie het geldt
    #[arg(long, value_name = "WERKGEVER", help_heading = "Opties")]
    werkgever: Uuid,
    #[command(flatten)]
    wie: AlsWie,
}

impl Vast {
    /// Plays it, and establishes it when every rung comes. Dossiers that run keep their version.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        let ruw: Ruw = uit_json(&lees(Some(&self.bestand))?)?;
        let protocol = lees_protocol(ruw).map_err(Fouten::van_invoer)?;
        let proef = speel(&protocol, kalender::rol_vooruit(protocol.per).naar);
        if !proef.nooit.is_empty() {
            bail!(
                "{} treden komen nooit; speel het protocol na met `protocol proef`",
                proef.nooit.len()
            );
        }
        let (huis, wie) = self.wie.open().await?;
        let (per, vastgesteld_op) = (protocol.per, huis.engine.klok().vandaag());
        let delen = [self.werkgever.to_string(), per.to_string()];
        let stuk = StukId(nummer(&["protocol", &delen[0], &delen[1]]));
        let feit = Vaststelling { stuk, vastgesteld_op, protocol };
        let command = Command::StelProtocolVast(Secties::proces(feit));
        huis.engine.execute_werkgever(&wie, WerkgeverId(self.werkgever), command).await?;
        anstream::println!("vastgesteld: geldt voor wie ziek wordt vanaf {per}");
        huis.store.sluit().await?;
        Ok(())
    }
}
