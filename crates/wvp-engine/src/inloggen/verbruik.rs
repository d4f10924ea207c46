//! A code of the second factor is used once. The last step that was used stands in a row, written under a
//! lease of the account, so that of two nodes that see the same code one takes it.

use wvp_domain::AccountId;
use wvp_store::{Huur, Moment, Positie, StoreError, Wijziging};

use super::sessies::SESSIE;
use crate::engine::Engine;
use crate::toeval::nieuw_id;

/// Keys of last steps begin with this byte.
const STAP: u8 = b'f';
/// How long the lease lasts when a node dies with it.
const HUUR_MICROS: i64 = 5_000_000;

impl Engine {
    /// Takes a step; false when it, or a later one, was used before.
    pub(super) async fn verbruik(&self, account: AccountId, stap: u64) -> Result<bool, StoreError> {
        let nu = self.klok.nu();
        let tot = Moment(nu.0.saturating_add(HUUR_MICROS));
        let werk = format!("inlog/{}", account.0);
        let huur = match self.modellen.neem(&werk, &nieuw_id().to_string(), nu, tot).await {
            // Somebody uses a code of this account at this very moment.
            Err(StoreError::Verhuurd { .. }) => return Ok(false),
            anders => anders?,
        };
        let vrij = self.zet_stap(&huur, account, stap).await;
        self.modellen.geef_terug(huur).await?;
        match vrij {
            Err(StoreError::HuurKwijt(_)) => Ok(false),
            anders => anders,
        }
    }

    async fn zet_stap(
        &self,
        huur: &Huur,
        account: AccountId,
        stap: u64,
    ) -> Result<bool, StoreError> {
        let sleutel = [&[STAP], account.0.as_bytes().as_slice()].concat();
        let gebruikt = self.modellen.haal(SESSIE, &sleutel).await?;
        let gebruikt = gebruikt.and_then(|it| it.try_into().ok()).map(u64::from_be_bytes);
        if gebruikt.is_some_and(|gebruikt| stap <= gebruikt) {
            return Ok(false);
        }
        let wijziging = Wijziging::Zet(sleutel, stap.to_be_bytes().to_vec());
        loop {
            let nu = self.modellen.controlepunt(SESSIE).await?;
            let (nieuw, wijzigingen) = (nu.unwrap_or(Positie::BEGIN), vec![wijziging.clone()]);
            match self.modellen.schrijf_onder(huur, SESSIE, nu, nieuw, wijzigingen).await {
                Err(StoreError::Checkpoint { .. }) => {}
                uitkomst => return uitkomst.map(|()| true),
            }
        }
    }
}
