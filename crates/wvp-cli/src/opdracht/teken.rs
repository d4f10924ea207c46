//! `teken`: what there is to sign, signing it or refusing to, and copies that were signed on paper.

mod exemplaar;

use std::path::PathBuf;
use std::sync::Arc;

use clap::{Args, Subcommand};
use serde_json::json;
use uuid::Uuid;
use wvp_domain::StukId;
use wvp_domain::mijlpaal::gedeeld::Partij;
use wvp_engine::{Gebruiker, Systeemklok, TeTekenen, Tekent};
use wvp_projections::overzicht;

use super::{Opslag, SJABLOON};
use crate::bediener;
use crate::huis::Huis;
use crate::invoer;
use crate::lezer::LezerWoord;
use crate::opdracht::leeslog::HIER;
use crate::tekening::{KOP, ZACHT};

#[derive(Debug, Args)]
pub(crate) struct Teken {
    #[command(subcommand)]
    wat: Wat,
}

#[derive(Debug, Subcommand)]
enum Wat {
    /// Toon de stukken van het re-integratieverslag, en wie ze tekende
    #[command(help_template = SJABLOON)]
    Lijst(Lijst),
    /// Teken een stuk, of weiger met de reden
    #[command(help_template = SJABLOON)]
    Stuk(Tekening),
    /// Neem een exemplaar in dat op papier is getekend
    #[command(help_template = SJABLOON)]
    Neem(exemplaar::Neem),
    /// Schrijf een getekend exemplaar naar een bestand
    #[command(help_template = SJABLOON)]
    Geef(exemplaar::Geef),
}

/// Whose dossier, and with which hat on.
#[derive(Debug, Args)]
struct Waar {
    /// Het nummer van het dossier, of het begin ervan
    #[arg(value_name = "DOSSIER", help_heading = "Invoer")]
    dossier: String,
    /// Met welke functie
    #[arg(long, value_name = "PARTIJ/FUNCTIE", help_heading = "Opties")]
    lezer: LezerWoord,
    #[command(flatten)]
    opslag: Opslag,
}

#[derive(Debug, Args)]
struct Lijst {
    #[command(flatten)]
    waar: Waar,
    /// Geef JSON, voor machines
    #[arg(long, help_heading = "Opties")]
    json: bool,
}

#[derive(Debug, Args)]
struct Tekening {
    #[command(flatten)]
    waar: Waar,
    /// Het nummer van het stuk, zoals `lijst` het noemt
    #[arg(long, value_name = "STUK", help_heading = "Opties")]
    stuk: Uuid,
    /// Het controlegetal van het stuk, zoals `lijst` het noemt: u tekent wat u hebt gezien
    #[arg(long, value_name = "GETAL", help_heading = "Opties")]
    controlegetal: String,
    /// Weiger: het bestand met de reden (`-` leest van stdin)
    #[arg(long, value_name = "BESTAND", help_heading = "Opties")]
    weiger: Option<PathBuf>,
}

impl Waar {
    async fn open(&self) -> anyhow::Result<(Huis, Gebruiker, overzicht::Rij)> {
        let klok = Arc::new(Systeemklok);
        let huis = Huis::open(&self.opslag.opslag, &self.opslag.sleutels, klok).await?;
        let rij = huis.zoek(&self.dossier).await?;
        let wie = bediener::als(&huis.engine, self.lezer.0, &rij).await?;
        Ok((huis, wie, rij))
    }
}

impl Teken {
    /// Whether faults go out as JSON too.
    pub(crate) fn json(&self) -> bool {
        match &self.wat {
            Wat::Lijst(lijst) => lijst.json,
            Wat::Stuk(_) | Wat::Neem(_) | Wat::Geef(_) => false,
        }
    }

    /// Lists, signs, takes in or hands out.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        match self.wat {
            Wat::Lijst(lijst) => lijst.draai().await,
            Wat::Stuk(stuk) => stuk.draai().await,
            Wat::Neem(neem) => neem.draai().await,
            Wat::Geef(geef) => geef.draai().await,
        }
    }
}

impl Lijst {
    async fn draai(&self) -> anyhow::Result<()> {
        let (huis, wie, rij) = self.waar.open().await?;
        let stukken = huis.engine.te_tekenen(&wie, rij.dossier, &HIER).await?;
        huis.store.sluit().await?;
        if self.json {
            let alle: Vec<_> = stukken.iter().map(als_json).collect();
            anstream::println!("{}", serde_json::to_string_pretty(&alle)?);
        } else {
            stukken.iter().for_each(toon);
        }
        Ok(())
    }
}

impl Tekening {
    async fn draai(&self) -> anyhow::Result<()> {
        let weigering = self.weiger.as_deref().map(|pad| invoer::lees(Some(pad))).transpose()?;
        let weigering = weigering.map(|it| it.trim().to_owned());
        let gedaan = if weigering.is_some() { "geweigerd, met de reden" } else { "getekend" };
        let (huis, wie, rij) = self.waar.open().await?;
        let (van, inhoud) = (StukId(self.stuk), self.controlegetal.clone());
        huis.engine.onderteken(&wie, rij.dossier, Tekent { van, inhoud, weigering }).await?;
        huis.store.sluit().await?;
        anstream::println!("{gedaan}: stuk {}", self.stuk);
        Ok(())
    }
}

fn toon(stuk: &TeTekenen) {
    anstream::println!("{KOP}{}{KOP:#} van {}", stuk.element.naam(), stuk.datum.voluit());
    match &stuk.handtekeningen {
        Some(alle) => alle.iter().for_each(|(partij, keuze, op)| {
            anstream::println!("  {}: {} op {op}", partij.naam(), keuze.naam().to_lowercase());
        }),
        None => anstream::println!("  alleen van wie het opstelde"),
    }
    for partij in nog_niet(stuk) {
        anstream::println!("  {}: nog niet getekend", partij.naam());
    }
    anstream::println!("  {ZACHT}stuk{ZACHT:#}          {}", stuk.stuk.0);
    anstream::println!("  {ZACHT}controlegetal{ZACHT:#} {}", stuk.inhoud);
    for exemplaar in &stuk.exemplaren {
        anstream::println!("  {ZACHT}op papier{ZACHT:#}     {}", exemplaar.0);
    }
}

/// Who still has to sign.
fn nog_niet(stuk: &TeTekenen) -> Vec<Partij> {
    let Some(alle) = &stuk.handtekeningen else { return vec![] };
    let heeft = |partij: &Partij| alle.iter().any(|(wie, ..)| wie == partij);
    [Partij::Werkgever, Partij::Werknemer].into_iter().filter(|partij| !heeft(partij)).collect()
}

fn als_json(stuk: &TeTekenen) -> serde_json::Value {
    let handtekening = |(partij, keuze, op): &(Partij, _, _)| json!({ "partij": partij, "keuze": keuze, "op": op });
    json!({
        "stuk": stuk.stuk,
        "element": stuk.element,
        "datum": stuk.datum,
        "controlegetal": stuk.inhoud,
        "handtekeningen": stuk.handtekeningen.iter().flatten().map(handtekening).collect::<Vec<_>>(),
        "nog_niet": nog_niet(stuk),
        "exemplaren": stuk.exemplaren,
    })
}
