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
use wvp_access::Lezer;
use wvp_cli::demo::{Demoinlog, Rol, Zaak, geef_inlog, lezer};
use wvp_cli::huis::Huis;
use wvp_domain::AccountId;
use wvp_engine::{Engine, Instellen, Klok as _, Systeemklok};
use wvp_papieren::Pers;
use wvp_server::Dienst;
use wvp_server::instellingen::Instellingen;

/// How somebody logs in, under which hat.
pub(crate) struct Inlog {
    pub(crate) account: AccountId,
    pub(crate) lezer: Lezer,
    pub(crate) wachtwoord: String,
    pub(crate) tweede_factor: Instellen,
}

/// Who keeps or watches and works on no dossier.
const ERBUITEN: [Lezer; 3] =
    [Lezer::FunctioneelBeheerder, Lezer::FunctionarisGegevensbescherming, Lezer::Planner];

/// A running server.
pub(crate) struct Proef {
    pub(crate) adres: SocketAddr,
    pub(crate) zaak: Zaak,
    /// The house behind it, to arrange what a test needs.
    pub(crate) engine: Engine,
    inloggen: Vec<Inlog>,
    stop: Option<oneshot::Sender<()>>,
    taak: JoinHandle<()>,
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
        let (opslag, sleutels) = (map.join("opslag"), map.join("sleutels"));
        let huis = Huis::open_of_maak(&opslag, &sleutels, Arc::new(Systeemklok)).await.unwrap();
        let zaken = [gespeeld.zaak];
        let mut inloggen: Vec<Inlog> =
            geef_inlog(&huis.engine, &zaken).await.unwrap().into_iter().map(Inlog::van).collect();
        for lezer in ERBUITEN {
            inloggen.push(Inlog::erbuiten(&huis.engine, lezer).await);
        }
        let mut instellingen = Instellingen::op(SocketAddr::from(([127, 0, 0, 1], 0)));
        anders(&mut instellingen);
        let engine = huis.engine.clone();
        let dienst = Dienst::bind(engine.clone(), Arc::new(Pers), instellingen).unwrap();
        let adres = dienst.adres().unwrap();
        let (stop, gestopt) = oneshot::channel::<()>();
        let taak = tokio::spawn(async move {
            let stop = async move { drop(gestopt.await) };
            dienst.draai(stop).await.unwrap();
            huis.store.sluit().await.unwrap();
        });
        let [zaak] = zaken;
        Self { adres, zaak, engine, inloggen, stop: Some(stop), taak }
    }

    pub(crate) fn klant(&self) -> Klant {
        Klant::van(self.adres)
    }

    /// How somebody of the demo logs in.
    pub(crate) fn inlog(&self, rol: Rol) -> &Inlog {
        self.inlog_als(lezer(rol))
    }

    fn inlog_als(&self, lezer: Lezer) -> &Inlog {
        self.inloggen.iter().find(|it| it.lezer == lezer).unwrap()
    }

    /// A code of the second factor, for so many seconds from now: a code that was used is no code any more.
    pub(crate) fn code_over(&self, rol: Rol, seconden: u64) -> String {
        self.inlog(rol).code_over(seconden)
    }

    /// Somebody who logged in with both factors and put a hat on.
    pub(crate) async fn ingelogd(&self, rol: Rol) -> Klant {
        self.ingelogd_als(lezer(rol)).await
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
        let mut klant = self.klant();
        let lijf = json!({ "email": inlog.account.0.to_string(), "wachtwoord": inlog.wachtwoord });
        let stap = klant.post("/v1/sessies", &lijf).await.unwrap().json();
        assert_eq!(stap.get("stap").unwrap(), "tweede_factor", "{stap}");
        let lijf = json!({ "vervolg": stap.get("vervolg"), "code": inlog.code() });
        let stap = klant.post("/v1/sessies/_tweede-factor", &lijf).await.unwrap().json();
        assert_eq!(stap.get("stap").unwrap(), "ingelogd", "{stap}");
        let lijf = json!({ "functie": inlog.lezer.to_string() });
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

impl Inlog {
    fn van(it: Demoinlog) -> Self {
        let Demoinlog { account, rol, wachtwoord, tweede_factor } = it;
        Self { account, lezer: lezer(rol), wachtwoord, tweede_factor }
    }

    async fn erbuiten(engine: &Engine, lezer: Lezer) -> Self {
        let account = engine.met_functie(lezer).await.unwrap().unwrap();
        Self::voor(engine, account, lezer).await
    }

    /// Gives an account a password and a second factor.
    pub(crate) async fn voor(engine: &Engine, account: AccountId, lezer: Lezer) -> Self {
        let wachtwoord = format!("buiten het dossier als {lezer}");
        let totp = [lezer as u8; 20];
        let tweede_factor = engine.geef_inlog_als_huis(account, &wachtwoord, totp).await.unwrap();
        Self { account, lezer, wachtwoord, tweede_factor }
    }

    /// A code of the second factor, for now.
    pub(crate) fn code(&self) -> String {
        self.code_over(0)
    }

    fn code_over(&self, seconden: u64) -> String {
        let geheim = Secret::try_from_base32(self.tweede_factor.geheim.toon()).unwrap();
        let nu = u64::try_from(Systeemklok.nu().0 / 1_000_000).unwrap();
        let dan = nu + seconden;
        Builder::new().with_secret(geheim).build().unwrap().generate(dan).to_string()
    }
}
