//! From a store to an archive, from an archive to a store, and from store to store. Ids, versions,
//! times, ciphertext and chains stay as they are.

use std::path::Path;

use super::schrijver::eis_aansluiting;
use super::{ArchiefFout, ArchiefLezer, ArchiefSchrijver, Bewaard, Manifest, Stuk, controleer};
use crate::anker::Hoofden;
use crate::fout::StoreError;
use crate::keyring::Bewijs;
use crate::record::Record;
use crate::store::{EventStore, Richting, Toevoeging, Verwacht};
use crate::stroom::{Moment, Positie, Stroomsoort};

/// Number of records that are read or appended at once.
const STAPEL: usize = 256;

/// Writes everything up to the last position of this moment to a new archive, while appends go on.
///
/// # Errors
///
/// [`ArchiefFout::Store`] when a stream is damaged: then no archive is left, because it would be
/// taken for a whole one. Otherwise what writing failed on.
pub async fn bewaar(
    store: &dyn EventStore,
    bewijzen: &[Bewijs],
    pad: &Path,
    moment: Moment,
) -> Result<Bewaard, ArchiefFout> {
    let mut archief = ArchiefSchrijver::begin(pad, moment)?;
    let tot = store.kop();
    lees_tot(store, tot, async |record| archief.neem(&record)).await?;
    for soort in Stroomsoort::ALLE {
        eis_volledig(store, &archief, soort, tot).await?;
    }
    bewijzen.iter().try_for_each(|bewijs| archief.neem_bewijs(bewijs))?;
    archief.sluit()
}

/// Puts an archive back into a new store: first it is checked as a whole, and only then is anything
/// written. Answers what was in it, and the certificates, which the keyring must take in.
///
/// # Errors
///
/// [`ArchiefFout::NietLeeg`] when the store holds something, or what is wrong with the archive.
pub async fn zet_terug(
    pad: &Path,
    store: &dyn EventStore,
) -> Result<(Manifest, Vec<Bewijs>), ArchiefFout> {
    let manifest = controleer(pad)?;
    let mut vuller = Vuller::op(store)?;
    let mut bewijzen = vec![];
    let mut lezer = ArchiefLezer::open(pad)?;
    while let Some(stuk) = lezer.volgende()? {
        match stuk {
            Stuk::Record(record) => vuller.neem(*record).await?,
            Stuk::Bewijs(bewijs) => bewijzen.push(bewijs),
        }
    }
    let hoofden = vuller.klaar().await?;
    if hoofden.wortel() == manifest.wortel {
        Ok((manifest, bewijzen))
    } else {
        Err(ArchiefFout::Telling)
    }
}

/// Copies everything up to the last position of this moment from one store to a new one. Answers
/// the heads of the streams that are there now.
///
/// # Errors
///
/// [`ArchiefFout::NietLeeg`] when the new store holds something, [`ArchiefFout::Store`] when a
/// stream is damaged.
pub async fn kopieer(van: &dyn EventStore, naar: &dyn EventStore) -> Result<Hoofden, ArchiefFout> {
    let mut vuller = Vuller::op(naar)?;
    let tot = van.kop();
    lees_tot(van, tot, async |record| vuller.neem(record).await).await?;
    vuller.klaar().await
}

/// Hands out every record up to a position, in order.
async fn lees_tot(
    store: &dyn EventStore,
    tot: Positie,
    mut doe: impl AsyncFnMut(Record) -> Result<(), ArchiefFout>,
) -> Result<(), ArchiefFout> {
    let mut na = Positie::BEGIN;
    while na < tot {
        let records = store.read_all(na, STAPEL).await?;
        if records.is_empty() {
            return Ok(());
        }
        for record in records {
            na = record.positie;
            if na > tot {
                break;
            }
            doe(record).await?;
        }
    }
    Ok(())
}

/// Damaged streams are left out when everything is read; an archive without them would pass for
/// whole.
async fn eis_volledig(
    store: &dyn EventStore,
    archief: &ArchiefSchrijver,
    soort: Stroomsoort,
    tot: Positie,
) -> Result<(), ArchiefFout> {
    let mut na = None;
    loop {
        let stromen = store.stromen(soort, na, STAPEL).await?;
        let Some((laatste, _)) = stromen.last() else { return Ok(()) };
        na = Some(*laatste);
        for (stroom, versie) in stromen {
            let bekend = archief.versie(stroom);
            if bekend < versie {
                let vanaf = bekend.volgende();
                let verder = store.read_stream(stroom, vanaf, Richting::Vooruit, 1).await?;
                if verder.iter().any(|record| record.positie <= tot) {
                    return Err(ArchiefFout::Keten { stroom, versie: vanaf });
                }
            }
        }
    }
}

/// Fills a store that is new.
struct Vuller<'a> {
    store: &'a dyn EventStore,
    stapel: Vec<Toevoeging>,
    hoofden: Hoofden,
}

impl<'a> Vuller<'a> {
    fn op(store: &'a dyn EventStore) -> Result<Self, ArchiefFout> {
        if store.kop() != Positie::BEGIN {
            return Err(ArchiefFout::NietLeeg);
        }
        Ok(Self { store, stapel: vec![], hoofden: Hoofden::default() })
    }

    async fn neem(&mut self, record: Record) -> Result<(), ArchiefFout> {
        eis_aansluiting(&self.hoofden, &record)?;
        self.hoofden.neem(&record);
        let stroom = record.stroom;
        let records = vec![record.opnieuw()];
        self.stapel.push(Toevoeging { stroom, verwacht: Verwacht::Elke, records });
        if self.stapel.len() >= STAPEL { self.leg_vast().await } else { Ok(()) }
    }

    async fn leg_vast(&mut self) -> Result<(), ArchiefFout> {
        let stapel = std::mem::take(&mut self.stapel);
        if stapel.is_empty() {
            return Ok(());
        }
        self.store.append(stapel).await.map(drop).map_err(StoreError::into)
    }

    /// Writes what is left, and asks the store whether it has the versions that it should.
    async fn klaar(mut self) -> Result<Hoofden, ArchiefFout> {
        self.leg_vast().await?;
        for soort in Stroomsoort::ALLE {
            let mut na = None;
            loop {
                let stromen = self.store.stromen(soort, na, STAPEL).await?;
                let Some((laatste, _)) = stromen.last() else { break };
                na = Some(*laatste);
                let anders = stromen.iter().find(|(stroom, versie)| {
                    self.hoofden.hoofd(*stroom).map(|(hier, _)| hier) != Some(*versie)
                });
                if anders.is_some() {
                    return Err(ArchiefFout::Telling);
                }
            }
        }
        Ok(self.hoofden)
    }
}
