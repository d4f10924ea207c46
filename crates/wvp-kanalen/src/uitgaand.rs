//! Speaking HTTP to others: one way to set up a connection, for everything here that does.

use std::time::Duration;

use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Bytes;
use hyper::{Request, Response};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use thiserror::Error;
use wvp_lijn::{LijnFout, Vertrouwd, tls};

/// Speaks HTTP, over TLS where the address says so.
pub(crate) type Klant = Client<HttpsConnector<HttpConnector>, Full<Bytes>>;

/// Why a question got no answer. Says nothing of what was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub(crate) enum VraagFout {
    /// There is no connection, or it broke off.
    #[error("geen verbinding")]
    Verbinding,
    /// It took too long.
    #[error("geen antwoord op tijd")]
    Tijd,
    /// The answer is larger than anybody needs.
    #[error("het antwoord is te groot")]
    TeGroot,
}

/// A client that trusts the authorities of the machine, and one more when it is named (PEM).
///
/// # Errors
///
/// When the extra authority cannot be read.
pub(crate) fn klant(extra_wortel: Option<&str>) -> Result<Klant, LijnFout> {
    let vertrouwd = extra_wortel.map_or(Vertrouwd::Machine, Vertrouwd::MachineEn);
    let mut http = HttpConnector::new();
    http.enforce_http(false);
    let verbinder = HttpsConnectorBuilder::new()
        .with_tls_config(tls(vertrouwd)?)
        .https_or_http()
        .enable_http1()
        .wrap_connector(http);
    Ok(Client::builder(TokioExecutor::new()).build(verbinder))
}

/// Asks, and reads the answer as a whole. A redirect is not followed: it would lead to somebody else.
///
/// # Errors
///
/// When there is no answer in time, or one that is too large.
pub(crate) async fn vraag(
    klant: &Klant,
    verzoek: Request<Full<Bytes>>,
    termijn: Duration,
    bytes_hoogstens: usize,
) -> Result<Response<Bytes>, VraagFout> {
    let gesprek = async {
        let antwoord = klant.request(verzoek).await.map_err(|_| VraagFout::Verbinding)?;
        let (delen, lijf) = antwoord.into_parts();
        let lijf = Limited::new(lijf, bytes_hoogstens).collect().await;
        let bytes = lijf.map_err(|_| VraagFout::TeGroot)?.to_bytes();
        Ok(Response::from_parts(delen, bytes))
    };
    tokio::time::timeout(termijn, gesprek).await.map_err(|_| VraagFout::Tijd)?
}
