//! The house put together from where the data stand.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use wvp_domain::DossierId;
use wvp_engine::{Engine, Klok, Onderdelen};
use wvp_projections::overzicht;
use wvp_store::keyring::{KekBestand, SleutelbosBestand};
use wvp_store::{EventStore, Huren, Positie, Sleutelbos};
use wvp_store_postgres::{PostgresStore, SleutelbosPostgres, UrlFout};
use wvp_store_sled::SledStore;

use crate::voortgang::instellingen;

/// Where a store is. `Debug` prints no address and no password of a server.
#[derive(Debug, Clone)]
pub enum OpslagUrl {
    /// The embedded store, in a folder.
    Sled(PathBuf),
    /// A database on a PostgreSQL server.
    Postgres(Box<wvp_store_postgres::Instellingen>),
}

/// Why a text names no store. What was typed is repeated only when no password can stand in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpslagUrlFout {
    /// Of no kind that this program knows.
    #[error("`{0}` is geen opslag die dit programma kent (verwacht: sled:PAD of postgres://…)")]
    Onbekend(String),
    /// No address of a PostgreSQL server.
    #[error(transparent)]
    Postgres(#[from] UrlFout),
}

impl FromStr for OpslagUrl {
    type Err = OpslagUrlFout;

    fn from_str(tekst: &str) -> Result<Self, OpslagUrlFout> {
        match tekst.split_once(':') {
            Some(("sled", pad)) if !pad.is_empty() => Ok(Self::Sled(PathBuf::from(pad))),
            Some(("postgres" | "postgresql", _)) => {
                let instellingen = wvp_store_postgres::Instellingen::try_new(tekst)?;
                Ok(Self::Postgres(Box::new(instellingen)))
            }
            Some(_) | None => Err(OpslagUrlFout::Onbekend(zonder_geheim(tekst))),
        }
    }
}

/// An engine with the store under it.
#[derive(Debug, Clone)]
pub struct Huis {
    /// The engine.
    pub engine: Engine,
    /// The log under it.
    pub store: Arc<dyn EventStore>,
}

impl Huis {
    /// Opens the embedded store in a folder, or makes it; the key file too.
    ///
    /// # Errors
    ///
    /// When the store or the keys cannot be opened.
    pub async fn open_of_maak(
        map: &Path,
        sleutels: &Path,
        klok: Arc<dyn Klok>,
    ) -> anyhow::Result<Self> {
        Self::op_sled(map, KekBestand::open_of_maak(sleutels)?, klok).await
    }

    /// Opens the store, or makes it; the key file too.
    ///
    /// # Errors
    ///
    /// When the store or the keys cannot be opened.
    pub async fn open_of_maak_op(
        opslag: &OpslagUrl,
        sleutels: &Path,
        klok: Arc<dyn Klok>,
    ) -> anyhow::Result<Self> {
        match opslag {
            OpslagUrl::Sled(map) => Self::open_of_maak(map, sleutels, klok).await,
            OpslagUrl::Postgres(_) => Self::open(opslag, sleutels, klok).await,
        }
    }

    /// Opens a store that is there. In an empty database on a PostgreSQL server it is made, and the
    /// key file too.
    ///
    /// # Errors
    ///
    /// When there is none, or it or the keys cannot be opened.
    pub async fn open(
        opslag: &OpslagUrl,
        sleutels: &Path,
        klok: Arc<dyn Klok>,
    ) -> anyhow::Result<Self> {
        match opslag {
            OpslagUrl::Sled(map) => {
                eis_opslag(map)?;
                Self::op_sled(map, KekBestand::open(sleutels)?, klok).await
            }
            OpslagUrl::Postgres(server) => Self::op_postgres(server, sleutels, klok).await,
        }
    }

    /// Puts an engine on parts that are open already.
    #[must_use]
    pub fn op(
        store: Arc<dyn EventStore>,
        modellen: Arc<dyn Huren>,
        sleutels: Arc<dyn Sleutelbos>,
        klok: Arc<dyn Klok>,
    ) -> Self {
        let onderdelen = Onderdelen { store: Arc::clone(&store), modellen, sleutels, klok };
        Self { engine: Engine::new(onderdelen), store }
    }

    /// The dossier that a number, or the beginning of one, points at.
    ///
    /// # Errors
    ///
    /// When there is none, or more than one.
    pub async fn zoek(&self, begin: &str) -> anyhow::Result<overzicht::Rij> {
        self.engine.follow().await?;
        let gezocht = begin.to_lowercase();
        let past = |id: DossierId| {
            id.0.to_string().starts_with(&gezocht)
                || id.0.simple().to_string().starts_with(&gezocht)
        };
        let alle = self.engine.overzicht().await?;
        let mut gevonden = alle.into_iter().filter(|rij| past(rij.dossier));
        match (gevonden.next(), gevonden.next()) {
            (Some(rij), None) => Ok(rij),
            (None, _) => bail!("dossier `{begin}` is niet gevonden"),
            (Some(_), Some(_)) => {
                bail!("`{begin}` past op meer dan één dossier; geef meer tekens")
            }
        }
    }

    async fn op_sled(map: &Path, keks: KekBestand, klok: Arc<dyn Klok>) -> anyhow::Result<Self> {
        let (store, opening) = SledStore::open(map, instellingen()).await?;
        for schade in &opening.schade {
            tracing::error!(%schade, "beschadigd");
        }
        let sleutelbos = SleutelbosBestand::open(map, keks)?;
        let store = Arc::new(store);
        Ok(Self::op(Arc::clone(&store) as _, store, Arc::new(sleutelbos), klok))
    }

    /// The key file is made with the first event, and never again: keys of a log that is there are
    /// only lost.
    async fn op_postgres(
        server: &wvp_store_postgres::Instellingen,
        sleutels: &Path,
        klok: Arc<dyn Klok>,
    ) -> anyhow::Result<Self> {
        let store = Arc::new(PostgresStore::open(server.clone()).await?);
        let keks = if store.kop() == Positie::BEGIN {
            KekBestand::open_of_maak(sleutels)?
        } else {
            KekBestand::open(sleutels)?
        };
        let sleutelbos = SleutelbosPostgres::new(&store, keks);
        Ok(Self::op(Arc::clone(&store) as _, store, Arc::new(sleutelbos), klok))
    }
}

/// What was typed, without what may be a password: nothing behind the first colon of an address.
pub(crate) fn zonder_geheim(tekst: &str) -> String {
    match tekst.split_once(':') {
        Some((soort, rest)) if rest.contains('@') => format!("{soort}:…"),
        Some(_) | None => tekst.to_owned(),
    }
}

/// Asks that there is a store in this folder.
pub(crate) fn eis_opslag(map: &Path) -> anyhow::Result<()> {
    let journaal = map.join("journaal");
    let er = journaal.try_exists().with_context(|| format!("`{}`", map.display()))?;
    if er { Ok(()) } else { bail!("in `{}` staat geen opslag", map.display()) }
}

#[cfg(test)]
mod tests {
    use super::{OpslagUrl, OpslagUrlFout};

    #[test]
    fn een_opslag_noemt_zijn_soort() {
        let url = "sled:een/opslag".parse::<OpslagUrl>().unwrap();
        assert!(matches!(url, OpslagUrl::Sled(pad) if pad == *"een/opslag"));
        let url = "postgres://jan@server/log".parse::<OpslagUrl>().unwrap();
        assert!(matches!(url, OpslagUrl::Postgres(_)));
        assert!("een/opslag".parse::<OpslagUrl>().is_err());
        assert!("sled:".parse::<OpslagUrl>().is_err());
    }

    #[test]
    fn een_wachtwoord_in_een_url_komt_niet_in_een_fout() {
        for url in ["postgress://jan:geheim@server/log", "postgres://jan:geheim@server:x/log"] {
            let fout: OpslagUrlFout = url.parse::<OpslagUrl>().unwrap_err();
            assert!(!format!("{fout} {fout:?}").contains("geheim"), "{fout}");
        }
        let url = "postgres://jan:geheim@server/log".parse::<OpslagUrl>().unwrap();
        assert!(!format!("{url:?}").contains("geheim"));
    }
}
