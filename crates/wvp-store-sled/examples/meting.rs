//! Measures appends a second and the time to read a stream: `cargo run --release --example meting`.

use std::sync::Arc;
use std::time::{Duration, Instant};

use wvp_store::conformance::{deel, record, stroom};
use wvp_store::{EventStore, Richting, StoreError, Toevoeging, Versie, Verwacht};
use wvp_store_sled::{Instellingen, SledStore};

const DUUR: Duration = Duration::from_secs(4);

#[tokio::main]
async fn main() -> Result<(), StoreError> {
    for schrijvers in [1, 8, 64, 512] {
        schrijf(schrijvers).await?;
    }
    lees().await
}

async fn open() -> Result<(tempfile::TempDir, Arc<SledStore>), StoreError> {
    let map =
        tempfile::tempdir_in(".").map_err(|fout| StoreError::Unavailable(fout.to_string()))?;
    let (store, _) = SledStore::open(map.path(), Instellingen::default()).await?;
    Ok((map, Arc::new(store)))
}

/// One record of 300 bytes an append, each writer in streams of its own.
async fn schrijf(schrijvers: u128) -> Result<(), StoreError> {
    let (_map, store) = open().await?;
    let begin = Instant::now();
    let taken: Vec<_> = (0..schrijvers)
        .map(|wie| {
            let store = Arc::clone(&store);
            tokio::spawn(async move {
                let mut tijden = vec![];
                for nummer in 0_u64.. {
                    if begin.elapsed() > DUUR {
                        break;
                    }
                    let sinds = Instant::now();
                    let doel = stroom(wie + 1000 * u128::from(nummer / 100));
                    store.append(vec![een(doel, nummer)]).await?;
                    tijden.push(sinds.elapsed());
                }
                Ok::<_, StoreError>(tijden)
            })
        })
        .collect();
    let mut tijden = vec![];
    for taak in taken {
        tijden.extend(taak.await.map_err(|fout| StoreError::Unavailable(fout.to_string()))??);
    }
    let per_seconde =
        f64::from(u32::try_from(tijden.len()).unwrap_or(u32::MAX)) / DUUR.as_secs_f64();
    let bytes = store.kop().0;
    toon(&format!("{schrijvers} schrijvers: {per_seconde:.0}/s ({bytes} records)"), tijden);
    Ok(())
}

fn een(doel: wvp_store::StroomId, nummer: u64) -> Toevoeging {
    let mut nieuw = record(u128::from(nummer));
    if let Some(sectie) = nieuw.secties.first_mut() {
        sectie.cijfertekst = vec![5; 300];
    }
    let verwacht = Verwacht::Precies(Versie(nummer % 100));
    Toevoeging { stroom: doel, verwacht, records: vec![nieuw] }
}

async fn lees() -> Result<(), StoreError> {
    let (_map, store) = open().await?;
    for nummer in 0..100 {
        let delen = (0..200).map(|wie| deel(stroom(wie), Verwacht::Elke, [nummer]));
        store.append(delen.collect()).await?;
    }
    let mut tijden = vec![];
    for ronde in 0..2000 {
        let sinds = Instant::now();
        store.read_stream(stroom(ronde % 200), Versie(1), Richting::Vooruit, 100).await?;
        tijden.push(sinds.elapsed());
    }
    toon("stroom van 100 lezen", tijden);
    let sinds = Instant::now();
    let alles = store.read_all(wvp_store::Positie::BEGIN, usize::MAX).await?.len();
    toon(&format!("{alles} records in volgorde"), vec![sinds.elapsed()]);
    Ok(())
}

#[expect(clippy::print_stdout, reason = "a measurement is printed")]
fn toon(wat: &str, mut tijden: Vec<Duration>) {
    tijden.sort_unstable();
    let bij = |deel: usize| tijden.get(tijden.len() * deel / 100).copied().unwrap_or_default();
    println!("{wat}: p50 {:?}, p99 {:?}", bij(50), bij(99));
}
