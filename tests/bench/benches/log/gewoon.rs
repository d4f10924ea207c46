//! The plain way on PostgreSQL: one transaction per event, position by sequence. It is the way that loses
//! events to readers; here it is a mark to beat.

use std::sync::Arc;
use std::time::Duration;

use tokio_postgres::{Client, NoTls, Statement};
use wvp_store::conformance::record;

use logbench::last::{LADING, Tijden, Uitkomst, schrijf};

/// Connections at most, here and for postgres-es.
pub(crate) const LIJNEN: u64 = 32;

const TABEL: &str = "create table gewoon (positie bigserial primary key, stroom bytea not null, \
    versie bigint not null, id uuid not null, inhoud bytea not null, unique (stroom, versie), \
    unique (stroom, id))";
const ZET: &str = "insert into gewoon (stroom, versie, id, inhoud) values ($1, $2, $3, $4)";

type Lijn = Arc<(Client, Statement)>;

pub(crate) async fn meet(url: &str, schrijvers: u64, duur: Duration) -> Uitkomst<Tijden> {
    verbind(url).await?.batch_execute(TABEL).await?;
    let mut lijnen: Vec<Lijn> = vec![];
    for _ in 0..schrijvers.min(LIJNEN) {
        let client = verbind(url).await?;
        let zet = client.prepare(ZET).await?;
        lijnen.push(Arc::new((client, zet)));
    }
    let kies = |wie: u64| Arc::clone(&lijnen[usize::try_from(wie % LIJNEN).unwrap_or_default()]);
    schrijf(schrijvers, duur, kies, |lijn: Arc<Lijn>, een| async move {
        let (client, zet) = &**lijn.as_ref();
        let doel = u128::from(een.stroom()).to_be_bytes().to_vec();
        let (versie, id) = (i64::try_from(een.versie())?, record(een.nummer.into()).id.0);
        client.execute(zet, &[&doel, &versie, &id, &vec![5_u8; LADING]]).await?;
        Ok(())
    })
    .await
}

pub(crate) async fn verbind(url: &str) -> Uitkomst<Client> {
    let (client, lijn) = tokio_postgres::connect(url, NoTls).await?;
    tokio::spawn(lijn);
    Ok(client)
}

/// Bytes of a table on the server, with its indexes.
pub(crate) async fn bytes(url: &str, tabel: &str) -> Uitkomst<u64> {
    let vraag = format!("select pg_total_relation_size('{tabel}')");
    let bytes: i64 = verbind(url).await?.query_one(&vraag, &[]).await?.try_get(0)?;
    Ok(u64::try_from(bytes)?)
}
