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
    /// # Errors
    ///
    /// When the read models cannot be kept; a single dossier that fails does not stop the rest.
    pub async fn tick(&self) -> Result<Getikt, StoreError> {
        let nu = self.klok.nu();
        self.follow().await?;
        let mut getikt = Getikt::default();
        for dossier in self.open_dossiers().await? {
            self.tik_dossier(dossier, nu, &mut getikt).await;
        }
        self.follow().await?;
        info!(dossiers = getikt.dossiers, mislukt = getikt.mislukt, "tik");
        Ok(getikt)
    }

    /// The dossiers that are not closed.
    ///
    /// The log says which dossiers there are, the overview only which of them are closed: a dossier
    /// that is not in the overview, because it could not be opened, counts as open.
    pub(crate) async fn open_dossiers(&self) -> Result<Vec<DossierId>, StoreError> {
        let gesloten = self.gesloten().await?;
        let mut open = vec![];
        let mut na = None;
        loop {
            let stromen = self.store.stromen(Stroomsoort::Dossier, na, BLADZIJDE).await?;
            let Some((laatste, _)) = stromen.last() else { return Ok(open) };
            na = Some(*laatste);
            let dossiers = stromen.iter().map(|(stroom, _)| DossierId(stroom.id));
            open.extend(dossiers.filter(|dossier| !gesloten.contains(dossier)));
        }
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
