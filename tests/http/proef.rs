//! A server with a case up to its plan van aanpak, and people who log in.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use tests::bewoond::Bewoond;
use tests::gespeeld::Gespeeld;
use tests::inlog::Inlog;
use tests::klant::Klant;
use wvp_access::Lezer;
use wvp_cli::demo::{Rol, Zaak, lezer};
use wvp_engine::{Engine, Systeemklok};
use wvp_server::instellingen::Instellingen;
use wvp_store::EventStore;

/// A running server.
pub(crate) struct Proef {
    pub(crate) adres: SocketAddr,
    pub(crate) zaak: Zaak,
    /// The house behind it, to arrange what a test needs.
    pub(crate) engine: Engine,
    bewoond: Bewoond,
    pub(crate) store: Arc<dyn EventStore>,
}

impl Proef {
    pub(crate) async fn start(map: &Path) -> Self {
        Self::met(map, |_| {}).await
    }

    /// With something set otherwise.
    pub(crate) async fn met(map: &Path, anders: impl FnOnce(&mut Instellingen)) -> Self {
        Self::van(map, Gespeeld::met_ongetekend_plan(map).await.unwrap(), anders).await
    }

    /// With the case up to its end.
    pub(crate) async fn tot_het_eind(map: &Path) -> Self {
        Self::van(map, Gespeeld::in_map(map).await.unwrap(), |_| {}).await
    }

    async fn van(map: &Path, gespeeld: Gespeeld, anders: impl FnOnce(&mut Instellingen)) -> Self {
        let zaken = [gespeeld.zaak];
        let bewoond = Bewoond::open(map, &zaken, anders).await.unwrap();
        let engine = bewoond.huis.engine.clone();
        let [zaak] = zaken;
        let (adres, store) = (bewoond.bediend.adres, Arc::clone(&bewoond.huis.store));
        Self { adres, zaak, engine, bewoond, store }
    }

    pub(crate) fn klant(&self) -> Klant {
        Klant::van(self.adres)
    }

    /// How somebody of the demo logs in.
    pub(crate) fn inlog(&self, rol: Rol) -> &Inlog {
        self.inlog_als(lezer(rol))
    }

    fn inlog_als(&self, lezer: Lezer) -> &Inlog {
        self.bewoond.inlog(lezer).unwrap()
    }

    /// A code of the second factor, for so many seconds from now: a code that was used is no code any more.
    pub(crate) fn code_over(&self, rol: Rol, seconden: u64) -> String {
        self.inlog(rol).code_over(&Systeemklok, seconden).unwrap()
    }

    /// Somebody who logged in with both factors and put a hat on.
    pub(crate) async fn ingelogd(&self, rol: Rol) -> Klant {
        self.ingelogd_als(lezer(rol)).await
    }

    /// The same once more, beside who just logged in.
    pub(crate) async fn nog_eens(&self, rol: Rol) -> Klant {
        self.inlog(rol).binnen_over(self.klant(), &Systeemklok, 30).await.unwrap()
    }

    /// Somebody who may know of no dossier at all.
    pub(crate) async fn zonder_dossier(&self) -> Klant {
        self.ingelogd_als(Lezer::FunctioneelBeheerder).await
    }

    /// The same, by hat.
    pub(crate) async fn ingelogd_als(&self, lezer: Lezer) -> Klant {
        self.binnen(self.inlog_als(lezer)).await
    }

    /// Somebody with a log-in, with the hat of it on.
    pub(crate) async fn binnen(&self, inlog: &Inlog) -> Klant {
        inlog.binnen(self.klant(), &Systeemklok).await.unwrap()
    }

    pub(crate) async fn stop(self) {
        self.bewoond.stop().await.unwrap();
    }
}
