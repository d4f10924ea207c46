//! `regels`: the table on paper, and what another version of it does to the open dossiers.

use std::sync::Arc;

use anyhow::bail;
use clap::{Args, Subcommand};
use wvp_domain::rekenmachine::Verschil;
use wvp_domain::termijn::druk::termijnen_md;
use wvp_domain::{Datum, DossierId};
use wvp_engine::{Systeemklok, Vergeleken};

use super::Opslag;
use crate::huis::Huis;
use crate::tekening::{KOP, verschillen};

#[derive(Debug, Args)]
pub(crate) struct Regels {
    #[command(subcommand)]
    opdracht: Opdracht,
}

#[derive(Debug, Subcommand)]
enum Opdracht {
    /// Druk de hele tabel af, met grondslag, stellingen en keuzes (Markdown)
    Toon,
    /// Toon van welke open dossiers de termijnen anders zijn onder een andere versie van de tabel
    Vergelijk(Vergelijk),
}

#[derive(Debug, Args)]
struct Vergelijk {
    /// De tabel zoals zij op deze dag was
    #[arg(long, value_name = "DATUM", help_heading = "Opties")]
    van: Datum,
    /// De tabel zoals zij op deze dag was of wordt
    #[arg(long, value_name = "DATUM", help_heading = "Opties")]
    naar: Datum,
    /// Geef CSV, voor een rekenblad
    #[arg(long, help_heading = "Opties", conflicts_with = "json")]
    csv: bool,
    /// Geef JSON, voor machines
    #[arg(long, help_heading = "Opties")]
    json: bool,
    #[command(flatten)]
    opslag: Opslag,
}

impl Regels {
    /// Whether errors come as JSON too.
    pub(crate) fn json(&self) -> bool {
        match &self.opdracht {
            Opdracht::Toon => false,
            Opdracht::Vergelijk(vergelijk) => vergelijk.json,
        }
    }

    /// Prints the table, or compares two versions of it.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        match self.opdracht {
            Opdracht::Toon => {
                anstream::print!("{}", termijnen_md());
                Ok(())
            }
            Opdracht::Vergelijk(vergelijk) => vergelijk.draai().await,
        }
    }
}

impl Vergelijk {
    async fn draai(self) -> anyhow::Result<()> {
        let klok = Arc::new(Systeemklok);
        let huis = Huis::open(&self.opslag.opslag, &self.opslag.sleutels, klok).await?;
        let vergeleken = huis.engine.vergelijk_regels(self.van, self.naar).await?;
        huis.store.sluit().await?;
        if self.csv {
            anstream::print!("{}", als_csv(&vergeleken)?);
        } else if self.json {
            anstream::println!("{}", serde_json::to_string_pretty(&als_json(&vergeleken))?);
        } else {
            toon(&vergeleken, self.van, self.naar);
        }
        if vergeleken.mislukt > 0 {
            bail!(
                "{} van de {} dossiers zijn niet te vergelijken",
                vergeleken.mislukt,
                vergeleken.dossiers
            );
        }
        Ok(())
    }
}

fn toon(vergeleken: &Vergeleken, van: Datum, naar: Datum) {
    for (dossier, gevonden) in &vergeleken.geraakt {
        anstream::println!("{KOP}Dossier {dossier}{KOP:#}");
        for regel in verschillen(&gevonden.iter().collect::<Vec<_>>()) {
            anstream::println!("{regel}");
        }
        anstream::println!();
    }
    anstream::println!(
        "{} van de {} open dossiers krijgen andere termijnen tussen de regels van {van} en die van {naar}",
        vergeleken.geraakt.len(),
        vergeleken.dossiers
    );
}

fn als_csv(vergeleken: &Vergeleken) -> anyhow::Result<String> {
    let mut schrijver = csv::Writer::from_writer(vec![]);
    schrijver.write_record([
        "dossier",
        "zaak",
        "termijn",
        "basis",
        "uiterlijk_van",
        "uiterlijk_naar",
        "dagen",
        "reden",
    ])?;
    for (dossier, gevonden) in &vergeleken.geraakt {
        for verschil in gevonden {
            schrijver.write_record(rij(*dossier, verschil))?;
        }
    }
    Ok(String::from_utf8(schrijver.into_inner()?)?)
}

fn rij(dossier: DossierId, verschil: &Verschil) -> [String; 8] {
    let dag = |kort: Option<wvp_domain::rekenmachine::verschil::Kort>| {
        kort.map(|kort| kort.uiterlijk.to_string()).unwrap_or_default()
    };
    [
        dossier.to_string(),
        (verschil.zaak + 1).to_string(),
        verschil.id.sleutel().to_owned(),
        verschil.basis.naam().to_owned(),
        dag(verschil.voor),
        dag(verschil.na),
        verschil.dagen.map(|dagen| dagen.to_string()).unwrap_or_default(),
        verschil.redenen.join(" "),
    ]
}

fn als_json(vergeleken: &Vergeleken) -> serde_json::Value {
    let geraakt: Vec<serde_json::Value> = vergeleken
        .geraakt
        .iter()
        .map(|(dossier, gevonden)| {
            serde_json::json!({ "dossier": dossier.to_string(), "verschillen": gevonden })
        })
        .collect();
    serde_json::json!({
        "dossiers": vergeleken.dossiers, "mislukt": vergeleken.mislukt, "geraakt": geraakt,
    })
}
