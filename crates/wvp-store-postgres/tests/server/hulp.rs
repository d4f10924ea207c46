//! Stores on databases of the one server of this process.

use std::sync::Arc;

use tokio_postgres::{Client, NoTls};
use wvp_proefserver::proefserver;
use wvp_store::conformance::record;
use wvp_store::{Hash, Positie, Record, StroomId, Versie};
use wvp_store_postgres::{Instellingen, PostgresStore};

/// The URL of a new, empty database.
pub(crate) fn database() -> String {
    proefserver().maak_database().unwrap()
}

/// The name of the database at a URL.
pub(crate) fn naam(url: &str) -> String {
    url.rsplit('/').next().unwrap().to_owned()
}

/// A node on this database.
pub(crate) async fn open(url: &str) -> Arc<PostgresStore> {
    let instellingen = Instellingen::try_new(url).unwrap();
    Arc::new(PostgresStore::open(instellingen).await.unwrap())
}

/// A node on an empty database.
pub(crate) async fn leeg() -> Arc<PostgresStore> {
    open(&database()).await
}

/// A transaction that writes as a node does, by hand, so that a test decides how long it takes.
pub(crate) struct Rauw {
    client: Client,
}

impl Rauw {
    pub(crate) async fn begin(url: &str) -> Self {
        let (client, lijn) = tokio_postgres::connect(url, NoTls).await.unwrap();
        tokio::spawn(lijn);
        client.batch_execute("begin").await.unwrap();
        Self { client }
    }

    /// Takes the turn and stores one record in a new stream.
    pub(crate) async fn schrijf(&self, doel: StroomId) {
        let beurt = "update poortwachter.teller set kop = kop + 1 returning kop";
        let positie: i64 = self.client.query_one(beurt, &[]).await.unwrap().get(0);
        let plek = Positie(u64::try_from(positie).unwrap());
        let nieuw = record(1);
        let (id, naam, moment) = (nieuw.id.0, nieuw.type_naam.clone(), nieuw.moment.0);
        let record = Record::plaats(nieuw, doel, Versie(1), plek, Hash::BEGIN);
        let stroom = doel.bytes().to_vec();
        let (vorige, hash) = (record.vorige.0.to_vec(), record.hash.0.to_vec());
        let sql = "insert into poortwachter.record values ($1, $2, 1, $3, $4, 1, $5, $6, $7, $8)";
        let secties = secties(&record);
        self.client
            .execute(sql, &[&positie, &stroom, &id, &naam, &moment, &vorige, &hash, &secties])
            .await
            .unwrap();
    }

    /// Returns when another session of this database waits for a lock, or none is writing any more.
    pub(crate) async fn wacht_op_wachtenden(&self) {
        let vraag = "select count(*) filter (where wait_event_type = 'Lock'), \
                     count(*) filter (where state <> 'idle' and pid <> pg_backend_pid()) \
                     from pg_stat_activity where datname = current_database()";
        // Statistics are kept as they were at the first look in a transaction.
        for _ in 0..200 {
            self.client.batch_execute("select pg_stat_clear_snapshot()").await.unwrap();
            let rij = self.client.query_one(vraag, &[]).await.unwrap();
            let (wachtend, bezig): (i64, i64) = (rij.get(0), rij.get(1));
            if wachtend > 0 || bezig == 0 {
                return;
            }
        }
    }

    /// Makes the server end this session when it says nothing for a second.
    pub(crate) async fn val_stil_na_een_seconde(&self) {
        let grens = "set local idle_in_transaction_session_timeout = '1s'";
        self.client.batch_execute(grens).await.unwrap();
    }

    pub(crate) async fn leg_vast(self) {
        self.client.batch_execute("commit").await.unwrap();
    }

    pub(crate) async fn draai_terug(self) {
        self.client.batch_execute("rollback").await.unwrap();
    }
}

/// The packed sections of [`record`]: form, then per section its fields in order.
fn secties(record: &Record) -> Vec<u8> {
    let mut bytes = vec![1];
    for sectie in &record.secties {
        bytes.extend([sectie.letter.nummer(), sectie.compartiment.nummer()]);
        bytes.extend(sectie.sleutel.0.to_be_bytes());
        bytes.extend(sectie.nonce);
        bytes.extend((sectie.cijfertekst.len() as u64).to_be_bytes());
        bytes.extend(&sectie.cijfertekst);
    }
    bytes
}
