//! `verify`: walks every stream; order, hash chain and seals.

mod bevonden;

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::Args;
use wvp_domain::Compartiment;
use wvp_engine::{Klok as _, Systeemklok};
use wvp_store::anker::Anker;
use wvp_store::keyring::{Bewijs, KekBestand, SleutelbosBestand};
use wvp_store::verificatie::Verslag;
use wvp_store::{EventStore as _, Sleutelbos as _, StroomId};
use wvp_store_postgres::{Instellingen, PostgresStore, SleutelbosPostgres};

use self::bevonden::{Bevonden, Plaatsen};
use super::Opslag;
use crate::huis::{OpslagUrl, eis_opslag};

#[derive(Debug, Args)]
pub(crate) struct Verify {
    /// Geef de uitkomst als JSON
    #[arg(long, help_heading = "Opties")]
    pub(crate) json: bool,
    /// Schrijf een anker: de stand van alle stromen, om buiten het systeem te bewaren
    #[arg(long, value_name = "BESTAND", help_heading = "Opties")]
    pub(super) maak_anker: Option<PathBuf>,
    /// Houd de opslag tegen een anker van eerder
    #[arg(long, value_name = "BESTAND", help_heading = "Opties")]
    pub(super) anker: Option<PathBuf>,
    #[command(flatten)]
    pub(super) opslag: Opslag,
}

impl Verify {
    /// Prints counts, and every damage with its place, stream and version.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        let keks = || KekBestand::open(&self.opslag.sleutels);
        let anker = || self.anker.as_deref().map(lees_anker).transpose();
        let bevonden = match &self.opslag.opslag {
            OpslagUrl::Sled(map) => {
                eis_opslag(map)?;
                in_map(map, &keks()?, anker).await?
            }
            OpslagUrl::Postgres(server) => op_server(server, &keks()?, anker).await?,
        };
        if self.json {
            anstream::println!("{}", bevonden.als_json());
        } else {
            bevonden.toon();
        }
        bevonden.eis_heel()?;
        let Some(pad) = &self.maak_anker else { return Ok(()) };
        let Verslag { kop, hoofden, .. } = bevonden.verslag;
        schrijf_anker(pad, &Anker { moment: Systeemklok.nu(), positie: kop, hoofden })
    }
}

async fn in_map(
    map: &Path,
    keks: &KekBestand,
    anker: impl Fn() -> anyhow::Result<Option<Anker>>,
) -> anyhow::Result<Bevonden> {
    let bos = SleutelbosBestand::open(map, keks.clone())?;
    let (verslag, afwijkingen) = match anker()? {
        Some(anker) => wvp_store_sled::verifieer_tegen(map, &bos, &anker).await?,
        None => (wvp_store_sled::verifieer(map, &bos).await?, vec![]),
    };
    let bewijzen = bos.bewijzen().await?;
    let zonder_bewijs = zonder_bewijs(&bos, keks, &bewijzen);
    let (plaatsen, bewijzen) = (Plaatsen::Segmenten, bewijzen.len());
    Ok(Bevonden { plaatsen, verslag, afwijkingen, bewijzen, zonder_bewijs })
}

async fn op_server(
    server: &Instellingen,
    keks: &KekBestand,
    anker: impl Fn() -> anyhow::Result<Option<Anker>>,
) -> anyhow::Result<Bevonden> {
    let store = PostgresStore::open(server.clone()).await?;
    let bevonden = in_log(&store, keks, anker).await;
    store.sluit().await?;
    bevonden
}

async fn in_log(
    store: &PostgresStore,
    keks: &KekBestand,
    anker: impl Fn() -> anyhow::Result<Option<Anker>>,
) -> anyhow::Result<Bevonden> {
    let bos = SleutelbosPostgres::new(store, keks.clone());
    let (verslag, afwijkingen) = match anker()? {
        Some(anker) => wvp_store_postgres::verifieer_tegen(store, &bos, &anker).await?,
        None => (wvp_store_postgres::verifieer(store, &bos).await?, vec![]),
    };
    let bewijzen = bos.bewijzen().await?;
    // The server keeps a certificate with every destroyed key; only its signer is in question.
    let vreemd = bewijzen.iter().filter(|bewijs| !keks.vertrouwt(bewijs));
    let zonder_bewijs = vreemd.map(|it| (it.wat().stroom, it.wat().compartiment)).collect();
    let (plaatsen, bewijzen) = (Plaatsen::Posities, bewijzen.len());
    Ok(Bevonden { plaatsen, verslag, afwijkingen, bewijzen, zonder_bewijs })
}

/// Destroyed keys without a certificate that this key file signed.
fn zonder_bewijs(
    bos: &SleutelbosBestand,
    keks: &KekBestand,
    bewijzen: &[Bewijs],
) -> Vec<(StroomId, Compartiment)> {
    let goede = bewijzen.iter().filter(|bewijs| keks.vertrouwt(bewijs));
    let goede: HashSet<_> = goede.map(|it| (it.wat().stroom, it.wat().compartiment)).collect();
    bos.vernietigd().into_iter().filter(|plek| !goede.contains(plek)).collect()
}

fn lees_anker(pad: &Path) -> anyhow::Result<Anker> {
    let tekst = fs::read_to_string(pad).with_context(|| format!("`{}`", pad.display()))?;
    Anker::lees(&tekst).with_context(|| format!("`{}`", pad.display()))
}

/// Writes a new file; an anchor is never written over.
pub(super) fn schrijf_anker(pad: &Path, anker: &Anker) -> anyhow::Result<()> {
    let schrijf = |mut bestand: File| {
        bestand.write_all(anker.tekst().as_bytes())?;
        bestand.sync_all()
    };
    let geschreven = File::create_new(pad).and_then(schrijf);
    geschreven.with_context(|| format!("anker `{}` is niet te schrijven", pad.display()))
}
