//! `riv verweer`: what to make of a request or decision of UWV, and by when to answer.

use std::str::FromStr;
use std::sync::Arc;

use anyhow::Context as _;
use clap::Args;
use thiserror::Error;
use wvp_access::Lezer;
use wvp_domain::Datum;
use wvp_domain::rivcontrole::verweer::{Redencode, Verweer as Oordeel, Verzoek};
use wvp_engine::Systeemklok;

use crate::bediener;
use crate::huis::Huis;
use crate::opdracht::Opslag;
use crate::opdracht::leeslog::HIER;
use crate::tekening::{KOP, ZACHT};

#[derive(Debug, Args)]
pub(super) struct Verweer {
    /// Het nummer van het dossier, of het begin ervan
    #[arg(value_name = "DOSSIER", help_heading = "Invoer")]
    dossier: String,
    /// De reden van UWV als code, bijvoorbeeld ADM-PA-ONTBREEKT
    #[arg(long, value_name = "CODE", help_heading = "Opties")]
    reden: Code,
    /// De dag waarop de brief binnenkwam (JJJJ-MM-DD)
    #[arg(long, value_name = "DATUM", help_heading = "Opties")]
    ontvangen: Datum,
    /// De laatste dag die in de brief staat
    #[arg(long, value_name = "DATUM", help_heading = "Opties")]
    uiterlijk: Option<Datum>,
    /// De dag waarop UWV schreef dat het verslag volledig is
    #[arg(long, value_name = "DATUM", help_heading = "Opties")]
    volledig: Option<Datum>,
    /// Geef JSON, voor machines
    #[arg(long, help_heading = "Opties")]
    pub(super) json: bool,
    #[command(flatten)]
    opslag: Opslag,
}

/// A reason of UWV, by its code.
#[derive(Debug, Clone, Copy)]
struct Code(Redencode);

/// No such code. What was typed is not repeated, the codes are.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("onbekende code; bekend zijn: {}", Redencode::ALLE.map(Redencode::code).join(", "))]
struct OnbekendeCode;

impl FromStr for Code {
    type Err = OnbekendeCode;

    fn from_str(tekst: &str) -> Result<Self, OnbekendeCode> {
        let gevonden = Redencode::ALLE.into_iter().find(|it| it.code() == tekst);
        gevonden.map(Self).ok_or(OnbekendeCode)
    }
}

impl Verweer {
    /// Judges and prints, as the casemanager. The reading is in the reading log first.
    pub(super) async fn draai(&self) -> anyhow::Result<()> {
        let klok = Arc::new(Systeemklok);
        let huis = Huis::open(&self.opslag.opslag, &self.opslag.sleutels, klok).await?;
        let rij = huis.zoek(&self.dossier).await?;
        let wie = bediener::als(&huis.engine, Lezer::CasemanagerZwWgaWvp, &rij).await?;
        let verzoek = Verzoek {
            reden: self.reden.0,
            ontvangen_op: self.ontvangen,
            uiterlijk_in_brief: self.uiterlijk,
            volledig_verklaard_op: self.volledig,
        };
        let oordeel = huis.engine.riv_verweer(&wie, rij.dossier, &verzoek, &HIER).await?;
        let oordeel = oordeel.context("dit dossier heeft geen ziekmelding")?;
        if self.json {
            anstream::println!("{}", serde_json::to_string_pretty(&oordeel)?);
        } else {
            toon(&oordeel);
        }
        huis.store.sluit().await?;
        Ok(())
    }
}

fn toon(oordeel: &Oordeel) {
    let mag = if oordeel.geldig { "UWV mag dit vragen" } else { "geen geldige reden" };
    anstream::println!("{KOP}{} · {mag}{KOP:#}", oordeel.reden.code());
    anstream::println!("{}", oordeel.uitleg);
    anstream::println!("{ZACHT}bron{ZACHT:#} {}", oordeel.grondslag[1]);
    anstream::println!("{ZACHT}antwoord plannen op{ZACHT:#} {}", oordeel.antwoord.plan_op);
    if let Some(uiterlijk) = oordeel.antwoord.uiterlijk {
        anstream::println!("{ZACHT}antwoord uiterlijk{ZACHT:#}  {uiterlijk}");
    }
    if let Some(bezwaar) = oordeel.bezwaar_uiterlijk {
        anstream::println!("{ZACHT}bezwaar uiterlijk{ZACHT:#}   {bezwaar}");
    }
    anstream::println!("\n{} stukken die erover gaan", oordeel.bewijs.len());
    for bewijs in &oordeel.bewijs {
        let wat = serde_json::to_value(bewijs.soort).unwrap_or_default();
        let wat = wat.as_str().unwrap_or_default().replace('_', " ");
        anstream::println!("  {}  {wat}  {ZACHT}stuk{ZACHT:#} {}", bewijs.datum, bewijs.stuk.0);
    }
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn een_onbekende_code_noemt_de_bekende_en_herhaalt_niets() {
        let fout = "griep".parse::<Code>().unwrap_err().to_string();
        assert!(fout.contains("ADM-PA-ONTBREEKT") && !fout.contains("griep"), "{fout}");
        assert!("ONG-NA-WEEK-104".parse::<Code>().is_ok());
    }
}
