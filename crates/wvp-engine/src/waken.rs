//! Waken: a tick that was missed is told to the operator, once per day. First a row, then the message, so
//! that neither a restart nor a second node tells it twice.

use tracing::{error, warn};
use wvp_store::{Huur, Moment, StoreError};

use crate::bericht::{Notifier, opstellen_gemiste_tik};
use crate::engine::Engine;
use crate::gereedheid::gemiste_ochtend;
use crate::klok::dag_in_amsterdam;
use crate::stand::Gemist;
use crate::toeval::nieuw_id;

/// The lease of the watch.
const WAKE: &str = "wake";

impl Engine {
    /// Logs a missed tick, and tells the operator at this address, if there is one. What could not be
    /// delivered is offered again the next time, also when the tick came since.
    pub(crate) async fn waak(
        &self,
        kanaal: &dyn Notifier,
        beheerder: Option<&str>,
    ) -> Result<(), StoreError> {
        let tik = self.laatste_tik().await?;
        let nu = self.klok.nu();
        let gemist = tik.and_then(|tik| Some((gemiste_ochtend(&tik, nu)?, tik.moment)));
        if let Some((ochtend, laatste)) = gemist {
            let (dag, laatste) = (dag_in_amsterdam(ochtend), dag_in_amsterdam(laatste));
            error!(%dag, %laatste, "tik gemist");
        }
        let Some(adres) = beheerder else { return Ok(()) };
        let Some(huur) = self.neem_werk(WAKE).await? else { return Ok(()) };
        let verteld = self.vertel(&huur, gemist, kanaal, adres).await;
        self.modellen.geef_terug(huur).await?;
        verteld
    }

    async fn vertel(
        &self,
        huur: &Huur,
        gemist: Option<(Moment, Moment)>,
        kanaal: &dyn Notifier,
        adres: &str,
    ) -> Result<(), StoreError> {
        let bekend = self.gemiste_tikken().await?;
        let nieuw = gemist.filter(|(ochtend, _)| bekend.iter().all(|it| it.ochtend != *ochtend));
        let nieuw = nieuw.map(|(ochtend, laatste)| Gemist {
            ochtend,
            bericht: nieuw_id(),
            laatste,
            is_afgedaan: false,
        });
        if let Some(nieuw) = nieuw {
            self.zet_gemist(huur, nieuw).await?;
        }
        for gemist in bekend.into_iter().chain(nieuw).filter(|it| !it.is_afgedaan) {
            let bericht = opstellen_gemiste_tik(&gemist, adres);
            match kanaal.bezorg(&bericht).await {
                Ok(()) => {}
                Err(fout) if fout.is_blijvend() => {
                    error!(%fout, "de beheerder is niet te bereiken");
                }
                Err(fout) => {
                    warn!(%fout, "de beheerder hoort het later");
                    continue;
                }
            }
            self.zet_gemist(huur, Gemist { is_afgedaan: true, ..gemist }).await?;
        }
        Ok(())
    }
}
