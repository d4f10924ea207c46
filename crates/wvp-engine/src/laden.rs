//! Loading a stream: records in, events out, as far as the caller may open them.

use wvp_domain::{Categorie, Compartiment, DossierId, Event};
use wvp_store::{
    Gebeurtenis, GebeurtenisId, Kop, Leessleutels, Letter, Moment, Positie, Record, Richting,
    StoreError, StroomId, Toegang, Versie, ontzegel_met,
};

use crate::engine::Engine;

/// One event of a stream, as far as it is open.
pub(crate) struct Gelezen<E> {
    pub(crate) id: GebeurtenisId,
    pub(crate) versie: Versie,
    pub(crate) moment: Moment,
    pub(crate) kop: Option<Kop>,
    /// The compartment of its section A: who may not read that, may not know of the event.
    pub(crate) in_a: Option<Compartiment>,
    pub(crate) event: E,
}

/// A dossier as the house itself opens it.
pub(crate) struct Geladen {
    pub(crate) versie: Versie,
    pub(crate) gelezen: Vec<Gelezen<Event>>,
}

/// Records, rows or streams per page.
pub(crate) const BLADZIJDE: usize = 1_000;

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
        let sleutels = Leessleutels::voor(&*self.sleutels, records, toegang).await?;
        self.open_met(&sleutels, records, toegang).await
    }

    /// The same with keys that were looked up before.
    pub(crate) async fn open_met<E: Gebeurtenis>(
        &self,
        sleutels: &Leessleutels,
        records: &[Record],
        toegang: Toegang,
    ) -> Result<Vec<Gelezen<E>>, StoreError> {
        let mut gelezen = Vec::with_capacity(records.len());
        for record in records {
            let open = ontzegel_met::<E>(&*self.sleutels, sleutels, record, toegang).await?;
            if let Some(event) = open.event {
                let kop = open.kop.inhoud().cloned();
                let Record { id, versie, moment, .. } = *record;
                gelezen.push(Gelezen { id, versie, moment, kop, in_a: in_a(record), event });
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

    /// Section A of a dossier; none when there is no such dossier, or nothing of it can be opened any
    /// more: what was erased looks as if it never was.
    pub(crate) async fn laad_dossier(&self, id: DossierId) -> Result<Option<Geladen>, StoreError> {
        let records = self.records(id.into()).await?;
        let gelezen = self.open::<Event>(&records, alleen_a()).await?;
        let is_gewist = gelezen.is_empty() && !records.is_empty();
        let versie = Versie(records.len() as u64);
        Ok((!is_gewist).then_some(Geladen { versie, gelezen }))
    }

    /// Walks the log after a position, page by page, up to where it ends now.
    pub(crate) async fn bladzijde(&self, na: Positie) -> Result<Vec<Record>, StoreError> {
        self.store.read_all(na, BLADZIJDE).await
    }
}

fn in_a(record: &Record) -> Option<Compartiment> {
    let sectie = record.secties.iter().find(|sectie| sectie.letter == Letter::A);
    sectie.map(|sectie| sectie.compartiment)
}
