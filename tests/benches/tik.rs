//! Measures what a tick costs when ever more dossiers are open and the same number is due:
//! `cargo bench -p tests --bench tik -- 1000 10000 100000`. On the embedded store.

#![expect(clippy::print_stdout, reason = "a measurement for a person at a terminal")]

use std::sync::Arc;
use std::time::Instant;

use tokio::task::JoinSet;
use uuid::Uuid;
use wvp_cli::demo::{Zaak, caseload, gebruiker, schrijf_in};
use wvp_cli::huis::Huis;
use wvp_domain::{Command, Datum, DossierId, StukId};
use wvp_engine::{Engine, Handklok};

/// How many dossiers are due on the day of the tick.
const AAN_DE_BEURT: u32 = 100;
/// Writers while the dossiers are made.
const SCHRIJVERS: u32 = 256;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let aantallen: Vec<u32> = std::env::args().filter_map(|it| it.parse().ok()).collect();
    println!("{:>9} {:>9} {:>9} {:>9} {:>9}", "dossiers", "beurt", "feiten", "ms", "vullen s");
    for aantal in if aantallen.is_empty() { vec![1_000, 10_000] } else { aantallen } {
        meet(aantal).await?;
    }
    Ok(())
}

async fn meet(aantal: u32) -> anyhow::Result<()> {
    let map = tempfile::tempdir()?;
    let klok = Arc::new(Handklok::op(Datum::ymd(2024, 1, 1)?));
    let (opslag, sleutels) = (map.path().join("opslag"), map.path().join("sleutels"));
    let huis = Huis::open_of_maak(&opslag, &sleutels, klok.clone()).await?;
    let zaak = Arc::new(caseload()?.remove(0));
    let begin = Instant::now();
    schrijf_in(&huis.engine, &zaak).await?;
    vul(&huis.engine, &zaak, 0..AAN_DE_BEURT).await?;
    // The others began ten days later: no two rungs of a ladder lie ten days apart.
    klok.zet(Datum::ymd(2024, 1, 11)?);
    vul(&huis.engine, &zaak, AAN_DE_BEURT..aantal).await?;
    let mut dag = Datum::ymd(2024, 1, 11)?;
    // Up to the first day on which only the first dossiers are due.
    let (gevuld, mut feiten) = (begin.elapsed(), 0);
    let (mut beurt, mut duur) = (0, 0.0);
    while beurt != AAN_DE_BEURT as usize || feiten == 0 {
        klok.zet(dag);
        huis.engine.follow().await?;
        let (ervoor, start) = (huis.store.kop().0, Instant::now());
        let getikt = huis.engine.tick().await?;
        duur = start.elapsed().as_secs_f64() * 1e3;
        (beurt, feiten) = (getikt.dossiers, huis.store.kop().0 - ervoor);
        dag = dag.volgende();
    }
    println!("{aantal:>9} {beurt:>9} {feiten:>9} {duur:>9.1} {:>9.1}", gevuld.as_secs_f64());
    huis.store.sluit().await?;
    Ok(())
}

/// Reports so many employees ill on the first day of the clock.
async fn vul(
    engine: &Engine,
    zaak: &Arc<Zaak>,
    nummers: std::ops::Range<u32>,
) -> anyhow::Result<()> {
    let mut taken = JoinSet::new();
    for eerste in nummers.start..nummers.end.min(nummers.start.saturating_add(SCHRIJVERS)) {
        let (engine, zaak, einde) = (engine.clone(), Arc::clone(zaak), nummers.end);
        taken.spawn(async move {
            for nummer in (eerste..einde).step_by(SCHRIJVERS as usize) {
                meld_ziek(&engine, &zaak, nummer).await?;
            }
            anyhow::Ok(())
        });
    }
    while let Some(klaar) = taken.join_next().await {
        klaar??;
    }
    Ok(())
}

async fn meld_ziek(engine: &Engine, zaak: &Zaak, nummer: u32) -> anyhow::Result<()> {
    let Some(stap) = zaak.stappen.first() else { return Ok(()) };
    let Command::MeldZiek(mut melding) = stap.wat.clone() else { return Ok(()) };
    let id = Uuid::from_u128(0x7000_0000 + u128::from(nummer));
    let vandaag = engine.klok().vandaag();
    melding.a.stuk = StukId(id);
    melding.a.eerste_ziektedag = vandaag;
    melding.a.gemeld_op = vandaag;
    let wie = gebruiker(zaak, stap.wie);
    engine.execute(&wie, DossierId(id), Command::MeldZiek(melding)).await?;
    Ok(())
}
