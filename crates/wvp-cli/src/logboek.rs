//! Log lines: which ones, how they look, and where they go. They hold ids, types and versions, never content.

use std::fmt;

use anyhow::Context as _;
use serde::Deserialize;
use tracing::{Event, Subscriber};
use tracing_subscriber::fmt::FmtContext;
use tracing_subscriber::fmt::format::{FormatEvent, FormatFields, JsonFields, Writer};
use tracing_subscriber::layer::{Identity, SubscriberExt as _};
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{EnvFilter, Layer, Registry};
use wvp_access::DIGEST;

use crate::configuratie::uit_omgeving;

/// What is logged when nothing else is asked for: warnings, and every log-in that went through or failed, each with the
/// number of its request.
const GEWOON: &str = "warn,wvp_engine::inloggen=info,wvp_server::verzoek=info";

/// How a line looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Vorm {
    /// For people.
    #[default]
    Tekst,
    /// For machines: one object on each line.
    Json,
}

/// How the log is kept.
#[derive(Debug)]
pub(crate) struct Logboek {
    filter: EnvFilter,
    vorm: Vorm,
}

impl Logboek {
    /// Which lines are wanted, in the words of `tracing` (`warn`, `wvp_engine=debug`), and how they look.
    ///
    /// # Errors
    ///
    /// When the words are none of those.
    pub(crate) fn try_new(gewenst: Option<&str>, vorm: Vorm) -> anyhow::Result<Self> {
        let filter = EnvFilter::try_new(gewenst.unwrap_or(GEWOON));
        Ok(Self { filter: filter.context("configuratie, `log`")?, vorm })
    }

    /// The same from the environment; what cannot be read there is as if it was not there.
    pub(crate) fn uit_omgeving() -> Self {
        let is_json = uit_omgeving("logvorm").is_some_and(|it| it == "json");
        let vorm = if is_json { Vorm::Json } else { Vorm::Tekst };
        let gewenst = uit_omgeving("log").and_then(|it| EnvFilter::try_new(it).ok());
        Self { filter: gewenst.unwrap_or_else(|| EnvFilter::new(GEWOON)), vorm }
    }

    /// Writes lines to stderr from now on. A second call changes nothing.
    pub(crate) fn begin(self) {
        self.begin_met(None::<Identity>);
    }

    /// The same, and hands what happens to a layer beside it.
    pub(crate) fn begin_met<L: Layer<Registry> + Send + Sync + 'static>(self, naast: Option<L>) {
        let laag = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
        let vorm = tracing_subscriber::fmt::format();
        let lijn = match self.vorm {
            Vorm::Tekst => laag.event_format(MetVingerafdruk(self.vorm, vorm)).boxed(),
            Vorm::Json => laag
                .event_format(MetVingerafdruk(self.vorm, vorm.json().with_span_list(false)))
                .fmt_fields(JsonFields::new())
                .boxed(),
        };
        let lijn = lijn.with_filter(self.filter);
        // Refused only when a logger is in place already, and then that one is wanted.
        drop(tracing_subscriber::registry().with(naast).with(lijn).try_init());
    }
}

/// Begins every log line with the fingerprint of the access table that decides in this process: of
/// each line it is known by which rules it came about.
///
/// Not a field of a span: lines of other threads stand in no span.
struct MetVingerafdruk<F>(Vorm, F);

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
        let Self(vorm, regel) = self;
        match vorm {
            Vorm::Tekst => {
                write!(schrijver, "bevoegdheden={DIGEST} ")?;
                regel.format_event(omgeving, schrijver, gebeurtenis)
            }
            Vorm::Json => {
                let mut object = String::new();
                regel.format_event(omgeving, Writer::new(&mut object), gebeurtenis)?;
                let rest = object.strip_prefix('{').ok_or(fmt::Error)?;
                write!(schrijver, "{{\"bevoegdheden\":\"{DIGEST}\",{rest}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use tracing::{Level, enabled};
    use tracing_subscriber::EnvFilter;
    use tracing_subscriber::layer::SubscriberExt as _;

    use super::{GEWOON, Logboek, Vorm};

    #[test]
    fn een_inlog_wordt_gewoonlijk_gelogd_en_ander_nieuws_niet() {
        let lijn = tracing_subscriber::registry().with(EnvFilter::new(GEWOON));
        tracing::subscriber::with_default(lijn, || {
            assert!(enabled!(target: "wvp_engine::inloggen::log_in", Level::INFO));
            assert!(enabled!(target: "wvp_engine::tikken", Level::WARN));
            assert!(!enabled!(target: "wvp_engine::uitvoeren", Level::INFO));
            assert!(!enabled!(target: "wvp_server::koppen", Level::INFO));
        });
    }

    #[test]
    fn wat_geen_keuze_van_regels_is_wordt_met_zijn_sleutel_genoemd() {
        let fout = Logboek::try_new(Some("wvp_engine=luid"), Vorm::Tekst).unwrap_err();
        assert!(format!("{fout:#}").contains("`log`"), "{fout:#}");
    }
}
