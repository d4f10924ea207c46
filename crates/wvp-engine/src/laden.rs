//! Loading a stream: records in, events out, as far as the caller may open them.

use wvp_domain::{Categorie, Compartiment};
use wvp_store::{
    Gebeurtenis, Kop, Moment, Positie, Record, Richting, StoreError, StroomId, Toegang, Versie,
    ontzegel,
};

use crate::engine::Engine;

/// One event of a stream, as far as it is open.
pub(crate) struct Gelezen<E> {
    pub(crate) moment: Moment,
    pub(crate) kop: Option<Kop>,
    pub(crate) event: E,
}

const BLADZIJDE: usize = 1_000;

/// What the house itself opens to decide: section A of every event, nothing else.
pub(crate) fn alleen_a() -> Toegang {
    let a = |compartiment: &Compartiment| {
        compartiment.categorie() == Categorie::A && *compartiment != Compartiment::ABsn
    };
    Toegang::tot(Compartiment::ALLE.into_iter().filter(a))
}

impl Engine {
    /// All records of a stream, oldest first.
    pub(crate) async fn records(&self, stroom: StroomId) -> Result<Vec<Record>, StoreError> {
        let mut records = Vec::new();
        loop {
            let vanaf = Versie(records.len() as u64).volgende();
            let deel = self.store.read_stream(stroom, vanaf, Richting::Vooruit, BLADZIJDE).await?;
            let laatste = deel.len() < BLADZIJDE;
            records.extend(deel);
            if laatste {
                return Ok(records);
            }
        }
    }

    /// Opens records; an event whose section A stays closed is left out.
    pub(crate) async fn open<E: Gebeurtenis>(
        &self,
        records: &[Record],
        toegang: Toegang,
    ) -> Result<Vec<Gelezen<E>>, StoreError> {
        let mut gelezen = Vec::with_capacity(records.len());
        for record in records {
            let open = ontzegel::<E>(&*self.sleutels, record, toegang).await?;
            if let Some(event) = open.event {
                let kop = open.kop.inhoud().cloned();
                gelezen.push(Gelezen { moment: record.moment, kop, event });
            }
        }
        Ok(gelezen)
    }

    /// Section A of a stream, with the version it is at.
    pub(crate) async fn laad<E: Gebeurtenis>(
        &self,
        stroom: StroomId,
    ) -> Result<(Versie, Vec<E>), StoreError> {
        let records = self.records(stroom).await?;
        let gelezen = self.open::<E>(&records, alleen_a()).await?;
        let events = gelezen.into_iter().map(|gelezen| gelezen.event).collect();
        Ok((Versie(records.len() as u64), events))
    }

    /// Walks the log after a position, page by page, up to where it ends now.
    pub(crate) async fn bladzijde(&self, na: Positie) -> Result<Vec<Record>, StoreError> {
        self.store.read_all(na, BLADZIJDE).await
    }
}
