//! The keyring that the nodes share: wrapped data keys and tombstones, in a schema of their own. The
//! key-encryption keys stay in a file of each node and never go to the server.
//!
//! Nothing is kept in memory: a key that another node destroyed is gone here with the next question.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use tokio_postgres::Row;
use wvp_domain::Compartiment;
use wvp_store::keyring::{
    Bewijs, Herwikkeld, KekBestand, Leessleutel, Sleutel, SleutelId, SleutelKopie, Wikkel,
};
use wvp_store::{SleutelFout, Sleutelbos, Sleutelvraag, StoreError, StroomId};

use crate::fout::reden;
use crate::instellingen::Instellingen;
use crate::store::PostgresStore;
use crate::verbinding::Verbinding;
use crate::voorraad::Voorraad;

/// The limits in the inner queries keep them inner: a look-up in an index for each key that is asked for.
const ZOEK: &str = "select v.stroom, v.compartiment, g.vernietigd, s.id, s.nonce, s.gewikkeld \
    from unnest($1::bytea[], $2::smallint[]) v(stroom, compartiment) \
    left join lateral (select true vernietigd from poortwachter_sleutels.vernietigd \
        where stroom = v.stroom and compartiment = v.compartiment limit 1) g on true \
    left join lateral (select id, nonce, gewikkeld from poortwachter_sleutels.sleutel \
        where stroom = v.stroom and compartiment = v.compartiment limit 1) s on true";
const ZET: &str = "insert into poortwachter_sleutels.sleutel \
    (stroom, compartiment, id, nonce, gewikkeld) values ($1, $2, $3, $4, $5) on conflict do nothing";
/// Keys that are being made are waited for, and those to come see the tombstones.
const SLOT: &str = "lock table poortwachter_sleutels.sleutel in share row exclusive mode";
const GRAF: &str = "insert into poortwachter_sleutels.vernietigd (stroom, compartiment, bewijs) \
    select * from unnest($1::bytea[], $2::smallint[], $3::bytea[]) on conflict do nothing";
const BEWIJZEN: &str = "select bewijs from poortwachter_sleutels.vernietigd \
    order by stroom, compartiment";
const BLADZIJDE: &str = "select stroom, compartiment, id, nonce, gewikkeld \
    from poortwachter_sleutels.sleutel where (stroom, compartiment) > ($1, $2) \
    order by stroom, compartiment limit 256";
/// Only where the key still is as it was read: another node may have been first.
const ZET_OM: &str = "update poortwachter_sleutels.sleutel set nonce = $4, gewikkeld = $5 \
    where stroom = $1 and compartiment = $2 and nonce = $3";
const IS_LEEG: &str = "select not exists (select from poortwachter_sleutels.sleutel)";
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
        self.zoek_veel(&[plek]).await?.remove(&plek).ok_or_else(vreemd)
    }

    /// What there is at each of these places.
    async fn zoek_veel(&self, plekken: &[Plek]) -> Result<HashMap<Plek, Ingang>, SleutelFout> {
        let (stromen, compartimenten): (Vec<_>, Vec<_>) =
            plekken.iter().map(|plek| plek.kolommen()).unzip();
        let rijen = self.voorraad.lees(ZOEK, &[&stromen, &compartimenten]).await;
        let rijen = rijen.map_err(|fout| onbereikbaar(&fout))?;
        rijen.iter().map(|rij| lees(rij).ok_or_else(vreemd)).collect()
    }

    /// What a reader gets of what there is.
    fn voor_lezer(
        &self,
        vraag: Sleutelvraag,
        ingang: Option<&Ingang>,
    ) -> Result<Leessleutel, SleutelFout> {
        let Sleutelvraag { stroom, compartiment, sleutel } = vraag;
        match ingang {
            // A tombstone counts, whatever stands beside it.
            Some(Ingang::Vernietigd) => Ok(Leessleutel::Vernietigd),
            Some(Ingang::Sleutel(wikkel)) if wikkel.id == sleutel => {
                self.keks.ontwikkel(stroom, compartiment, wikkel).map(Leessleutel::Open)
            }
            Some(Ingang::Sleutel(_) | Ingang::Geen) | None => {
                Err(SleutelFout::Onbekend { stroom, compartiment, sleutel })
            }
        }
    }

    async fn maak(&self, plek: Plek) -> Result<Sleutel, SleutelFout> {
        let wikkel = self.keks.wikkel_nieuwe(plek.stroom, plek.compartiment)?;
        // Asked again rather than believed: another node may have been first, or the answer lost.
        self.zet(plek, &wikkel).await?;
        match self.zoek(plek).await? {
            Ingang::Sleutel(wikkel) => self.keks.ontwikkel(plek.stroom, plek.compartiment, &wikkel),
            Ingang::Vernietigd => Err(plek.vernietigd()),
            Ingang::Geen => Err(vreemd()),
        }
    }

    /// Wraps every data key again with the newest generation of these key-encryption keys, while all
    /// nodes go on: each must hold the new generation before, and may drop the old one after.
    /// Stopped half-way it goes on where it was.
    ///
    /// # Errors
    ///
    /// [`SleutelFout::VerkeerdeKek`] when a key does not unwrap, [`SleutelFout::Onbereikbaar`].
    pub async fn herwikkel(&self, keks: &KekBestand) -> Result<Herwikkeld, SleutelFout> {
        let mut uitkomst = Herwikkeld::default();
        let mut na = (vec![], 0_i16);
        loop {
            let bladzijde = self.bladzijde(&na).await?;
            let Some((laatste, _)) = bladzijde.last() else { break };
            na = laatste.kolommen();
            for (plek, wikkel) in bladzijde {
                self.herwikkel_een(keks, plek, &wikkel, &mut uitkomst).await?;
            }
        }
        self.herschrijf().await.map_err(SleutelFout::Onbereikbaar)?;
        Ok(uitkomst)
    }

    async fn herwikkel_een(
        &self,
        keks: &KekBestand,
        plek: Plek,
        wikkel: &Wikkel,
        uitkomst: &mut Herwikkeld,
    ) -> Result<(), SleutelFout> {
        if !keks.heeft(plek.compartiment) {
            uitkomst.zonder_kek += 1;
            return Ok(());
        }
        let Some(nieuw) = keks.herwikkel(plek.stroom, plek.compartiment, wikkel)? else {
            uitkomst.was_goed += 1;
            return Ok(());
        };
        let (stroom, compartiment) = plek.kolommen();
        let (oud, nonce, tekst) =
            (wikkel.nonce.as_slice(), nieuw.nonce.as_slice(), nieuw.tekst.as_slice());
        let waarden: [crate::verbinding::Waarde<'_>; 5] =
            [&stroom, &compartiment, &oud, &nonce, &tekst];
        self.voorraad.lees(ZET_OM, &waarden).await.map_err(|fout| onbereikbaar(&fout))?;
        uitkomst.omgezet += 1;
        Ok(())
    }

    /// A copy of the keyring, apart from the log.
    ///
    /// # Errors
    ///
    /// [`SleutelFout::Onbereikbaar`].
    pub async fn kopie(&self) -> Result<SleutelKopie, SleutelFout> {
        let mut sleutels = vec![];
        let mut na = (vec![], 0_i16);
        loop {
            let bladzijde = self.bladzijde(&na).await?;
            let Some((laatste, _)) = bladzijde.last() else { break };
            na = laatste.kolommen();
            sleutels.extend(
                bladzijde.into_iter().map(|(plek, it)| (plek.stroom, plek.compartiment, it)),
            );
        }
        // Read after the keys: a certificate wins, so it may only be newer.
        Ok(SleutelKopie::uit(sleutels, self.bewijzen().await?))
    }

    /// Puts a copy of a keyring into one that holds nothing yet. What a certificate says is destroyed,
    /// of the copy or of `meer`, does not come back.
    ///
    /// # Errors
    ///
    /// [`SleutelFout::OngeldigBewijs`], [`SleutelFout::Onbereikbaar`], also when there are keys.
    pub async fn zet_terug(
        &self,
        kopie: &SleutelKopie,
        meer: &[Bewijs],
    ) -> Result<(), SleutelFout> {
        let leeg = self.voorraad.lees(IS_LEEG, &[]).await.map_err(|fout| onbereikbaar(&fout))?;
        if !leeg.first().is_some_and(|rij| rij.try_get(0).unwrap_or(false)) {
            return Err(SleutelFout::Onbereikbaar("er is al een sleutelbos".to_owned()));
        }
        let bewijzen: Vec<Bewijs> = kopie.bewijzen().iter().chain(meer).copied().collect();
        self.vernietig(&bewijzen).await?;
        for (stroom, compartiment, wikkel) in kopie.sleutels() {
            self.zet(Plek { stroom, compartiment }, &wikkel).await?;
        }
        Ok(())
    }

    async fn zet(&self, plek: Plek, wikkel: &Wikkel) -> Result<(), SleutelFout> {
        let (stroom, compartiment) = plek.kolommen();
        let (id, nonce, tekst) =
            (wikkel.id.0.cast_signed(), wikkel.nonce.as_slice(), wikkel.tekst.as_slice());
        let waarden: [crate::verbinding::Waarde<'_>; 5] =
            [&stroom, &compartiment, &id, &nonce, &tekst];
        self.voorraad.lees(ZET, &waarden).await.map(drop).map_err(|fout| onbereikbaar(&fout))
    }

    /// The keys after a place, in order, at most a page of them.
    async fn bladzijde(&self, na: &(Vec<u8>, i16)) -> Result<Vec<(Plek, Wikkel)>, SleutelFout> {
        let rijen = self.voorraad.lees(BLADZIJDE, &[&na.0, &na.1]).await;
        let rijen = rijen.map_err(|fout| onbereikbaar(&fout))?;
        rijen.iter().map(|rij| lees_sleutel(rij).ok_or_else(vreemd)).collect()
    }

    /// Writes the table of keys anew, so that no old form is left in its file.
    async fn herschrijf(&self) -> Result<(), String> {
        let fout = |fout| reden(&fout);
        let lijn = Verbinding::open(&self.instellingen, |_| {}).await.map_err(fout)?;
        lijn.client().batch_execute("set statement_timeout = 0").await.map_err(fout)?;
        lijn.client().batch_execute(HERSCHRIJF).await.map_err(fout)
    }

    async fn vernietig_nu(&self, bewijzen: &[Bewijs]) -> Result<(), String> {
        let plekken = bewijzen.iter().map(Plek::van);
        let (stromen, compartimenten): (Vec<_>, Vec<_>) = plekken.map(Plek::kolommen).unzip();
        let tekst: Vec<Vec<u8>> = bewijzen.iter().map(Bewijs::bytes).collect();
        let fout = |fout| reden(&fout);
        let mut lijn = Verbinding::open(&self.instellingen, |_| {}).await.map_err(fout)?;
        let werk = lijn.client_mut().transaction().await.map_err(fout)?;
        werk.batch_execute(SLOT).await.map_err(fout)?;
        werk.execute(GRAF, &[&stromen, &compartimenten, &tekst]).await.map_err(fout)?;
        werk.execute(WIS, &[&stromen, &compartimenten]).await.map_err(fout)?;
        werk.commit().await.map_err(fout)?;
        // It takes as long as it takes: the fence stands already.
        self.herschrijf().await
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
        let ingang = self.zoek(Plek { stroom, compartiment }).await?;
        self.voor_lezer(Sleutelvraag { stroom, compartiment, sleutel }, Some(&ingang))
    }

    async fn voor_lezen_veel(
        &self,
        vragen: &[Sleutelvraag],
    ) -> Result<HashMap<Sleutelvraag, Leessleutel>, SleutelFout> {
        let heeft = |vraag: &Sleutelvraag| self.keks.heeft(vraag.compartiment);
        let plekken: HashSet<Plek> =
            vragen.iter().copied().filter(heeft).map(Plek::van_vraag).collect();
        let plekken: Vec<Plek> = plekken.into_iter().collect();
        let ingangen = self.zoek_veel(&plekken).await?;
        let sleutel = |vraag: &Sleutelvraag| {
            if !heeft(vraag) {
                return Some((*vraag, Leessleutel::GeenKek));
            }
            let ingang = ingangen.get(&Plek::van_vraag(*vraag));
            Some((*vraag, self.voor_lezer(*vraag, ingang).ok()?))
        };
        Ok(vragen.iter().filter_map(sleutel).collect())
    }

    async fn vernietig(&self, bewijzen: &[Bewijs]) -> Result<(), SleutelFout> {
        bewijzen.iter().try_for_each(eis_geldig)?;
        self.vernietig_nu(bewijzen).await.map_err(SleutelFout::Onbereikbaar)
    }

    async fn bewijzen(&self) -> Result<Vec<Bewijs>, SleutelFout> {
        let rijen = self.voorraad.lees(BEWIJZEN, &[]).await;
        let rijen = rijen.map_err(|fout| onbereikbaar(&fout))?;
        rijen.iter().map(|rij| lees_bewijs(rij).ok_or_else(vreemd)).collect()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Plek {
    stroom: StroomId,
    compartiment: Compartiment,
}

impl Plek {
    fn van(bewijs: &Bewijs) -> Self {
        let wat = bewijs.wat();
        Self { stroom: wat.stroom, compartiment: wat.compartiment }
    }

    fn van_vraag(vraag: Sleutelvraag) -> Self {
        Self { stroom: vraag.stroom, compartiment: vraag.compartiment }
    }

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

fn lees(rij: &Row) -> Option<(Plek, Ingang)> {
    let plek = lees_plek(rij)?;
    if rij.try_get::<_, Option<bool>>(2).ok()?.is_some() {
        return Some((plek, Ingang::Vernietigd));
    }
    let is_er = rij.try_get::<_, Option<i64>>(3).ok()?.is_some();
    let ingang = if is_er { Ingang::Sleutel(lees_wikkel(rij, 3)?) } else { Ingang::Geen };
    Some((plek, ingang))
}

fn lees_sleutel(rij: &Row) -> Option<(Plek, Wikkel)> {
    Some((lees_plek(rij)?, lees_wikkel(rij, 2)?))
}

/// The place in the first two columns.
fn lees_plek(rij: &Row) -> Option<Plek> {
    let stroom = StroomId::uit_bytes(rij.try_get(0).ok()?)?;
    let compartiment = u8::try_from(rij.try_get::<_, i16>(1).ok()?).ok()?;
    Some(Plek { stroom, compartiment: Compartiment::met_nummer(compartiment)? })
}

/// The wrapped key in the three columns from this one on.
fn lees_wikkel(rij: &Row, vanaf: usize) -> Option<Wikkel> {
    let id = SleutelId(rij.try_get::<_, i64>(vanaf).ok()?.cast_unsigned());
    let nonce = <[u8; 12]>::try_from(rij.try_get::<_, &[u8]>(vanaf + 1).ok()?).ok()?;
    let tekst = rij.try_get::<_, &[u8]>(vanaf + 2).ok()?.try_into().ok()?;
    Some(Wikkel { id, nonce, tekst })
}

fn lees_bewijs(rij: &Row) -> Option<Bewijs> {
    Bewijs::uit_bytes(rij.try_get::<_, &[u8]>(0).ok()?.try_into().ok()?)
}

/// Refuses a certificate whose signature does not fit.
fn eis_geldig(bewijs: &Bewijs) -> Result<(), SleutelFout> {
    let Plek { stroom, compartiment } = Plek::van(bewijs);
    let ongeldig = SleutelFout::OngeldigBewijs { stroom, compartiment };
    if bewijs.klopt() { Ok(()) } else { Err(ongeldig) }
}

fn onbereikbaar(fout: &StoreError) -> SleutelFout {
    SleutelFout::Onbereikbaar(fout.to_string())
}

fn vreemd() -> SleutelFout {
    onbereikbaar(&crate::fout::vreemd())
}
