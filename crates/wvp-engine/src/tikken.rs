//! Tick: lets each dossier that is due make true what falls due today.

use std::collections::BTreeSet;

use tracing::{error, info};
use wvp_domain::DossierId;
use wvp_projections::overzicht::Stand;
use wvp_store::{Moment, Richting, StoreError, Stroomsoort, Versie};

use crate::engine::Engine;
use crate::fout::ExecuteError;
use crate::laden::BLADZIJDE;
use crate::wekker::{WEKKER, Wekker};

/// What a tick did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Getikt {
    /// Dossiers that were due, and looked at.
    pub dossiers: usize,
    /// Dossiers that could not be looked at; they are tried again at the next tick.
    pub mislukt: usize,
}

impl Engine {
    /// Goes through the dossiers that are due today. Safe to repeat, and to skip days: what fell due in
    /// between is caught up with (wvp_domain::dag).
    ///
    /// # Errors
    ///
    /// When the read models cannot be kept; a single dossier that fails does not stop the rest.
    pub async fn tick(&self) -> Result<Getikt, StoreError> {
        let nu = self.klok.nu();
        self.follow().await?;
        let mut getikt = Getikt::default();
        for dossier in self.ontoegankelijk().await? {
            self.tik_dossier(dossier, nu, &mut getikt).await;
        }
        let mut na = vec![];
        while let Some((dossiers, verder)) = self.aan_de_beurt(self.klok.vandaag(), &na).await? {
            na = verder;
            for dossier in dossiers {
                self.tik_dossier(dossier, nu, &mut getikt).await;
            }
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
        match self.tik_een(dossier, nu).await {
            Ok(()) => getikt.dossiers += 1,
            // Erased: it is no dossier any more.
            Err(ExecuteError::NietGevonden) => {}
            Err(fout) => {
                error!(%dossier, %fout, "tik mislukt");
                getikt.dossiers += 1;
                getikt.mislukt += 1;
            }
        }
    }

    /// Dossiers that are damaged or could not be opened. Nobody knows when they are due, so they are tried
    /// at every tick.
    async fn ontoegankelijk(&self) -> Result<BTreeSet<DossierId>, StoreError> {
        let mut stromen = self.achterop(WEKKER).await?;
        stromen.extend(self.store.beschadigd());
        let dossiers = stromen.into_iter().filter(|it| it.soort == Stroomsoort::Dossier);
        Ok(dossiers.map(|stroom| DossierId(stroom.id)).collect())
    }

    /// A dossier of which nothing came true after all is woken another day.
    async fn tik_een(&self, dossier: DossierId, nu: Moment) -> Result<(), ExecuteError> {
        let voor = self.laad_versie(dossier).await?;
        if self.sluit_dag(dossier, nu).await? == voor {
            self.ververs(&Wekker, dossier.into()).await?;
        }
        Ok(())
    }

    async fn laad_versie(&self, dossier: DossierId) -> Result<Versie, StoreError> {
        let laatste = self
            .store
            .read_stream(dossier.into(), Versie(u64::MAX), Richting::Achteruit, 1)
            .await?;
        Ok(laatste.first().map_or(Versie::GEEN, |record| record.versie))
    }
}
