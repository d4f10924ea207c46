//! Log lines: which ones, how they look, and where they go. They hold ids, types and versions, never content.

use std::fmt;
use std::io::IsTerminal as _;

use anyhow::Context as _;
use serde::Deserialize;
use tracing::{Event, Subscriber};
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::fmt::FmtContext;
use tracing_subscriber::fmt::format::{FormatEvent, FormatFields, JsonFields, Writer};
use tracing_subscriber::layer::{Identity, SubscriberExt as _};
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{EnvFilter, Layer, Registry};
use wvp_access::DIGEST;

use crate::configuratie::uit_omgeving;

/// What is logged when nothing else is asked for: warnings, and every log-in that went through or failed.
const GEWOON: &str = "warn,wvp_engine::inloggen=info";
/// Lines within a request bear its number, whatever else is asked for. It makes no line by itself.
const VERZOEK: &str = "wvp_server::verzoek=info";

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

impl Vorm {
    /// By its word.
    fn try_new(woord: &str) -> anyhow::Result<Self> {
        match woord {
            "tekst" => Ok(Self::Tekst),
            "json" => Ok(Self::Json),
            _ => anyhow::bail!("`{woord}` is geen vorm (verwacht: tekst of json)"),
        }
    }
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
        let gewenst = gewenst.unwrap_or(GEWOON);
        // A word by itself is how much; a target without how much would be everything of a part that may not exist.
        let los = gewenst.split(',').filter(|it| !it.contains('='));
        for woord in los.filter(|it| !it.is_empty()) {
            anyhow::ensure!(
                woord.parse::<LevelFilter>().is_ok(),
                "`log`: `{woord}` zegt niet hoeveel"
            );
        }
        // The last one counts: who asks for another amount of it gets that.
        let filter = EnvFilter::try_new(format!("{VERZOEK},{gewenst}")).context("`log`")?;
        Ok(Self { filter, vorm })
    }

    /// The same from the environment.
    ///
    /// # Errors
    ///
    /// When a variable says something else; it is named.
    pub(crate) fn uit_omgeving() -> anyhow::Result<Self> {
        let vorm = uit_omgeving("logvorm").map(|it| Vorm::try_new(&it)).transpose();
        let vorm = vorm.context("omgeving, POORTWACHTER_LOGVORM")?.unwrap_or_default();
        let gewenst = uit_omgeving("log");
        Self::try_new(gewenst.as_deref(), vorm).context("omgeving, POORTWACHTER_LOG")
    }

    /// Writes lines to stderr from now on. A second call changes nothing.
    pub(crate) fn begin(self) {
        self.begin_met(None::<Identity>);
    }

    /// The same, and hands what happens to a layer beside it.
    pub(crate) fn begin_met<L: Layer<Registry> + Send + Sync + 'static>(self, naast: Option<L>) {
        // Colour is for who looks at a screen, and rubbish in a file.
        let laag = tracing_subscriber::fmt::layer()
            .with_writer(std::io::stderr)
            .with_ansi(std::io::stderr().is_terminal());
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
    fn wat_geen_keuze_van_regels_is_wordt_genoemd() {
        for woorden in ["wvp_engine=luid", "infoo", "warn,wvp_engine"] {
            let fout = Logboek::try_new(Some(woorden), Vorm::Tekst).unwrap_err();
            assert!(format!("{fout:#}").contains("`log`"), "{woorden}: {fout:#}");
        }
        assert!(Logboek::try_new(Some("warn,wvp_engine=debug"), Vorm::Tekst).is_ok());
    }

    #[test]
    fn een_regel_staat_in_zijn_verzoek_wat_er_ook_wordt_gevraagd() {
        for woorden in [None, Some("warn"), Some("wvp_engine=debug")] {
            let logboek = Logboek::try_new(woorden, Vorm::Tekst).unwrap();
            let lijn = tracing_subscriber::registry().with(logboek.filter);
            tracing::subscriber::with_default(lijn, || {
                let verzoek = tracing::info_span!(target: "wvp_server::verzoek", "verzoek");
                assert!(!verzoek.is_disabled(), "{woorden:?}");
            });
        }
    }
}
