//! Measures what the report of a case of 104 weeks costs, from the facts in the log to papers and manifest:
//! `cargo bench -p tests --bench riv`. The first one, which loads the fonts, is told apart.

#![expect(clippy::print_stdout, reason = "a measurement for a person at a terminal")]

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use wvp_cli::Postmap;
use wvp_cli::demo::{Rol, Speler, caseload, gebruiker};
use wvp_cli::huis::Huis;
use wvp_domain::Datum;
use wvp_engine::{Aanleiding, Handklok};
use wvp_papieren::Drukker;

/// How often the report is made.
const KEREN: usize = 40;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let map = tempfile::tempdir()?;
    let klok = Arc::new(Handklok::op(Datum::EERSTE));
    let (opslag, sleutels) = (map.path().join("opslag"), map.path().join("sleutels"));
    let huis = Huis::open_of_maak(&opslag, &sleutels, Arc::clone(&klok) as _).await?;
    let mut zaken = caseload()?;
    zaken.truncate(1);
    for zaak in &mut zaken {
        zaak.papieren.clear();
    }
    let kanaal = Postmap::try_new(&map.path().join("berichten"))?;
    let papieren = PathBuf::new();
    let speler = Speler { huis: &huis, klok, zaken: &zaken, kanaal: &kanaal, papieren };
    speler.speel(&|_| {}).await?;
    let Some(zaak) = zaken.first() else { return Ok(()) };
    let wie = gebruiker(zaak, Rol::Casemanager);
    let (mut duren, mut bestanden, mut bytes) = (vec![], 0, 0);
    for _ in 0..=KEREN {
        let begin = Instant::now();
        let pakket =
            huis.engine.riv_pakket(&wie, zaak.dossier, &Aanleiding::default(), &Drukker).await?;
        duren.push(begin.elapsed().as_secs_f64() * 1e3);
        bestanden = pakket.bestanden.len();
        bytes = pakket.bestanden.iter().map(|it| it.inhoud.len()).sum();
    }
    let koud = duren.remove(0);
    duren.sort_by(f64::total_cmp);
    let mediaan = duren.get(duren.len() / 2).copied().unwrap_or_default();
    let slechtst = duren.last().copied().unwrap_or_default();
    println!("{bestanden} bestanden, {bytes} bytes");
    println!(
        "koud {koud:.0} ms; warm {KEREN} keer: mediaan {mediaan:.0} ms, slechtst {slechtst:.0} ms"
    );
    huis.store.sluit().await?;
    Ok(())
}
