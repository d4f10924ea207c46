//! How the server is set up. Read from file and environment by the command line; here only their meaning.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::drempel::Tempo;
use wvp_kanalen::agenda::AgendaInstelling;
use wvp_kanalen::oidc::Aanbieder;

/// How the server is set up.
#[derive(Debug, Clone)]
pub struct Instellingen {
    /// Where it listens.
    pub adres: SocketAddr,
    /// Where liveness, readiness and figures are served; with the rest when none.
    pub beheeradres: Option<SocketAddr>,
    /// Certificate and key; none behind a proxy that speaks TLS.
    pub tls: Option<Tls>,
    /// Addresses of proxies whose `X-Forwarded-For` counts.
    pub proxies: Vec<std::net::IpAddr>,
    /// The most bytes of a file that is handed in.
    pub lijf_hoogstens: usize,
    /// The longest time that a request takes.
    pub duur_hoogstens: Duration,
    /// How calendars are handed out; none hands out no calendar.
    pub agenda: Option<AgendaInstelling>,
    /// The most requests at the same time; others are told that it is too busy.
    pub tegelijk: usize,
    /// How many requests one address may send; any number when none.
    pub tempo: Option<Tempo>,
    /// Other parties that say who logs in.
    pub aanbieders: Vec<Arc<Aanbieder>>,
}

/// Where certificate and key stand, as PEM.
#[derive(Debug, Clone)]
pub struct Tls {
    /// The chain of certificates.
    pub certificaat: PathBuf,
    /// The private key.
    pub sleutel: PathBuf,
}

impl Instellingen {
    /// Twelve MB holds a file of ten and what is around it.
    pub const LIJF_HOOGSTENS: usize = 12 << 20;
    /// The most bytes of a body that is no file.
    pub const JSON_HOOGSTENS: usize = 1 << 20;
    /// How many files a package holds at most, each of the largest size, when one comes back.
    pub const BESTANDEN_PER_PAKKET: usize = 5;

    /// The usual settings on an address.
    #[must_use]
    pub fn op(adres: SocketAddr) -> Self {
        Self {
            adres,
            beheeradres: None,
            tls: None,
            proxies: vec![],
            lijf_hoogstens: Self::LIJF_HOOGSTENS,
            duur_hoogstens: Duration::from_secs(30),
            agenda: None,
            tegelijk: 256,
            tempo: None,
            aanbieders: vec![],
        }
    }
}
