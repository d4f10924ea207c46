//! Measures a throw-away server: appends a second with group commit, on one node and on two, beside one
//! transaction per event written by hand; a stream of 100; a replay of everything.
//! `cargo run --release -p wvp-store-postgres --example meting`.

use std::error::Error;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio_postgres::{Client, NoTls};
use wvp_proefserver::Proefserver;
use wvp_store::conformance::{deel, record, stroom};
use wvp_store::{EventStore, Positie, Richting, StroomId, Toevoeging, Versie, Verwacht};
use wvp_store_postgres::{Instellingen, PostgresStore};

type Uitkomst<T> = Result<T, Box<dyn Error + Send + Sync>>;

const DUUR: Duration = Duration::from_secs(4);
const EVENTS_PER_STROOM: u64 = 100;

#[tokio::main]
async fn main() -> Uitkomst<()> {
    let server = Proefserver::start()?;
    for schrijvers in [1, 8, 64, 512] {
        een_transactie_per_gebeurtenis(&server, schrijvers).await?;
        for knopen in [1, 2] {
            in_groepen(&server, knopen, schrijvers).await?;
        }
    }
    lees(&server).await
}

async fn knopen(url: &str, aantal: usize) -> Uitkomst<Vec<Arc<PostgresStore>>> {
    let mut knopen = vec![];
    for _ in 0..aantal {
        knopen.push(Arc::new(PostgresStore::open(Instellingen::try_new(url)?).await?));
    }
    Ok(knopen)
}

/// Every event its own append, each writer in streams of its own, with the version it expects.
async fn in_groepen(server: &Proefserver, aantal: usize, schrijvers: u128) -> Uitkomst<()> {
    let knopen = knopen(&server.maak_database()?, aantal).await?;
    let begin = Instant::now();
    let taken: Vec<_> = (0..schrijvers)
        .zip(knopen.iter().cycle())
        .map(|(wie, knoop)| {
            let knoop = Arc::clone(knoop);
            tokio::spawn(async move {
                let mut tijden = vec![];
                for nummer in 0_u64.. {
                    if begin.elapsed() > DUUR {
                        break;
                    }
                    let sinds = Instant::now();
                    knoop.append(vec![een(wie, nummer)]).await?;
                    tijden.push(sinds.elapsed());
                }
                Uitkomst::Ok(tijden)
            })
        })
        .collect();
    let mut tijden = vec![];
    for taak in taken {
        tijden.extend(taak.await??);
    }
    for knoop in knopen {
        knoop.sluit().await?;
    }
    toon(&format!("{schrijvers} schrijvers, {aantal} knopen, in groepen"), begin, tijden);
    Ok(())
}

/// The plain way: one transaction per event on 32 connections at most, position by sequence. It is the
/// way that loses events to readers; here it is the mark to beat.
async fn een_transactie_per_gebeurtenis(server: &Proefserver, schrijvers: u128) -> Uitkomst<()> {
    let url = server.maak_database()?;
    tokio_postgres_client(&url).await?.batch_execute(GEWOON).await?;
    let lijnen = usize::try_from(schrijvers)?.min(32);
    let begin = Instant::now();
    let mut taken = vec![];
    for wie in 0..lijnen {
        let client = tokio_postgres_client(&url).await?;
        taken.push(tokio::spawn(async move { schrijf_gewoon(&client, wie as u128, begin).await }));
    }
    let mut tijden = vec![];
    for taak in taken {
        tijden.extend(taak.await??);
    }
    let wat = format!("{schrijvers} schrijvers, {lijnen} lijnen, een transactie elk");
    toon(&wat, begin, tijden);
    Ok(())
}

const GEWOON: &str = "create table gewoon (positie bigserial primary key, stroom bytea not null, \
    versie bigint not null, id uuid not null, inhoud bytea not null, unique (stroom, versie), \
    unique (stroom, id))";

async fn schrijf_gewoon(client: &Client, wie: u128, begin: Instant) -> Uitkomst<Vec<Duration>> {
    let sql = "insert into gewoon (stroom, versie, id, inhoud) values ($1, $2, $3, $4)";
    let sql = client.prepare(sql).await?;
    let mut tijden = vec![];
    for nummer in 0_u64.. {
        if begin.elapsed() > DUUR {
            break;
        }
        let nieuw = een(wie, nummer);
        let doel = nieuw.stroom.bytes().to_vec();
        let versie = i64::try_from(nummer % EVENTS_PER_STROOM + 1)?;
        let id = record(u128::from(nummer)).id.0;
        let sinds = Instant::now();
        client.execute(&sql, &[&doel, &versie, &id, &vec![5_u8; 380]]).await?;
        tijden.push(sinds.elapsed());
    }
    Ok(tijden)
}

async fn tokio_postgres_client(url: &str) -> Uitkomst<Client> {
    let (client, lijn) = tokio_postgres::connect(url, NoTls).await?;
    tokio::spawn(lijn);
    Ok(client)
}

/// One record of 300 bytes of ciphertext.
fn een(wie: u128, nummer: u64) -> Toevoeging {
    let mut nieuw = record(u128::from(nummer));
    if let Some(sectie) = nieuw.secties.first_mut() {
        sectie.cijfertekst = vec![5; 300];
    }
    let doel: StroomId = stroom(wie + 1000 * u128::from(nummer / EVENTS_PER_STROOM));
    let verwacht = Verwacht::Precies(Versie(nummer % EVENTS_PER_STROOM));
    Toevoeging { stroom: doel, verwacht, records: vec![nieuw] }
}

async fn lees(server: &Proefserver) -> Uitkomst<()> {
    let store = knopen(&server.maak_database()?, 1).await?.remove(0);
    for nummer in 0..EVENTS_PER_STROOM {
        let delen = (0..400).map(|wie| deel(stroom(wie), Verwacht::Elke, [u128::from(nummer)]));
        store.append(delen.collect()).await?;
    }
    let begin = Instant::now();
    let mut tijden = vec![];
    for ronde in 0..1000 {
        let sinds = Instant::now();
        store.read_stream(stroom(ronde % 400), Versie(1), Richting::Vooruit, 100).await?;
        tijden.push(sinds.elapsed());
    }
    toon("stroom van 100 lezen", begin, tijden);
    let begin = Instant::now();
    let (mut na, mut aantal) = (Positie::BEGIN, 0);
    loop {
        let records = store.read_all(na, 1000).await?;
        let Some(laatste) = records.last() else { break };
        (na, aantal) = (laatste.positie, aantal + records.len());
    }
    toon_getal("alles in volgorde", aantal, begin);
    Ok(())
}

fn toon(wat: &str, begin: Instant, mut tijden: Vec<Duration>) {
    tijden.sort_unstable();
    let bij = |deel: usize| tijden.get(tijden.len() * deel / 100).copied().unwrap_or_default();
    toon_getal(&format!("{wat}: p50 {:?}, p99 {:?}", bij(50), bij(99)), tijden.len(), begin);
}

#[expect(clippy::print_stdout, reason = "a measurement is printed")]
fn toon_getal(wat: &str, aantal: usize, begin: Instant) {
    let per_seconde =
        f64::from(u32::try_from(aantal).unwrap_or(u32::MAX)) / begin.elapsed().as_secs_f64();
    println!("{wat}: {per_seconde:.0}/s");
}
