//! Plays the demo in a folder, or plays on where an earlier run was killed. With a port, its messages go
//! to the mail server there; without, they become files.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context as _;
use tests::post;
use wvp_cli::Postmap;
use wvp_cli::demo::{Speler, caseload};
use wvp_cli::huis::Huis;
use wvp_domain::Datum;
use wvp_engine::{Handklok, Notifier};

fn main() -> anyhow::Result<()> {
    let map = std::env::args_os().nth(1).map(PathBuf::from).context("geef een map")?;
    let poort = std::env::args().nth(2).map(|poort| poort.parse()).transpose()?;
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(speel(&map, poort))
}

fn kanaal(map: &Path, poort: Option<u16>) -> anyhow::Result<Box<dyn Notifier>> {
    let Some(poort) = poort else {
        return Ok(Box::new(Postmap::try_new(&map.join("berichten"))?));
    };
    Ok(Box::new(post::smtp(poort)?))
}

async fn speel(map: &Path, poort: Option<u16>) -> anyhow::Result<()> {
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
    let kanaal = kanaal(map, poort)?;
    let papieren = map.join("riv");
    let speler = Speler { huis: &huis, klok, zaken: &zaken, kanaal: &*kanaal, papieren };
    speler.speel(&|_| {}).await?;
    huis.store.sluit().await?;
    Ok(())
}
