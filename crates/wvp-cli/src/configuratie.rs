//! What comes from the environment; read here and nowhere else.

use tracing_subscriber::EnvFilter;

/// Which log lines are wanted, in the words of `tracing` (`warn`, `wvp_engine=debug`).
const LOGBOEK: &str = "POORTWACHTER_LOG";

/// Writes log lines to stderr: warnings, unless the environment asks for more. They hold ids, types
/// and versions, never content. A second call changes nothing.
pub(crate) fn begin_logboek() {
    #[expect(clippy::disallowed_methods, reason = "the one reader of the environment")]
    let gewenst = std::env::var(LOGBOEK).unwrap_or_else(|_| "warn".to_owned());
    let filter = EnvFilter::try_new(gewenst).unwrap_or_else(|_| EnvFilter::new("warn"));
    let lijn = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // Refused only when a logger is in place already, and then that one is wanted.
    drop(lijn.try_init());
}
