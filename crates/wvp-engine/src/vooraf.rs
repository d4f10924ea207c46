//! Reading ahead: many streams in one trip to the log, and their keys in one to the keyring. Both may be at a
//! distance, and then what a request costs is how often it goes there.

use std::collections::BTreeSet;

use wvp_store::{Gebeurtenis, Leessleutels, Record, StoreError, Stromen, StroomId, heel_of_schade};

use crate::engine::Engine;
use crate::laden::{BLADZIJDE, Gelezen, alleen_a};

/// Streams that were read ahead within one request, with the keys of their section A.
#[derive(Default)]
pub(crate) struct Vooraf {
    stromen: Stromen,
    sleutels: Leessleutels,
}

impl Vooraf {
    /// The records of a stream that was read; none of one that was not.
    pub(crate) fn records(&self, stroom: StroomId) -> Result<&[Record], StoreError> {
        match self.stromen.get(&stroom) {
            Some(Ok(records)) => Ok(records),
            Some(Err(schade)) => Err(StoreError::Damaged(*schade)),
            None => Ok(&[]),
        }
    }

    /// Takes the records of a stream out.
    pub(crate) fn neem(&mut self, stroom: StroomId) -> Result<Vec<Record>, StoreError> {
        self.stromen
            .remove(&stroom)
            .transpose()
            .map(Option::unwrap_or_default)
            .map_err(StoreError::Damaged)
    }
}

impl Engine {
    /// Reads those of these streams that were not read before.
    pub(crate) async fn lees_vooraf(
        &self,
        vooraf: &mut Vooraf,
        stromen: impl IntoIterator<Item = StroomId>,
    ) -> Result<(), StoreError> {
        let nieuw = stromen.into_iter().filter(|it| !vooraf.stromen.contains_key(it));
        let nieuw: Vec<StroomId> = nieuw.collect::<BTreeSet<_>>().into_iter().collect();
        if nieuw.is_empty() {
            return Ok(());
        }
        let mut gelezen = self.store.read_streams(&nieuw, BLADZIJDE).await?;
        for (stroom, records) in &mut gelezen {
            if records.as_ref().is_ok_and(|it| it.len() == BLADZIJDE) {
                *records = heel_of_schade(self.records(*stroom).await)?;
            }
        }
        let records = gelezen.values().flatten().flatten();
        let sleutels = Leessleutels::voor(&*self.sleutels, records, alleen_a()).await?;
        vooraf.sleutels.neem_op(sleutels);
        vooraf.stromen.append(&mut gelezen);
        Ok(())
    }

    /// Opens section A of records that were read ahead.
    pub(crate) async fn open_vooraf<E: Gebeurtenis>(
        &self,
        vooraf: &Vooraf,
        records: &[Record],
    ) -> Result<Vec<Gelezen<E>>, StoreError> {
        self.open_met(&vooraf.sleutels, records, alleen_a()).await
    }
}
