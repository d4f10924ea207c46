//! postgres-es 0.5 doing the same work on the same server.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use cqrs_es::event_sink::EventSink;
use cqrs_es::persist::{PersistedEventRepository as _, SerializedEvent};
use cqrs_es::{Aggregate, DomainEvent};
use postgres_es::PostgresEventRepository;
use serde::{Deserialize, Serialize};
use sqlx::postgres::PgPoolOptions;

use crate::gewoon::{LIJNEN, verbind};
use logbench::last::{LADING, Tijden, Uitkomst, schrijf};

/// The table of its own documentation.
const TABEL: &str = "create table events (aggregate_type text not null, aggregate_id text not null, \
    sequence bigint check (sequence >= 0) not null, event_type text not null, \
    event_version text not null, payload json not null, metadata json not null, \
    primary key (aggregate_type, aggregate_id, sequence))";

#[derive(Debug, Default, Serialize, Deserialize)]
struct Dossier;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Gebeurtenis(String);

impl DomainEvent for Gebeurtenis {
    fn event_type(&self) -> String {
        "Proef".to_owned()
    }

    fn event_version(&self) -> String {
        "1".to_owned()
    }
}

#[derive(Debug)]
struct Nooit;

impl fmt::Display for Nooit {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Nooit {}

impl Aggregate for Dossier {
    const TYPE: &'static str = "Dossier";
    type Command = ();
    type Event = Gebeurtenis;
    type Error = Nooit;
    type Services = ();

    async fn handle(&mut self, (): (), (): &(), _: &EventSink<Self>) -> Result<(), Nooit> {
        Ok(())
    }

    fn apply(&mut self, _: Gebeurtenis) {}
}

pub(crate) async fn meet(url: &str, schrijvers: u64, duur: Duration) -> Uitkomst<Tijden> {
    verbind(url).await?.batch_execute(TABEL).await?;
    let lijnen = u32::try_from(schrijvers.min(LIJNEN))?;
    let wacht = Duration::from_secs(60);
    let voorraad = PgPoolOptions::new().max_connections(lijnen).acquire_timeout(wacht);
    let voorraad = voorraad.connect(url).await?;
    let maak = |_| PostgresEventRepository::new(voorraad.clone());
    let tijden =
        schrijf(schrijvers, duur, maak, |repo: Arc<PostgresEventRepository>, een| async move {
            let (stroom, versie) = (een.stroom().to_string(), usize::try_from(een.versie())?);
            let lading = serde_json::json!({ "x": "5".repeat(LADING) });
            let (soort, type_naam) = ("Dossier".to_owned(), "Proef".to_owned());
            let leeg = serde_json::json!({});
            let event = SerializedEvent::new(
                stroom,
                versie,
                soort,
                type_naam,
                "1".to_owned(),
                lading,
                leeg,
            );
            repo.persist::<Dossier>(&[event], None).await?;
            Ok(())
        });
    let tijden = tijden.await?;
    voorraad.close().await;
    Ok(tijden)
}
