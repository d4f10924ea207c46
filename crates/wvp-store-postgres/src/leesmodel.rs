//! Read models: rows and checkpoint change in one statement, or not at all.

use std::collections::BTreeMap;

use async_trait::async_trait;
use wvp_store::leesmodel::Rij;
use wvp_store::{Bereik, Huur, Leesmodellen, Positie, StoreError, Wijziging};

use crate::fout::vreemd;
use crate::rij::getal;
use crate::store::PostgresStore;

const HAAL: &str = "select waarde from poortwachter.rij where model = $1 and sleutel = $2";
const REEKS: &str = "select sleutel, waarde from poortwachter.rij where model = $1 and sleutel >= $2 \
    order by sleutel limit $3";
const CONTROLEPUNT: &str = "select controlepunt from poortwachter.leesmodel where model = $1";
/// Moves the checkpoint from $2 to $3 if it is there and the lease (if one is named) is the newest;
/// only then the rows. The row of the lease stays locked until the commit, so that nobody takes the
/// work in between. Answers whether it moved.
const SCHRIJF: &str = "with hek as (select 1 from poortwachter.huur \
        where werk = $7 and hek = $8 and wie = $9 for share), \
    mag as (select 1 where $7::text is null or exists (select 1 from hek)), \
    nieuw as (insert into poortwachter.leesmodel (model, controlepunt) \
        select $1, $3 from mag where $2::bigint is null on conflict do nothing returning 1), \
    verder as (update poortwachter.leesmodel set controlepunt = $3 \
        where model = $1 and controlepunt = $2::bigint and exists (select 1 from mag) returning 1), \
    gezet as (select 1 from nieuw union all select 1 from verder), \
    wis as (delete from poortwachter.rij where model = $1 and sleutel = any($6::bytea[]) \
        and exists (select 1 from gezet)), \
    zet as (insert into poortwachter.rij (model, sleutel, waarde) \
        select $1, v.s, v.w from unnest($4::bytea[], $5::bytea[]) v(s, w) \
        where exists (select 1 from gezet) \
        on conflict (model, sleutel) do update set waarde = excluded.waarde) \
    select exists (select 1 from gezet), exists (select 1 from mag)";
const WIS: &str = "with m as (delete from poortwachter.leesmodel where model = $1) \
    delete from poortwachter.rij where model = $1";

/// What became of a write.
enum Geschreven {
    Ja,
    AnderControlepunt,
    HuurKwijt,
}

impl PostgresStore {
    async fn schrijf_rijen(
        &self,
        huur: Option<&Huur>,
        model: &str,
        stap: (Option<Positie>, Positie),
        wijzigingen: Vec<Wijziging>,
    ) -> Result<Geschreven, StoreError> {
        let (verwacht, nieuw) = stap;
        let (mut sleutels, mut waarden, mut wissen) = (vec![], vec![], vec![]);
        for (sleutel, waarde) in laatste_per_rij(wijzigingen) {
            match waarde {
                Some(waarde) => {
                    sleutels.push(sleutel);
                    waarden.push(waarde);
                }
                None => wissen.push(sleutel),
            }
        }
        let verwacht = verwacht.map(|positie| getal(positie.0));
        let (werk, wie) = (huur.map(|it| it.werk.as_str()), huur.map(|it| it.wie.as_str()));
        let hek = huur.map(|it| getal(it.hek.0));
        let nieuw = getal(nieuw.0);
        let parameters: [crate::verbinding::Waarde<'_>; 9] =
            [&model, &verwacht, &nieuw, &sleutels, &waarden, &wissen, &werk, &hek, &wie];
        let rijen = self.voorraad.doe(SCHRIJF, &parameters).await?;
        let rij = rijen.first().ok_or_else(vreemd)?;
        let gezet: bool = rij.try_get(0).map_err(|_| vreemd())?;
        let mocht: bool = rij.try_get(1).map_err(|_| vreemd())?;
        Ok(match (gezet, mocht) {
            (true, _) => Geschreven::Ja,
            (false, true) => Geschreven::AnderControlepunt,
            (false, false) => Geschreven::HuurKwijt,
        })
    }

    /// Writes rows and checkpoint, under a lease if there is one.
    pub(crate) async fn schrijf_model(
        &self,
        huur: Option<&Huur>,
        model: &str,
        stap: (Option<Positie>, Positie),
        wijzigingen: Vec<Wijziging>,
    ) -> Result<(), StoreError> {
        match self.schrijf_rijen(huur, model, stap, wijzigingen).await? {
            Geschreven::Ja => Ok(()),
            Geschreven::AnderControlepunt => {
                let werkelijk = self.controlepunt(model).await?;
                let model = model.to_owned();
                Err(StoreError::Checkpoint { model, verwacht: stap.0, werkelijk })
            }
            Geschreven::HuurKwijt => {
                Err(StoreError::HuurKwijt(huur.map(|it| it.werk.clone()).unwrap_or_default()))
            }
        }
    }
}

#[async_trait]
impl Leesmodellen for PostgresStore {
    async fn haal(&self, model: &str, sleutel: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        let rijen = self.voorraad.lees(HAAL, &[&model, &sleutel]).await?;
        rijen.first().map(|rij| rij.try_get(0).map_err(|_| vreemd())).transpose()
    }

    async fn reeks(
        &self,
        model: &str,
        bereik: Bereik,
        hoogstens: usize,
    ) -> Result<Vec<Rij>, StoreError> {
        let grens = i64::try_from(hoogstens).unwrap_or(i64::MAX);
        let rijen = self.voorraad.lees(REEKS, &[&model, &bereik.begin(), &grens]).await?;
        let mut gevonden = vec![];
        for rij in &rijen {
            let sleutel: Vec<u8> = rij.try_get(0).map_err(|_| vreemd())?;
            if !bereik.bevat(&sleutel) {
                break;
            }
            gevonden.push((sleutel, rij.try_get(1).map_err(|_| vreemd())?));
        }
        Ok(gevonden)
    }

    async fn controlepunt(&self, model: &str) -> Result<Option<Positie>, StoreError> {
        let rijen = self.voorraad.lees(CONTROLEPUNT, &[&model]).await?;
        let punt = rijen.first().map(|rij| rij.try_get::<_, i64>(0).map_err(|_| vreemd()));
        Ok(punt.transpose()?.map(|punt| Positie(punt.cast_unsigned())))
    }

    async fn schrijf(
        &self,
        model: &str,
        verwacht: Option<Positie>,
        nieuw: Positie,
        wijzigingen: Vec<Wijziging>,
    ) -> Result<(), StoreError> {
        self.schrijf_model(None, model, (verwacht, nieuw), wijzigingen).await
    }

    async fn wis_model(&self, model: &str) -> Result<(), StoreError> {
        self.voorraad.doe(WIS, &[&model]).await.map(|_| ())
    }
}

/// The last change of each row; a statement touches a row once.
fn laatste_per_rij(wijzigingen: Vec<Wijziging>) -> BTreeMap<Vec<u8>, Option<Vec<u8>>> {
    let laatste = wijzigingen.into_iter().map(|wijziging| match wijziging {
        Wijziging::Zet(sleutel, waarde) => (sleutel, Some(waarde)),
        Wijziging::Wis(sleutel) => (sleutel, None),
    });
    laatste.collect()
}
