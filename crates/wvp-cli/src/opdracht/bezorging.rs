//! `bezorging`: what did not arrive, and another try.

use std::sync::Arc;

use anyhow::bail;
use clap::{Args, Subcommand};
use serde_json::json;
use uuid::Uuid;
use wvp_domain::bezorging::{Kanaal, RedenOpgegeven};
use wvp_engine::bericht::kenmerk;
use wvp_engine::{Onbestelbaar, Systeemklok};

use super::{Opslag, SJABLOON};
use crate::bediener::beheerder;
use crate::huis::Huis;

#[derive(Debug, Args)]
pub(crate) struct Bezorging {
    #[command(subcommand)]
    wat: Wat,
}

#[derive(Debug, Subcommand)]
enum Wat {
    /// Toon elk bericht dat is opgegeven
    #[command(help_template = SJABLOON)]
    Lijst(Lijst),
    /// Probeer een opgegeven bericht opnieuw, bij de volgende keer dat berichten uitgaan
    #[command(help_template = SJABLOON)]
    Hervat(Hervat),
}

#[derive(Debug, Args)]
struct Lijst {
    /// Geef JSON, voor machines
    #[arg(long, help_heading = "Opties")]
    json: bool,
    #[command(flatten)]
    opslag: Opslag,
}

#[derive(Debug, Args)]
struct Hervat {
    /// Het nummer van het bericht, zoals `lijst` het toont; standaard alle
    #[arg(value_name = "BERICHT", help_heading = "Invoer")]
    bericht: Option<Uuid>,
    #[command(flatten)]
    opslag: Opslag,
}

impl Bezorging {
    /// Whether faults go out as JSON too.
    pub(crate) fn json(&self) -> bool {
        match &self.wat {
            Wat::Lijst(lijst) => lijst.json,
            Wat::Hervat(_) => false,
        }
    }

    /// Lists what was given up, or tries it again, as the functioneel beheerder.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        let opslag = match &self.wat {
            Wat::Lijst(it) => &it.opslag,
            Wat::Hervat(it) => &it.opslag,
        };
        let huis = Huis::open(&opslag.opslag, &opslag.sleutels, Arc::new(Systeemklok)).await?;
        let lijst = huis.engine.onbestelbaar(&beheerder()).await?;
        match &self.wat {
            Wat::Lijst(it) => it.toon(&lijst),
            Wat::Hervat(it) => it.hervat(&huis, &lijst).await?,
        }
        huis.store.sluit().await?;
        Ok(())
    }
}

impl Lijst {
    fn toon(&self, lijst: &[Onbestelbaar]) {
        if self.json {
            let json: Vec<_> = lijst.iter().map(als_json).collect();
            anstream::println!("{}", serde_json::Value::from(json));
            return;
        }
        for it in lijst {
            anstream::println!(
                "{}  {}  {}  {} na {} keer  {}",
                it.op,
                kenmerk(it.dossier),
                woord(it.kanaal),
                reden(it.reden),
                it.pogingen,
                it.bericht.0
            );
        }
    }
}

impl Hervat {
    async fn hervat(&self, huis: &Huis, lijst: &[Onbestelbaar]) -> anyhow::Result<()> {
        let gekozen = lijst.iter().filter(|it| self.bericht.is_none_or(|id| it.bericht.0 == id));
        let mut aantal = 0;
        for it in gekozen {
            aantal += usize::from(huis.engine.hervat(&beheerder(), it).await?);
        }
        if let Some(bericht) = self.bericht.filter(|_| aantal == 0) {
            bail!("bericht `{bericht}` staat niet in de lijst");
        }
        anstream::println!("{aantal} berichten worden opnieuw geprobeerd");
        Ok(())
    }
}

fn als_json(it: &Onbestelbaar) -> serde_json::Value {
    json!({
        "bericht": it.bericht.0,
        "dossier": it.dossier.0,
        "kanaal": woord(it.kanaal),
        "reden": reden(it.reden),
        "pogingen": it.pogingen,
        "op": it.op,
    })
}

fn woord(kanaal: Kanaal) -> &'static str {
    match kanaal {
        Kanaal::Mail => "post",
        Kanaal::Webhook => "webhook",
    }
}

fn reden(reden: RedenOpgegeven) -> &'static str {
    match reden {
        RedenOpgegeven::Geweigerd => "geweigerd",
        RedenOpgegeven::TeVaakGeprobeerd => "opgegeven",
    }
}
