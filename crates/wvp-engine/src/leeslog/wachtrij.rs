//! Readings that come together are written together: one append, and with it one flush, for all that wait.
//!
//! A line is sealed for its place in the stream, so two writers of one log would undo each other's work.
//! Per log one task writes; whoever comes meanwhile waits in line and goes along in the next append.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::oneshot;
use wvp_domain::leeslog::Event;
use wvp_store::{Omslag, Richting, StoreError, StroomId, Toevoeging, Versie, Verwacht, verzegel};

use crate::engine::Engine;

/// How often lines are offered to a log. Each time it fails another process got through.
const POGINGEN: usize = 64;

/// The lines that wait, per log that is being written.
#[derive(Debug, Clone, Default)]
pub(crate) struct Wachtrij(Arc<Mutex<BTreeMap<StroomId, Vec<Regel>>>>);

#[derive(Debug)]
struct Regel {
    omslag: Omslag,
    event: Event,
    klaar: oneshot::Sender<Result<(), String>>,
}

impl Wachtrij {
    /// Puts a line in the queue of its log; answers whether nobody writes that log yet.
    fn sluit_aan(&self, stroom: StroomId, regel: Regel) -> bool {
        let mut rijen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_eerste = !rijen.contains_key(&stroom);
        rijen.entry(stroom).or_default().push(regel);
        is_eerste
    }

    /// Takes all that wait; without any the log is released.
    fn neem(&self, stroom: StroomId) -> Vec<Regel> {
        let mut rijen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let groep = rijen.get_mut(&stroom).map(std::mem::take).unwrap_or_default();
        if groep.is_empty() {
            rijen.remove(&stroom);
        }
        groep
    }
}

/// Releases a log however its writer ends: who still waits then hears that it failed.
struct Schrijfbeurt {
    rij: Wachtrij,
    stroom: StroomId,
    /// Whether the log was released in good order: then another writer may have it by now.
    is_vrij: bool,
}

impl Drop for Schrijfbeurt {
    fn drop(&mut self) {
        if !self.is_vrij {
            self.rij.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.stroom);
        }
    }
}

impl Engine {
    /// Writes one line in a log, with all others that are waiting for it.
    pub(crate) async fn zet_in_leeslog(
        &self,
        stroom: StroomId,
        omslag: Omslag,
        event: Event,
    ) -> Result<(), StoreError> {
        let (klaar, gereed) = oneshot::channel();
        if self.wachtrij.sluit_aan(stroom, Regel { omslag, event, klaar }) {
            // A task of its own: who waits for it must not hang when the first one stops asking.
            let engine = self.clone();
            tokio::spawn(async move { engine.schrijf_leeslog(stroom).await });
        }
        match gereed.await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(fout)) => Err(StoreError::Unavailable(fout)),
            Err(_) => Err(StoreError::Closed),
        }
    }

    async fn schrijf_leeslog(&self, stroom: StroomId) {
        let mut beurt = Schrijfbeurt { rij: self.wachtrij.clone(), stroom, is_vrij: false };
        loop {
            let groep = beurt.rij.neem(stroom);
            if groep.is_empty() {
                beurt.is_vrij = true;
                return;
            }
            let uitkomst = self.schrijf_groep(stroom, &groep).await.map_err(|it| it.to_string());
            for regel in groep {
                // Who no longer waits needs no answer.
                let _weg = regel.klaar.send(uitkomst.clone());
            }
        }
    }

    async fn schrijf_groep(&self, stroom: StroomId, groep: &[Regel]) -> Result<(), StoreError> {
        let mut poging = 1;
        loop {
            match self.voeg_toe(stroom, groep).await {
                Err(StoreError::Conflict { .. }) if poging < POGINGEN => poging += 1,
                uitkomst => return uitkomst,
            }
        }
    }

    async fn voeg_toe(&self, stroom: StroomId, groep: &[Regel]) -> Result<(), StoreError> {
        let laatste =
            self.store.read_stream(stroom, Versie(u64::MAX), Richting::Achteruit, 1).await?;
        let versie = laatste.first().map_or(Versie::GEEN, |record| record.versie);
        let mut records = Vec::with_capacity(groep.len());
        let mut volgende = versie;
        for regel in groep {
            volgende = volgende.volgende();
            let omslag = regel.omslag.clone();
            records.push(verzegel(&*self.sleutels, stroom, volgende, omslag, &regel.event).await?);
        }
        let toevoeging = Toevoeging { stroom, verwacht: Verwacht::Precies(versie), records };
        self.store.append(vec![toevoeging]).await.map(|_| ())
    }
}
