//! `rooster`: the timetable in the foreground, until somebody stops it.

use std::sync::Arc;

use clap::Args;
use tokio::signal::unix::{SignalKind, signal};
use wvp_engine::{Dienst, Rooster as Draaiend, Systeemklok};
use wvp_kanalen::{Adres, AdresFout};

use super::Opslag;
use crate::bezorging::Bezorging;
use crate::huis::Huis;

#[derive(Debug, Args)]
#[command(after_help = UITLEG)]
pub(crate) struct Rooster {
    /// Het mailadres dat bericht krijgt als een tik is gemist, hoogstens een keer per dag
    #[arg(long, value_name = "ADRES", help_heading = "Opties", value_parser = adres)]
    beheerder: Option<String>,
    #[command(flatten)]
    bezorging: Bezorging,
    #[command(flatten)]
    opslag: Opslag,
}

const UITLEG: &str = "\
Er is een tik bij de start en elke ochtend om zeven uur in Nederland. Elk uur gaan de berichten die wachten \
opnieuw uit. Stop met Ctrl-C of SIGTERM: wat loopt, wordt eerst afgemaakt.

Bij `sled:` houdt het rooster de opslag bezet: andere opdrachten kunnen er dan niet bij. Op één PostgreSQL kunnen \
meer roosters tegelijk draaien; samen doen ze het werk één keer.";

/// Checked before the first tick: a fault in it would show on the day that it is needed.
fn adres(tekst: &str) -> Result<String, AdresFout> {
    Adres::try_new(tekst).map(|_| tekst.trim().to_owned())
}

impl Rooster {
    /// Ticks and delivers until SIGINT or SIGTERM, and then finishes what runs.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        // Listened for from the start: a signal during the first tick waits for its end.
        let mut onderbroken = signal(SignalKind::interrupt())?;
        let mut beeindigd = signal(SignalKind::terminate())?;
        let kanaal = self.bezorging.kanaal()?;
        let klok = Arc::new(Systeemklok);
        let huis = Huis::open(&self.opslag.opslag, &self.opslag.sleutels, klok).await?;
        let dienst = Dienst::new(huis.engine.clone(), kanaal);
        let dienst = match self.beheerder {
            Some(adres) => dienst.met_beheerder(adres),
            None => dienst,
        };
        let dienst = match self.bezorging.webhook()? {
            Some((webhook, afnemer)) => dienst.met_systeem(Arc::new(webhook), afnemer),
            None => dienst,
        };
        let rooster = Draaiend::start(dienst).await?;
        anstream::eprintln!("het rooster draait; stop met Ctrl-C");
        tokio::select! {
            _ = onderbroken.recv() => {}
            _ = beeindigd.recv() => {}
        }
        rooster.stop().await?;
        huis.store.sluit().await?;
        anstream::eprintln!("het rooster is gestopt");
        Ok(())
    }
}
