//! `uwv`: the preview of a message to UWV, made from a dossier. Nothing is sent and nothing is recorded.

use std::path::PathBuf;
use std::sync::Arc;

use clap::{Args, Subcommand};
use serde_json::Value;
use wvp_access::Lezer;
use wvp_berichten::uwv_bericht;
use wvp_engine::Systeemklok;
use wvp_uitwisseling::uwv::{Aanvulling, Bericht, LET_OP, Soort};

use super::{Opslag, SJABLOON};
use crate::bediener;
use crate::huis::Huis;
use crate::invoer::lees;
use crate::lezer::LezerWoord;
use crate::opdracht::leeslog::HIER;
use crate::tekening::{KOP, ZACHT};
use crate::uitvoer::Fouten;

#[derive(Debug, Args)]
#[command(subcommand_help_heading = "Berichten")]
pub(crate) struct Uwv {
    #[command(subcommand)]
    wat: Wat,
}

#[derive(Debug, Subcommand)]
enum Wat {
    /// De melding in week 42
    #[command(name = "melding-42e-week", help_template = SJABLOON)]
    Melding42eWeek(Gelezen),
    /// De melding dat de werknemer hersteld is, of weer gedeeltelijk werkt
    #[command(help_template = SJABLOON)]
    Herstelmelding(Gelezen),
    /// De aangifte van ziekte onder een vangnet; altijd door de casemanager
    #[command(help_template = SJABLOON)]
    Ziekteaangifte(Melding),
}

/// A message that the employer may make as well.
#[derive(Debug, Args)]
struct Gelezen {
    /// Wie het bericht maakt; standaard de casemanager
    #[arg(long, value_name = "PARTIJ/FUNCTIE", help_heading = "Opties")]
    lezer: Option<LezerWoord>,
    #[command(flatten)]
    melding: Melding,
}

#[derive(Debug, Args)]
struct Melding {
    /// Het nummer van het dossier, of het begin ervan
    #[arg(value_name = "DOSSIER", help_heading = "Invoer")]
    dossier: String,
    /// Wat niet in het dossier staat, zoals het SV-loon (JSON met de veldnamen van UWV); `-` leest stdin
    #[arg(long, value_name = "BESTAND", help_heading = "Opties")]
    invoer: Option<PathBuf>,
    /// Geef JSON, voor machines
    #[arg(long, help_heading = "Opties")]
    json: bool,
    /// Geef XML
    #[arg(long, conflicts_with = "json", help_heading = "Opties")]
    xml: bool,
    #[command(flatten)]
    opslag: Opslag,
}

impl Uwv {
    /// Whether faults go out as JSON too.
    pub(crate) fn json(&self) -> bool {
        match &self.wat {
            Wat::Melding42eWeek(it) | Wat::Herstelmelding(it) => it.melding.json,
            Wat::Ziekteaangifte(it) => it.json,
        }
    }

    /// Makes the message and prints it. The reading is in the reading log first.
    ///
    /// Which vangnet applies comes from `--invoer` alone and goes nowhere but into the preview: who works for
    /// the employer never reads it in the dossier (R-201 and further), so a ziekteaangifte is not made as one.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        match &self.wat {
            Wat::Melding42eWeek(it) => it.draai(Soort::Melding42eWeek).await,
            Wat::Herstelmelding(it) => it.draai(Soort::Herstelmelding).await,
            Wat::Ziekteaangifte(it) => {
                it.draai(Soort::Ziekteaangifte, Lezer::CasemanagerZwWgaWvp).await
            }
        }
    }
}

impl Gelezen {
    async fn draai(&self, soort: Soort) -> anyhow::Result<()> {
        let lezer = self.lezer.map_or(Lezer::CasemanagerZwWgaWvp, |it| it.0);
        self.melding.draai(soort, lezer).await
    }
}

impl Melding {
    async fn draai(&self, soort: Soort, lezer: Lezer) -> anyhow::Result<()> {
        let aanvulling = match &self.invoer {
            Some(bestand) => Aanvulling::uit_json(&lees(Some(bestand))?)?,
            None => Aanvulling::default(),
        };
        let klok = Arc::new(Systeemklok);
        let huis = Huis::open(&self.opslag.opslag, &self.opslag.sleutels, klok).await?;
        let rij = huis.zoek(&self.dossier).await?;
        let wie = bediener::als(&huis.engine, lezer, &rij).await?;
        let gelezen = huis.engine.berichtgegevens(&wie, rij.dossier, &HIER).await?;
        huis.store.sluit().await?;
        let bericht = uwv_bericht(soort, &gelezen, &aanvulling).map_err(|gemis| {
            let fouten = gemis.iter().map(ToString::to_string);
            let dicht = gelezen.wie.persoon.is_none() && gelezen.wie.bedrijf.is_none();
            let dicht = dicht.then(|| {
                format!("`{lezer}` ziet geen gegevens van mensen; maak het bericht als casemanager")
            });
            Fouten(fouten.chain(dicht).collect())
        })?;
        self.toon(&bericht)
    }

    fn toon(&self, bericht: &Bericht) -> anyhow::Result<()> {
        if self.json {
            anstream::print!("{}", bericht.als_json()?);
        } else if self.xml {
            anstream::print!("{}", bericht.als_xml()?);
        } else {
            anstream::println!("{KOP}LET OP: {LET_OP}{KOP:#}");
            let waarde: Value = serde_json::from_str(&bericht.als_json()?)?;
            toon_velden("", waarde.get("UwvZwMeldingInternBody").unwrap_or(&waarde));
        }
        Ok(())
    }
}

fn toon_velden(pad: &str, waarde: &Value) {
    match waarde {
        Value::Object(velden) => {
            for (naam, waarde) in velden {
                let pad = if pad.is_empty() { naam.clone() } else { format!("{pad}.{naam}") };
                toon_velden(&pad, waarde);
            }
        }
        Value::Array(waarden) => {
            for (plaats, waarde) in waarden.iter().enumerate() {
                toon_velden(&format!("{pad}[{plaats}]"), waarde);
            }
        }
        Value::String(tekst) => anstream::println!("{ZACHT}{pad}{ZACHT:#}  {tekst}"),
        anders @ (Value::Null | Value::Bool(_) | Value::Number(_)) => {
            anstream::println!("{ZACHT}{pad}{ZACHT:#}  {anders}");
        }
    }
}
