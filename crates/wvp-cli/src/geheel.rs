//! A store with its keyring as one whole, for what moves or renews all of it.

use std::path::PathBuf;
use std::sync::Arc;

use wvp_store::keyring::{Bewijs, Herwikkeld, KekBestand, SleutelKopie, SleutelbosBestand};
use wvp_store::{EventStore, SleutelFout, Sleutelbos, StoreError};
use wvp_store_postgres::{PostgresStore, SleutelbosPostgres};
use wvp_store_sled::SledStore;

use crate::huis::{OpslagUrl, eis_opslag};
use crate::voortgang::instellingen;

/// A store and the place of its keyring, without key-encryption keys.
pub(crate) struct Geheel {
    pub(crate) store: Arc<dyn EventStore>,
    plaats: Plaats,
}

enum Plaats {
    Map(PathBuf),
    Server(Box<SleutelbosPostgres>),
}

impl Geheel {
    /// Opens the store, or makes it.
    pub(crate) async fn open(url: &OpslagUrl) -> Result<Self, StoreError> {
        match url {
            OpslagUrl::Sled(map) => {
                let (store, _) = SledStore::open(map, instellingen()).await?;
                Ok(Self { store: Arc::new(store), plaats: Plaats::Map(map.clone()) })
            }
            OpslagUrl::Postgres(server) => {
                let store = PostgresStore::open((**server).clone()).await?;
                let bos = SleutelbosPostgres::new(&store, KekBestand::zonder_sleutels());
                Ok(Self { store: Arc::new(store), plaats: Plaats::Server(Box::new(bos)) })
            }
        }
    }

    /// A copy of the keyring. Read after the log it has the keys of everything in there.
    pub(crate) async fn sleutelkopie(&self) -> Result<SleutelKopie, SleutelFout> {
        match &self.plaats {
            Plaats::Map(map) => SleutelKopie::van(map),
            Plaats::Server(bos) => bos.kopie().await,
        }
    }

    /// Fills the keyring, which must be empty. What a certificate says is destroyed stays away.
    pub(crate) async fn zet_sleutels_terug(
        &self,
        kopie: &SleutelKopie,
        bewijzen: &[Bewijs],
    ) -> Result<(), SleutelFout> {
        match &self.plaats {
            Plaats::Map(map) => kopie.zet_terug(map, bewijzen),
            Plaats::Server(bos) => bos.zet_terug(kopie, bewijzen).await,
        }
    }
}

/// A keyring with the key-encryption keys of this node.
pub(crate) enum Bos {
    Bestand(SleutelbosBestand),
    /// With the store that it asks through: when that goes, it closes.
    Server(Box<(SleutelbosPostgres, PostgresStore)>),
}

impl Bos {
    /// Opens the keyring of a store that is there.
    pub(crate) async fn open(url: &OpslagUrl, keks: KekBestand) -> anyhow::Result<Self> {
        match url {
            OpslagUrl::Sled(map) => {
                eis_opslag(map)?;
                Ok(Self::Bestand(SleutelbosBestand::open(map, keks)?))
            }
            OpslagUrl::Postgres(server) => {
                let store = PostgresStore::open((**server).clone()).await?;
                Ok(Self::Server(Box::new((SleutelbosPostgres::new(&store, keks), store))))
            }
        }
    }

    /// Wraps every data key again; see the keyrings.
    pub(crate) async fn herwikkel(&self, keks: &KekBestand) -> Result<Herwikkeld, SleutelFout> {
        match self {
            Self::Bestand(bos) => bos.herwikkel(keks.clone()).await,
            Self::Server(server) => server.0.herwikkel(keks).await,
        }
    }

    /// Number of keys that cannot be read; a server answers with an error instead.
    pub(crate) fn beschadigd(&self) -> usize {
        match self {
            Self::Bestand(bos) => bos.beschadigd(),
            Self::Server(_) => 0,
        }
    }

    /// Destroys keys, each with its certificate.
    pub(crate) async fn vernietig(&self, bewijzen: &[Bewijs]) -> Result<(), SleutelFout> {
        match self {
            Self::Bestand(bos) => bos.vernietig(bewijzen).await,
            Self::Server(server) => server.0.vernietig(bewijzen).await,
        }
    }
}
