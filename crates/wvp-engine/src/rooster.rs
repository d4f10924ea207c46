//! The timetable: a tick at every start and every morning in Amsterdam, every hour another try at
//! messages that wait, and a watch over missed ticks.

pub(crate) mod beurt;
mod dienst;

use std::sync::Arc;

use thiserror::Error;
use tokio_cron_scheduler::{Job, JobScheduler, JobSchedulerError};

pub use dienst::Dienst;

/// Seconds, minutes, hours, day, month, weekday. The same in every zone whose distance to UTC is whole
/// minutes.
const IEDERE_MINUUT: &str = "0 * * * * *";

/// A running timetable.
pub struct Rooster {
    wekker: JobScheduler,
    dienst: Arc<Dienst>,
}

/// Why the timetable could not start or stop.
#[derive(Debug, Error)]
#[error("het rooster is niet te starten of te stoppen: {0}")]
pub struct RoosterFout(#[from] JobSchedulerError);

impl Rooster {
    /// Begins now, to catch up with what fell due while nothing ran, and goes on every minute.
    ///
    /// # Errors
    ///
    /// When the scheduler does not start. A tick that fails is logged and tried again a minute later.
    pub async fn start(dienst: Dienst) -> Result<Self, RoosterFout> {
        Self::start_op(dienst, IEDERE_MINUUT).await
    }

    async fn start_op(dienst: Dienst, patroon: &str) -> Result<Self, RoosterFout> {
        let dienst = Arc::new(dienst);
        dienst.begin().await;
        let wekker = JobScheduler::new().await?;
        let gewekt = Arc::clone(&dienst);
        let taak = Job::new_async(patroon, move |_, _| {
            let dienst = Arc::clone(&gewekt);
            Box::pin(async move { dienst.minuut().await })
        })?;
        wekker.add(taak).await?;
        wekker.start().await?;
        Ok(Self { wekker, dienst })
    }

    /// Stops the timetable, once what runs is finished.
    ///
    /// # Errors
    ///
    /// When the scheduler does not stop.
    pub async fn stop(mut self) -> Result<(), RoosterFout> {
        self.dienst.rond_af().await;
        Ok(self.wekker.shutdown().await?)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use async_trait::async_trait;
    use wvp_domain::Datum;
    use wvp_store::MemoryStore;
    use wvp_store::keyring::SleutelbosGeheugen;

    use super::{Dienst, Rooster};
    use crate::bericht::{Bericht, BezorgFout, Notifier};
    use crate::engine::{Engine, Onderdelen};
    use crate::klok::Handklok;

    #[derive(Debug)]
    struct Niemand;

    #[async_trait]
    impl Notifier for Niemand {
        async fn bezorg(&self, _: &Bericht) -> Result<(), BezorgFout> {
            Ok(())
        }
    }

    #[tokio::test]
    async fn de_wekker_laat_het_rooster_lopen_tot_het_stopt() {
        let dag = Datum::ymd(2025, 3, 28).unwrap();
        let (store, klok) = (Arc::new(MemoryStore::new()), Arc::new(Handklok::op(dag)));
        let engine = Engine::new(Onderdelen {
            store: Arc::clone(&store) as _,
            modellen: store,
            sleutels: Arc::new(SleutelbosGeheugen::new()),
            klok: Arc::clone(&klok) as _,
        });
        let dienst = Dienst::new(engine.clone(), Arc::new(Niemand));
        let rooster = Rooster::start_op(dienst, "* * * * * *").await.unwrap();
        klok.zet(dag.volgende());
        while engine.laatste_tik().await.unwrap().unwrap().dag() == dag {
            tokio::task::yield_now().await;
        }
        rooster.stop().await.unwrap();
    }
}
