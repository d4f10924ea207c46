//! `serve`: the server with its timetable, until somebody stops it; and `config check`.

use std::path::PathBuf;
use std::sync::Arc;

use clap::{Args, Subcommand};
use tokio::signal::unix::{SignalKind, signal};
use wvp_engine::{Dienst as Werk, Rooster, Systeemklok};
use wvp_papieren::Pers;
use wvp_server::Dienst;
use wvp_server::instellingen::Instellingen;

use super::SJABLOON;
use crate::bediener;
use crate::huis::Huis;
use crate::instellingen::Configuratie;

#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// Het bestand met de instellingen (TOML); zie deploy/config.example.toml
    #[arg(long, value_name = "BESTAND", help_heading = "Opties")]
    config: Option<PathBuf>,
}

impl Serve {
    /// Serves and ticks until SIGINT or SIGTERM, and then finishes what runs.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        let configuratie = Configuratie::lees(self.config.as_deref())?;
        let sporen = configuratie.telemetrie.begin(configuratie.logboek()?)?;
        let (opslag, klok) = (configuratie.opslag()?, Arc::new(Systeemklok));
        let instellingen = configuratie.instellingen()?;
        let huis = Huis::open_of_maak_op(&opslag, &configuratie.sleutels, klok).await?;
        if let Some(uitnodiging) = bediener::eerste(&huis.engine).await? {
            anstream::println!("Eerste beheerder: account {}", bediener::account().0);
            anstream::println!("Uitnodiging, 24 uur geldig: {}", uitnodiging.toon());
        }
        let bezorging = configuratie.bezorging()?;
        let werk = Werk::new(huis.engine.clone(), bezorging.kanaal()?);
        let werk = match bezorging.webhook()? {
            Some((webhook, afnemer)) => werk.met_systeem(Arc::new(webhook), afnemer),
            None => werk,
        };
        let werk = match configuratie.beheerder.clone() {
            Some(adres) => werk.met_beheerder(adres),
            None => werk,
        };
        let rooster = Rooster::start(werk).await?;
        let uitkomst = dien(&huis, instellingen).await;
        rooster.stop().await?;
        huis.store.sluit().await?;
        sporen.stop().await;
        uitkomst
    }
}

/// Serves until SIGINT or SIGTERM.
pub(super) async fn dien(huis: &Huis, instellingen: Instellingen) -> anyhow::Result<()> {
    let (mut onderbroken, mut beeindigd) =
        (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    let dienst = Dienst::bind(huis.engine.clone(), Arc::new(Pers), instellingen)?;
    anstream::println!("Luistert op {}; stop met Ctrl-C", dienst.adres()?);
    let stop = async move {
        tokio::select! {
            _ = onderbroken.recv() => {}
            _ = beeindigd.recv() => {}
        }
    };
    dienst.draai(stop).await?;
    Ok(())
}

#[derive(Debug, Args)]
pub(crate) struct Config {
    #[command(subcommand)]
    wat: Wat,
}

#[derive(Debug, Subcommand)]
enum Wat {
    /// Kijk na of de instellingen te gebruiken zijn, zonder iets te starten
    #[command(help_template = SJABLOON)]
    Check(Check),
}

#[derive(Debug, Args)]
struct Check {
    /// Het bestand met de instellingen (TOML)
    #[arg(value_name = "BESTAND", help_heading = "Invoer")]
    bestand: Option<PathBuf>,
}

impl Config {
    /// Names what cannot be used.
    pub(crate) fn draai(self) -> anyhow::Result<()> {
        let Wat::Check(Check { bestand }) = self.wat;
        let configuratie = Configuratie::lees(bestand.as_deref())?;
        configuratie.opslag()?;
        configuratie.bezorging()?.kanaal()?;
        configuratie.instellingen()?;
        configuratie.telemetrie.adres()?;
        configuratie.logboek()?;
        anstream::println!("de instellingen zijn te gebruiken");
        Ok(())
    }
}
