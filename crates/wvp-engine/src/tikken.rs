//! Tick: lets each open dossier make true what falls due today.

use tracing::{error, info};
use wvp_domain::DossierId;
use wvp_projections::overzicht::Stand;
use wvp_store::StoreError;

use crate::engine::Engine;
use crate::fout::ExecuteError;

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
    /// # Errors
    ///
    /// When the read models cannot be kept; a single dossier that fails does not stop the rest.
    pub async fn tick(&self) -> Result<Getikt, StoreError> {
        self.follow().await?;
        let mut getikt = Getikt::default();
        for rij in self.overzicht().await? {
            if matches!(rij.stand, Stand::Gesloten(_)) {
                continue;
            }
            getikt.dossiers += 1;
            if let Err(fout) = self.tik_dossier(rij.dossier).await {
                error!(dossier = %rij.dossier, %fout, "tik mislukt");
                getikt.mislukt += 1;
            }
        }
        self.follow().await?;
        info!(dossiers = getikt.dossiers, mislukt = getikt.mislukt, "tik");
        Ok(getikt)
    }

    async fn tik_dossier(&self, dossier: DossierId) -> Result<(), ExecuteError> {
        self.sluit_dag(dossier).await.map(|_| ())
    }
}
