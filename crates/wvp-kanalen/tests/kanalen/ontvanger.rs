//! A receiver of webhooks: a real HTTP server that answers as it is told, and keeps what it got.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use http_body_util::{BodyExt as _, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::LOCATION;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use wvp_kanalen::webhook::HANDTEKENING;

/// What came in with one delivery.
#[derive(Debug, Clone)]
pub(crate) struct Bezorging {
    pub(crate) soort: String,
    pub(crate) handtekening: String,
    pub(crate) lading: Vec<u8>,
}

#[derive(Debug, Default)]
struct Boek {
    antwoorden: VecDeque<u16>,
    bezorgingen: Vec<Bezorging>,
}

/// A running receiver; it ends with the test.
pub(crate) struct Ontvanger {
    pub(crate) adres: String,
    boek: Arc<Mutex<Boek>>,
}

/// This answer never comes.
pub(crate) const NOOIT: u16 = 0;

impl Ontvanger {
    /// Gives these answers in turn, and 204 after them.
    pub(crate) async fn start(antwoorden: &[u16]) -> Self {
        let (luisteraar, poort) = luister().await;
        let boek = Boek { antwoorden: antwoorden.iter().copied().collect(), bezorgingen: vec![] };
        let boek = Arc::new(Mutex::new(boek));
        let voor_de_server = boek.clone();
        tokio::spawn(async move {
            while let Ok((lijn, _)) = luisteraar.accept().await {
                tokio::spawn(bedien(lijn, voor_de_server.clone()));
            }
        });
        Self { adres: format!("http://127.0.0.1:{poort}/gebeurtenissen"), boek }
    }

    /// The same over TLS, with this certificate and key as PEM files.
    pub(crate) async fn start_tls(certificaat: &Path, sleutel: &Path) -> Self {
        let (luisteraar, poort) = luister().await;
        let keten =
            CertificateDer::pem_file_iter(certificaat).unwrap().map(Result::unwrap).collect();
        let sleutel = PrivateKeyDer::from_pem_file(sleutel).unwrap();
        let provider = Arc::new(aws_lc_rs::default_provider());
        let instelling = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(keten, sleutel)
            .unwrap();
        let tls = TlsAcceptor::from(Arc::new(instelling));
        let boek = Arc::new(Mutex::new(Boek::default()));
        let voor_de_server = boek.clone();
        tokio::spawn(async move {
            while let Ok((lijn, _)) = luisteraar.accept().await {
                // Who does not trust the certificate hangs up here.
                if let Ok(lijn) = tls.accept(lijn).await {
                    tokio::spawn(bedien(lijn, voor_de_server.clone()));
                }
            }
        });
        Self { adres: format!("https://127.0.0.1:{poort}/gebeurtenissen"), boek }
    }

    pub(crate) fn bezorgingen(&self) -> Vec<Bezorging> {
        self.boek.lock().unwrap_or_else(PoisonError::into_inner).bezorgingen.clone()
    }
}

async fn luister() -> (TcpListener, u16) {
    let luisteraar = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let poort = luisteraar.local_addr().unwrap().port();
    (luisteraar, poort)
}

async fn bedien(
    lijn: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
    boek: Arc<Mutex<Boek>>,
) {
    let dienst = service_fn(move |verzoek| neem_aan(boek.clone(), verzoek));
    // A sender that hangs up is no fault of the receiver.
    drop(http1::Builder::new().serve_connection(TokioIo::new(lijn), dienst).await);
}

async fn neem_aan(
    boek: Arc<Mutex<Boek>>,
    verzoek: Request<Incoming>,
) -> Result<Response<Full<Bytes>>, Infallible> {
    let kop = |naam: &str| {
        let waarde = verzoek.headers().get(naam).and_then(|waarde| waarde.to_str().ok());
        waarde.unwrap_or_default().to_owned()
    };
    let (soort, handtekening) = (kop("content-type"), kop(HANDTEKENING));
    let lading = verzoek.into_body().collect().await.unwrap().to_bytes().to_vec();
    let antwoord = {
        let mut boek = boek.lock().unwrap_or_else(PoisonError::into_inner);
        boek.bezorgingen.push(Bezorging { soort, handtekening, lading });
        boek.antwoorden.pop_front().unwrap_or(204)
    };
    if antwoord == NOOIT {
        std::future::pending::<()>().await;
    }
    let antwoord = Response::builder().status(antwoord).header(LOCATION, "/elders");
    Ok(antwoord.body(Full::default()).unwrap())
}
