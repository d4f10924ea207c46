//! A server with a case up to its plan van aanpak, and people who log in.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use serde_json::json;
use tests::gespeeld::Gespeeld;
use tests::klant::Klant;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use totp_rs::{Builder, Secret};
use wvp_cli::demo::{Demoinlog, Rol, Zaak, geef_inlog, lezer};
use wvp_cli::huis::Huis;
use wvp_engine::{Klok as _, Systeemklok};
use wvp_server::Dienst;
use wvp_server::instellingen::Instellingen;

/// A running server.
pub(crate) struct Proef {
    pub(crate) adres: SocketAddr,
    pub(crate) zaak: Zaak,
    inloggen: Vec<Demoinlog>,
    stop: Option<oneshot::Sender<()>>,
    taak: JoinHandle<()>,
}

impl Proef {
    pub(crate) async fn start(map: &Path) -> Self {
        Self::met(map, |_| {}).await
    }

    /// With something set otherwise.
    pub(crate) async fn met(map: &Path, anders: impl FnOnce(&mut Instellingen)) -> Self {
        let gespeeld = Gespeeld::met_ongetekend_plan(map).await.unwrap();
        let (opslag, sleutels) = (map.join("opslag"), map.join("sleutels"));
        let huis = Huis::open_of_maak(&opslag, &sleutels, Arc::new(Systeemklok)).await.unwrap();
        let zaken = [gespeeld.zaak];
        let inloggen = geef_inlog(&huis.engine, &zaken).await.unwrap();
        let mut instellingen = Instellingen::op(SocketAddr::from(([127, 0, 0, 1], 0)));
        anders(&mut instellingen);
        let dienst = Dienst::bind(huis.engine.clone(), instellingen).unwrap();
        let adres = dienst.adres().unwrap();
        let (stop, gestopt) = oneshot::channel::<()>();
        let taak = tokio::spawn(async move {
            let stop = async move { drop(gestopt.await) };
            dienst.draai(stop).await.unwrap();
            huis.store.sluit().await.unwrap();
        });
        let [zaak] = zaken;
        Self { adres, zaak, inloggen, stop: Some(stop), taak }
    }

    pub(crate) fn klant(&self) -> Klant {
        Klant::van(self.adres)
    }

    /// How somebody of the demo logs in.
    pub(crate) fn inlog(&self, rol: Rol) -> &Demoinlog {
        self.inloggen.iter().find(|it| it.rol == rol).unwrap()
    }

    /// A code of the second factor, for now.
    pub(crate) fn code(&self, rol: Rol) -> String {
        self.code_over(rol, 0)
    }

    /// The same, for so many seconds from now: a code that was used is no code any more.
    pub(crate) fn code_over(&self, rol: Rol, seconden: u64) -> String {
        let geheim = Secret::try_from_base32(self.inlog(rol).tweede_factor.geheim.toon()).unwrap();
        let nu = u64::try_from(Systeemklok.nu().0 / 1_000_000).unwrap();
        let dan = nu + seconden;
        Builder::new().with_secret(geheim).build().unwrap().generate(dan).to_string()
    }

    /// Somebody who logged in with both factors and put a hat on.
    pub(crate) async fn ingelogd(&self, rol: Rol) -> Klant {
        let mut klant = self.klant();
        let inlog = self.inlog(rol);
        let lijf = json!({ "email": inlog.account.0.to_string(), "wachtwoord": inlog.wachtwoord });
        let stap = klant.post("/v1/sessies", &lijf).await.unwrap().json();
        assert_eq!(stap.get("stap").unwrap(), "tweede_factor", "{stap}");
        let lijf = json!({ "vervolg": stap.get("vervolg"), "code": self.code(rol) });
        let stap = klant.post("/v1/sessies/_tweede-factor", &lijf).await.unwrap().json();
        assert_eq!(stap.get("stap").unwrap(), "ingelogd", "{stap}");
        let lijf = json!({ "functie": lezer(rol).to_string() });
        let gekozen = klant
            .vraag(hyper::Method::PUT, "/v1/sessies/huidige/functie", Some(&lijf))
            .await
            .unwrap();
        assert_eq!(gekozen.status, 204, "{}", gekozen.json());
        klant
    }

    pub(crate) async fn stop(mut self) {
        self.stop.take().unwrap().send(()).unwrap();
        self.taak.await.unwrap();
    }
}
