//! Traces of requests, for who asks for them in the configuration.

use anyhow::Context as _;
use opentelemetry::trace::TracerProvider as _;
use serde::Deserialize;
use tracing_subscriber::Layer as _;
use tracing_subscriber::filter::filter_fn;
use wvp_kanalen::sporen::Spooradres;

use crate::logboek::Logboek;

/// What the server calls the span of a request, and nothing else.
const VERZOEK: &str = "wvp_server::verzoek";

/// Where traces go; nowhere when absent.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Telemetriedeel {
    /// The collector: OTLP over HTTP.
    otlp: Option<String>,
}

/// Ends the traces: what was not told yet is told now.
pub(crate) struct Sporen(Option<wvp_kanalen::sporen::Bron>);

impl Telemetriedeel {
    /// Checks the address.
    ///
    /// # Errors
    ///
    /// When it is neither https nor this machine.
    pub(crate) fn adres(&self) -> anyhow::Result<Option<Spooradres>> {
        let adres = self.otlp.as_deref().map(Spooradres::try_new).transpose();
        adres.context("configuratie, `telemetrie.otlp`")
    }

    /// Begins the log, and the traces beside it when they are asked for.
    ///
    /// # Errors
    ///
    /// When the collector cannot be used.
    pub(crate) fn begin(&self, logboek: Logboek) -> anyhow::Result<Sporen> {
        let Some(adres) = self.adres()? else {
            logboek.begin();
            return Ok(Sporen(None));
        };
        let bron = adres.begin(env!("CARGO_PKG_VERSION"))?;
        // Spans of requests only: what is logged meanwhile may name an account, and no line of it goes out.
        let laag = tracing_opentelemetry::layer()
            .with_tracer(bron.tracer("poortwachter"))
            .with_location(false)
            .with_threads(false)
            .with_target(false)
            .with_tracked_inactivity(false)
            .with_filter(filter_fn(|wat| wat.is_span() && wat.target() == VERZOEK));
        logboek.begin_met(Some(laag));
        Ok(Sporen(Some(bron)))
    }
}

impl Sporen {
    /// Tells what was not told yet. A collector that is away keeps nobody.
    pub(crate) async fn stop(self) {
        let Some(bron) = self.0 else { return };
        // It waits for its own thread, which waits for our connections.
        let klaar = tokio::task::spawn_blocking(move || bron.shutdown()).await;
        if !matches!(klaar, Ok(Ok(()))) {
            tracing::warn!("niet alle sporen zijn verstuurd");
        }
    }
}
