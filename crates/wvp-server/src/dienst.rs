//! Serving: everything around the endpoints, on one address or two, until somebody says stop.

use std::future::Future;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use axum::error_handling::HandleErrorLayer;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::Response;
use axum::{BoxError, Router};
use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;
use thiserror::Error;
use tower::ServiceBuilder;
use tower::limit::GlobalConcurrencyLimitLayer;
use tower_http::timeout::TimeoutLayer;
use wvp_engine::{Drukkerij, Engine};

use crate::drempel::over_de_drempel;
use crate::instellingen::Instellingen;
use crate::koppen::om_elk_verzoek;
use crate::probleem::{Probleem, Soort};
use crate::staat::Staat;
use crate::{api, gezond, paginas};

/// How long a request that runs may take after somebody said stop.
const UITLOOP: Duration = Duration::from_secs(30);

/// Why the server does not serve.
#[derive(Debug, Error)]
pub enum DienstFout {
    /// The address is not ours to listen on.
    #[error("op `{adres}` kan niet worden geluisterd: {fout}")]
    Adres {
        /// Which.
        adres: SocketAddr,
        /// Why.
        fout: io::Error,
    },
    /// The certificate or its key cannot be used.
    #[error("het certificaat of de sleutel is niet bruikbaar: {0}")]
    Tls(io::Error),
    /// It stopped by itself.
    #[error("de server is gestopt: {0}")]
    Gestopt(#[from] io::Error),
}

/// A server that has its addresses, and does not answer yet.
#[derive(Debug)]
pub struct Dienst {
    luisteraar: TcpListener,
    beheer: Option<TcpListener>,
    staat: Staat,
}

impl Dienst {
    /// Takes the addresses. What prints papers comes in, so that the server builds without it.
    ///
    /// # Errors
    ///
    /// [`DienstFout::Adres`] when one is taken or not ours.
    pub fn bind(
        engine: Engine,
        drukkerij: Arc<dyn Drukkerij>,
        instellingen: Instellingen,
    ) -> Result<Self, DienstFout> {
        let luisteraar = luister(instellingen.adres)?;
        let beheer = instellingen.beheeradres.map(luister).transpose()?;
        let staat = Staat::new(engine, drukkerij, instellingen);
        Ok(Self { luisteraar, beheer, staat })
    }

    /// Where it listens: with the port that it got, when zero was asked.
    ///
    /// # Errors
    ///
    /// When the system does not tell.
    pub fn adres(&self) -> io::Result<SocketAddr> {
        self.luisteraar.local_addr()
    }

    /// Serves until `stop` is ready, and then finishes what runs.
    ///
    /// # Errors
    ///
    /// [`DienstFout`].
    pub async fn draai(
        self,
        stop: impl Future<Output = ()> + Send + 'static,
    ) -> Result<(), DienstFout> {
        let (hoofd, beheer) = (Handle::new(), Handle::new());
        let (stopt, stopt_ook) = (hoofd.clone(), beheer.clone());
        tokio::spawn(async move {
            stop.await;
            stopt.graceful_shutdown(Some(UITLOOP));
            stopt_ook.graceful_shutdown(Some(UITLOOP));
        });
        let apart = self.beheer.is_some();
        let wereld = if apart { router(&self.staat) } else { samen(&self.staat) };
        let naast = self.beheer.map(|luisteraar| {
            let dienst = gezond::router().with_state(self.staat.clone()).into_make_service();
            tokio::spawn(async move {
                axum_server::from_tcp(luisteraar)?.handle(beheer).serve(dienst).await
            })
        });
        let dienst = wereld.into_make_service_with_connect_info::<SocketAddr>();
        match &self.staat.instellingen.tls {
            Some(tls) => {
                let config = RustlsConfig::from_pem_file(&tls.certificaat, &tls.sleutel);
                let config = config.await.map_err(DienstFout::Tls)?;
                axum_server::from_tcp_rustls(self.luisteraar, config)?
                    .handle(hoofd)
                    .serve(dienst)
                    .await?;
            }
            None => axum_server::from_tcp(self.luisteraar)?.handle(hoofd).serve(dienst).await?,
        }
        match naast {
            Some(taak) => Ok(taak.await.map_err(io::Error::other)??),
            None => Ok(()),
        }
    }
}

fn luister(adres: SocketAddr) -> Result<TcpListener, DienstFout> {
    let luisteraar = TcpListener::bind(adres).and_then(|it| {
        it.set_nonblocking(true)?;
        Ok(it)
    });
    luisteraar.map_err(|fout| DienstFout::Adres { adres, fout })
}

/// Every endpoint with everything around it, and what the operator asks beside it.
fn samen(staat: &Staat) -> Router {
    // Without limits: a server that is full still lives.
    router(staat).merge(gezond::router().with_state(staat.clone()))
}

/// Every endpoint with everything around it.
pub fn router(staat: &Staat) -> Router {
    let instellingen = &staat.instellingen;
    let grenzen = ServiceBuilder::new()
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            instellingen.duur_hoogstens,
        ))
        // Around the limit: what goes on after its sender left still takes a place.
        .layer(from_fn(maak_af))
        .layer(HandleErrorLayer::new(|_: BoxError| async { Probleem::van(Soort::Druk) }))
        .load_shed()
        .layer(GlobalConcurrencyLimitLayer::new(instellingen.tegelijk));
    api::router(instellingen)
        .merge(paginas::router(staat))
        .fallback(paginas::nergens)
        .method_not_allowed_fallback(paginas::anders)
        .layer(DefaultBodyLimit::max(Instellingen::JSON_HOOGSTENS))
        .layer(grenzen)
        .layer(from_fn_with_state(staat.clone(), over_de_drempel))
        .layer(from_fn_with_state(staat.clone(), om_elk_verzoek))
        .with_state(staat.clone())
}

/// What began is finished, also when whoever asked hangs up or waited too long.
async fn maak_af(verzoek: Request, verder: Next) -> Result<Response, Probleem> {
    let regel = tracing::Span::current();
    let taak = tokio::spawn(tracing::Instrument::instrument(verder.run(verzoek), regel));
    taak.await.map_err(|fout| Probleem::storing(&fout))
}
