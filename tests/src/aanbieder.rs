//! Another party that says who logs in: an implementation that was certified, as a process on this machine.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Arc;

use anyhow::Context as _;
use serde_json::json;
use wvp_kanalen::oidc::{Aanbieder, OidcInstelling};

use crate::klant::Klant;

const GEHEIM: &str = "een-geheim-alleen-voor-deze-proef";

/// A party that says who logs in, at one address; it may be down.
#[derive(Debug)]
pub struct Proefaanbieder {
    /// Where it answers.
    pub adres: SocketAddr,
    pakketten: PathBuf,
    openbaar: String,
    /// With its output, kept open: it may print what it thinks of its settings.
    proces: Option<(Child, BufReader<ChildStdout>)>,
}

impl Proefaanbieder {
    /// Starts it on a port that is free now, from a folder with its packages, for our server at an address.
    ///
    /// # Errors
    ///
    /// When it is not installed or does not start.
    pub fn start(pakketten: &Path, openbaar: &str) -> anyhow::Result<Self> {
        let adres = vrij_adres()?;
        let (pakketten, openbaar) = (pakketten.to_owned(), openbaar.to_owned());
        let mut zelf = Self { adres, pakketten, openbaar, proces: None };
        zelf.begin()?;
        Ok(zelf)
    }

    /// Starts it again: with other keys, and nobody is logged in there.
    ///
    /// # Errors
    ///
    /// When it does not start.
    pub fn opnieuw(&mut self) -> anyhow::Result<()> {
        self.stop();
        self.begin()
    }

    /// Stops it.
    pub fn stop(&mut self) {
        if let Some((mut proces, _uitvoer)) = self.proces.take() {
            // It may be gone already.
            drop(proces.kill());
            drop(proces.wait());
        }
    }

    fn begin(&mut self) -> anyhow::Result<()> {
        anyhow::ensure!(
            fs::exists(self.pakketten.join("node_modules/oidc-provider"))?,
            "the other party of a log-in is not installed: run `cargo xtask packages`"
        );
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/oidc/provider.mjs");
        let instelling = json!({
            "port": self.adres.port(),
            "secret": GEHEIM,
            "back": self.terugkeer(),
            "after": format!("{}/", self.openbaar),
        });
        let mut proces = Command::new("node")
            .arg(script)
            .arg(&self.pakketten)
            .arg(instelling.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut regel = String::new();
        let mut uitvoer = BufReader::new(proces.stdout.take().context("no output")?);
        uitvoer.read_line(&mut regel)?;
        anyhow::ensure!(regel == "ready\n", "the other party does not start: {regel}");
        self.proces = Some((proces, uitvoer));
        Ok(())
    }

    fn terugkeer(&self) -> String {
        format!("{}/v1/sessies/_elders/proef/terugkeer", self.openbaar)
    }

    /// How our server is set up for it.
    fn instelling(&self) -> OidcInstelling {
        OidcInstelling {
            naam: "proef".to_owned(),
            titel: "De proef".to_owned(),
            uitgever: format!("http://{}", self.adres),
            client: "poortwachter".to_owned(),
            geheim: GEHEIM.to_owned().into(),
            scopes: vec![],
            acr: vec!["phr".to_owned()],
            amr: vec!["mfa".to_owned()],
            terugkeer: self.terugkeer(),
            na_uitloggen: format!("{}/", self.openbaar),
            extra_wortel: None,
        }
    }

    /// How our server knows it.
    ///
    /// # Errors
    ///
    /// When it cannot be used.
    pub fn bekend(&self) -> anyhow::Result<Arc<Aanbieder>> {
        Ok(Arc::new(Aanbieder::try_new(self.instelling())?))
    }

    /// A browser that was not here before.
    #[must_use]
    pub fn browser(&self) -> Klant {
        Klant::van(self.adres)
    }
}

impl Drop for Proefaanbieder {
    fn drop(&mut self) {
        self.stop();
    }
}

/// An address of this machine where nothing listens now.
///
/// # Errors
///
/// When there is no port.
pub fn vrij_adres() -> anyhow::Result<SocketAddr> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?)
}
