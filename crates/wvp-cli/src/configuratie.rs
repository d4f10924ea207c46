//! What comes from the environment; read here and nowhere else.

use std::fmt;

use tracing::{Event, Subscriber};
use tracing_subscriber::fmt::FmtContext;
use tracing_subscriber::fmt::format::{FormatEvent, FormatFields, Writer};
use tracing_subscriber::layer::{Identity, SubscriberExt as _};
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{EnvFilter, Layer, Registry};
use wvp_access::DIGEST;
use zeroize::Zeroizing;

/// Which log lines are wanted, in the words of `tracing` (`warn`, `wvp_engine=debug`).
const LOGBOEK: &str = "POORTWACHTER_LOG";

/// The password at the mail server.
const SMTP_WACHTWOORD: &str = "POORTWACHTER_SMTP_WACHTWOORD";

/// The secret that is shared with the receiver of webhooks.
const WEBHOOK_SLEUTEL: &str = "POORTWACHTER_WEBHOOK_SLEUTEL";

/// A setting of the server by its key in the file.
pub(crate) fn uit_omgeving(sleutel: &str) -> Option<String> {
    #[expect(clippy::disallowed_methods, reason = "the one reader of the environment")]
    let waarde = std::env::var(format!("POORTWACHTER_{}", sleutel.to_uppercase()));
    waarde.ok().filter(|it| !it.is_empty())
}

/// The secret that is shared with the receiver of webhooks; empty when the environment holds none.
pub(crate) fn webhook_sleutel() -> Zeroizing<String> {
    #[expect(clippy::disallowed_methods, reason = "the one reader of the environment")]
    let sleutel = std::env::var(WEBHOOK_SLEUTEL);
    Zeroizing::new(sleutel.unwrap_or_default())
}

/// The password at the mail server; empty when the environment holds none.
pub(crate) fn smtp_wachtwoord() -> Zeroizing<String> {
    #[expect(clippy::disallowed_methods, reason = "the one reader of the environment")]
    let wachtwoord = std::env::var(SMTP_WACHTWOORD);
    Zeroizing::new(wachtwoord.unwrap_or_default())
}

/// What is logged when nothing else is asked for: warnings, and every log-in that went through or failed.
const GEWOON: &str = "warn,wvp_engine::inloggen=info";

/// Writes log lines to stderr: warnings and log-ins, unless the environment asks for something else. They hold ids, types
/// and versions, never content. A second call changes nothing.
pub(crate) fn begin_logboek() {
    begin_logboek_met(None::<Identity>);
}

/// The same, and hands what happens to a layer beside it.
pub(crate) fn begin_logboek_met<L: Layer<Registry> + Send + Sync + 'static>(naast: Option<L>) {
    #[expect(clippy::disallowed_methods, reason = "the one reader of the environment")]
    let gewenst = std::env::var(LOGBOEK).unwrap_or_else(|_| GEWOON.to_owned());
    let filter = EnvFilter::try_new(gewenst).unwrap_or_else(|_| EnvFilter::new(GEWOON));
    let lijn = tracing_subscriber::fmt::layer()
        .event_format(MetVingerafdruk(tracing_subscriber::fmt::format()))
        .with_writer(std::io::stderr)
        .with_filter(filter);
    // Refused only when a logger is in place already, and then that one is wanted.
    drop(tracing_subscriber::registry().with(naast).with(lijn).try_init());
}

/// Begins every log line with the fingerprint of the access table that decides in this process: of
/// each line it is known by which rules it came about.
///
/// Not a field of a span: lines of other threads stand in no span.
struct MetVingerafdruk<F>(F);

impl<S, N, F> FormatEvent<S, N> for MetVingerafdruk<F>
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
    F: FormatEvent<S, N>,
{
    fn format_event(
        &self,
        omgeving: &FmtContext<'_, S, N>,
        mut schrijver: Writer<'_>,
        gebeurtenis: &Event<'_>,
    ) -> fmt::Result {
        write!(schrijver, "bevoegdheden={DIGEST} ")?;
        self.0.format_event(omgeving, schrijver, gebeurtenis)
    }
}

#[cfg(test)]
mod tests {
    use tracing::{Level, enabled};
    use tracing_subscriber::EnvFilter;
    use tracing_subscriber::layer::SubscriberExt as _;

    use super::GEWOON;

    #[test]
    fn een_inlog_wordt_gewoonlijk_gelogd_en_ander_nieuws_niet() {
        let lijn = tracing_subscriber::registry().with(EnvFilter::new(GEWOON));
        tracing::subscriber::with_default(lijn, || {
            assert!(enabled!(target: "wvp_engine::inloggen::log_in", Level::INFO));
            assert!(enabled!(target: "wvp_engine::tikken", Level::WARN));
            assert!(!enabled!(target: "wvp_engine::uitvoeren", Level::INFO));
        });
    }
}
