//! `tick`: what falls due on a day, and the messages about it.

use std::sync::Arc;

use anyhow::bail;
use clap::Args;
use wvp_domain::Datum;
use wvp_engine::{Gemeld, Getikt, Handklok, Klok, Systeemklok};

use super::Opslag;
use crate::bezorging::Bezorging;
use crate::huis::Huis;

#[derive(Debug, Args)]
pub(crate) struct Tick {
    /// De dag die wordt gesloten (JJJJ-MM-DD); standaard vandaag
    #[arg(long, value_name = "DATUM", help_heading = "Opties")]
    dag: Option<Datum>,
    #[command(flatten)]
    bezorging: Bezorging,
    /// Geef de uitkomst als JSON
    #[arg(long, help_heading = "Opties")]
    pub(crate) json: bool,
    #[command(flatten)]
    opslag: Opslag,
}

impl Tick {
    /// Closes the day for every open dossier and delivers what the reminders say. Repeating it adds
    /// nothing.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        let huis = Huis::open(&self.opslag.opslag, &self.opslag.sleutels, self.klok()).await?;
        let getikt = huis.engine.tick().await?;
        let gemeld = huis.engine.alert(&*self.bezorging.kanaal()?).await?;
        if let Some((webhook, afnemer)) = self.bezorging.webhook()? {
            huis.engine.meld_systeem(&webhook, afnemer).await?;
        }
        huis.store.sluit().await?;
        self.toon(getikt, gemeld);
        if getikt.mislukt > 0 {
            bail!("{} van de {} dossiers zijn niet gelukt", getikt.mislukt, getikt.dossiers);
        }
        Ok(())
    }

    fn klok(&self) -> Arc<dyn Klok> {
        match self.dag {
            Some(dag) => Arc::new(Handklok::op(dag)),
            None => Arc::new(Systeemklok),
        }
    }

    fn toon(&self, getikt: Getikt, gemeld: Gemeld) {
        let Gemeld { bezorgd, wachtend, opgegeven, vervallen } = gemeld;
        if self.json {
            let uitkomst = serde_json::json!({
                "dossiers": getikt.dossiers, "mislukt": getikt.mislukt,
                "herinneringen": getikt.herinneringen, "laat": getikt.laat,
                "bezorgd": bezorgd, "wachtend": wachtend, "opgegeven": opgegeven,
                "vervallen": vervallen,
            });
            anstream::println!("{uitkomst}");
        } else {
            anstream::println!(
                "{} dossiers aan de beurt; berichten: {bezorgd} bezorgd, {wachtend} wachtend, \
                 {opgegeven} opgegeven, {vervallen} vervallen",
                getikt.dossiers
            );
        }
    }
}
