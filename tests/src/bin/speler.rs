//! Plays the demo in a folder, or plays on where an earlier run was killed.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context as _;
use wvp_cli::Postmap;
use wvp_cli::demo::{Speler, caseload};
use wvp_cli::huis::Huis;
use wvp_domain::Datum;
use wvp_engine::Handklok;

fn main() -> anyhow::Result<()> {
    let map = std::env::args_os().nth(1).map(PathBuf::from).context("geef een map")?;
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(speel(&map))
}

async fn speel(map: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(map)?;
    let klok = Arc::new(Handklok::op(Datum::EERSTE));
    let huis =
        Huis::open_of_maak(&map.join("opslag"), &map.join("sleutels"), Arc::clone(&klok) as _)
            .await?;
    let mut zaken = caseload()?;
    // Papers take long to typeset and are made anew each time: they are proven elsewhere.
    for zaak in &mut zaken {
        zaak.papieren.clear();
    }
    let kanaal = Postmap::try_new(&map.join("berichten"))?;
    let papieren = map.join("riv");
    let speler = Speler { huis: &huis, klok, zaken: &zaken, kanaal: &kanaal, papieren };
    speler.speel(&|_| {}).await?;
    huis.store.sluit().await?;
    Ok(())
}
