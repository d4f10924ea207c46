//! Leases: a tree of the index. One process holds the store, so they divide work between its tasks; a
//! rebuilt index begins anew, and no lease outlives the process that it was handed to.

use async_trait::async_trait;
use sled::Tree;
use wvp_store::{Hek, Huren, Huur, Moment, Positie, StoreError, Wijziging};

use crate::index::{Index, Velden, onleesbaar};
use crate::leesmodel::{fout, schrijf_nu};
use crate::store::SledStore;

const BOOM: &str = "huren";

/// The newest lease of some work; without a name it was given back.
struct Stand {
    hek: Hek,
    tot: Moment,
    wie: String,
}

impl Stand {
    fn bytes(&self) -> Vec<u8> {
        let mut bytes = self.hek.0.to_be_bytes().to_vec();
        bytes.extend(self.tot.0.to_be_bytes());
        bytes.extend(self.wie.as_bytes());
        bytes
    }

    fn uit_bytes(bytes: &[u8]) -> Option<Self> {
        let mut velden = Velden(bytes);
        let hek = Hek(velden.u64()?);
        let tot = Moment(velden.u64()?.cast_signed());
        let wie = String::from_utf8(velden.0.to_vec()).ok()?;
        Some(Self { hek, tot, wie })
    }

    fn is_van(&self, huur: &Huur) -> bool {
        self.hek == huur.hek && self.wie == huur.wie
    }
}

fn boom(index: &Index) -> Result<Tree, StoreError> {
    index.db().open_tree(BOOM).map_err(|it| fout(&it))
}

/// Takes every lease back from the process that had the store before: it is gone, whoever reads this holds the
/// lock. What it wrote under a lease stays fenced off by the number.
pub(crate) fn ontruim(index: &Index) -> Result<(), StoreError> {
    let boom = boom(index)?;
    for rij in &boom {
        let (werk, bytes) = rij.map_err(|it| fout(&it))?;
        let stand = Stand::uit_bytes(&bytes).ok_or_else(onleesbaar)?;
        let vrij = Stand { wie: String::new(), ..stand };
        boom.insert(werk, vrij.bytes()).map_err(|it| fout(&it))?;
    }
    Ok(())
}

fn lees(boom: &Tree, werk: &str) -> Result<Option<Stand>, StoreError> {
    let bytes = boom.get(werk).map_err(|it| fout(&it))?;
    bytes.map(|bytes| Stand::uit_bytes(&bytes).ok_or_else(onleesbaar)).transpose()
}

fn zet(boom: &Tree, werk: &str, stand: &Stand) -> Result<(), StoreError> {
    boom.insert(werk, stand.bytes()).map(|_| ()).map_err(|it| fout(&it))
}

/// The lease as it stands, if it is still this one.
fn eis_eigen(boom: &Tree, huur: &Huur) -> Result<Stand, StoreError> {
    let eigen = lees(boom, &huur.werk)?.filter(|stand| stand.is_van(huur));
    eigen.ok_or_else(|| StoreError::HuurKwijt(huur.werk.clone()))
}

fn neem(
    boom: &Tree,
    werk: String,
    wie: String,
    nu: Moment,
    tot: Moment,
) -> Result<Huur, StoreError> {
    let oud = lees(boom, &werk)?.unwrap_or(Stand { hek: Hek(0), tot: nu, wie: String::new() });
    if !oud.wie.is_empty() && oud.wie != wie && oud.tot > nu {
        return Err(StoreError::Verhuurd { werk, wie: oud.wie, tot: oud.tot });
    }
    let hek = Hek(oud.hek.0.saturating_add(1));
    zet(boom, &werk, &Stand { hek, tot, wie: wie.clone() })?;
    Ok(Huur { werk, wie, hek, tot })
}

#[async_trait]
impl Huren for SledStore {
    async fn neem(
        &self,
        werk: &str,
        wie: &str,
        nu: Moment,
        tot: Moment,
    ) -> Result<Huur, StoreError> {
        let (werk, wie) = (werk.to_owned(), wie.to_owned());
        self.alleen(move |index| neem(&boom(index)?, werk, wie, nu, tot)).await
    }

    async fn verleng(&self, huur: &Huur, tot: Moment) -> Result<Huur, StoreError> {
        let huur = Huur { tot, ..huur.clone() };
        self.alleen(move |index| {
            let boom = boom(index)?;
            let stand = eis_eigen(&boom, &huur)?;
            zet(&boom, &huur.werk, &Stand { tot, ..stand })?;
            Ok(huur)
        })
        .await
    }

    async fn geef_terug(&self, huur: Huur) -> Result<(), StoreError> {
        self.alleen(move |index| {
            let boom = boom(index)?;
            match lees(&boom, &huur.werk)?.filter(|stand| stand.is_van(&huur)) {
                Some(stand) => zet(&boom, &huur.werk, &Stand { wie: String::new(), ..stand }),
                None => Ok(()),
            }
        })
        .await
    }

    async fn schrijf_onder(
        &self,
        huur: &Huur,
        model: &str,
        verwacht: Option<Positie>,
        nieuw: Positie,
        wijzigingen: Vec<Wijziging>,
    ) -> Result<(), StoreError> {
        let (huur, model) = (huur.clone(), model.to_owned());
        self.alleen(move |index| {
            eis_eigen(&boom(index)?, &huur)?;
            schrijf_nu(index, &model, verwacht, nieuw, wijzigingen)
        })
        .await
    }
}
