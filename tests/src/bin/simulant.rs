//! Plays a random caseload on a store, a day at a time. Its parent is the clock: every line that comes in is a
//! day to play, and may come again. Log lines go out, so the parent sees how far it is and can kill it anywhere.

use std::io;

use anyhow::Context as _;
use tests::simulant::Simulant;
use tracing::info;
use wvp_domain::Datum;

fn main() -> anyhow::Result<()> {
    tracing_subscriber::fmt()
        .with_max_level(tracing::Level::INFO)
        .with_ansi(false)
        .without_time()
        .with_writer(io::stdout)
        .init();
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(speel())
}

async fn speel() -> anyhow::Result<()> {
    let argumenten: Vec<String> = std::env::args().skip(1).collect();
    let [opslag, sleutels, poort, seed, dossiers] = argumenten.as_slice() else {
        anyhow::bail!("geef opslag, sleutels, poort, seed en aantal dossiers");
    };
    let (seed, dossiers) = (seed.parse()?, dossiers.parse()?);
    let huis = (opslag.as_str(), sleutels.as_ref());
    let simulant = Simulant::open(huis, poort.parse()?, (seed, dossiers)).await?;
    for regel in io::stdin().lines() {
        let dag: Datum = regel?.parse()?;
        simulant.speel(dag).await.with_context(|| format!("{dag}"))?;
        info!(%dag, "klaar");
    }
    simulant.sluit().await
}
