//! Where papers are made: typesetting takes a processor for a while, so it goes on beside the requests, and never more
//! of it at a time than there are processors.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::thread::available_parallelism;

use tokio::runtime::Handle;
use tokio::sync::Semaphore;
use wvp_engine::Drukkerij;

use crate::probleem::Probleem;

/// Makes papers. Cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Drukpers {
    /// Who prints what.
    pub(crate) drukkerij: Arc<dyn Drukkerij>,
    plaatsen: Arc<Semaphore>,
}

impl Drukpers {
    pub(crate) fn new(drukkerij: Arc<dyn Drukkerij>) -> Self {
        let aantal = available_parallelism().map_or(1, usize::from);
        Self { drukkerij, plaatsen: Arc::new(Semaphore::new(aantal)) }
    }

    /// Does work in which papers are made, when it is its turn. Fails on what the work fails on.
    pub(crate) fn druk<T: Send + 'static>(
        &self,
        werk: impl Future<Output = Result<T, Probleem>> + Send + 'static,
    ) -> Werk<T> {
        Box::pin(druk_in(Arc::clone(&self.plaatsen), Box::pin(werk)))
    }
}

/// Work that comes to something.
pub(crate) type Werk<T> = Pin<Box<dyn Future<Output = Result<T, Probleem>> + Send>>;

async fn druk_in<T: Send + 'static>(
    plaatsen: Arc<Semaphore>,
    werk: Werk<T>,
) -> Result<T, Probleem> {
    let plaats = plaatsen.acquire_owned().await.map_err(|fout| Probleem::storing(&fout))?;
    let (regel, hier) = (tracing::Span::current(), Handle::current());
    let taak = tokio::task::spawn_blocking(move || {
        let gemaakt = regel.in_scope(|| hier.block_on(werk));
        drop(plaats);
        gemaakt
    });
    taak.await.map_err(|fout| Probleem::storing(&fout))?
}
