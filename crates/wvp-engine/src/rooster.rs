//! The timetable: a tick at every start and every morning in Amsterdam, and every hour another try at
//! messages that wait.

use std::sync::Arc;

use chrono_tz::Europe::Amsterdam;
use thiserror::Error;
use tokio_cron_scheduler::{Job, JobScheduler, JobSchedulerError};
use tracing::error;

use crate::bericht::Notifier;
use crate::engine::Engine;

/// Seconds, minutes, hours, day, month, weekday: seven in the morning, every day.
const IEDERE_OCHTEND: &str = "0 0 7 * * *";

/// Half past every hour, so that it never falls together with the tick.
const IEDER_UUR: &str = "0 30 * * * *";

/// A running timetable.
pub struct Rooster(JobScheduler);

/// Why the timetable could not start or stop.
#[derive(Debug, Error)]
#[error("het rooster is niet te starten of te stoppen: {0}")]
pub struct RoosterFout(#[from] JobSchedulerError);

impl Rooster {
    /// Ticks now, to catch up with what fell due while nothing ran, and every morning from now on.
    /// What could not be delivered is tried again every hour.
    ///
    /// # Errors
    ///
    /// When the scheduler does not start. A tick that fails is logged and tried again the next day.
    pub async fn start(
        engine: Arc<Engine>,
        kanaal: Arc<dyn Notifier>,
    ) -> Result<Self, RoosterFout> {
        tik(&engine).await;
        meld(&engine, &*kanaal).await;
        let rooster = JobScheduler::new().await?;
        let (ochtend_engine, ochtend_kanaal) = (Arc::clone(&engine), Arc::clone(&kanaal));
        rooster
            .add(Job::new_async_tz(IEDERE_OCHTEND, Amsterdam, move |_, _| {
                let (engine, kanaal) = (Arc::clone(&ochtend_engine), Arc::clone(&ochtend_kanaal));
                Box::pin(async move {
                    tik(&engine).await;
                    meld(&engine, &*kanaal).await;
                })
            })?)
            .await?;
        rooster
            .add(Job::new_async_tz(IEDER_UUR, Amsterdam, move |_, _| {
                let (engine, kanaal) = (Arc::clone(&engine), Arc::clone(&kanaal));
                Box::pin(async move { meld(&engine, &*kanaal).await })
            })?)
            .await?;
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

async fn tik(engine: &Engine) {
    if let Err(fout) = engine.tick().await {
        error!(%fout, "tik mislukt");
    }
}

async fn meld(engine: &Engine, kanaal: &dyn Notifier) {
    if let Err(fout) = engine.alert(kanaal).await {
        error!(%fout, "melden mislukt");
    }
}
