//! People of a test who log in over HTTP with both factors.

use anyhow::{Context as _, ensure};
use hyper::Method;
use serde_json::{Value, json};
use totp_rs::{Builder, Secret};
use wvp_access::Lezer;
use wvp_cli::demo::Demoinlog;
use wvp_domain::AccountId;
use wvp_engine::{Engine, Instellen, Klok};

use crate::klant::Klant;

/// How somebody logs in, under which hat.
#[derive(Debug)]
pub struct Inlog {
    /// The account.
    pub account: AccountId,
    /// The hat.
    pub lezer: Lezer,
    /// The password.
    pub wachtwoord: String,
    /// What makes codes.
    pub tweede_factor: Instellen,
}

impl Inlog {
    /// Gives an account a password and a second factor.
    ///
    /// # Errors
    ///
    /// When nobody is registered there, or the store fails.
    pub async fn voor(engine: &Engine, account: AccountId, lezer: Lezer) -> anyhow::Result<Self> {
        let wachtwoord = format!("buiten het dossier als {lezer}");
        let totp = [lezer as u8; 20];
        let tweede_factor = engine.geef_inlog_als_huis(account, &wachtwoord, totp).await?;
        Ok(Self { account, lezer, wachtwoord, tweede_factor })
    }

    /// A code of the second factor, for so many seconds from now.
    ///
    /// # Errors
    ///
    /// When the clock or the secret is no good.
    pub fn code_over(&self, klok: &dyn Klok, seconden: u64) -> anyhow::Result<String> {
        let geheim = Secret::try_from_base32(self.tweede_factor.geheim.toon());
        let geheim = geheim.ok().context("second factor")?;
        let nu = u64::try_from(klok.nu().0 / 1_000_000)?;
        let maker = Builder::new().with_secret(geheim).build().ok().context("second factor")?;
        Ok(maker.generate(nu.saturating_add(seconden)).to_string())
    }

    /// Logs in and puts the hat on.
    ///
    /// # Errors
    ///
    /// When the server answers anything else.
    pub async fn binnen(&self, klant: Klant, klok: &dyn Klok) -> anyhow::Result<Klant> {
        self.binnen_over(klant, klok, 0).await
    }

    /// The same with the code of so many seconds from now, for who logged in just before: a code works once.
    ///
    /// # Errors
    ///
    /// When the server answers anything else.
    pub async fn binnen_over(
        &self,
        mut klant: Klant,
        klok: &dyn Klok,
        seconden: u64,
    ) -> anyhow::Result<Klant> {
        let lijf = json!({ "email": self.account.0.to_string(), "wachtwoord": self.wachtwoord });
        let eerste = stap(&mut klant, "/v1/sessies", &lijf, "tweede_factor").await?;
        let code = self.code_over(klok, seconden)?;
        let lijf = json!({ "vervolg": eerste.get("vervolg"), "code": code });
        stap(&mut klant, "/v1/sessies/_tweede-factor", &lijf, "ingelogd").await?;
        let lijf = json!({ "functie": self.lezer.to_string() });
        let pad = "/v1/sessies/huidige/functie";
        let gekozen = klant.vraag(Method::PUT, pad, Some(&lijf)).await?;
        ensure!(gekozen.status == 204, "{}: {}", self.lezer, gekozen.json());
        Ok(klant)
    }
}

impl From<Demoinlog> for Inlog {
    fn from(it: Demoinlog) -> Self {
        let Demoinlog { account, lezer, wachtwoord, tweede_factor, wie: _ } = it;
        Self { account, lezer, wachtwoord, tweede_factor }
    }
}

/// One step of logging in, that must lead to the next.
async fn stap(klant: &mut Klant, pad: &str, lijf: &Value, verder: &str) -> anyhow::Result<Value> {
    let stap = klant.post(pad, lijf).await?.json();
    ensure!(stap.get("stap").is_some_and(|it| it == verder), "{stap}");
    Ok(stap)
}
