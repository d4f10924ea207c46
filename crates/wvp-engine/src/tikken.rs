//! Tick: lets each open dossier make true what falls due today.

use std::collections::BTreeSet;

use tracing::{error, info};
use wvp_domain::DossierId;
use wvp_projections::overzicht::Stand;
use wvp_store::{Moment, StoreError, Stroomsoort};

use crate::engine::Engine;
use crate::fout::ExecuteError;
use crate::laden::BLADZIJDE;

/// What a tick did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Getikt {
    /// Open dossiers that were looked at.
    pub dossiers: usize,
    /// Dossiers that could not be looked at; they are tried again at the next tick.
    pub mislukt: usize,
}

impl Engine {
    /// Goes through every open dossier for today. Safe to repeat, and to skip days: what fell due
    /// in between is caught up with (wvp_domain::dag).
    ///
    /// The log says which dossiers there are, the overview only which of them are closed: a dossier
    /// that is not in the overview, because it could not be opened, counts as failed.
    ///
    /// # Errors
    ///
    /// When the read models cannot be kept; a single dossier that fails does not stop the rest.
    pub async fn tick(&self) -> Result<Getikt, StoreError> {
        let nu = self.klok.nu();
        self.follow().await?;
        let gesloten = self.gesloten().await?;
        let mut getikt = Getikt::default();
        let mut na = None;
        loop {
            let stromen = self.store.stromen(Stroomsoort::Dossier, na, BLADZIJDE).await?;
            let Some((laatste, _)) = stromen.last() else { break };
            na = Some(*laatste);
            for (stroom, _) in stromen {
                let dossier = DossierId(stroom.id);
                if !gesloten.contains(&dossier) {
                    self.tik_dossier(dossier, nu, &mut getikt).await;
                }
            }
        }
        self.follow().await?;
        info!(dossiers = getikt.dossiers, mislukt = getikt.mislukt, "tik");
        Ok(getikt)
    }

    async fn gesloten(&self) -> Result<BTreeSet<DossierId>, StoreError> {
        let alle = self.overzicht().await?.into_iter();
        let gesloten = alle.filter(|rij| matches!(rij.stand, Stand::Gesloten(_)));
        Ok(gesloten.map(|rij| rij.dossier).collect())
    }

    async fn tik_dossier(&self, dossier: DossierId, nu: Moment, getikt: &mut Getikt) {
        match self.sluit_dag(dossier, nu).await {
            Ok(_) => getikt.dossiers += 1,
            // Erased: it is no dossier any more.
            Err(ExecuteError::NietGevonden) => {}
            Err(fout) => {
                error!(%dossier, %fout, "tik mislukt");
                getikt.dossiers += 1;
                getikt.mislukt += 1;
            }
        }
    }
}
