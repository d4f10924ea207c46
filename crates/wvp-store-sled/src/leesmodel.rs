//! Read models: a tree of the index each. They are rebuilt from the journal when the index is lost.

use std::sync::{Arc, PoisonError};

use async_trait::async_trait;
use sled::{Batch, Tree};
use wvp_store::leesmodel::Rij;
use wvp_store::{Bereik, Leesmodellen, Positie, StoreError, Wijziging};

use crate::index::{Index, Velden, onleesbaar};
use crate::store::SledStore;

/// Key of the checkpoint; rows have another first byte.
const CONTROLEPUNT: &[u8] = &[0];
const RIJ: u8 = 1;

pub(crate) fn fout(fout: &sled::Error) -> StoreError {
    StoreError::Unavailable(format!("index: {fout}"))
}

fn boomnaam(model: &str) -> String {
    format!("leesmodel/{model}")
}

fn boom(index: &Index, model: &str) -> Result<Tree, StoreError> {
    index.db().open_tree(boomnaam(model)).map_err(|it| fout(&it))
}

fn rijnaam(sleutel: &[u8]) -> Vec<u8> {
    let mut naam = vec![RIJ];
    naam.extend(sleutel);
    naam
}

fn controlepunt(boom: &Tree) -> Result<Option<Positie>, StoreError> {
    let bytes = boom.get(CONTROLEPUNT).map_err(|it| fout(&it))?;
    bytes.map(|bytes| Velden(&bytes).u64().map(Positie).ok_or_else(onleesbaar)).transpose()
}

fn reeks(boom: &Tree, bereik: &Bereik, hoogstens: usize) -> Result<Vec<Rij>, StoreError> {
    let mut rijen = vec![];
    for ingang in boom.range(rijnaam(bereik.begin())..) {
        let (naam, waarde) = ingang.map_err(|it| fout(&it))?;
        let (_, sleutel) = naam.split_first().ok_or_else(onleesbaar)?;
        if rijen.len() == hoogstens || !bereik.bevat(sleutel) {
            break;
        }
        rijen.push((sleutel.to_vec(), waarde.to_vec()));
    }
    Ok(rijen)
}

/// Writes rows and checkpoint in one batch. The caller holds the lock of the read models.
pub(crate) fn schrijf_nu(
    index: &Index,
    model: &str,
    verwacht: Option<Positie>,
    nieuw: Positie,
    wijzigingen: Vec<Wijziging>,
) -> Result<(), StoreError> {
    let boom = boom(index, model)?;
    let werkelijk = controlepunt(&boom)?;
    if werkelijk != verwacht {
        return Err(StoreError::Checkpoint { model: model.to_owned(), verwacht, werkelijk });
    }
    let mut batch = Batch::default();
    for wijziging in wijzigingen {
        match wijziging {
            Wijziging::Zet(sleutel, waarde) => batch.insert(rijnaam(&sleutel), waarde),
            Wijziging::Wis(sleutel) => batch.remove(rijnaam(&sleutel)),
        }
    }
    batch.insert(CONTROLEPUNT, &nieuw.0.to_be_bytes());
    boom.apply_batch(batch).map_err(|it| fout(&it))
}

impl SledStore {
    /// Works on the read models in a thread that may wait for the disk; nobody else does meanwhile.
    pub(crate) async fn alleen<T: Send + 'static>(
        &self,
        doe: impl FnOnce(&Index) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (slot, index) = (Arc::clone(&self.modelslot), self.index()?);
        let taak = tokio::task::spawn_blocking(move || {
            let _een_tegelijk = slot.lock().unwrap_or_else(PoisonError::into_inner);
            doe(&index)
        });
        taak.await.map_err(|fout| StoreError::Unavailable(fout.to_string()))?
    }

    /// Works on a read model in a thread that may wait for the disk.
    async fn in_model<T: Send + 'static>(
        &self,
        model: &str,
        doe: impl FnOnce(&Tree) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (index, model) = (self.index()?, model.to_owned());
        let taak = tokio::task::spawn_blocking(move || doe(&boom(&index, &model)?));
        taak.await.map_err(|fout| StoreError::Unavailable(fout.to_string()))?
    }
}

#[async_trait]
impl Leesmodellen for SledStore {
    async fn haal(&self, model: &str, sleutel: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        let naam = rijnaam(sleutel);
        self.in_model(model, move |boom| {
            Ok(boom.get(naam).map_err(|it| fout(&it))?.map(|waarde| waarde.to_vec()))
        })
        .await
    }

    async fn reeks(
        &self,
        model: &str,
        bereik: Bereik,
        hoogstens: usize,
    ) -> Result<Vec<Rij>, StoreError> {
        self.in_model(model, move |boom| reeks(boom, &bereik, hoogstens)).await
    }

    async fn controlepunt(&self, model: &str) -> Result<Option<Positie>, StoreError> {
        self.in_model(model, controlepunt).await
    }

    async fn schrijf(
        &self,
        model: &str,
        verwacht: Option<Positie>,
        nieuw: Positie,
        wijzigingen: Vec<Wijziging>,
    ) -> Result<(), StoreError> {
        let model = model.to_owned();
        self.alleen(move |index| schrijf_nu(index, &model, verwacht, nieuw, wijzigingen)).await
    }

    async fn wis_model(&self, model: &str) -> Result<(), StoreError> {
        let model = boomnaam(model);
        self.alleen(move |index| index.db().drop_tree(model).map(|_| ()).map_err(|it| fout(&it)))
            .await
    }
}
