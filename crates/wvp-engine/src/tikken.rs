//! Tick: lets each dossier that is due make true what falls due today.

use std::collections::BTreeSet;

use tracing::{error, info};
use wvp_domain::mijlpaal::herinnering::Gegeven;
use wvp_domain::{DossierId, Event};
use wvp_projections::overzicht::Stand;
use wvp_store::{Moment, Richting, StoreError, Stroomsoort, Versie};

use crate::engine::Engine;
use crate::fout::ExecuteError;
use crate::laden::{BLADZIJDE, alleen_a};
use crate::stand::Tikstand;
use crate::wekker::{WEKKER, Wekker};

/// What a tick did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Getikt {
    /// Dossiers that were due, and looked at.
    pub dossiers: usize,
    /// Dossiers that could not be looked at; they are tried again at the next tick.
    pub mislukt: usize,
    /// Reminders that were recorded.
    pub herinneringen: usize,
    /// How many of those came late.
    pub laat: usize,
}

/// The lease of a timetable that ticks.
const TIK: &str = "tik";

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
        self.ruim_sessies().await?;
        self.ruim_concepten().await?;
        self.zet_tik(getikt.stand(nu)).await?;
        info!(dossiers = getikt.dossiers, mislukt = getikt.mislukt, "tik");
        Ok(getikt)
    }

    /// Ticks, unless another node does. A tick that takes longer than a lease may get company: whoever
    /// comes second at a dossier finds it done.
    pub(crate) async fn tick_als_enige(&self) -> Result<(), StoreError> {
        let Some(huur) = self.neem_werk(TIK).await? else { return Ok(()) };
        let getikt = self.tick().await;
        self.modellen.geef_terug(huur).await?;
        getikt.map(|_| ())
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
            Ok(gegeven) => {
                getikt.dossiers += 1;
                getikt.herinneringen += gegeven.len();
                getikt.laat += gegeven.iter().filter(|it| it.laat).count();
            }
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

    /// The reminders that were given. A dossier of which nothing came true after all is woken another day.
    async fn tik_een(&self, dossier: DossierId, nu: Moment) -> Result<Vec<Gegeven>, ExecuteError> {
        let voor = self.laad_versie(dossier).await?;
        let na = self.sluit_dag(dossier, nu).await?;
        if na == voor {
            self.ververs(&Wekker, dossier.into()).await?;
            return Ok(vec![]);
        }
        Ok(self.gegeven_sinds(dossier, voor).await?)
    }

    async fn gegeven_sinds(
        &self,
        dossier: DossierId,
        voor: Versie,
    ) -> Result<Vec<Gegeven>, StoreError> {
        let (vanaf, richting) = (voor.volgende(), Richting::Vooruit);
        let records = self.store.read_stream(dossier.into(), vanaf, richting, BLADZIJDE).await?;
        let gelezen = self.open::<Event>(&records, alleen_a()).await?;
        let mut gegeven = vec![];
        for it in gelezen {
            if let Event::HerinneringGegeven(e) = it.event {
                gegeven.push(e.a);
            }
        }
        Ok(gegeven)
    }

    async fn laad_versie(&self, dossier: DossierId) -> Result<Versie, StoreError> {
        let laatste = self
            .store
            .read_stream(dossier.into(), Versie(u64::MAX), Richting::Achteruit, 1)
            .await?;
        Ok(laatste.first().map_or(Versie::GEEN, |record| record.versie))
    }
}

impl Getikt {
    fn stand(self, moment: Moment) -> Tikstand {
        let Self { dossiers, mislukt, herinneringen, laat } = self;
        let [dossiers, mislukt, herinneringen, laat] =
            [dossiers, mislukt, herinneringen, laat].map(|aantal| aantal as u64);
        Tikstand { moment, dossiers, mislukt, herinneringen, laat }
    }
}
