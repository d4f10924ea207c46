//! Traces of requests, told to a collector (OTLP over HTTP): where the operator asks for it.
//!
//! What goes out is what the span of a request holds: method, pattern of the address, status and number of the
//! request. Who makes the spans decides that; nothing is added here but the name and version of the program.

use std::fmt;
use std::time::Duration;

use async_trait::async_trait;
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::{Request, Response};
use opentelemetry_http::{HttpClient, HttpError};
use opentelemetry_otlp::{SpanExporter, WithExportConfig as _, WithHttpConfig as _};
use opentelemetry_sdk::Resource;
use thiserror::Error;
use tokio::runtime::Handle;

use crate::net::{WebadresFout, webadres};
use crate::uitgaand::{Klant, klant, vraag};

pub use opentelemetry_sdk::trace::SdkTracerProvider as Bron;

/// The longest that a collector may take.
const TERMIJN: Duration = Duration::from_secs(10);
/// A collector answers with next to nothing.
const BYTES_HOOGSTENS: usize = 1 << 16;

/// Why no traces go out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SporenFout {
    /// The address cannot be used.
    #[error("{0}")]
    Adres(#[from] WebadresFout),
    /// It cannot be set up.
    #[error("sporen zijn niet in te stellen")]
    Opzet,
}

/// Where traces go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spooradres(String);

impl Spooradres {
    /// Checks the address of a collector; nothing is sent.
    ///
    /// # Errors
    ///
    /// When it is neither https nor this machine.
    pub fn try_new(adres: &str) -> Result<Self, SporenFout> {
        webadres(adres)?;
        Ok(Self(format!("{}/v1/traces", adres.trim_end_matches('/'))))
    }

    /// Tells the collector, in the background: what it does not take is dropped. Called within the runtime, whose
    /// connections are used.
    ///
    /// # Errors
    ///
    /// When it cannot be set up.
    pub fn begin(self, versie: &'static str) -> Result<Bron, SporenFout> {
        let klant = klant(None).map_err(|_| SporenFout::Opzet)?;
        let verzender = SpanExporter::builder()
            .with_http()
            .with_http_client(Verzender { klant, draad: Handle::current() })
            .with_endpoint(self.0)
            .with_timeout(TERMIJN)
            .build()
            .map_err(|_| SporenFout::Opzet)?;
        let wie = Resource::builder_empty()
            .with_service_name("poortwachter")
            .with_attribute(opentelemetry::KeyValue::new("service.version", versie))
            .build();
        let bouw = Bron::builder().with_batch_exporter(verzender);
        Ok(bouw.with_resource(wie).build())
    }
}

/// Posts from the thread of the exporter, which has no runtime of its own.
struct Verzender {
    klant: Klant,
    draad: Handle,
}

impl fmt::Debug for Verzender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Verzender")
    }
}

#[async_trait]
impl HttpClient for Verzender {
    async fn send_bytes(&self, verzoek: Request<Bytes>) -> Result<Response<Bytes>, HttpError> {
        let klant = self.klant.clone();
        let verzoek = verzoek.map(Full::new);
        let taak = async move { vraag(&klant, verzoek, TERMIJN, BYTES_HOOGSTENS).await };
        Ok(self.draad.spawn(taak).await??)
    }
}

#[cfg(test)]
mod tests {
    use super::Spooradres;

    #[test]
    fn sporen_gaan_alleen_beveiligd_de_machine_uit() {
        let adres = Spooradres::try_new("http://127.0.0.1:4318/").unwrap();
        assert_eq!(adres.0, "http://127.0.0.1:4318/v1/traces");
        assert!(Spooradres::try_new("http://verzamelaar.example:4318").is_err());
        assert!(Spooradres::try_new("https://verzamelaar.example").is_ok());
    }
}
