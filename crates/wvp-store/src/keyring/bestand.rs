//! The keyring of the embedded store: an append-only file of wrapped data keys and tombstones, and
//! one of certificates.
//!
//! Frames have one length, so a damaged one costs one key and no more. A new key is on disk before
//! it is handed out; keys that are made at the same time share one sync. Memory: about a hundred
//! bytes a key.

mod bewijzen;
mod frame;
mod kopie;
mod stand;

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use async_trait::async_trait;
use wvp_domain::Compartiment;

use super::kek::{io_fout, sync_map};
use super::{Bewijs, KekBestand, Leessleutel, Sleutel, SleutelFout, SleutelId, Sleutelbos};
use crate::stroom::StroomId;
use bewijzen::Bewijzen;
use frame::{Ingang, Plek};
use stand::Stand;

pub use kopie::SleutelKopie;

const SLEUTELS: &str = "sleutels.log";
const BEWIJZEN: &str = "bewijzen.log";

/// Number of keys that are wrapped again before readers and writers get their turn.
const BEURT: usize = 256;

/// A keyring in the folder `sleutels` of a store.
#[derive(Debug)]
pub struct SleutelbosBestand {
    binnen: Arc<Binnen>,
    beschadigd: usize,
}

/// What wrapping all keys again came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Herwikkeld {
    /// Number of keys that got the newest generation.
    pub omgezet: u64,
    /// Number of keys that had it already.
    pub was_goed: u64,
    /// Number of keys that this node holds no key-encryption key for; they are as they were.
    pub zonder_kek: u64,
}

impl SleutelbosBestand {
    /// Opens the keyring of the store in this folder, or makes it. A torn tail is cut off, and a
    /// destruction that was stopped half-way is finished.
    ///
    /// # Errors
    ///
    /// [`SleutelFout::InOpslag`] when the key file stands in the store, [`SleutelFout::InGebruik`]
    /// when another process has the keyring, [`SleutelFout::Io`].
    pub fn open(opslag: &Path, keks: KekBestand) -> Result<Self, SleutelFout> {
        let map = opslag.join("sleutels");
        fs::create_dir_all(&map).map_err(io_fout(&map))?;
        sync_map(&map)?;
        keks.eis_buiten(opslag)?;
        let slot = neem_slot(&map.join("slot"))?;
        let (bewijzen, zonder) = Bewijzen::open(&map.join(BEWIJZEN))?;
        let pad = map.join(SLEUTELS);
        let (stand, kapot) = Stand::open(&pad, bewijzen.plekken())?;
        let binnen = Binnen {
            pad,
            bewijspad: map.join(BEWIJZEN),
            keks: RwLock::new(Arc::new(keks)),
            stand: Mutex::new(stand),
            gesynct: Mutex::new(Gesynct { tot: 0, stuk: false }),
            bewijzen: Mutex::new(bewijzen),
            _slot: slot,
        };
        Ok(Self { binnen: Arc::new(binnen), beschadigd: kapot + zonder })
    }

    /// Number of damaged frames that were stepped over: their keys are unknown.
    #[must_use]
    pub fn beschadigd(&self) -> usize {
        self.beschadigd
    }

    /// The keys that were destroyed, in order.
    #[must_use]
    pub fn vernietigd(&self) -> Vec<(StroomId, Compartiment)> {
        let stand = op_slot(&self.binnen.stand);
        let weg = stand.ingangen.iter().filter(|(_, (it, _))| matches!(it, Ingang::Vernietigd));
        let mut weg: Vec<_> = weg.map(|(plek, _)| (plek.stroom, plek.compartiment)).collect();
        weg.sort_unstable();
        weg
    }

    /// Wraps every data key again with the newest generation of these key-encryption keys, while
    /// readers and writers go on. Stopped half-way it goes on where it was; afterwards no wrapped
    /// form of an older generation is left in the file.
    ///
    /// # Errors
    ///
    /// [`SleutelFout::VerkeerdeKek`] when a key does not unwrap, [`SleutelFout::Io`].
    pub async fn herwikkel(&self, keks: KekBestand) -> Result<Herwikkeld, SleutelFout> {
        let keks = Arc::new(keks);
        *self.binnen.keks.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&keks);
        let binnen = Arc::clone(&self.binnen);
        let taak = tokio::task::spawn_blocking(move || binnen.herwikkel(&keks));
        taak.await.map_err(|_| SleutelFout::Cijfer)?
    }
}

#[async_trait]
impl Sleutelbos for SleutelbosBestand {
    async fn voor_schrijven(
        &self,
        stroom: StroomId,
        compartiment: Compartiment,
    ) -> Result<Sleutel, SleutelFout> {
        let plek = Plek { stroom, compartiment };
        if let Some(sleutel) = self.binnen.duurzame_sleutel(plek)? {
            return Ok(sleutel);
        }
        let binnen = Arc::clone(&self.binnen);
        let taak = tokio::task::spawn_blocking(move || binnen.maak(plek));
        taak.await.map_err(|_| SleutelFout::Cijfer)?
    }

    async fn voor_lezen(
        &self,
        stroom: StroomId,
        compartiment: Compartiment,
        sleutel: SleutelId,
    ) -> Result<Leessleutel, SleutelFout> {
        let plek = Plek { stroom, compartiment };
        let (keks, ingang) = self.binnen.keks_en_ingang(plek);
        if keks.kek(compartiment).is_none() {
            return Ok(Leessleutel::GeenKek);
        }
        match ingang.map(|(ingang, _)| ingang) {
            Some(Ingang::Vernietigd) => Ok(Leessleutel::Vernietigd),
            Some(Ingang::Gewikkeld(gewikkeld)) if gewikkeld.id == sleutel => {
                keks.ontwikkel(stroom, compartiment, &gewikkeld).map(Leessleutel::Open)
            }
            Some(Ingang::Gewikkeld(_)) | None => {
                Err(SleutelFout::Onbekend { stroom, compartiment, sleutel })
            }
        }
    }

    async fn vernietig(&self, bewijzen: &[Bewijs]) -> Result<(), SleutelFout> {
        let (binnen, bewijzen) = (Arc::clone(&self.binnen), bewijzen.to_vec());
        let taak = tokio::task::spawn_blocking(move || binnen.vernietig(&bewijzen));
        taak.await.map_err(|_| SleutelFout::Cijfer)?
    }

    async fn bewijzen(&self) -> Result<Vec<Bewijs>, SleutelFout> {
        Ok(op_slot(&self.binnen.bewijzen).alle.clone())
    }
}

#[derive(Debug)]
struct Binnen {
    pad: PathBuf,
    bewijspad: PathBuf,
    keks: RwLock<Arc<KekBestand>>,
    stand: Mutex<Stand>,
    /// Taken before `stand` when both are needed.
    gesynct: Mutex<Gesynct>,
    /// Taken before both.
    bewijzen: Mutex<Bewijzen>,
    /// Held as long as the keyring is open.
    _slot: File,
}

/// Up to which write the file was synced. After a failed sync nothing is known any more.
#[derive(Debug)]
struct Gesynct {
    tot: u64,
    stuk: bool,
}

fn op_slot<T>(slot: &Mutex<T>) -> MutexGuard<'_, T> {
    slot.lock().unwrap_or_else(PoisonError::into_inner)
}

fn neem_slot(pad: &Path) -> Result<File, SleutelFout> {
    let open = OpenOptions::new().create(true).truncate(false).write(true).open(pad);
    let slot = open.map_err(io_fout(pad))?;
    match slot.try_lock() {
        Ok(()) => Ok(slot),
        Err(TryLockError::WouldBlock) => Err(SleutelFout::InGebruik(pad.to_owned())),
        Err(TryLockError::Error(oorzaak)) => Err(io_fout(pad)(oorzaak)),
    }
}

/// Refuses a certificate whose signature does not fit.
fn eis_geldig(bewijs: &Bewijs) -> Result<(), SleutelFout> {
    let Plek { stroom, compartiment } = bewijzen::plek(bewijs);
    let ongeldig = SleutelFout::OngeldigBewijs { stroom, compartiment };
    if bewijs.klopt() { Ok(()) } else { Err(ongeldig) }
}

impl Binnen {
    fn keks(&self) -> Arc<KekBestand> {
        Arc::clone(&self.keks.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The key-encryption keys, and what is known of a data key: together, because a rotation may wrap
    /// it again in between, and then the ones from before do not open it.
    fn keks_en_ingang(&self, plek: Plek) -> (Arc<KekBestand>, Option<(Ingang, u64)>) {
        let stand = op_slot(&self.stand);
        (self.keks(), stand.ingangen.get(&plek).copied())
    }

    /// The key, if there is one and it is on disk.
    fn duurzame_sleutel(&self, plek: Plek) -> Result<Option<Sleutel>, SleutelFout> {
        let Plek { stroom, compartiment } = plek;
        let (keks, ingang) = self.keks_en_ingang(plek);
        keks.kek(compartiment).ok_or(SleutelFout::GeenKek(compartiment))?;
        match ingang {
            Some((Ingang::Vernietigd, _)) => Err(SleutelFout::Vernietigd { stroom, compartiment }),
            Some((Ingang::Gewikkeld(gewikkeld), nummer)) if self.is_gesynct(nummer) => {
                keks.ontwikkel(stroom, compartiment, &gewikkeld).map(Some)
            }
            Some((Ingang::Gewikkeld(_), _)) | None => Ok(None),
        }
    }

    fn is_gesynct(&self, nummer: u64) -> bool {
        // Whoever syncs now holds the lock; then the key is not durable yet for sure.
        self.gesynct.try_lock().is_ok_and(|gesynct| nummer <= gesynct.tot)
    }

    /// Makes the key unless it is there by now, and waits until it is on disk.
    fn maak(&self, plek: Plek) -> Result<Sleutel, SleutelFout> {
        let Plek { stroom, compartiment } = plek;
        let (gewikkeld, nummer, keks) = {
            let mut stand = op_slot(&self.stand);
            let keks = self.keks();
            let (gewikkeld, nummer) = match stand.ingangen.get(&plek).copied() {
                Some((Ingang::Vernietigd, _)) => {
                    return Err(SleutelFout::Vernietigd { stroom, compartiment });
                }
                Some((Ingang::Gewikkeld(gewikkeld), nummer)) => (gewikkeld, nummer),
                None => {
                    let gewikkeld = keks.wikkel_nieuwe(stroom, compartiment)?;
                    (gewikkeld, stand.schrijf(&self.pad, plek, Ingang::Gewikkeld(gewikkeld))?)
                }
            };
            (gewikkeld, nummer, keks)
        };
        self.sync_tot(nummer)?;
        keks.ontwikkel(stroom, compartiment, &gewikkeld)
    }

    /// Waits until this write is on disk; the first to come syncs for all who wait.
    fn sync_tot(&self, nummer: u64) -> Result<(), SleutelFout> {
        let mut gesynct = op_slot(&self.gesynct);
        if gesynct.stuk {
            return Err(io_fout(&self.pad)(io::Error::other("een eerdere sync is mislukt")));
        }
        if nummer <= gesynct.tot {
            return Ok(());
        }
        let (bestand, geschreven) = {
            let stand = op_slot(&self.stand);
            (stand.bestand.try_clone().map_err(io_fout(&self.pad))?, stand.geschreven)
        };
        bestand.sync_data().map_err(|oorzaak| {
            gesynct.stuk = true;
            io_fout(&self.pad)(oorzaak)
        })?;
        gesynct.tot = geschreven;
        Ok(())
    }

    /// First the certificates, durable: from then on the fence stands whatever happens. Then a new
    /// file without the wrapped keys takes the place of the old one.
    fn vernietig(&self, bewijzen: &[Bewijs]) -> Result<(), SleutelFout> {
        bewijzen.iter().try_for_each(eis_geldig)?;
        op_slot(&self.bewijzen).voeg_toe(&self.bewijspad, bewijzen)?;
        let mut nummer = 0;
        for bewijs in bewijzen {
            let mut stand = op_slot(&self.stand);
            nummer = stand.schrijf(&self.pad, bewijzen::plek(bewijs), Ingang::Vernietigd)?;
        }
        self.sync_tot(nummer)?;
        self.vervang()
    }

    /// Leaves nothing in the file but what counts.
    fn vervang(&self) -> Result<(), SleutelFout> {
        let mut gesynct = op_slot(&self.gesynct);
        let mut stand = op_slot(&self.stand);
        stand.herschrijf(&self.pad)?;
        gesynct.tot = stand.geschreven;
        Ok(())
    }

    fn herwikkel(&self, keks: &KekBestand) -> Result<Herwikkeld, SleutelFout> {
        let plekken: Vec<Plek> = op_slot(&self.stand).ingangen.keys().copied().collect();
        let mut uitkomst = Herwikkeld::default();
        let mut laatste = 0;
        for beurt in plekken.chunks(BEURT) {
            let mut stand = op_slot(&self.stand);
            for plek in beurt {
                laatste = self.herwikkel_een(&mut stand, *plek, keks, &mut uitkomst)?.max(laatste);
            }
        }
        self.sync_tot(laatste)?;
        self.vervang()?;
        Ok(uitkomst)
    }

    /// Wraps one key again unless it is fine; answers the number of the write, 0 when none.
    fn herwikkel_een(
        &self,
        stand: &mut Stand,
        plek: Plek,
        keks: &KekBestand,
        uitkomst: &mut Herwikkeld,
    ) -> Result<u64, SleutelFout> {
        let Some((Ingang::Gewikkeld(gewikkeld), _)) = stand.ingangen.get(&plek).copied() else {
            return Ok(0);
        };
        if !keks.heeft(plek.compartiment) {
            uitkomst.zonder_kek += 1;
            return Ok(0);
        }
        let Some(nieuw) = keks.herwikkel(plek.stroom, plek.compartiment, &gewikkeld)? else {
            uitkomst.was_goed += 1;
            return Ok(0);
        };
        uitkomst.omgezet += 1;
        stand.schrijf(&self.pad, plek, Ingang::Gewikkeld(nieuw))
    }
}
