//! A group of appends in one transaction: judged one by one, on what is stored and on what the ones
//! before it are about to store.

use std::collections::{HashMap, HashSet};

use tokio_postgres::Row;
use uuid::Uuid;
use wvp_store::oordeel::{Einde, Oordeel, Stand, beoordeel, plaats};
use wvp_store::{
    GebeurtenisId, Hash, Positie, Record, Resultaat, StoreError, StroomId, Toevoeging, Versie,
};

use crate::fout::vreemd;
use crate::rij::{GROOTSTE, getal, pak};
use crate::verbinding::Waarde;

/// What is asked of the database before a group is judged.
pub(crate) struct Vraag {
    /// The streams of the group.
    pub(crate) stromen: Vec<Vec<u8>>,
    /// Stream and id of every event of the group, in two columns.
    pub(crate) id_stromen: Vec<Vec<u8>>,
    pub(crate) ids: Vec<Uuid>,
}

impl Vraag {
    pub(crate) fn over<'a>(toevoegingen: impl Iterator<Item = &'a Toevoeging>) -> Self {
        let mut stromen = HashSet::new();
        let (mut id_stromen, mut ids) = (vec![], vec![]);
        for deel in toevoegingen {
            stromen.insert(deel.stroom);
            for record in &deel.records {
                id_stromen.push(deel.stroom.bytes().to_vec());
                ids.push(record.id.0);
            }
        }
        let stromen = stromen.into_iter().map(|stroom| stroom.bytes().to_vec()).collect();
        Self { stromen, id_stromen, ids }
    }
}

/// What is stored, with what is about to be.
pub(crate) struct Groep {
    pub(crate) kop: Positie,
    einden: HashMap<StroomId, Einde>,
    ids: HashMap<(StroomId, GebeurtenisId), (Versie, Positie)>,
    pub(crate) nieuw: Kolommen,
}

impl Groep {
    /// Begins after `kop`, with these ends of streams.
    pub(crate) fn met(kop: Positie, einden: HashMap<StroomId, Einde>) -> Self {
        Self { kop, einden, ids: HashMap::new(), nieuw: Kolommen::default() }
    }

    /// Begins after `kop`, with the answer on [`Vraag`]: rows of stream, id, version, hash and position.
    /// A row without an id tells the end of its stream, the others where an event is.
    pub(crate) fn uit(kop: i64, stand: &[Row]) -> Result<Self, StoreError> {
        let mut groep = Self::met(Positie(kop.cast_unsigned()), HashMap::new());
        for rij in stand {
            groep.weet(rij).ok_or_else(vreemd)?;
        }
        Ok(groep)
    }

    /// Takes in a row of the answer; none when it is not of the form that was asked for.
    fn weet(&mut self, rij: &Row) -> Option<()> {
        let stroom = StroomId::uit_bytes(rij.try_get(0).ok()?)?;
        let id: Option<Uuid> = rij.try_get(1).ok()?;
        let versie = Versie(rij.try_get::<_, i64>(2).ok()?.cast_unsigned());
        if let Some(id) = id {
            let positie = Positie(rij.try_get::<_, i64>(4).ok()?.cast_unsigned());
            self.ids.insert((stroom, GebeurtenisId(id)), (versie, positie));
        } else {
            let hash = <[u8; 32]>::try_from(rij.try_get::<_, &[u8]>(3).ok()?).ok()?;
            self.einden.insert(stroom, (versie, Hash(hash)));
        }
        Some(())
    }

    /// Judges an append and takes it in: all of it or nothing.
    pub(crate) fn neem_aan(
        &mut self,
        toevoegingen: Vec<Toevoeging>,
        eis_heel: impl Fn(StroomId) -> Result<(), StoreError>,
    ) -> Result<Vec<Resultaat>, StoreError> {
        if let Oordeel::Herhaling(resultaten) = beoordeel(self, &toevoegingen)? {
            return Ok(resultaten);
        }
        for deel in &toevoegingen {
            eis_heel(deel.stroom)?;
        }
        let (records, resultaten) =
            plaats(self.kop, |stroom| Ok(self.einde(stroom)), toevoegingen)?;
        let gepakt: Vec<Vec<u8>> = records.iter().map(|record| pak(&record.secties)).collect();
        if let Some(bytes) = gepakt.iter().map(Vec::len).find(|bytes| *bytes > GROOTSTE) {
            return Err(StoreError::TooLarge { bytes, hoogstens: GROOTSTE });
        }
        for (record, secties) in records.into_iter().zip(gepakt) {
            let Record { stroom, id, versie, positie, hash, .. } = record;
            self.kop = positie;
            self.einden.insert(stroom, (versie, hash));
            self.ids.insert((stroom, id), (versie, positie));
            self.nieuw.zet(record, secties);
        }
        Ok(resultaten)
    }

    /// The ends of streams that are known, after this group.
    pub(crate) fn einden(&self) -> &HashMap<StroomId, Einde> {
        &self.einden
    }

    fn einde(&self, stroom: StroomId) -> Einde {
        self.einden.get(&stroom).copied().unwrap_or((Versie::GEEN, Hash::BEGIN))
    }
}

impl Stand for Groep {
    fn versie(&self, stroom: StroomId) -> Result<Versie, StoreError> {
        Ok(self.einde(stroom).0)
    }

    fn zoek(
        &self,
        stroom: StroomId,
        id: GebeurtenisId,
    ) -> Result<Option<(Versie, Positie)>, StoreError> {
        Ok(self.ids.get(&(stroom, id)).copied())
    }
}

/// The rows of a group, column by column, as one statement takes them.
#[derive(Debug, Default)]
pub(crate) struct Kolommen {
    pub(crate) posities: Vec<i64>,
    stromen: Vec<Vec<u8>>,
    versies: Vec<i64>,
    ids: Vec<Uuid>,
    namen: Vec<String>,
    vormen: Vec<i32>,
    momenten: Vec<i64>,
    vorige: Vec<Vec<u8>>,
    hashes: Vec<Vec<u8>>,
    secties: Vec<Vec<u8>>,
}

impl Kolommen {
    /// The columns in the order of the table, and the end of the log that they make.
    pub(crate) fn waarden<'a>(&'a self, kop: &'a i64) -> [Waarde<'a>; 11] {
        [
            &self.posities,
            &self.stromen,
            &self.versies,
            &self.ids,
            &self.namen,
            &self.vormen,
            &self.momenten,
            &self.vorige,
            &self.hashes,
            &self.secties,
            kop,
        ]
    }

    fn zet(&mut self, record: Record, secties: Vec<u8>) {
        self.posities.push(getal(record.positie.0));
        self.stromen.push(record.stroom.bytes().to_vec());
        self.versies.push(getal(record.versie.0));
        self.ids.push(record.id.0);
        self.namen.push(record.type_naam);
        self.vormen.push(i32::from(record.schema));
        self.momenten.push(record.moment.0);
        self.vorige.push(record.vorige.0.to_vec());
        self.hashes.push(record.hash.0.to_vec());
        self.secties.push(secties);
    }
}
