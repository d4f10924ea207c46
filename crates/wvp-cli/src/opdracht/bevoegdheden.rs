//! `bevoegdheden`: the periodic review of rights: list, confirm, withdraw.

use std::sync::Arc;

use anyhow::Context as _;
use clap::{Args, Subcommand};
use uuid::Uuid;
use wvp_domain::StukId;
use wvp_domain::bevoegdheid::Organisatie;
use wvp_engine::{Engine, Houder, RedenNakijken, Regel, SoortRecht, Systeemklok};

use super::{Opslag, SJABLOON};
use crate::bediener::beheerder;
use crate::huis::Huis;
use crate::tekening::{KOP, ZACHT};
use wvp_engine::nummer;

#[derive(Debug, Args)]
pub(crate) struct Bevoegdheden {
    #[command(subcommand)]
    wat: Wat,
}

#[derive(Debug, Subcommand)]
enum Wat {
    /// Toon elk recht dat binnen 30 dagen eindigt, 90 dagen niet is gebruikt of ruimer is dan de functie
    #[command(help_template = SJABLOON)]
    Nakijken(Nakijken),
    /// Leg vast dat een recht is nagekeken en nodig blijft
    #[command(help_template = SJABLOON)]
    Bevestigen(Een),
    /// Trek een recht in, vanaf vandaag
    #[command(help_template = SJABLOON)]
    Intrekken(Een),
}

#[derive(Debug, Args)]
struct Nakijken {
    /// Geef JSON, voor machines
    #[arg(long, help_heading = "Opties")]
    json: bool,
    #[command(flatten)]
    opslag: Opslag,
}

#[derive(Debug, Args)]
struct Een {
    /// Het stuk dat het recht gaf, zoals `nakijken` het toont
    #[arg(value_name = "STUK", help_heading = "Invoer")]
    stuk: Uuid,
    #[command(flatten)]
    opslag: Opslag,
}

impl Bevoegdheden {
    /// Whether faults go out as JSON too.
    pub(crate) fn json(&self) -> bool {
        match &self.wat {
            Wat::Nakijken(nakijken) => nakijken.json,
            Wat::Bevestigen(_) | Wat::Intrekken(_) => false,
        }
    }

    /// Lists the rights that need a look, or settles one of them.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        let opslag = match &self.wat {
            Wat::Nakijken(nakijken) => &nakijken.opslag,
            Wat::Bevestigen(een) | Wat::Intrekken(een) => &een.opslag,
        };
        let huis = Huis::open(&opslag.opslag, &opslag.sleutels, Arc::new(Systeemklok)).await?;
        let regels = huis.engine.nakijken(&beheerder()).await?;
        match &self.wat {
            Wat::Nakijken(nakijken) if nakijken.json => {
                let json: Vec<_> = regels.iter().map(als_json).collect();
                anstream::println!("{}", serde_json::to_string_pretty(&json)?);
            }
            Wat::Nakijken(_) => toon(&regels),
            Wat::Bevestigen(een) => bevestig(&huis.engine, zoek(&regels, een.stuk)?).await?,
            Wat::Intrekken(een) => trek_in(&huis.engine, zoek(&regels, een.stuk)?).await?,
        }
        huis.store.sluit().await?;
        Ok(())
    }
}

fn zoek(regels: &[Regel], stuk: Uuid) -> anyhow::Result<&Regel> {
    let gevonden = regels.iter().find(|regel| regel.recht.0 == stuk);
    gevonden.with_context(|| format!("stuk `{stuk}` staat niet in de lijst om na te kijken"))
}

async fn bevestig(engine: &Engine, regel: &Regel) -> anyhow::Result<()> {
    let stuk = nieuw_stuk(engine, "bevestigen", regel);
    engine.bevestig_recht(&beheerder(), regel, stuk).await?;
    anstream::println!("bevestigd: {} uit stuk {}", regel.soort.naam(), regel.recht.0);
    Ok(())
}

async fn trek_in(engine: &Engine, regel: &Regel) -> anyhow::Result<()> {
    let stuk = nieuw_stuk(engine, "intrekken", regel);
    engine.trek_recht_in(&beheerder(), regel, stuk).await?;
    anstream::println!("ingetrokken: {} uit stuk {}", regel.soort.naam(), regel.recht.0);
    Ok(())
}

/// The same act on the same day is the same document.
fn nieuw_stuk(engine: &Engine, daad: &str, regel: &Regel) -> StukId {
    let (recht, dag) = (regel.recht.0.to_string(), engine.klok().vandaag().to_string());
    StukId(nummer(&["recht", daad, &recht, &dag]))
}

fn toon(regels: &[Regel]) {
    anstream::println!("{KOP}{} rechten om na te kijken{KOP:#}", regels.len());
    for regel in regels {
        let redenen: Vec<&str> = regel.redenen.iter().map(|reden| reden.naam()).collect();
        anstream::println!("\n{} · {}", regel.soort.naam(), redenen.join(", "));
        anstream::println!("  {ZACHT}stuk{ZACHT:#}      {}", regel.recht.0);
        match regel.houder {
            Houder::Account(account) => {
                anstream::println!("  {ZACHT}account{ZACHT:#}   {}", account.0);
            }
            Houder::Organisatie(plek) => {
                anstream::println!("  {ZACHT}bij{ZACHT:#}       {}", nummer_van(plek));
            }
        }
        if let Some(lezer) = &regel.lezer {
            anstream::println!("  {ZACHT}functie{ZACHT:#}   {lezer}");
        }
        if let Some(laatste) = regel.tot_en_met {
            anstream::println!("  {ZACHT}tot{ZACHT:#}       {laatste}");
        }
        let gebruikt = regel.gebruikt_op.map_or_else(|| "nooit".to_owned(), |dag| dag.to_string());
        anstream::println!("  {ZACHT}gebruikt{ZACHT:#}  {gebruikt}");
    }
}

fn als_json(regel: &Regel) -> serde_json::Value {
    let bij = match regel.soort {
        SoortRecht::Functie | SoortRecht::Delegatie => None,
        SoortRecht::Toewijzing(id) | SoortRecht::Opdracht(id) | SoortRecht::Polis(id) => Some(id),
        SoortRecht::Afwijking(dossier) | SoortRecht::Toets(dossier) => Some(dossier.0),
    };
    let (account, organisatie) = match regel.houder {
        Houder::Account(account) => (Some(account.0), None),
        Houder::Organisatie(plek) => (None, Some(nummer_van(plek))),
    };
    let redenen: Vec<&str> = regel.redenen.iter().copied().map(woord).collect();
    serde_json::json!({
        "stuk": regel.recht.0,
        "soort": regel.soort.naam(),
        "bij": bij,
        "account": account,
        "organisatie": organisatie,
        "functie": regel.lezer,
        "tot_en_met": regel.tot_en_met,
        "gebruikt_op": regel.gebruikt_op,
        "redenen": redenen,
    })
}

/// The number of an employer or another organisation.
fn nummer_van(plek: Organisatie) -> Uuid {
    match plek {
        Organisatie::Werkgever(id) => id.0,
        Organisatie::Overig(id) => id.0,
    }
}

fn woord(reden: RedenNakijken) -> &'static str {
    match reden {
        RedenNakijken::LooptAf => "loopt_af",
        RedenNakijken::Ongebruikt => "ongebruikt",
        RedenNakijken::RuimerDanFunctie => "ruimer_dan_functie",
    }
}
