//! What an alert run did, added to how delivery goes.

use wvp_domain::bezorging::Kanaal;
use wvp_store::{Moment, Richting, StoreError};

use super::Gemeld;
use super::uitgaand::Uitgaand;
use crate::engine::Engine;
use crate::fout::is_van_een_stroom;
use crate::stand::Bezorgstand;

impl Engine {
    /// Since when the oldest message waits that can be read: the outbox holds what waits, oldest first.
    async fn oudste(&self, kanaal: Kanaal) -> Result<Option<Moment>, StoreError> {
        for (_, rij) in self.wachtend(kanaal, &[]).await?.0 {
            if let Some(sinds) = self.sinds(&rij).await? {
                return Ok(Some(sinds));
            }
        }
        Ok(None)
    }

    /// Since when a message waits; none when its stream cannot be read.
    async fn sinds(&self, rij: &Uitgaand) -> Result<Option<Moment>, StoreError> {
        match self.store.read_stream(rij.stroom, rij.versie, Richting::Vooruit, 1).await {
            Ok(records) => Ok(records.first().map(|record| record.moment)),
            Err(fout) if is_van_een_stroom(&fout) => Ok(None),
            Err(fout) => Err(fout),
        }
    }

    pub(super) async fn leg_stand_vast(
        &self,
        kanaal: Kanaal,
        moment: Moment,
        gemeld: Gemeld,
    ) -> Result<(), StoreError> {
        let eerder = self.bezorgstand(kanaal).await?;
        let tot_nu = |van: fn(&Bezorgstand) -> u64, erbij: usize| {
            eerder.as_ref().map_or(0, van).saturating_add(erbij as u64)
        };
        let stand = Bezorgstand {
            moment,
            wachtend: gemeld.wachtend as u64,
            oudste: self.oudste(kanaal).await?,
            bezorgd: tot_nu(|it| it.bezorgd, gemeld.bezorgd),
            opgegeven: tot_nu(|it| it.opgegeven, gemeld.opgegeven),
            vervallen: tot_nu(|it| it.vervallen, gemeld.vervallen),
        };
        self.zet_bezorgstand(kanaal, stand).await
    }
}
