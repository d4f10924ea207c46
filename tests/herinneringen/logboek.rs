//! What the log holds when the game is over: the facts per dossier, and what became of every message.

use std::collections::BTreeMap;

use uuid::Uuid;
use wvp_domain::bezorging;
use wvp_domain::{Datum, DossierId, Event};
use wvp_engine::klok::dag_in_amsterdam;
use wvp_store::{EventStore, Positie, Sleutelbos, Stroomsoort, Toegang, ontzegel};

/// A fact as it was recorded.
#[derive(Clone)]
pub(crate) struct Vastgelegd {
    pub(crate) id: Uuid,
    /// The day on which it was recorded.
    pub(crate) op: Datum,
    pub(crate) event: Event,
}

#[derive(Default)]
pub(crate) struct Logboek {
    /// The facts of every dossier in order.
    pub(crate) dossiers: BTreeMap<DossierId, Vec<Vastgelegd>>,
    /// What became of messages, in order.
    pub(crate) bezorging: Vec<bezorging::Event>,
}

impl Logboek {
    pub(crate) async fn lees(store: &dyn EventStore, sleutels: &dyn Sleutelbos) -> Self {
        let mut logboek = Self::default();
        let mut na = Positie::BEGIN;
        loop {
            let records = store.read_all(na, 1_000).await.unwrap();
            let Some(laatste) = records.last() else { return logboek };
            na = laatste.positie;
            for record in &records {
                if record.stroom.soort == Stroomsoort::Dossier {
                    let open = ontzegel::<Event>(sleutels, record, Toegang::alles()).await.unwrap();
                    let (id, op) = (record.id.0, dag_in_amsterdam(record.moment));
                    let feit = Vastgelegd { id, op, event: open.event.unwrap() };
                    logboek.dossiers.entry(DossierId(record.stroom.id)).or_default().push(feit);
                } else if record.stroom.soort == Stroomsoort::Bezorging {
                    let open = ontzegel(sleutels, record, Toegang::alles()).await.unwrap();
                    logboek.bezorging.push(open.event.unwrap());
                }
            }
        }
    }

    pub(crate) fn aantal(&self, past: impl Fn(&Event) -> bool) -> usize {
        self.dossiers.values().flatten().filter(|feit| past(&feit.event)).count()
    }
}
