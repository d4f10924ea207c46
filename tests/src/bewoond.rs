//! A server in this process, on a folder that was played, with the people of the demo who log in.

use std::path::Path;
use std::sync::Arc;

use anyhow::Context as _;
use wvp_access::Lezer;
use wvp_cli::demo::{Zaak, geef_inlog, schrijf_lopende};
use wvp_cli::huis::Huis;
use wvp_domain::Datum;
use wvp_engine::{Handklok, Systeemklok};
use wvp_server::instellingen::Instellingen;

use crate::bediend::Bediend;
use crate::inlog::Inlog;

/// A running server with its house.
#[derive(Debug)]
pub struct Bewoond {
    /// The house behind it, to arrange what a test needs.
    pub huis: Huis,
    /// How people log in.
    pub inloggen: Vec<Inlog>,
    /// The server.
    pub bediend: Bediend,
}

impl Bewoond {
    /// Serves `opslag` and `sleutels` of a folder in which these cases stand, with the time of today.
    ///
    /// # Errors
    ///
    /// What the demo, the store or the server failed on.
    pub async fn open(
        map: &Path,
        zaken: &[Zaak],
        anders: impl FnOnce(&mut Instellingen),
    ) -> anyhow::Result<Self> {
        let (opslag, sleutels) = (map.join("opslag"), map.join("sleutels"));
        let huis = Huis::open_of_maak(&opslag, &sleutels, Arc::new(Systeemklok)).await?;
        let inloggen = geef_inlog(&huis.engine, zaken).await?.into_iter().map(Inlog::from);
        let inloggen = inloggen.collect();
        let bediend = Bediend::start(huis.engine.clone(), anders)?;
        Ok(Self { huis, inloggen, bediend })
    }

    /// The same, on a folder in which these cases that run today are recorded first.
    ///
    /// # Errors
    ///
    /// What the demo, the store or the server failed on.
    pub async fn met_lopende(map: &Path, zaken: &[Zaak]) -> anyhow::Result<Self> {
        let (opslag, sleutels) = (map.join("opslag"), map.join("sleutels"));
        let klok = Arc::new(Handklok::op(Datum::EERSTE));
        let huis = Huis::open_of_maak(&opslag, &sleutels, Arc::clone(&klok) as _).await?;
        schrijf_lopende(&huis.engine, &klok, zaken).await?;
        huis.store.sluit().await?;
        // The keys are held until the last of it is gone.
        drop(huis);
        Self::open(map, zaken, |_| {}).await
    }

    /// How whoever has this function logs in.
    ///
    /// # Errors
    ///
    /// When nobody has it.
    pub fn inlog(&self, lezer: Lezer) -> anyhow::Result<&Inlog> {
        let gevonden = self.inloggen.iter().find(|it| it.lezer == lezer);
        gevonden.with_context(|| format!("nobody logs in as {lezer}"))
    }

    /// Stops the server and closes the store.
    ///
    /// # Errors
    ///
    /// When it stopped by itself before.
    pub async fn stop(self) -> anyhow::Result<()> {
        self.bediend.stop().await?;
        Ok(self.huis.store.sluit().await?)
    }
}
