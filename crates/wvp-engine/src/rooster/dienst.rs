//! Dienst: what the timetable does, minute by minute. Whether something is due follows from the clock and
//! from what is stored, so a minute that was missed, a restart and a second node change nothing.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use tokio::sync::Semaphore;
use tracing::error;
use wvp_store::Moment;

use super::beurt::{BEZORGING, Beurt, OCHTEND, WAKE};
use crate::bericht::Notifier;
use crate::engine::Engine;
use crate::systeem::{Afnemer, Systeem};

/// Ticks every morning, delivers every hour, and watches whether a tick was missed.
pub struct Dienst {
    engine: Engine,
    kanaal: Arc<dyn Notifier>,
    beheerder: Option<String>,
    systeem: Option<(Arc<dyn Systeem>, Afnemer)>,
    /// One place: ticking and delivering. Closed once the work is over.
    werk: Semaphore,
    /// The watch goes on while a tick hangs.
    wake: Semaphore,
    bezorgd: AtomicI64,
    gewaakt: AtomicI64,
}

impl Dienst {
    /// Ticks with this engine and delivers this way.
    #[must_use]
    pub fn new(engine: Engine, kanaal: Arc<dyn Notifier>) -> Self {
        let een = || Semaphore::new(1);
        let nooit = || AtomicI64::new(i64::MIN);
        let (werk, wake, bezorgd, gewaakt) = (een(), een(), nooit(), nooit());
        let (beheerder, systeem) = (None, None);
        Self { engine, kanaal, beheerder, systeem, werk, wake, bezorgd, gewaakt }
    }

    /// Tells the operator at this address of every tick that is missed.
    #[must_use]
    pub fn met_beheerder(self, adres: String) -> Self {
        Self { beheerder: Some(adres), ..self }
    }

    /// Tells another system of what happens, as whom it reads.
    #[must_use]
    pub fn met_systeem(self, systeem: Arc<dyn Systeem>, afnemer: Afnemer) -> Self {
        Self { systeem: Some((systeem, afnemer)), ..self }
    }

    /// Looks what was missed while nothing ran, catches up with it, and delivers.
    pub async fn begin(&self) {
        if let Ok(_plaats) = self.wake.try_acquire() {
            self.waak(self.nu()).await;
        }
        if let Ok(_plaats) = self.werk.try_acquire() {
            self.tik_en_bezorg(self.nu()).await;
        }
    }

    /// Does what is due by now. Safe to call at any time and as often as one likes; does nothing while an
    /// earlier call is still at it.
    pub async fn minuut(&self) {
        // The watch first: it is short, and a tick may hang.
        self.waak_bij().await;
        self.werk_bij().await;
    }

    /// Waits for what runs; from then on nothing is begun.
    pub async fn rond_af(&self) {
        for bezig in [&self.werk, &self.wake] {
            let laatste = bezig.acquire().await;
            bezig.close();
            drop(laatste);
        }
    }

    async fn werk_bij(&self) {
        let Ok(_plaats) = self.werk.try_acquire() else { return };
        let nu = self.nu();
        if self.is_tik_nodig(nu).await {
            self.tik_en_bezorg(nu).await;
        } else if is_aan_de_beurt(BEZORGING, &self.bezorgd, nu) {
            self.bezorg(nu).await;
        }
    }

    async fn waak_bij(&self) {
        let Ok(_plaats) = self.wake.try_acquire() else { return };
        let nu = self.nu();
        if is_aan_de_beurt(WAKE, &self.gewaakt, nu) {
            self.waak(nu).await;
        }
    }

    /// Whether no node ticked since the last morning. A tick of a day that has not come yet says nothing
    /// about today.
    async fn is_tik_nodig(&self, nu: Moment) -> bool {
        let Some(ochtend) = OCHTEND.laatste(nu) else { return false };
        match self.engine.laatste_tik().await {
            Ok(Some(tik)) => tik.moment < ochtend || tik.dag() > self.engine.klok().vandaag(),
            Ok(None) => true,
            Err(fout) => {
                error!(%fout, "laatste tik onbekend");
                false
            }
        }
    }

    async fn tik_en_bezorg(&self, nu: Moment) {
        if let Err(fout) = self.engine.tick_als_enige().await {
            error!(%fout, "tik mislukt");
        }
        self.bezorg(nu).await;
    }

    async fn bezorg(&self, nu: Moment) {
        self.bezorgd.store(nu.0, Ordering::SeqCst);
        if let Err(fout) = self.engine.alert(&*self.kanaal).await {
            error!(%fout, "melden mislukt");
        }
        let Some((systeem, afnemer)) = &self.systeem else { return };
        if let Err(fout) = self.engine.meld_systeem(&**systeem, *afnemer).await {
            error!(%fout, "ander systeem inlichten mislukt");
        }
    }

    async fn waak(&self, nu: Moment) {
        self.gewaakt.store(nu.0, Ordering::SeqCst);
        if let Err(fout) = self.engine.waak(&*self.kanaal, self.beheerder.as_deref()).await {
            error!(%fout, "waken mislukt");
        }
    }

    fn nu(&self) -> Moment {
        self.engine.klok().nu()
    }
}

/// Prints no address.
impl fmt::Debug for Dienst {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Dienst(…)")
    }
}

fn is_aan_de_beurt(beurt: Beurt, gedaan: &AtomicI64, nu: Moment) -> bool {
    beurt.laatste(nu).is_some_and(|laatste| gedaan.load(Ordering::SeqCst) < laatste.0)
}
