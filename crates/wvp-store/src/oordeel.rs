//! May this append be stored, and where? One judgement for all backends: first retries, then
//! expectations; then versions, positions and links.

use std::collections::{HashMap, HashSet};

use crate::fout::{Botsing, StoreError, Verzoekfout};
use crate::record::{Hash, Record};
use crate::store::{Resultaat, Toevoeging, Verwacht};
use crate::stroom::{GebeurtenisId, Positie, StroomId, Versie};

/// What the judgement has to know of what is stored, including what is about to be.
pub trait Stand {
    /// The version of a stream; 0 when it never existed.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when it cannot be established.
    fn versie(&self, stroom: StroomId) -> Result<Versie, StoreError>;

    /// The version and position of an event, if the stream has it.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when it cannot be established.
    fn zoek(
        &self,
        stroom: StroomId,
        id: GebeurtenisId,
    ) -> Result<Option<(Versie, Positie)>, StoreError>;
}

/// The judgement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Oordeel {
    /// Store it.
    Nieuw,
    /// A retry: answer this, store nothing.
    Herhaling(Vec<Resultaat>),
}

/// Judges an append.
///
/// # Errors
///
/// [`StoreError::Verzoek`] when the append makes no sense, [`StoreError::HergebruiktId`] when ids come back in another company, [`StoreError::Conflict`]
/// with every check that failed, or what [`Stand`] failed on.
pub fn beoordeel(stand: &dyn Stand, toevoegingen: &[Toevoeging]) -> Result<Oordeel, StoreError> {
    eis_zinnig(toevoegingen).map_err(StoreError::Verzoek)?;
    eis_verschillende_ids(toevoegingen)?;
    let eerder = eerdere(stand, toevoegingen)?;
    let met_records = toevoegingen.iter().filter(|deel| !deel.records.is_empty()).count();
    match eerder.iter().flatten().count() {
        0 => eis_verwachtingen(stand, toevoegingen).map(|()| Oordeel::Nieuw),
        bekend if bekend == met_records => {
            let delen = toevoegingen.iter().zip(eerder);
            let resultaten = delen.map(|(deel, eerder)| herhaald(stand, deel, eerder));
            resultaten.collect::<Result<_, _>>().map(Oordeel::Herhaling)
        }
        _ => Err(gemengd(toevoegingen, &eerder)),
    }
}

/// The end of a stream: its version and the hash of its last record.
pub type Einde = (Versie, Hash);

/// Gives every record of an append that may be stored its version, its position after `na`, and its
/// link to the record before it.
///
/// # Errors
///
/// What `einde`, the end of a stream as it is stored, failed on.
pub fn plaats(
    na: Positie,
    einde: impl Fn(StroomId) -> Result<Einde, StoreError>,
    toevoegingen: Vec<Toevoeging>,
) -> Result<(Vec<Record>, Vec<Resultaat>), StoreError> {
    let mut groep: Vec<Record> = vec![];
    let mut resultaten = vec![];
    let mut onderweg: HashMap<StroomId, Einde> = HashMap::new();
    for Toevoeging { stroom, records, verwacht: _ } in toevoegingen {
        let (mut versie, mut hash) = match onderweg.get(&stroom) {
            Some(einde) => *einde,
            None => einde(stroom)?,
        };
        let mut posities = vec![];
        for nieuw in records {
            let positie = na.plus(groep.len() as u64 + 1);
            versie = versie.volgende();
            let record = Record::plaats(nieuw, stroom, versie, positie, hash);
            hash = record.hash;
            posities.push(positie);
            groep.push(record);
        }
        onderweg.insert(stroom, (versie, hash));
        resultaten.push(Resultaat { stroom, versie, posities, herhaald: false });
    }
    Ok((groep, resultaten))
}

/// Checks stand beside something that is written, expect something, and name a stream once.
fn eis_zinnig(toevoegingen: &[Toevoeging]) -> Result<(), Verzoekfout> {
    let mut getoetst = HashSet::new();
    let toetsen = toevoegingen.iter().filter(|deel| deel.records.is_empty());
    for toets in toetsen {
        if toets.verwacht == Verwacht::Elke {
            return Err(Verzoekfout::ToetsZonderVerwachting(toets.stroom));
        }
        if !getoetst.insert(toets.stroom) {
            return Err(Verzoekfout::DubbeleToets(toets.stroom));
        }
    }
    let schrijft = getoetst.len() < toevoegingen.len();
    if schrijft || toevoegingen.is_empty() { Ok(()) } else { Err(Verzoekfout::NietsTeSchrijven) }
}

/// Versions and positions of a part that was stored before.
type Eerder = Vec<(Versie, Positie)>;

fn eis_verschillende_ids(toevoegingen: &[Toevoeging]) -> Result<(), StoreError> {
    let mut gezien = HashSet::new();
    for deel in toevoegingen {
        for record in &deel.records {
            if !gezien.insert((deel.stroom, record.id)) {
                return Err(StoreError::HergebruiktId { stroom: deel.stroom, id: record.id });
            }
        }
    }
    Ok(())
}

fn eerdere(
    stand: &dyn Stand,
    toevoegingen: &[Toevoeging],
) -> Result<Vec<Option<Eerder>>, StoreError> {
    toevoegingen.iter().map(|deel| eerder(stand, deel)).collect()
}

/// What is stored of a part: all of it in one run, or none of it; anything else is a mistake.
fn eerder(stand: &dyn Stand, deel: &Toevoeging) -> Result<Option<Eerder>, StoreError> {
    let mut gevonden = Eerder::new();
    for (nummer, record) in deel.records.iter().enumerate() {
        let fout = || StoreError::HergebruiktId { stroom: deel.stroom, id: record.id };
        match stand.zoek(deel.stroom, record.id)? {
            Some(plaats) if gevonden.len() == nummer => {
                let vorige = gevonden.last().map(|(versie, _)| versie.volgende());
                if vorige.is_some_and(|verwacht| verwacht != plaats.0) {
                    return Err(fout());
                }
                gevonden.push(plaats);
            }
            None if gevonden.is_empty() => {}
            Some(_) | None => return Err(fout()),
        }
    }
    Ok((!gevonden.is_empty()).then_some(gevonden))
}

fn herhaald(
    stand: &dyn Stand,
    deel: &Toevoeging,
    eerder: Option<Eerder>,
) -> Result<Resultaat, StoreError> {
    let eerder = eerder.unwrap_or_default();
    let versie = match eerder.last() {
        Some((versie, _)) => *versie,
        None => stand.versie(deel.stroom)?,
    };
    let posities: Vec<Positie> = eerder.into_iter().map(|(_, positie)| positie).collect();
    Ok(Resultaat { stroom: deel.stroom, versie, herhaald: !posities.is_empty(), posities })
}

/// Some parts were stored before and others were not, so it cannot be the same append.
fn gemengd(toevoegingen: &[Toevoeging], eerder: &[Option<Eerder>]) -> StoreError {
    let bekend = toevoegingen.iter().zip(eerder).find(|(_, eerder)| eerder.is_some());
    let genoemd = bekend.and_then(|(deel, _)| deel.records.first().map(|record| (deel, record)));
    match genoemd {
        Some((deel, record)) => StoreError::HergebruiktId { stroom: deel.stroom, id: record.id },
        None => StoreError::Conflict { botsingen: vec![] },
    }
}

fn eis_verwachtingen(stand: &dyn Stand, toevoegingen: &[Toevoeging]) -> Result<(), StoreError> {
    let mut versies: HashMap<StroomId, Versie> = HashMap::new();
    let mut botsingen = vec![];
    for deel in toevoegingen {
        let stroom = deel.stroom;
        let werkelijk = match versies.get(&stroom) {
            Some(versie) => *versie,
            None => stand.versie(stroom)?,
        };
        let verwacht = verwachting(deel, werkelijk);
        if !verwacht.klopt(werkelijk) {
            botsingen.push(Botsing { stroom, verwacht, werkelijk });
        }
        versies.insert(stroom, werkelijk.plus(deel.records.len() as u64));
    }
    if botsingen.is_empty() { Ok(()) } else { Err(StoreError::Conflict { botsingen }) }
}

/// What a part expects: its own expectation, or else the version that its seals are bound to.
fn verwachting(deel: &Toevoeging, werkelijk: Versie) -> Verwacht {
    if !deel.verwacht.klopt(werkelijk) {
        return deel.verwacht;
    }
    let gebonden = (1..).zip(&deel.records).filter_map(|(nummer, record)| {
        record.voor.map(|voor| Versie(voor.0.saturating_sub(nummer)))
    });
    let elders = gebonden.into_iter().find(|versie| *versie != werkelijk);
    elders.map_or(deel.verwacht, Verwacht::Precies)
}
