//! What the server counts: requests by route and outcome, and how long they took. A route is its pattern, so no
//! number of a dossier is ever a label.

use std::fmt;
use std::sync::Mutex;
use std::time::Duration;

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

/// What the server counts.
pub(crate) struct Metingen {
    register: Mutex<Registry>,
    verzoeken: Family<Verzoek, Counter>,
    duur: Family<Route, Histogram>,
    /// Requests that are being served.
    pub(crate) bezig: Gauge,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Verzoek {
    methode: String,
    route: String,
    status: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    methode: String,
    route: String,
}

/// From one millisecond to ten seconds.
const GRENZEN: [f64; 12] =
    [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

impl Metingen {
    pub(crate) fn new() -> Self {
        let verzoeken = Family::<Verzoek, Counter>::default();
        let duur = Family::<Route, Histogram>::new_with_constructor(|| Histogram::new(GRENZEN));
        let bezig = Gauge::default();
        let mut register = Registry::with_prefix("poortwachter");
        register.register("http_verzoeken", "Beantwoorde verzoeken", verzoeken.clone());
        register.register("http_duur_seconden", "Duur van een verzoek", duur.clone());
        register.register("http_bezig", "Verzoeken waaraan nu wordt gewerkt", bezig.clone());
        Self { register: Mutex::new(register), verzoeken, duur, bezig }
    }

    pub(crate) fn tel(&self, methode: &str, route: &str, status: u16, duur: Duration) {
        let (methode, route) = (methode.to_owned(), route.to_owned());
        let van = Route { methode: methode.clone(), route: route.clone() };
        self.duur.get_or_create(&van).observe(duur.as_secs_f64());
        self.verzoeken.get_or_create(&Verzoek { methode, route, status }).inc();
    }

    /// As OpenMetrics text.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    pub(crate) fn als_tekst(&self) -> Result<String, fmt::Error> {
        let register = self.register.lock().map_err(|_| fmt::Error)?;
        let mut tekst = String::new();
        encode(&mut tekst, &register)?;
        Ok(tekst)
    }
}

impl fmt::Debug for Metingen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Metingen")
    }
}
