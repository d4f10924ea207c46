//! The index: where everything stands. Rebuildable, so nothing acknowledged depends on it.

pub(crate) mod controlepunt;

use std::collections::HashMap;
use std::path::Path;
use std::thread;

use sled::{Batch, Db, Tree};
use uuid::Uuid;
use wvp_store::{
    GebeurtenisId, Hash, Positie, Record, Schade, StoreError, StroomId, Stroomsoort, Versie,
};

use crate::scan::{Geplaatst, Vondst};
use crate::segment::Plek;

/// One in so many positions has an entry of its own.
const STAP: u64 = 64;

const VORM: &[u8] = b"1";

/// The trees.
#[derive(Debug)]
pub(crate) struct Index {
    db: Db,
    /// Stream → version, hash of its last record.
    stromen: Tree,
    /// Stream, version → where, length, position.
    plaatsen: Tree,
    /// Stream, event id → version, position.
    ids: Tree,
    /// Now and then a position → where.
    posities: Tree,
    /// Where damage was found → stream, version.
    schade: Tree,
    meta: Tree,
}

/// Where a record stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Plaats {
    pub(crate) versie: Versie,
    pub(crate) plek: Plek,
    pub(crate) lengte: u64,
    pub(crate) positie: Positie,
}

/// The last record of a stream.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Laatste {
    pub(crate) versie: Versie,
    pub(crate) hash: Hash,
}

fn fout(fout: &sled::Error) -> StoreError {
    StoreError::Unavailable(format!("index: {fout}"))
}

/// The error for an entry that does not say what it should.
pub(crate) fn onleesbaar() -> StoreError {
    StoreError::Unavailable("index: onleesbaar; hij wordt bij de volgende start herbouwd".into())
}

impl Index {
    /// Opens the index in a thread of its own, because sled may panic on a damaged file.
    pub(crate) fn open(map: &Path, cache_bytes: u64) -> Result<Self, String> {
        let config = sled::Config::new().path(map).cache_capacity(cache_bytes);
        let open = thread::Builder::new().name("index-openen".to_owned()).spawn(move || {
            let db = config.open()?;
            Ok::<_, sled::Error>(Self {
                stromen: db.open_tree("stromen")?,
                plaatsen: db.open_tree("plaatsen")?,
                ids: db.open_tree("ids")?,
                posities: db.open_tree("posities")?,
                schade: db.open_tree("schade")?,
                meta: db.open_tree("meta")?,
                db,
            })
        });
        let uitkomst = open.map_err(|fout| fout.to_string())?.join();
        let index = uitkomst.map_err(|_| "sled stopte met een panic".to_owned())?;
        let index = index.map_err(|fout| fout.to_string())?;
        match index.meta.get("vorm").map_err(|fout| fout.to_string())? {
            None if index.stromen.is_empty() => {
                index.meta.insert("vorm", VORM).map_err(|fout| fout.to_string())?;
                Ok(index)
            }
            Some(vorm) if vorm == VORM => Ok(index),
            Some(_) | None => Err("andere vorm".to_owned()),
        }
    }

    /// The database, for what else is kept in it.
    pub(crate) fn db(&self) -> &Db {
        &self.db
    }

    /// The last position that was taken in; as far as sled kept it.
    pub(crate) fn kop(&self) -> Result<Positie, StoreError> {
        let kop = self.meta.get("kop").map_err(|it| fout(&it))?;
        kop.map_or(Ok(Positie::BEGIN), |bytes| {
            Velden(&bytes).u64().map(Positie).ok_or_else(onleesbaar)
        })
    }

    /// The last record of a stream.
    pub(crate) fn laatste(&self, stroom: StroomId) -> Result<Laatste, StoreError> {
        let bytes = self.stromen.get(stroom.bytes()).map_err(|it| fout(&it))?;
        bytes.map_or(Ok(Laatste::default()), |bytes| lees_laatste(&bytes).ok_or_else(onleesbaar))
    }

    /// Version and position of an event, if the stream has it.
    pub(crate) fn zoek(
        &self,
        stroom: StroomId,
        id: GebeurtenisId,
    ) -> Result<Option<(Versie, Positie)>, StoreError> {
        let bytes = self.ids.get(sleutel(stroom, id.0.as_bytes())).map_err(|it| fout(&it))?;
        let lees = |bytes: sled::IVec| {
            let mut velden = Velden(&bytes);
            Some((Versie(velden.u64()?), Positie(velden.u64()?)))
        };
        bytes.map(|bytes| lees(bytes).ok_or_else(onleesbaar)).transpose()
    }

    /// Where the records of a stream stand, from and to inclusive, oldest first.
    pub(crate) fn plaatsen(
        &self,
        stroom: StroomId,
        van: Versie,
        tot_en_met: Versie,
    ) -> Result<Vec<Plaats>, StoreError> {
        let grens = |versie: Versie| sleutel(stroom, &versie.0.to_be_bytes());
        let reeks = self.plaatsen.range(grens(van)..=grens(tot_en_met));
        reeks
            .map(|ingang| {
                let (sleutel, bytes) = ingang.map_err(|it| fout(&it))?;
                lees_plaats(&sleutel, &bytes).ok_or_else(onleesbaar)
            })
            .collect()
    }

    /// Where to begin reading for a position: at it or before it.
    pub(crate) fn begin_voor(&self, positie: Positie) -> Result<Option<Plek>, StoreError> {
        let tot = positie.0.to_be_bytes();
        let ingang = self.posities.range(..=tot).next_back();
        let Some((_, bytes)) = ingang.transpose().map_err(|it| fout(&it))? else {
            return Ok(None);
        };
        Velden(&bytes).plek().map(Some).ok_or_else(onleesbaar)
    }

    /// Streams of one kind after a stream, with their versions.
    pub(crate) fn stromen(
        &self,
        soort: Stroomsoort,
        na: Option<StroomId>,
        hoogstens: usize,
    ) -> Result<Vec<(StroomId, Versie)>, StoreError> {
        let begin = StroomId { soort, id: Uuid::nil() };
        let reeks = self.stromen.range(na.unwrap_or(begin).bytes()..);
        let mut stromen = vec![];
        for ingang in reeks {
            let (sleutel, bytes) = ingang.map_err(|it| fout(&it))?;
            let stroom = StroomId::uit_bytes(&sleutel).ok_or_else(onleesbaar)?;
            if stroom.soort != soort || stromen.len() == hoogstens {
                break;
            }
            if Some(stroom) != na {
                stromen.push((stroom, lees_laatste(&bytes).ok_or_else(onleesbaar)?.versie));
            }
        }
        Ok(stromen)
    }

    /// All damage that was found so far.
    pub(crate) fn schade(&self) -> Result<Vec<Schade>, StoreError> {
        let lees = |ingang: sled::Result<(sled::IVec, sled::IVec)>| {
            let (sleutel, bytes) = ingang.map_err(|it| fout(&it))?;
            let plek = Velden(&sleutel).plek().ok_or_else(onleesbaar)?;
            let mut velden = Velden(&bytes);
            let stroom =
                velden.neem::<{ StroomId::BYTES }>().and_then(|it| StroomId::uit_bytes(it));
            let versie = stroom.and(velden.u64()).map(Versie);
            Ok(Schade { segment: plek.segment, offset: plek.offset, stroom, versie })
        };
        self.schade.iter().map(lees).collect()
    }

    /// Takes in what was written or found, in order. Taking it in again changes nothing.
    pub(crate) fn neem_op(&self, vondsten: &[Vondst]) -> Result<(), StoreError> {
        let mut opname =
            Opname { index: self, laatste: HashMap::new(), batches: Batches::default() };
        for vondst in vondsten {
            opname.neem(vondst)?;
        }
        opname.schrijf()
    }

    /// Makes all of it durable: sled's flush alone does not (design: storage.md 1).
    pub(crate) fn maak_duurzaam(&self, map: &Path) -> Result<(), StoreError> {
        self.db.flush().map_err(|it| fout(&it))?;
        controlepunt::sync_alles(map)
    }
}

#[derive(Default)]
struct Batches {
    stromen: Batch,
    plaatsen: Batch,
    ids: Batch,
    posities: Batch,
    schade: Batch,
    meta: Batch,
}

/// What is on its way into the index.
struct Opname<'a> {
    index: &'a Index,
    laatste: HashMap<StroomId, Laatste>,
    batches: Batches,
}

impl Opname<'_> {
    fn neem(&mut self, vondst: &Vondst) -> Result<(), StoreError> {
        match vondst {
            Vondst::Record(geplaatst) => self.record(geplaatst),
            Vondst::Schade(schade) => self.schade(*schade),
            Vondst::Tot(kop, _) => {
                self.batches.meta.insert("kop", &kop.0.to_be_bytes());
                Ok(())
            }
        }
    }

    fn record(&mut self, geplaatst: &Geplaatst) -> Result<(), StoreError> {
        let Geplaatst { record, plek, lengte } = geplaatst;
        let Record { stroom, versie, positie, .. } = *record;
        let eerder = self.laatste(stroom)?;
        let sprong = versie > eerder.versie.volgende();
        let breuk = versie == eerder.versie.volgende() && record.vorige != eerder.hash;
        if sprong || (breuk && eerder.hash != ONBEKEND) {
            self.schade(Schade {
                segment: plek.segment,
                offset: plek.offset,
                stroom: Some(stroom),
                versie: Some(eerder.versie.volgende()),
            })?;
        }
        if versie >= eerder.versie {
            self.zet_laatste(stroom, Laatste { versie, hash: record.hash });
        }
        let mut waarde = bytes_van(*plek);
        if positie.0 % STAP == 1 {
            self.batches.posities.insert(&positie.0.to_be_bytes(), waarde.as_slice());
        }
        waarde.extend(lengte.to_be_bytes());
        waarde.extend(positie.0.to_be_bytes());
        self.batches.plaatsen.insert(sleutel(stroom, &versie.0.to_be_bytes()), waarde);
        let mut waarde = versie.0.to_be_bytes().to_vec();
        waarde.extend(positie.0.to_be_bytes());
        self.batches.ids.insert(sleutel(stroom, record.id.0.as_bytes()), waarde);
        Ok(())
    }

    fn schade(&mut self, schade: Schade) -> Result<(), StoreError> {
        let plek = Plek { segment: schade.segment, offset: schade.offset };
        let mut waarde = schade.stroom.map_or([0; StroomId::BYTES], StroomId::bytes).to_vec();
        waarde.extend(schade.versie.unwrap_or_default().0.to_be_bytes());
        let mut naam = bytes_van(plek);
        naam.extend(&waarde);
        self.batches.schade.insert(naam, waarde);
        if let (Some(stroom), Some(versie)) = (schade.stroom, schade.versie)
            && versie > self.laatste(stroom)?.versie
        {
            self.zet_laatste(stroom, Laatste { versie, hash: ONBEKEND });
        }
        Ok(())
    }

    fn laatste(&self, stroom: StroomId) -> Result<Laatste, StoreError> {
        self.laatste.get(&stroom).map_or_else(|| self.index.laatste(stroom), |it| Ok(*it))
    }

    fn zet_laatste(&mut self, stroom: StroomId, laatste: Laatste) {
        let mut waarde = laatste.versie.0.to_be_bytes().to_vec();
        waarde.extend(laatste.hash.0);
        self.batches.stromen.insert(&stroom.bytes(), waarde);
        self.laatste.insert(stroom, laatste);
    }

    /// The position comes last: what it covers is in by then.
    fn schrijf(self) -> Result<(), StoreError> {
        let (index, batches) = (self.index, self.batches);
        let werk = [
            (&index.plaatsen, batches.plaatsen),
            (&index.ids, batches.ids),
            (&index.posities, batches.posities),
            (&index.schade, batches.schade),
            (&index.stromen, batches.stromen),
            (&index.meta, batches.meta),
        ];
        for (boom, batch) in werk {
            boom.apply_batch(batch).map_err(|it| fout(&it))?;
        }
        Ok(())
    }
}

/// Stands for the hash of a damaged record.
const ONBEKEND: Hash = Hash([0xff; 32]);

fn sleutel(stroom: StroomId, rest: &[u8]) -> Vec<u8> {
    let mut bytes = stroom.bytes().to_vec();
    bytes.extend(rest);
    bytes
}

fn bytes_van(plek: Plek) -> Vec<u8> {
    let mut bytes = plek.segment.to_be_bytes().to_vec();
    bytes.extend(plek.offset.to_be_bytes());
    bytes
}

fn lees_laatste(bytes: &[u8]) -> Option<Laatste> {
    let mut velden = Velden(bytes);
    Some(Laatste { versie: Versie(velden.u64()?), hash: Hash(*velden.neem()?) })
}

fn lees_plaats(sleutel: &[u8], bytes: &[u8]) -> Option<Plaats> {
    let mut naam = Velden(sleutel);
    naam.neem::<{ StroomId::BYTES }>()?;
    let mut velden = Velden(bytes);
    Some(Plaats {
        versie: Versie(naam.u64()?),
        plek: velden.plek()?,
        lengte: velden.u64()?,
        positie: Positie(velden.u64()?),
    })
}

/// Reads fields from the front.
pub(crate) struct Velden<'a>(pub(crate) &'a [u8]);

impl<'a> Velden<'a> {
    pub(crate) fn neem<const N: usize>(&mut self) -> Option<&'a [u8; N]> {
        let (veld, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(veld)
    }

    pub(crate) fn u64(&mut self) -> Option<u64> {
        self.neem().copied().map(u64::from_be_bytes)
    }

    pub(crate) fn plek(&mut self) -> Option<Plek> {
        Some(Plek { segment: self.u64()?, offset: self.u64()? })
    }
}
