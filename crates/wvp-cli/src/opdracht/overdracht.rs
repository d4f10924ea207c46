//! `overdracht`: one colleague takes over the dossiers of another, for good.

use std::sync::Arc;

use clap::Args;
use uuid::Uuid;
use wvp_domain::{AccountId, StukId};
use wvp_engine::{Overdracht as Wens, Systeemklok, Voorraad};

use super::Opslag;
use crate::bediener::{beheerder, ingelogd};
use crate::huis::Huis;
use crate::lezer::LezerWoord;
use wvp_engine::nummer;

#[derive(Debug, Args)]
pub(crate) struct Overdracht {
    /// Het account van wie overdraagt
    #[arg(long, value_name = "ACCOUNT", help_heading = "Opties")]
    van: Uuid,
    /// Het account van wie overneemt; met dezelfde functie
    #[arg(long, value_name = "ACCOUNT", help_heading = "Opties")]
    naar: Uuid,
    /// Met welke functie (PARTIJ/FUNCTIE)
    #[arg(long, value_name = "FUNCTIE", help_heading = "Opties")]
    lezer: LezerWoord,
    #[command(flatten)]
    opslag: Opslag,
}

impl Overdracht {
    /// Hands over what was assigned, and makes the receiver casemanager where the other was. Repeating it
    /// adds nothing.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        let klok = Arc::new(Systeemklok);
        let huis = Huis::open(&self.opslag.opslag, &self.opslag.sleutels, klok).await?;
        let dag = huis.engine.klok().vandaag().to_string();
        let delen = [self.van.to_string(), self.naar.to_string()];
        let stuk = StukId(nummer(&["overdracht", &delen[0], &delen[1], &dag]));
        let (van, naar) = (AccountId(self.van), AccountId(self.naar));
        let wens = Wens { stuk, van, naar, lezer: self.lezer.0 };
        // First the dossiers that the other runs as casemanager, in that name: it needs the assignments.
        let zelf = ingelogd(van, self.lezer.0);
        let dossiers = huis.engine.draag_voorraad_over(&zelf, wens, Voorraad::Alles).await?;
        let toegewezen = huis.engine.draag_toewijzingen_over(&beheerder(), wens).await?;
        anstream::println!(
            "overgedragen: {dossiers} dossiers als casemanager, {toegewezen} toewijzingen"
        );
        huis.store.sluit().await?;
        Ok(())
    }
}
