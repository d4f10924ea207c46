//! Stores on databases of the one server of this process.

use std::sync::Arc;

use wvp_proefserver::proefserver;
use wvp_store_postgres::{Instellingen, PostgresStore};

/// The URL of a new, empty database.
pub(crate) fn database() -> String {
    proefserver().maak_database().unwrap()
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
