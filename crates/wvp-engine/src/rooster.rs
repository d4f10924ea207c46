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
        let dienst = Arc::new(dienst);
        dienst.begin().await;
        let wekker = JobScheduler::new().await?;
        let elke_minuut = Arc::clone(&dienst);
        let taak = Job::new_async(IEDERE_MINUUT, move |_, _| {
            let dienst = Arc::clone(&elke_minuut);
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
