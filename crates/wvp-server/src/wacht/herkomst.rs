//! Where a request comes from: the address of the other side, or what a proxy that we trust says of it.

use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::HeaderName;
use axum::http::request::Parts;
use wvp_domain::leeslog::{Kanaal, Netwerk};
use wvp_engine::Aanleiding;

use crate::staat::Staat;

const DOORGEGEVEN: HeaderName = HeaderName::from_static("x-forwarded-for");

/// Where a request comes from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Herkomst(Option<IpAddr>);

impl Herkomst {
    pub(crate) fn van(delen: &Parts, staat: &Staat) -> Self {
        let overkant = delen.extensions.get::<ConnectInfo<SocketAddr>>().map(|it| it.0.ip());
        let vertrouwd = |adres: &IpAddr| staat.instellingen.proxies.contains(adres);
        if !overkant.as_ref().is_some_and(vertrouwd) {
            return Self(overkant);
        }
        // The last one that is no proxy of ours: whatever stands before it, anybody can have written.
        let koppen =
            delen.headers.get_all(DOORGEGEVEN).into_iter().filter_map(|it| it.to_str().ok());
        let adressen: Vec<IpAddr> =
            koppen.flat_map(|kop| kop.split(',')).filter_map(|it| it.trim().parse().ok()).collect();
        Self(adressen.into_iter().rev().find(|adres| !vertrouwd(adres)).or(overkant))
    }

    /// The address, if it is known.
    pub(crate) fn adres(self) -> Option<IpAddr> {
        self.0
    }

    /// As text, to count failures under; one word for what is not known.
    pub(crate) fn tekst(self) -> String {
        self.0.map_or_else(|| "onbekend".to_owned(), |adres| adres.to_string())
    }

    /// For the reading log.
    pub(crate) fn aanleiding(self) -> Aanleiding {
        let netwerk = match self.0 {
            None => Netwerk::Onbekend,
            Some(adres) if adres.is_loopback() => Netwerk::DezeMachine,
            Some(IpAddr::V4(adres)) if adres.is_private() => Netwerk::Intern,
            Some(IpAddr::V6(adres)) if adres.is_unique_local() => Netwerk::Intern,
            Some(IpAddr::V4(_) | IpAddr::V6(_)) => Netwerk::Extern,
        };
        Aanleiding { kanaal: Kanaal::Api, netwerk }
    }
}

impl FromRequestParts<Staat> for Herkomst {
    type Rejection = Infallible;

    async fn from_request_parts(delen: &mut Parts, staat: &Staat) -> Result<Self, Infallible> {
        Ok(Self::van(delen, staat))
    }
}
