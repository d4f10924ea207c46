//! The timetable: a tick at every start and every morning in Amsterdam.

use std::sync::Arc;

use chrono_tz::Europe::Amsterdam;
use thiserror::Error;
use tokio_cron_scheduler::{Job, JobScheduler, JobSchedulerError};
use tracing::error;

use crate::bericht::Notifier;
use crate::engine::Engine;

/// Seconds, minutes, hours, day, month, weekday: seven in the morning, every day.
const IEDERE_OCHTEND: &str = "0 0 7 * * *";

/// A running timetable.
pub struct Rooster(JobScheduler);

/// Why the timetable could not start or stop.
#[derive(Debug, Error)]
#[error("het rooster is niet te starten of te stoppen: {0}")]
pub struct RoosterFout(#[from] JobSchedulerError);

impl Rooster {
    /// Ticks now, to catch up with what fell due while nothing ran, and every morning from now on.
    ///
    /// # Errors
    ///
    /// When the scheduler does not start. A tick that fails is logged and tried again the next day.
    pub async fn start(
        engine: Arc<Engine>,
        kanaal: Arc<dyn Notifier>,
    ) -> Result<Self, RoosterFout> {
        tik_en_meld(&engine, &*kanaal).await;
        let rooster = JobScheduler::new().await?;
        let taak = Job::new_async_tz(IEDERE_OCHTEND, Amsterdam, move |_, _| {
            let (engine, kanaal) = (Arc::clone(&engine), Arc::clone(&kanaal));
            Box::pin(async move { tik_en_meld(&engine, &*kanaal).await })
        })?;
        rooster.add(taak).await?;
        rooster.start().await?;
        Ok(Self(rooster))
    }

    /// Stops the timetable.
    ///
    /// # Errors
    ///
    /// When the scheduler does not stop.
    pub async fn stop(mut self) -> Result<(), RoosterFout> {
        Ok(self.0.shutdown().await?)
    }
}

async fn tik_en_meld(engine: &Engine, kanaal: &dyn Notifier) {
    if let Err(fout) = engine.tick().await {
        error!(%fout, "tik mislukt");
    }
    if let Err(fout) = engine.alert(kanaal).await {
        error!(%fout, "melden mislukt");
    }
}
