//! `toegang`: the access decision, without a store.

mod verschil;

use std::path::PathBuf;

use anyhow::Context as _;
use clap::{Args, Subcommand};
use serde_json::Value;
use wvp_access::{ToegangInvoer, ToegangUitvoer, Uitkomst, antwoord};

use crate::invoer::{lees, uit_json};
use crate::uitvoer::Fouten;

use verschil::Verschil;

#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    subcommand_value_name = "OPDRACHT",
    subcommand_help_heading = "Opdrachten"
)]
pub(crate) struct Toegang {
    #[command(subcommand)]
    opdracht: Option<Opdracht>,
    /// Geef JSON, voor machines
    #[arg(long, help_heading = "Opties")]
    json: bool,
    /// Het bestand met één vraag of een lijst vragen; `-` of niets leest stdin
    #[arg(value_name = "BESTAND", help_heading = "Invoer")]
    bestand: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Opdracht {
    /// Toon welke besluiten anders zijn onder een andere tabel van bevoegdheden
    Verschil(Verschil),
}

impl Toegang {
    /// Whether errors come as JSON too.
    pub(crate) fn json(&self) -> bool {
        match &self.opdracht {
            Some(Opdracht::Verschil(verschil)) => verschil.json,
            None => self.json,
        }
    }

    /// Answers one question, or an array of them; or compares two tables.
    pub(crate) fn draai(self) -> anyhow::Result<()> {
        match self.opdracht {
            Some(Opdracht::Verschil(verschil)) => verschil.draai(),
            None => self.vraag(),
        }
    }

    fn vraag(self) -> anyhow::Result<()> {
        let tekst = lees(self.bestand.as_deref())?;
        let is_lijst = tekst.trim_start().starts_with('[');
        let vragen: Vec<ToegangInvoer> =
            if is_lijst { uit_json(&tekst)? } else { vec![uit_json(&tekst)?] };
        let antwoorden = beantwoord(&vragen, is_lijst)?;
        if self.json {
            anstream::println!("{}", als_json(&antwoorden, is_lijst)?);
        } else {
            for (vraag, antwoord) in vragen.iter().zip(&antwoorden) {
                anstream::println!("{}", als_tekst(vraag, antwoord));
            }
        }
        Ok(())
    }
}

/// All answers, or every error there is, named by its place in the list.
fn beantwoord(vragen: &[ToegangInvoer], is_lijst: bool) -> anyhow::Result<Vec<ToegangUitvoer>> {
    let mut fouten = Vec::new();
    let mut antwoorden = Vec::with_capacity(vragen.len());
    for (plaats, vraag) in vragen.iter().enumerate() {
        match antwoord(vraag) {
            Ok(uitvoer) => antwoorden.push(uitvoer),
            Err(fout) if is_lijst => fouten.push(format!("[{plaats}]: {fout}")),
            Err(fout) => fouten.push(fout.to_string()),
        }
    }
    if fouten.is_empty() { Ok(antwoorden) } else { Err(Fouten(fouten).into()) }
}

fn als_json(antwoorden: &[ToegangUitvoer], is_lijst: bool) -> anyhow::Result<String> {
    let waarde = match antwoorden {
        [antwoord] if !is_lijst => serde_json::to_value(antwoord),
        antwoorden => antwoorden.iter().map(serde_json::to_value).collect::<Result<Value, _>>(),
    };
    serde_json::to_string_pretty(&waarde?).context("het antwoord is niet als JSON te schrijven")
}

fn als_tekst(vraag: &ToegangInvoer, antwoord: &ToegangUitvoer) -> String {
    let uitkomst = match antwoord.decision {
        Uitkomst::Allow => "ja ",
        Uitkomst::Deny => "nee",
    };
    let ToegangInvoer { party, function, category, action, .. } = vraag;
    let regels = antwoord.rules.join(", ");
    let plichten = if antwoord.obligations.is_empty() {
        String::new()
    } else {
        format!("\n     met: {}", antwoord.obligations.join(", "))
    };
    format!(
        "{uitkomst}  {party}/{function} {action} {category}\n     {} [{regels}]{plichten}",
        antwoord.uitleg
    )
}
