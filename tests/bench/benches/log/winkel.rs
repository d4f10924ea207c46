//! Our stores: appends, a stream of a hundred, everything in order.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use wvp_store::conformance::{deel, stroom};
use wvp_store::{EventStore, Positie, Richting, Versie, Verwacht};
use wvp_store_postgres::{Instellingen, PostgresStore};
use wvp_store_sled::SledStore;

use logbench::last::{STROOM, Tijden, Uitkomst, schrijf};

type Winkel = Arc<dyn EventStore>;

const STROMEN: u128 = 200;
const LEZINGEN: usize = 1000;

pub(crate) async fn sled(map: &Path) -> Uitkomst<Winkel> {
    let (store, _) = SledStore::open(map, wvp_store_sled::Instellingen::default()).await?;
    Ok(Arc::new(store))
}

pub(crate) async fn postgres(url: &str) -> Uitkomst<Winkel> {
    Ok(Arc::new(PostgresStore::open(Instellingen::try_new(url)?).await?))
}

/// Appends of one event; the writers are spread over the nodes.
pub(crate) async fn meet(knopen: &[Winkel], schrijvers: u64, duur: Duration) -> Uitkomst<Tijden> {
    let kies =
        |wie: u64| Arc::clone(&knopen[usize::try_from(wie).unwrap_or_default() % knopen.len()]);
    let tijden = schrijf(schrijvers, duur, kies, |winkel: Arc<Winkel>, een| async move {
        Ok(winkel.append(vec![een.toevoeging()]).await.map(drop)?)
    });
    let tijden = tijden.await?;
    for knoop in knopen {
        knoop.sluit().await?;
    }
    Ok(tijden)
}

/// Reads streams of a hundred events, then everything in order.
pub(crate) async fn lees(winkel: &Winkel) -> Uitkomst<(Tijden, Tijden)> {
    for nummer in 0..STROOM {
        let delen = (0..STROMEN).map(|wie| deel(stroom(wie), Verwacht::Elke, [nummer.into()]));
        winkel.append(delen.collect()).await?;
    }
    let begin = Instant::now();
    let mut tijden = vec![];
    for wie in (0..STROMEN).cycle().take(LEZINGEN) {
        let sinds = Instant::now();
        winkel.read_stream(stroom(wie), Versie(1), Richting::Vooruit, 100).await?;
        tijden.push(sinds.elapsed());
    }
    let stromen = Tijden::new(tijden, begin.elapsed());
    let begin = Instant::now();
    let (mut na, mut tijden) = (Positie::BEGIN, vec![]);
    loop {
        let sinds = Instant::now();
        let records = winkel.read_all(na, 1000).await?;
        let Some(laatste) = records.last() else { break };
        na = laatste.positie;
        tijden.extend(vec![sinds.elapsed(); records.len()]);
    }
    let alles = Tijden::new(tijden, begin.elapsed());
    winkel.sluit().await?;
    Ok((stromen, alles))
}
