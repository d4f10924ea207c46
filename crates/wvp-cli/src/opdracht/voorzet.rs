//! `voorzet`: a document as the facts fill it in already, and what is left to do.

use std::str::FromStr;
use std::sync::Arc;

use clap::Args;
use thiserror::Error;
use wvp_access::Lezer;
use wvp_domain::voorzet::{Herkomst, Ingevuld, Soort, TeDoen, Voorzet as Uitkomst};
use wvp_engine::Systeemklok;

use super::Opslag;
use crate::bediener;
use crate::huis::Huis;
use crate::lezer::LezerWoord;
use crate::opdracht::leeslog::HIER;
use crate::tekening::{KOP, ZACHT};

#[derive(Debug, Args)]
pub(crate) struct Voorzet {
    /// Welk stuk, bijvoorbeeld `plan_van_aanpak` of `bijstelling_plan_van_aanpak`
    #[arg(value_name = "SOORT", help_heading = "Invoer")]
    soort: Woord,
    /// Het nummer van het dossier, of het begin ervan
    #[arg(value_name = "DOSSIER", help_heading = "Invoer")]
    dossier: String,
    /// Wie het stuk opstelt; standaard wie dat volgens de wet doet
    #[arg(long, value_name = "PARTIJ/FUNCTIE", help_heading = "Opties")]
    lezer: Option<LezerWoord>,
    /// Geef JSON, voor machines: met de inhoud zelf
    #[arg(long, help_heading = "Opties")]
    pub(crate) json: bool,
    #[command(flatten)]
    opslag: Opslag,
}

/// A kind of document, by its word.
#[derive(Debug, Clone, Copy)]
struct Woord(Soort);

/// No such kind.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("onbekend stuk; bekend zijn: {}", Soort::ALLE.map(Soort::woord).join(", "))]
struct OnbekendStuk;

impl FromStr for Woord {
    type Err = OnbekendStuk;

    fn from_str(tekst: &str) -> Result<Self, OnbekendStuk> {
        let gevonden = Soort::ALLE.into_iter().find(|soort| soort.woord() == tekst);
        gevonden.map(Self).ok_or(OnbekendStuk)
    }
}

impl Voorzet {
    /// Drafts and prints. Nothing is recorded but that the dossier was read.
    pub(crate) async fn draai(&self) -> anyhow::Result<()> {
        let klok = Arc::new(Systeemklok);
        let huis = Huis::open(&self.opslag.opslag, &self.opslag.sleutels, klok).await?;
        let rij = huis.zoek(&self.dossier).await?;
        let Woord(soort) = self.soort;
        let lezer = self.lezer.map_or_else(|| opsteller(soort), |it| it.0);
        let wie = bediener::als(&huis.engine, lezer, &rij).await?;
        let voorzet = huis.engine.voorzet(&wie, rij.dossier, soort, &HIER).await?;
        if self.json {
            anstream::println!("{}", serde_json::to_string_pretty(&voorzet)?);
        } else {
            toon(&voorzet);
        }
        huis.store.sluit().await?;
        Ok(())
    }
}

/// Who draws it up.
fn opsteller(soort: Soort) -> Lezer {
    match soort {
        Soort::Probleemanalyse | Soort::BijstellingProbleemanalyse | Soort::ActueelOordeel => {
            Lezer::BedrijfsartsStafarts
        }
        Soort::PlanVanAanpak
        | Soort::BijstellingPlanVanAanpak
        | Soort::Voortgangsgesprek
        | Soort::Eerstejaarsevaluatie
        | Soort::Eindevaluatie
        | Soort::Melding42eWeek
        | Soort::Herstelmelding
        | Soort::RivConcept => Lezer::Werkgever,
        Soort::OordeelWerknemer => Lezer::Werknemer,
    }
}

fn toon(voorzet: &Uitkomst) {
    let (naam, op) = (voorzet.soort.naam(), voorzet.op.voluit());
    anstream::println!("{KOP}{naam}{KOP:#}  {ZACHT}voorzet van{ZACHT:#} {op}");
    if let Some(uiterlijk) = voorzet.uiterlijk {
        anstream::println!("{ZACHT}uiterlijk{ZACHT:#} {}", uiterlijk.voluit());
    }
    let breedte = breedte(voorzet);
    anstream::println!("\n{KOP}Ingevuld{KOP:#}");
    for Ingevuld { naam, herkomst, .. } in &voorzet.ingevuld {
        let herkomst: Vec<String> = herkomst.iter().map(Herkomst::zin).collect();
        anstream::println!("  {naam:breedte$}  {ZACHT}uit{ZACHT:#} {}", herkomst.join("; "));
    }
    anstream::println!("\n{KOP}Te doen{KOP:#}");
    for TeDoen { naam, wie, wat, verplicht, grondslag, .. } in &voorzet.te_doen {
        let wettelijk = grondslag.map(|bron| format!(" ({bron})")).unwrap_or_default();
        let mag_weg = if *verplicht { "" } else { ", mag leeg blijven" };
        let (wie, wat) = (wie.naam(), wat.naam());
        anstream::println!(
            "  {naam:breedte$}  {wat}{mag_weg}  {ZACHT}wie{ZACHT:#} {wie}{wettelijk}"
        );
    }
}

/// Width of the longest name.
fn breedte(voorzet: &Uitkomst) -> usize {
    let ingevuld = voorzet.ingevuld.iter().map(|it| it.naam);
    let namen = ingevuld.chain(voorzet.te_doen.iter().map(|it| it.naam));
    namen.map(|naam| naam.chars().count()).max().unwrap_or_default()
}
