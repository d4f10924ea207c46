//! The reference backend: everything in memory. Tests and simulations run on it.

mod huur;

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use tokio::sync::watch;

use crate::fout::StoreError;
use crate::leesmodel::{Bereik, Leesmodellen, Rij, Wijziging};
use crate::oordeel::{Oordeel, Stand, beoordeel};
use crate::record::{Hash, Record};
use crate::store::{EventStore, Resultaat, Richting, Toevoeging};
use crate::stroom::{GebeurtenisId, Positie, StroomId, Stroomsoort, Versie};

/// Event store and read models in memory.
#[derive(Debug)]
pub struct MemoryStore {
    log: Mutex<Log>,
    modellen: Mutex<HashMap<String, Model>>,
    /// Taken before `modellen` when both are needed.
    huren: Mutex<HashMap<String, huur::Stand>>,
    kop: Mutex<Option<watch::Sender<Positie>>>,
}

impl MemoryStore {
    /// An empty store.
    #[must_use]
    pub fn new() -> Self {
        Self {
            log: Mutex::default(),
            modellen: Mutex::default(),
            huren: Mutex::default(),
            kop: Mutex::new(Some(watch::Sender::new(Positie::BEGIN))),
        }
    }

    fn eis_open(&self) -> Result<(), StoreError> {
        if op_slot(&self.kop).is_some() { Ok(()) } else { Err(StoreError::Closed) }
    }

    fn schrijf_nu(
        &self,
        model: &str,
        verwacht: Option<Positie>,
        nieuw: Positie,
        wijzigingen: Vec<Wijziging>,
    ) -> Result<(), StoreError> {
        let mut modellen = op_slot(&self.modellen);
        let stand = modellen.entry(model.to_owned()).or_default();
        if stand.controlepunt != verwacht {
            let werkelijk = stand.controlepunt;
            return Err(StoreError::Checkpoint { model: model.to_owned(), verwacht, werkelijk });
        }
        stand.controlepunt = Some(nieuw);
        for wijziging in wijzigingen {
            match wijziging {
                Wijziging::Zet(sleutel, waarde) => stand.rijen.insert(sleutel, waarde),
                Wijziging::Wis(sleutel) => stand.rijen.remove(&sleutel),
            };
        }
        Ok(())
    }
}

impl Default for MemoryStore {
    fn default() -> Self {
        Self::new()
    }
}

#[derive(Debug, Default)]
struct Log {
    /// In global order; position 1 comes first.
    records: Vec<Record>,
    /// Places in `records`, per stream in order of version.
    stromen: BTreeMap<StroomId, Vec<usize>>,
    ids: HashMap<(StroomId, GebeurtenisId), (Versie, Positie)>,
}

#[derive(Debug, Default)]
struct Model {
    controlepunt: Option<Positie>,
    rijen: BTreeMap<Vec<u8>, Vec<u8>>,
}

fn op_slot<T>(slot: &Mutex<T>) -> MutexGuard<'_, T> {
    slot.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Stand for Log {
    fn versie(&self, stroom: StroomId) -> Result<Versie, StoreError> {
        Ok(Versie(self.stromen.get(&stroom).map_or(0, Vec::len) as u64))
    }

    fn zoek(
        &self,
        stroom: StroomId,
        id: GebeurtenisId,
    ) -> Result<Option<(Versie, Positie)>, StoreError> {
        Ok(self.ids.get(&(stroom, id)).copied())
    }
}

impl Log {
    fn kop(&self) -> Positie {
        Positie(self.records.len() as u64)
    }

    fn voeg_toe(&mut self, deel: Toevoeging) -> Result<Resultaat, StoreError> {
        let Toevoeging { stroom, records, .. } = deel;
        let mut posities = vec![];
        let mut versie = self.versie(stroom)?;
        for nieuw in records {
            let positie = self.kop().volgende();
            versie = versie.volgende();
            let record = Record::plaats(nieuw, stroom, versie, positie, self.laatste_hash(stroom));
            self.ids.insert((stroom, record.id), (versie, positie));
            self.stromen.entry(stroom).or_default().push(self.records.len());
            self.records.push(record);
            posities.push(positie);
        }
        Ok(Resultaat { stroom, versie, posities, herhaald: false })
    }

    fn laatste_hash(&self, stroom: StroomId) -> Hash {
        let laatste = self.stromen.get(&stroom).and_then(|plaatsen| plaatsen.last());
        laatste.and_then(|plaats| self.records.get(*plaats)).map_or(Hash::BEGIN, |it| it.hash)
    }

    fn van_stroom(&self, stroom: StroomId) -> impl DoubleEndedIterator<Item = &Record> {
        let plaatsen = self.stromen.get(&stroom).map_or(&[][..], Vec::as_slice);
        plaatsen.iter().filter_map(|plaats| self.records.get(*plaats))
    }
}

#[async_trait]
impl EventStore for MemoryStore {
    async fn append(&self, toevoegingen: Vec<Toevoeging>) -> Result<Vec<Resultaat>, StoreError> {
        self.eis_open()?;
        let mut log = op_slot(&self.log);
        if let Oordeel::Herhaling(resultaten) = beoordeel(&*log, &toevoegingen)? {
            return Ok(resultaten);
        }
        let delen = toevoegingen.into_iter().map(|deel| log.voeg_toe(deel));
        let resultaten = delen.collect::<Result<_, _>>()?;
        if let Some(kop) = &*op_slot(&self.kop) {
            kop.send_replace(log.kop());
        }
        Ok(resultaten)
    }

    async fn read_stream(
        &self,
        stroom: StroomId,
        vanaf: Versie,
        richting: Richting,
        hoogstens: usize,
    ) -> Result<Vec<Record>, StoreError> {
        self.eis_open()?;
        let log = op_slot(&self.log);
        let records = log.van_stroom(stroom);
        Ok(match richting {
            Richting::Vooruit => {
                records.filter(|it| it.versie >= vanaf).take(hoogstens).cloned().collect()
            }
            Richting::Achteruit => {
                records.rev().filter(|it| it.versie <= vanaf).take(hoogstens).cloned().collect()
            }
        })
    }

    async fn read_all(&self, na: Positie, hoogstens: usize) -> Result<Vec<Record>, StoreError> {
        self.eis_open()?;
        let over = usize::try_from(na.0).unwrap_or(usize::MAX);
        Ok(op_slot(&self.log).records.iter().skip(over).take(hoogstens).cloned().collect())
    }

    async fn stromen(
        &self,
        soort: Stroomsoort,
        na: Option<StroomId>,
        hoogstens: usize,
    ) -> Result<Vec<(StroomId, Versie)>, StoreError> {
        self.eis_open()?;
        let log = op_slot(&self.log);
        let stromen = log.stromen.iter().map(|(stroom, it)| (*stroom, Versie(it.len() as u64)));
        let gevraagd =
            stromen.filter(|(stroom, _)| stroom.soort == soort && na.is_none_or(|na| *stroom > na));
        Ok(gevraagd.take(hoogstens).collect())
    }

    fn kop(&self) -> Positie {
        op_slot(&self.log).kop()
    }

    fn kop_volgen(&self) -> watch::Receiver<Positie> {
        let laatste = self.kop();
        let gesloten = || watch::Sender::new(laatste).subscribe();
        op_slot(&self.kop).as_ref().map_or_else(gesloten, watch::Sender::subscribe)
    }

    async fn sluit(&self) -> Result<(), StoreError> {
        op_slot(&self.kop).take();
        Ok(())
    }
}

#[async_trait]
impl Leesmodellen for MemoryStore {
    async fn haal(&self, model: &str, sleutel: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        self.eis_open()?;
        let modellen = op_slot(&self.modellen);
        Ok(modellen.get(model).and_then(|model| model.rijen.get(sleutel)).cloned())
    }

    async fn reeks(
        &self,
        model: &str,
        bereik: Bereik,
        hoogstens: usize,
    ) -> Result<Vec<Rij>, StoreError> {
        self.eis_open()?;
        let modellen = op_slot(&self.modellen);
        let Some(model) = modellen.get(model) else {
            return Ok(vec![]);
        };
        let vanaf = model.rijen.range(bereik.begin().to_vec()..);
        let rijen = vanaf.take_while(|(sleutel, _)| bereik.bevat(sleutel)).take(hoogstens);
        Ok(rijen.map(|(sleutel, waarde)| (sleutel.clone(), waarde.clone())).collect())
    }

    async fn controlepunt(&self, model: &str) -> Result<Option<Positie>, StoreError> {
        self.eis_open()?;
        Ok(op_slot(&self.modellen).get(model).and_then(|model| model.controlepunt))
    }

    async fn schrijf(
        &self,
        model: &str,
        verwacht: Option<Positie>,
        nieuw: Positie,
        wijzigingen: Vec<Wijziging>,
    ) -> Result<(), StoreError> {
        self.eis_open()?;
        self.schrijf_nu(model, verwacht, nieuw, wijzigingen)
    }

    async fn wis_model(&self, model: &str) -> Result<(), StoreError> {
        self.eis_open()?;
        op_slot(&self.modellen).remove(model);
        Ok(())
    }
}
