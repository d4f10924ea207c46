//! The keyring of the embedded store: an append-only file of wrapped data keys and tombstones.
//!
//! Frames have one length, so a damaged one costs one key and no more. A new key is on disk before
//! it is handed out; keys that are made at the same time share one sync. Memory: about a hundred
//! bytes a key.

use std::collections::{HashMap, HashSet};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use wvp_domain::Compartiment;
use zeroize::Zeroizing;

use super::kek::{io_fout, sync_map};
use super::{KekBestand, Leessleutel, Sleutel, SleutelFout, SleutelId, Sleutelbos};
use crate::stroom::StroomId;

/// A keyring in the folder `sleutels` of a store.
#[derive(Debug)]
pub struct SleutelbosBestand {
    binnen: Arc<Binnen>,
    beschadigd: usize,
}

impl SleutelbosBestand {
    /// Opens the keyring of the store in this folder, or makes it. A torn tail is cut off.
    ///
    /// # Errors
    ///
    /// [`SleutelFout::InOpslag`] when the key file stands in the store, [`SleutelFout::InGebruik`]
    /// when another process has the keyring, [`SleutelFout::Io`].
    pub fn open(opslag: &Path, keks: KekBestand) -> Result<Self, SleutelFout> {
        let map = opslag.join("sleutels");
        fs::create_dir_all(&map).map_err(io_fout(&map))?;
        keks.eis_buiten(opslag)?;
        let slot = neem_slot(&map.join("slot"))?;
        let pad = map.join("sleutels.log");
        let (stand, beschadigd) = Stand::open(&pad)?;
        let (stand, gesynct) = (Mutex::new(stand), Mutex::new(Gesynct { tot: 0, stuk: false }));
        Ok(Self { binnen: Arc::new(Binnen { pad, keks, stand, gesynct, _slot: slot }), beschadigd })
    }

    /// Number of damaged frames that were stepped over: their keys are unknown.
    #[must_use]
    pub fn beschadigd(&self) -> usize {
        self.beschadigd
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
        let Some(kek) = self.binnen.keks.kek(compartiment) else {
            return Ok(Leessleutel::GeenKek);
        };
        let ingang = op_slot(&self.binnen.stand).ingangen.get(&plek).map(|(ingang, _)| *ingang);
        match ingang {
            Some(Ingang::Vernietigd) => Ok(Leessleutel::Vernietigd),
            Some(Ingang::Gewikkeld(gewikkeld)) if gewikkeld.id == sleutel => {
                gewikkeld.open(plek, kek).map(Leessleutel::Open)
            }
            Some(Ingang::Gewikkeld(_)) | None => {
                Err(SleutelFout::Onbekend { stroom, compartiment, sleutel })
            }
        }
    }

    async fn vernietig(&self, doel: &[(StroomId, Compartiment)]) -> Result<(), SleutelFout> {
        let plekken = doel.iter().map(|&(stroom, compartiment)| Plek { stroom, compartiment });
        let plekken: Vec<Plek> = plekken.collect();
        let binnen = Arc::clone(&self.binnen);
        let taak = tokio::task::spawn_blocking(move || binnen.vernietig(&plekken));
        taak.await.map_err(|_| SleutelFout::Cijfer)?
    }
}

#[derive(Debug)]
struct Binnen {
    pad: PathBuf,
    keks: KekBestand,
    stand: Mutex<Stand>,
    /// Taken before `stand` when both are needed.
    gesynct: Mutex<Gesynct>,
    /// Held as long as the keyring is open.
    _slot: File,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Plek {
    stroom: StroomId,
    compartiment: Compartiment,
}

#[derive(Debug, Clone, Copy)]
enum Ingang {
    Gewikkeld(Gewikkeld),
    Vernietigd,
}

#[derive(Debug, Clone, Copy)]
struct Gewikkeld {
    id: SleutelId,
    nonce: [u8; 12],
    tekst: [u8; Gewikkeld::BYTES],
}

/// The file and what stands in it; each entry with the number of the write that made it.
#[derive(Debug)]
struct Stand {
    bestand: File,
    lengte: u64,
    geschreven: u64,
    ingangen: HashMap<Plek, (Ingang, u64)>,
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

impl Binnen {
    /// The key, if there is one and it is on disk.
    fn duurzame_sleutel(&self, plek: Plek) -> Result<Option<Sleutel>, SleutelFout> {
        let Plek { stroom, compartiment } = plek;
        let kek = self.keks.kek(compartiment).ok_or(SleutelFout::GeenKek(compartiment))?;
        let ingang = op_slot(&self.stand).ingangen.get(&plek).copied();
        match ingang {
            Some((Ingang::Vernietigd, _)) => Err(SleutelFout::Vernietigd { stroom, compartiment }),
            Some((Ingang::Gewikkeld(gewikkeld), nummer)) if self.is_gesynct(nummer) => {
                gewikkeld.open(plek, kek).map(Some)
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
        let kek = self.keks.kek(compartiment).ok_or(SleutelFout::GeenKek(compartiment))?;
        let (gewikkeld, nummer) = {
            let mut stand = op_slot(&self.stand);
            match stand.ingangen.get(&plek).copied() {
                Some((Ingang::Vernietigd, _)) => {
                    return Err(SleutelFout::Vernietigd { stroom, compartiment });
                }
                Some((Ingang::Gewikkeld(gewikkeld), nummer)) => (gewikkeld, nummer),
                None => {
                    let gewikkeld = Gewikkeld::nieuw(plek, kek)?;
                    let nummer = stand.schrijf(&self.pad, plek, Ingang::Gewikkeld(gewikkeld))?;
                    (gewikkeld, nummer)
                }
            }
        };
        self.sync_tot(nummer)?;
        gewikkeld.open(plek, kek)
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

    /// First the tombstones, durable; then a new file without the wrapped keys takes its place.
    fn vernietig(&self, plekken: &[Plek]) -> Result<(), SleutelFout> {
        let mut nummer = 0;
        for plek in plekken {
            nummer = op_slot(&self.stand).schrijf(&self.pad, *plek, Ingang::Vernietigd)?;
        }
        self.sync_tot(nummer)?;
        let mut gesynct = op_slot(&self.gesynct);
        let mut stand = op_slot(&self.stand);
        stand.herschrijf(&self.pad)?;
        gesynct.tot = stand.geschreven;
        Ok(())
    }
}

impl Stand {
    fn open(pad: &Path) -> Result<(Self, usize), SleutelFout> {
        let fout = || io_fout(pad);
        let bestand =
            OpenOptions::new().create(true).append(true).read(true).open(pad).map_err(fout())?;
        sync_map(pad)?;
        let bytes = fs::read(pad).map_err(fout())?;
        let (frames, staart) = bytes.as_chunks::<{ Plek::FRAME }>();
        let gescheurd = frames.last().is_some_and(|frame| Plek::lees(frame).is_none());
        let heel = frames.len() - usize::from(gescheurd);
        let lengte = (heel * Plek::FRAME) as u64;
        if gescheurd || !staart.is_empty() {
            bestand.set_len(lengte).and_then(|()| bestand.sync_all()).map_err(fout())?;
        }
        let mut stand = Self { bestand, lengte, geschreven: 0, ingangen: HashMap::new() };
        let gelezen: Vec<_> = frames.iter().take(heel).filter_map(Plek::lees).collect();
        let beschadigd = heel - gelezen.len();
        // A tombstone stands whatever comes after it.
        let graven = gelezen.iter().filter(|(_, ingang)| matches!(ingang, Ingang::Vernietigd));
        let graven: HashSet<Plek> = graven.map(|(plek, _)| *plek).collect();
        for (plek, ingang) in gelezen {
            let ingang = if graven.contains(&plek) { Ingang::Vernietigd } else { ingang };
            stand.ingangen.insert(plek, (ingang, 0));
        }
        Ok((stand, beschadigd))
    }

    /// Adds a frame; a frame that does not fit on the disk is cut back.
    fn schrijf(&mut self, pad: &Path, plek: Plek, ingang: Ingang) -> Result<u64, SleutelFout> {
        if let Err(oorzaak) = self.bestand.write_all(&plek.frame(ingang)) {
            self.bestand.set_len(self.lengte).map_err(io_fout(pad))?;
            return Err(io_fout(pad)(oorzaak));
        }
        self.lengte += Plek::FRAME as u64;
        self.geschreven += 1;
        self.ingangen.insert(plek, (ingang, self.geschreven));
        Ok(self.geschreven)
    }

    fn herschrijf(&mut self, pad: &Path) -> Result<(), SleutelFout> {
        let nieuw = pad.with_extension("nieuw");
        let frames: Vec<u8> =
            self.ingangen.iter().flat_map(|(plek, (ingang, _))| plek.frame(*ingang)).collect();
        fs::write(&nieuw, &frames).map_err(io_fout(&nieuw))?;
        let open = OpenOptions::new().append(true).read(true).open(&nieuw);
        let bestand = open.map_err(io_fout(&nieuw))?;
        bestand.sync_all().map_err(io_fout(&nieuw))?;
        fs::rename(&nieuw, pad).map_err(io_fout(pad))?;
        sync_map(pad)?;
        (self.bestand, self.lengte) = (bestand, frames.len() as u64);
        Ok(())
    }
}

impl Gewikkeld {
    /// A key and the tag of its seal.
    const BYTES: usize = Sleutel::BYTES + 16;

    fn nieuw(plek: Plek, kek: &Sleutel) -> Result<Self, SleutelFout> {
        let sleutel = Sleutel::willekeurig()?;
        let id = sleutel.id();
        let (nonce, tekst) = kek.verzegel(&plek.binding(id), sleutel.materiaal())?;
        let tekst = <[u8; Self::BYTES]>::try_from(tekst).map_err(|_| SleutelFout::Cijfer)?;
        Ok(Self { id, nonce, tekst })
    }

    fn open(&self, plek: Plek, kek: &Sleutel) -> Result<Sleutel, SleutelFout> {
        let verkeerd = || SleutelFout::VerkeerdeKek(plek.compartiment);
        let open = kek.open(&plek.binding(self.id), self.nonce, &self.tekst);
        let open = open.ok_or_else(verkeerd)?;
        let materiaal = <[u8; Sleutel::BYTES]>::try_from(open.as_slice());
        Ok(Sleutel::new(self.id, Zeroizing::new(materiaal.map_err(|_| verkeerd())?)))
    }
}

impl Plek {
    /// Kind, stream, compartment, key id, nonce, wrapped key, checksum.
    const FRAME: usize = 1 + StroomId::BYTES + 1 + 8 + 12 + Gewikkeld::BYTES + 4;
    const SLEUTEL: u8 = 1;
    const GRAF: u8 = 2;

    fn binding(self, id: SleutelId) -> Vec<u8> {
        let mut bytes = self.stroom.bytes().to_vec();
        bytes.push(self.compartiment.nummer());
        bytes.extend(id.0.to_be_bytes());
        bytes
    }

    fn frame(self, ingang: Ingang) -> Vec<u8> {
        let (soort, gewikkeld) = match ingang {
            Ingang::Gewikkeld(gewikkeld) => (Self::SLEUTEL, gewikkeld),
            Ingang::Vernietigd => {
                let leeg = Gewikkeld { id: SleutelId(0), nonce: [0; 12], tekst: [0; 48] };
                (Self::GRAF, leeg)
            }
        };
        let mut frame = vec![soort];
        frame.extend(self.binding(gewikkeld.id));
        frame.extend(gewikkeld.nonce);
        frame.extend(gewikkeld.tekst);
        frame.extend(crc32c::crc32c(&frame).to_be_bytes());
        frame
    }

    /// Reads a frame back; none when it is damaged.
    fn lees(frame: &[u8; Self::FRAME]) -> Option<(Self, Ingang)> {
        let (inhoud, som) = frame.split_last_chunk::<4>()?;
        if crc32c::crc32c(inhoud) != u32::from_be_bytes(*som) {
            return None;
        }
        let (soort, rest) = inhoud.split_first()?;
        let (stroom, rest) = rest.split_first_chunk::<{ StroomId::BYTES }>()?;
        let (compartiment, rest) = rest.split_first()?;
        let (id, rest) = rest.split_first_chunk::<8>()?;
        let (nonce, rest) = rest.split_first_chunk::<12>()?;
        let tekst = rest.first_chunk::<{ Gewikkeld::BYTES }>()?;
        let plek = Self {
            stroom: StroomId::uit_bytes(stroom)?,
            compartiment: Compartiment::met_nummer(*compartiment)?,
        };
        let id = SleutelId(u64::from_be_bytes(*id));
        match *soort {
            Self::SLEUTEL => {
                Some((plek, Ingang::Gewikkeld(Gewikkeld { id, nonce: *nonce, tekst: *tekst })))
            }
            Self::GRAF => Some((plek, Ingang::Vernietigd)),
            _ => None,
        }
    }
}
