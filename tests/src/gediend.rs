//! The program as a server in a process of its own, on a store with the straight case in it; it may be killed.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};

use anyhow::Context as _;
use serde_json::{Value, json};
use tokio::sync::Semaphore;
use uuid::Uuid;
use wvp_cli::demo::{Rol, Zaak, gebruiker};
use wvp_cli::huis::Huis;
use wvp_domain::bevoegdheid::inlog::Reikwijdte;
use wvp_engine::{Klok as _, Systeemklok, Tokenaanvraag, nieuw_id};

use crate::gespeeld::Gespeeld;
use crate::klant::Klant;

/// A case up to its plan van aanpak, and the token of its employer. It has no `Debug`: it holds a secret.
pub struct Voorbereid {
    /// The case.
    pub zaak: Zaak,
    /// Reads and writes as the employer.
    pub token: String,
}

impl Voorbereid {
    /// Makes `opslag` and `sleutels` in a folder.
    ///
    /// # Errors
    ///
    /// What the demo or the store failed on.
    pub async fn in_map(map: &Path) -> anyhow::Result<Self> {
        let zaak = Gespeeld::met_ongetekend_plan(map).await?.zaak;
        let (opslag, sleutels) = (map.join("opslag"), map.join("sleutels"));
        let huis = Huis::open_of_maak(&opslag, &sleutels, Arc::new(Systeemklok)).await?;
        let aanvraag = Tokenaanvraag {
            naam: "proef".to_owned(),
            reikwijdte: Reikwijdte::LezenEnSchrijven,
            tot_en_met: Systeemklok.vandaag().plus(30),
        };
        let geheim = huis.engine.geef_token(&gebruiker(&zaak, Rol::Werkgever), aanvraag).await?;
        huis.store.sluit().await?;
        Ok(Self { zaak, token: geheim.toon().to_owned() })
    }

    /// The employer, as a program.
    #[must_use]
    pub fn klant(&self, adres: SocketAddr) -> Klant {
        let mut klant = Klant::van(adres);
        klant.koppen = vec![("authorization".to_owned(), format!("Bearer {}", self.token))];
        klant
    }

    /// Where the dossier is.
    #[must_use]
    pub fn pad(&self) -> String {
        format!("/v1/dossiers/{}", self.zaak.dossier.0)
    }
}

/// A server that runs. Whoever drops it kills it.
#[derive(Debug)]
pub struct Gediend {
    /// Where it listens.
    pub adres: SocketAddr,
    kind: Child,
    /// Kept open: who prints to nobody is told so.
    _uitvoer: BufReader<ChildStdout>,
}

impl Gediend {
    /// Starts the program on a store, with the keys of the folder and more settings.
    ///
    /// # Errors
    ///
    /// When it does not begin to listen.
    pub fn start(programma: &Path, map: &Path, opslag: &str, meer: &str) -> anyhow::Result<Self> {
        Self::start_als(Command::new(programma), map, opslag, meer)
    }

    /// The same, with an environment or an end of its log lines of its own.
    ///
    /// # Errors
    ///
    /// When it does not begin to listen.
    pub fn start_als(
        mut programma: Command,
        map: &Path,
        opslag: &str,
        meer: &str,
    ) -> anyhow::Result<Self> {
        let tekst = |pad: &str| toml_tekst(&map.join(pad).display().to_string());
        let config = format!(
            "opslag = {}\nsleutels = {}\nadres = \"127.0.0.1:0\"\n[bezorging]\nberichten = {}\n{meer}",
            toml_tekst(opslag),
            tekst("sleutels"),
            tekst("berichten"),
        );
        let pad = map.join("config.toml");
        fs::write(&pad, config)?;
        let mut kind = programma
            .args(["serve", "--config"])
            .arg(&pad)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()?;
        let mut uitvoer = BufReader::new(kind.stdout.take().context("no output")?);
        loop {
            let mut regel = String::new();
            if uitvoer.read_line(&mut regel)? == 0 {
                anyhow::bail!("the server stopped before it listened");
            }
            let adres = regel.strip_prefix("Luistert op ").and_then(|rest| rest.split(';').next());
            if let Some(adres) = adres {
                return Ok(Self { adres: adres.parse()?, kind, _uitvoer: uitvoer });
            }
        }
    }

    /// Kills it: nothing is finished and nothing is written any more.
    ///
    /// # Errors
    ///
    /// When the system refuses.
    pub fn dood(mut self) -> anyhow::Result<()> {
        self.kind.kill()?;
        self.kind.wait()?;
        Ok(())
    }

    /// Asks it to stop, and waits until it did.
    ///
    /// # Errors
    ///
    /// When the system refuses.
    pub fn stop(mut self) -> anyhow::Result<ExitStatus> {
        let gevraagd = Command::new("kill").arg(self.kind.id().to_string()).status()?;
        anyhow::ensure!(gevraagd.success(), "the server cannot be asked to stop");
        Ok(self.kind.wait()?)
    }

    /// Memory that it holds now, in kB.
    ///
    /// # Errors
    ///
    /// When the system does not tell.
    pub fn geheugen_kb(&self) -> anyhow::Result<u64> {
        let stand = fs::read_to_string(format!("/proc/{}/status", self.kind.id()))?;
        let regel = stand.lines().find_map(|regel| regel.strip_prefix("VmRSS:"));
        let getal = regel.and_then(|regel| regel.split_whitespace().next());
        Ok(getal.context("no VmRSS")?.parse()?)
    }
}

impl Drop for Gediend {
    fn drop(&mut self) {
        // It may be gone already.
        drop(self.kind.kill());
        drop(self.kind.wait());
    }
}

fn toml_tekst(tekst: &str) -> String {
    // A text of JSON is one of TOML too.
    Value::from(tekst).to_string()
}

/// What was answered with 201, by several clients at once.
#[derive(Debug)]
pub struct Bevestigd {
    stukken: Mutex<Vec<Uuid>>,
    vreemd: Mutex<Vec<u16>>,
    geteld: Semaphore,
}

impl Default for Bevestigd {
    fn default() -> Self {
        Self { stukken: Mutex::default(), vreemd: Mutex::default(), geteld: Semaphore::new(0) }
    }
}

impl Bevestigd {
    /// Waits until so many more were answered.
    ///
    /// # Errors
    ///
    /// Never while clients post.
    pub async fn wacht_op(&self, aantal: u32) -> anyhow::Result<()> {
        self.geteld.acquire_many(aantal).await?.forget();
        Ok(())
    }

    /// What was answered until now.
    #[must_use]
    pub fn tot_nu(&self) -> Vec<Uuid> {
        self.stukken.lock().map(|it| it.clone()).unwrap_or_default()
    }

    /// What was answered with something else than that it was recorded, or that it was too busy.
    #[must_use]
    pub fn vreemd(&self) -> Vec<u16> {
        self.vreemd.lock().map(|it| it.clone()).unwrap_or_default()
    }

    /// Records talk after talk, until the server is gone.
    pub async fn leg_vast(&self, mut klant: Klant, pad: &str) {
        let pad = format!("{pad}/voortgangsgesprekken");
        let vast = klant.koppen.clone();
        loop {
            let stuk = nieuw_id();
            klant.koppen.clone_from(&vast);
            klant.koppen.push(("idempotency-key".to_owned(), stuk.to_string()));
            let Ok(antwoord) = klant.post(&pad, &gesprek()).await else { return };
            if antwoord.status == 201 {
                if let Ok(mut stukken) = self.stukken.lock() {
                    stukken.push(stuk);
                }
                self.geteld.add_permits(1);
            // Who writes at the same moment as others may be told to try again.
            } else if antwoord.status != 503
                && let Ok(mut vreemd) = self.vreemd.lock()
            {
                vreemd.push(antwoord.status);
            }
        }
    }
}

/// A talk about progress.
#[must_use]
pub fn gesprek() -> Value {
    json!({
        "a": { "gehouden_op": "2024-03-05", "activiteiten_tijdig": true },
        "b": { "aanwezigen": ["R. Verbruggen"], "voortgang": "Op koers.", "afspraken": ["Verder zo."] }
    })
}
