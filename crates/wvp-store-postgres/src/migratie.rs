//! The tables, step by step. A step that was released never changes; a new one is added below.

use tokio_postgres::Client;
use wvp_store::StoreError;

use crate::fout::store_fout;

/// Every step, oldest first; the number of a step is its place, from 1.
pub const MIGRATIES: [&str; 3] = [
    include_str!("migratie/0001_log.sql"),
    include_str!("migratie/0002_leesmodellen.sql"),
    include_str!("migratie/0003_sleutels.sql"),
];

/// One node migrates at a time; the number says nothing, it is only ours.
const SLOT: &str = "select pg_advisory_xact_lock(7390112653)";
const BEGIN: &str = "create schema if not exists poortwachter; \
    create table if not exists poortwachter.migratie (nummer integer primary key)";

/// Brings the tables up to date, in one transaction. Returns how many steps that took.
pub(crate) async fn migreer(client: &mut Client) -> Result<usize, StoreError> {
    eis_duurzaam(client).await?;
    let fout = |fout| store_fout(&fout);
    let werk = client.transaction().await.map_err(fout)?;
    werk.batch_execute(SLOT).await.map_err(fout)?;
    werk.batch_execute(BEGIN).await.map_err(fout)?;
    let vraag = "select count(*) from poortwachter.migratie";
    let gedaan: i64 =
        werk.query_one(vraag, &[]).await.and_then(|rij| rij.try_get(0)).map_err(fout)?;
    let gedaan = usize::try_from(gedaan).unwrap_or(usize::MAX);
    let nieuw = MIGRATIES.get(gedaan..).ok_or_else(|| {
        let kent = MIGRATIES.len();
        StoreError::Unavailable(format!(
            "de database is van een nieuwere versie van dit programma: hij heeft stap {gedaan}, en dit \
             programma kent er {kent}"
        ))
    })?;
    for (nummer, stap) in (gedaan + 1..).zip(nieuw) {
        werk.batch_execute(stap).await.map_err(fout)?;
        let noteer = format!("insert into poortwachter.migratie values ({nummer})");
        werk.batch_execute(&noteer).await.map_err(fout)?;
    }
    werk.commit().await.map_err(fout)?;
    Ok(nieuw.len())
}

/// A server that answers before its disk has it cannot keep what a store promises.
async fn eis_duurzaam(client: &Client) -> Result<(), StoreError> {
    let vraag = "select current_setting('fsync') = 'on' \
                 and current_setting('full_page_writes') = 'on'";
    let rij = client.query_one(vraag, &[]).await;
    let duurzaam: bool = rij.and_then(|rij| rij.try_get(0)).map_err(|fout| store_fout(&fout))?;
    let los = "PostgreSQL staat ingesteld op verlies bij stroomuitval (fsync, full_page_writes)";
    if duurzaam { Ok(()) } else { Err(StoreError::Unavailable(los.to_owned())) }
}
