//! `agenda`: the calendar of one person behind a secret address.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use clap::{Args, Subcommand};
use wvp_domain::postvak::{Agenda as Feit, AgendaEinde, Command};
use wvp_domain::{Secties, StukId};
use wvp_engine::{Systeemklok, nieuw_id};
use wvp_kanalen::agenda::{AgendaInstelling, Ingang, feed};
use wvp_kanalen::geheim::{Geheim, Geheimhash};

use super::als_wie::AlsWie;
use super::{Opslag, SJABLOON};
use crate::huis::Huis;
use crate::post::Hoeveel;

#[derive(Debug, Args)]
pub(crate) struct Agenda {
    #[command(subcommand)]
    wat: Wat,
}

#[derive(Debug, Subcommand)]
enum Wat {
    /// Maak een geheim agenda-adres voor iemand; een eerder adres werkt dan niet meer
    #[command(help_template = SJABLOON)]
    Open(AlsWie),
    /// Trek het agenda-adres van iemand in
    #[command(help_template = SJABLOON)]
    Intrek(AlsWie),
    /// Schrijf de agenda achter een geheim als iCalendar
    #[command(help_template = SJABLOON)]
    Toon(Toon),
}

#[derive(Debug, Args)]
struct Toon {
    /// Het geheim uit het adres
    #[arg(value_name = "GEHEIM", help_heading = "Invoer")]
    geheim: String,
    /// Het domein van deze installatie; achter de @ van elke regel
    #[arg(long, value_name = "DOMEIN", help_heading = "Opties")]
    domein: String,
    /// Hoeveel een titel zegt: stil, kenmerk of stap; standaard kenmerk
    #[arg(
        long,
        value_name = "HOEVEEL",
        default_value = "kenmerk",
        hide_possible_values = true,
        hide_default_value = true,
        help_heading = "Opties"
    )]
    titel: Hoeveel,
    /// Het bestand (.ics); standaard het scherm
    #[arg(long, value_name = "BESTAND", help_heading = "Opties")]
    naar: Option<PathBuf>,
    #[command(flatten)]
    opslag: Opslag,
}

impl Agenda {
    /// Opens, ends or writes a calendar.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        match self.wat {
            Wat::Open(eigenaar) => open(&eigenaar).await,
            Wat::Intrek(eigenaar) => trek_in(&eigenaar).await,
            Wat::Toon(toon) => toon.draai().await,
        }
    }
}

/// The secret is shown once; what is kept of it opens nothing.
async fn open(eigenaar: &AlsWie) -> anyhow::Result<()> {
    let (huis, wie) = eigenaar.open().await?;
    let geheim = Geheim::nieuw();
    let feit = Feit { stuk: StukId(nieuw_id()), hash: geheim.hash().bytes() };
    huis.engine.execute_postvak(&wie, Command::OpenAgenda(Secties::proces(feit))).await?;
    anstream::println!("{}", *geheim.toon());
    huis.store.sluit().await?;
    Ok(())
}

async fn trek_in(eigenaar: &AlsWie) -> anyhow::Result<()> {
    let (huis, wie) = eigenaar.open().await?;
    let feit = AgendaEinde { stuk: StukId(nieuw_id()) };
    huis.engine.execute_postvak(&wie, Command::SluitAgenda(Secties::proces(feit))).await?;
    anstream::println!("ingetrokken");
    huis.store.sluit().await?;
    Ok(())
}

impl Toon {
    async fn draai(self) -> anyhow::Result<()> {
        let instelling = AgendaInstelling::try_new(self.titel.openheid(), &self.domein)?;
        let klok = Arc::new(Systeemklok);
        let huis = Huis::open(&self.opslag.opslag, &self.opslag.sleutels, klok).await?;
        let regels = match Geheimhash::van(&self.geheim) {
            Some(hash) => huis.engine.agenda_achter(&hash.bytes()).await?,
            None => None,
        };
        let Some(regels) = regels else { bail!("dit agenda-adres bestaat niet (meer)") };
        let ingangen: Vec<Ingang> = regels.iter().map(Ingang::from).collect();
        let tekst = feed(&instelling, &ingangen);
        match &self.naar {
            Some(pad) => fs::write(pad, tekst)
                .with_context(|| format!("`{}` is niet te schrijven", pad.display()))?,
            None => anstream::print!("{tekst}"),
        }
        huis.store.sluit().await?;
        Ok(())
    }
}
