//! `simulate`: a synthetic caseload through the engine, with what it costs as the last line.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use anyhow::Context as _;
use clap::Args;
use wvp_engine::{Handklok, nieuw_id};

use crate::huis::{Huis, OpslagUrl};
use crate::simulatie::Simulatie;
use crate::simulatie::meting::{Meting, bytes_in, piek_geheugen, tijdlijnen};

#[derive(Debug, Args)]
pub(crate) struct Simulate {
    /// Hoeveel dossiers
    #[arg(long, value_name = "AANTAL", help_heading = "Opties")]
    dossiers: u32,
    /// Welke voorraad: hetzelfde zaad geeft altijd dezelfde dossiers
    #[arg(long, value_name = "ZAAD", default_value_t = 1, help_heading = "Opties")]
    seed: u64,
    /// Over hoeveel jaren de eerste ziektedagen zijn verspreid
    #[arg(long, value_name = "JAREN", default_value_t = 2, help_heading = "Opties")]
    jaren: u16,
    /// Waar de opslag komt; zonder deze optie in een map die daarna weer weg is
    #[arg(long, value_name = "URL", help_heading = "Opties", requires = "sleutels")]
    opslag: Option<OpslagUrl>,
    /// Het bestand met de hoofdsleutels; het wordt gemaakt als het er niet is
    #[arg(long, value_name = "BESTAND", help_heading = "Opties", requires = "opslag")]
    sleutels: Option<PathBuf>,
}

impl Simulate {
    /// Writes, measures, and prints one line of JSON.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        let simulatie = Simulatie { dossiers: self.dossiers, seed: self.seed, jaren: self.jaren };
        let meting = match (&self.opslag, &self.sleutels) {
            (Some(opslag), Some(sleutels)) => meet(&simulatie, opslag, sleutels).await?,
            _ => in_tijdelijke_map(&simulatie).await?,
        };
        anstream::println!("{}", serde_json::to_string(&meting)?);
        Ok(())
    }
}

async fn in_tijdelijke_map(simulatie: &Simulatie) -> anyhow::Result<Meting> {
    let map = std::env::temp_dir().join(format!("poortwachter-simulatie-{}", nieuw_id()));
    std::fs::create_dir_all(&map)?;
    let opslag = OpslagUrl::Sled(map.join("opslag"));
    let meting = meet(simulatie, &opslag, &map.join("sleutels")).await;
    std::fs::remove_dir_all(&map).with_context(|| format!("`{}`", map.display()))?;
    meting
}

async fn meet(
    simulatie: &Simulatie,
    opslag: &OpslagUrl,
    sleutels: &Path,
) -> anyhow::Result<Meting> {
    let (_, tot) = simulatie.periode()?;
    let klok = Arc::new(Handklok::op(tot));
    let plannen = Arc::new(simulatie.plannen()?);
    let huis = Huis::open_of_maak_op(opslag, sleutels, Arc::clone(&klok) as _).await?;
    let vooraf = huis.store.kop().0;
    let begin = Instant::now();
    simulatie.schrijf(&huis.engine, &klok, &plannen).await?;
    let seconds = begin.elapsed().as_secs_f64();
    let events = huis.store.kop().0.saturating_sub(vooraf);
    let begin = Instant::now();
    let voor_tik = huis.store.kop().0;
    huis.engine.tick().await?;
    let tick_seconds = begin.elapsed().as_secs_f64();
    let tick_due = huis.store.kop().0.saturating_sub(voor_tik);
    let [timeline_p50_us, timeline_p99_us] = tijdlijnen(&huis.engine, &plannen, tot).await?;
    let begin = Instant::now();
    huis.store.sluit().await?;
    drop(huis);
    let huis = Huis::open(opslag, sleutels, Arc::clone(&klok) as _).await?;
    let reopen_seconds = begin.elapsed().as_secs_f64();
    let begin = Instant::now();
    huis.engine.herbouw().await?;
    let rebuild_seconds = begin.elapsed().as_secs_f64();
    huis.store.sluit().await?;
    Ok(Meting {
        dossiers: simulatie.dossiers,
        events,
        seconds,
        events_per_second: per_seconde(events, seconds),
        bytes_on_disk: bytes_van(opslag)?,
        peak_rss_bytes: piek_geheugen(),
        reopen_seconds,
        rebuild_seconds,
        tick_seconds,
        tick_due,
        timeline_p50_us,
        timeline_p99_us,
    })
}

#[expect(clippy::cast_precision_loss, reason = "a count of events as a figure for people")]
fn per_seconde(events: u64, seconds: f64) -> f64 {
    events as f64 / seconds.max(f64::EPSILON)
}

fn bytes_van(opslag: &OpslagUrl) -> anyhow::Result<u64> {
    match opslag {
        OpslagUrl::Sled(map) => Ok(bytes_in(map)?),
        // What a server keeps on its disk is for the server to tell.
        OpslagUrl::Postgres(_) => Ok(0),
    }
}
