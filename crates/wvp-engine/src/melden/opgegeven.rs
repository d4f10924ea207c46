//! What was given up: a list for who runs the house, and another try.

use wvp_access::Lezer;
use wvp_domain::bezorging::{self, BerichtId, Command, Kanaal, RedenOpgegeven, Stand};
use wvp_domain::{Datum, DossierId};
use wvp_store::{StoreError, Stroomsoort};

use super::bezorgen::stroom;
use crate::beheer::geweigerd;
use crate::beheergebied::Beheergebied;
use crate::engine::Engine;
use crate::fout::ExecuteError;
use crate::gebruiker::Gebruiker;
use crate::klok::dag_in_amsterdam;
use crate::laden::{BLADZIJDE, alleen_a};

/// A delivery that was given up. It holds no content: by its id the event is found in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Onbestelbaar {
    /// Which dossier.
    pub dossier: DossierId,
    /// Which message.
    pub bericht: BerichtId,
    /// Which way.
    pub kanaal: Kanaal,
    /// Attempts made.
    pub pogingen: u16,
    /// Why.
    pub reden: RedenOpgegeven,
    /// When.
    pub op: Datum,
}

impl Engine {
    /// Everything that was given up and not tried again since, in dossiers that the own organisation keeps, oldest
    /// dossier first. Looks through all
    /// deliveries.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`]: it is for the functioneel beheerder.
    pub async fn onbestelbaar(&self, wie: &Gebruiker) -> Result<Vec<Onbestelbaar>, ExecuteError> {
        let gebied = self.eis_beheerder(wie).await?;
        let (mut alle, mut na) = (vec![], None);
        loop {
            let stromen = self.store.stromen(Stroomsoort::Bezorging, na, BLADZIJDE).await?;
            let Some((laatste, _)) = stromen.last() else { return Ok(alle) };
            na = Some(*laatste);
            for (stroom, _) in &stromen {
                if self.houdt_dossier(&gebied, DossierId(stroom.id)).await? {
                    alle.extend(self.opgegeven_in(DossierId(stroom.id)).await?);
                }
            }
        }
    }

    /// Tries again what was given up; returns whether there was anything to try.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`]: it is for the functioneel beheerder.
    pub async fn hervat(&self, wie: &Gebruiker, wat: &Onbestelbaar) -> Result<bool, ExecuteError> {
        let gebied = self.eis_beheerder(wie).await?;
        if !self.houdt_dossier(&gebied, wat.dossier).await? {
            return Err(ExecuteError::NietGevonden);
        }
        let was = self.opgegeven_in(wat.dossier).await?;
        let hervat = Command::Hervat(wat.bericht, wat.kanaal);
        self.leg_uitkomst_vast(wat.dossier, &hervat).await?;
        Ok(was.iter().any(|it| (it.bericht, it.kanaal) == (wat.bericht, wat.kanaal)))
    }

    pub(crate) async fn eis_beheerder(
        &self,
        wie: &Gebruiker,
    ) -> Result<Beheergebied, ExecuteError> {
        if wie.lezer != Lezer::FunctioneelBeheerder {
            let uitleg = "Hoe het huis draait, is werk van de functioneel beheerder.";
            return Err(geweigerd("R-291", uitleg).into());
        }
        let vandaag = self.klok.vandaag();
        self.eis_in_functie(wie, vandaag).await?;
        self.beheergebied(wie, vandaag).await
    }

    async fn opgegeven_in(&self, dossier: DossierId) -> Result<Vec<Onbestelbaar>, StoreError> {
        let records = self.records(stroom(dossier)).await?;
        let gelezen = self.open::<bezorging::Event>(&records, alleen_a()).await?;
        let staat = bezorging::replay(gelezen.iter().map(|it| &it.event));
        let opgegeven = gelezen.iter().filter_map(|it| {
            let bezorging::Event::BezorgingOpgegeven(e) = &it.event else { return None };
            let (bericht, kanaal) = it.event.bericht();
            let Stand::Opgegeven { pogingen } = staat.stand(bericht, kanaal) else { return None };
            let (reden, op) = (e.a.reden, dag_in_amsterdam(it.moment));
            (pogingen == e.a.poging.poging).then_some(Onbestelbaar {
                dossier,
                bericht,
                kanaal,
                pogingen,
                reden,
                op,
            })
        });
        Ok(opgegeven.collect())
    }
}
