//! The keyring that the nodes share: wrapped data keys and tombstones, in a schema of their own. The
//! key-encryption keys stay in a file of each node and never go to the server.
//!
//! Nothing is kept in memory: a key that another node destroyed is gone here with the next question.

use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use tokio_postgres::Row;
use wvp_domain::Compartiment;
use wvp_store::keyring::{KekBestand, Leessleutel, Sleutel, SleutelId, Wikkel};
use wvp_store::{SleutelFout, Sleutelbos, StoreError, StroomId};

use crate::fout::reden;
use crate::instellingen::Instellingen;
use crate::store::PostgresStore;
use crate::verbinding::Verbinding;
use crate::voorraad::Voorraad;

const ZOEK: &str = "select false, id, nonce, gewikkeld from poortwachter_sleutels.sleutel \
        where stroom = $1 and compartiment = $2 \
    union all select true, null, null, null from poortwachter_sleutels.vernietigd \
        where stroom = $1 and compartiment = $2";
const ZET: &str = "insert into poortwachter_sleutels.sleutel \
    (stroom, compartiment, id, nonce, gewikkeld) values ($1, $2, $3, $4, $5) on conflict do nothing";
/// Keys that are being made are waited for, and those to come see the tombstones.
const SLOT: &str = "lock table poortwachter_sleutels.sleutel in share row exclusive mode";
const GRAF: &str = "insert into poortwachter_sleutels.vernietigd (stroom, compartiment) \
    select * from unnest($1::bytea[], $2::smallint[]) on conflict do nothing";
const WIS: &str = "delete from poortwachter_sleutels.sleutel s \
    using unnest($1::bytea[], $2::smallint[]) v(stroom, compartiment) \
    where s.stroom = v.stroom and s.compartiment = v.compartiment";
/// Writes the table anew: a deleted row stays in its file until then.
const HERSCHRIJF: &str = "vacuum (full) poortwachter_sleutels.sleutel";

/// The keyring in PostgreSQL.
#[derive(Clone)]
pub struct SleutelbosPostgres {
    voorraad: Arc<Voorraad>,
    instellingen: Instellingen,
    keks: KekBestand,
}

impl fmt::Debug for SleutelbosPostgres {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SleutelbosPostgres").field("keks", &self.keks).finish_non_exhaustive()
    }
}

impl SleutelbosPostgres {
    /// The keyring beside a store, with the key-encryption keys of this node.
    #[must_use]
    pub fn new(store: &PostgresStore, keks: KekBestand) -> Self {
        let voorraad = Arc::clone(&store.voorraad);
        Self { voorraad, instellingen: store.gedeeld.instellingen.clone(), keks }
    }

    async fn zoek(&self, plek: Plek) -> Result<Ingang, SleutelFout> {
        let (stroom, compartiment) = plek.kolommen();
        let rijen = self.voorraad.lees(ZOEK, &[&stroom, &compartiment]).await;
        let rijen = rijen.map_err(|fout| onbereikbaar(&fout))?;
        let mut ingang = Ingang::Geen;
        for rij in &rijen {
            match lees(rij).ok_or_else(vreemd)? {
                // A tombstone counts, whatever stands beside it.
                Ingang::Vernietigd => return Ok(Ingang::Vernietigd),
                gevonden @ (Ingang::Sleutel(_) | Ingang::Geen) => ingang = gevonden,
            }
        }
        Ok(ingang)
    }

    async fn maak(&self, plek: Plek) -> Result<Sleutel, SleutelFout> {
        let wikkel = self.keks.wikkel_nieuwe(plek.stroom, plek.compartiment)?;
        let (stroom, compartiment) = plek.kolommen();
        let (id, nonce) = (wikkel.id.0.cast_signed(), wikkel.nonce.as_slice());
        let waarden: [crate::verbinding::Waarde<'_>; 5] =
            [&stroom, &compartiment, &id, &nonce, &wikkel.tekst];
        // Asked again rather than believed: another node may have been first, or the answer lost.
        self.voorraad.lees(ZET, &waarden).await.map_err(|fout| onbereikbaar(&fout))?;
        match self.zoek(plek).await? {
            Ingang::Sleutel(wikkel) => self.keks.ontwikkel(plek.stroom, plek.compartiment, &wikkel),
            Ingang::Vernietigd => Err(plek.vernietigd()),
            Ingang::Geen => Err(vreemd()),
        }
    }

    async fn vernietig_nu(&self, doel: &[(StroomId, Compartiment)]) -> Result<(), String> {
        let plekken = doel.iter().map(|&(stroom, compartiment)| Plek { stroom, compartiment });
        let (stromen, compartimenten): (Vec<_>, Vec<_>) = plekken.map(Plek::kolommen).unzip();
        let fout = |fout| reden(&fout);
        let mut lijn = Verbinding::open(&self.instellingen, |_| {}).await.map_err(fout)?;
        let werk = lijn.client_mut().transaction().await.map_err(fout)?;
        werk.batch_execute(SLOT).await.map_err(fout)?;
        werk.execute(GRAF, &[&stromen, &compartimenten]).await.map_err(fout)?;
        werk.execute(WIS, &[&stromen, &compartimenten]).await.map_err(fout)?;
        werk.commit().await.map_err(fout)?;
        // It takes as long as it takes: the fence stands already.
        lijn.client().batch_execute("set statement_timeout = 0").await.map_err(fout)?;
        lijn.client().batch_execute(HERSCHRIJF).await.map_err(fout)
    }
}

#[async_trait]
impl Sleutelbos for SleutelbosPostgres {
    async fn voor_schrijven(
        &self,
        stroom: StroomId,
        compartiment: Compartiment,
    ) -> Result<Sleutel, SleutelFout> {
        if !self.keks.heeft(compartiment) {
            return Err(SleutelFout::GeenKek(compartiment));
        }
        let plek = Plek { stroom, compartiment };
        match self.zoek(plek).await? {
            Ingang::Sleutel(wikkel) => self.keks.ontwikkel(stroom, compartiment, &wikkel),
            Ingang::Vernietigd => Err(plek.vernietigd()),
            Ingang::Geen => self.maak(plek).await,
        }
    }

    async fn voor_lezen(
        &self,
        stroom: StroomId,
        compartiment: Compartiment,
        sleutel: SleutelId,
    ) -> Result<Leessleutel, SleutelFout> {
        if !self.keks.heeft(compartiment) {
            return Ok(Leessleutel::GeenKek);
        }
        match self.zoek(Plek { stroom, compartiment }).await? {
            Ingang::Vernietigd => Ok(Leessleutel::Vernietigd),
            Ingang::Sleutel(wikkel) if wikkel.id == sleutel => {
                self.keks.ontwikkel(stroom, compartiment, &wikkel).map(Leessleutel::Open)
            }
            Ingang::Sleutel(_) | Ingang::Geen => {
                Err(SleutelFout::Onbekend { stroom, compartiment, sleutel })
            }
        }
    }

    async fn vernietig(&self, doel: &[(StroomId, Compartiment)]) -> Result<(), SleutelFout> {
        self.vernietig_nu(doel).await.map_err(SleutelFout::Onbereikbaar)
    }
}

#[derive(Debug, Clone, Copy)]
struct Plek {
    stroom: StroomId,
    compartiment: Compartiment,
}

impl Plek {
    fn kolommen(self) -> (Vec<u8>, i16) {
        (self.stroom.bytes().to_vec(), i16::from(self.compartiment.nummer()))
    }

    fn vernietigd(self) -> SleutelFout {
        SleutelFout::Vernietigd { stroom: self.stroom, compartiment: self.compartiment }
    }
}

/// What the keyring has for a stream and compartment.
enum Ingang {
    Sleutel(Wikkel),
    Vernietigd,
    Geen,
}

fn lees(rij: &Row) -> Option<Ingang> {
    if rij.try_get(0).ok()? {
        return Some(Ingang::Vernietigd);
    }
    let id = SleutelId(rij.try_get::<_, i64>(1).ok()?.cast_unsigned());
    let nonce = <[u8; 12]>::try_from(rij.try_get::<_, &[u8]>(2).ok()?).ok()?;
    Some(Ingang::Sleutel(Wikkel { id, nonce, tekst: rij.try_get(3).ok()? }))
}

fn onbereikbaar(fout: &StoreError) -> SleutelFout {
    SleutelFout::Onbereikbaar(fout.to_string())
}

fn vreemd() -> SleutelFout {
    onbereikbaar(&crate::fout::vreemd())
}
