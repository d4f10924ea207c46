//! The segments of the journal: files named after the number of records before them.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::FileExt as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use wvp_store::{Positie, StoreError};

/// The open segments.
#[derive(Debug)]
pub(crate) struct Segmenten {
    map: PathBuf,
    open: RwLock<BTreeMap<u64, Arc<File>>>,
}

/// Where a frame stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Plek {
    /// The segment: number of records before it.
    pub(crate) segment: u64,
    /// Offset in bytes.
    pub(crate) offset: u64,
}

/// What the system said, as an error of the store.
pub(crate) fn io_fout(fout: &io::Error) -> StoreError {
    use io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
    if [FileTooLarge, QuotaExceeded, StorageFull].contains(&fout.kind()) {
        StoreError::Full
    } else {
        StoreError::Unavailable(fout.to_string())
    }
}

/// Makes names in a folder durable.
pub(crate) fn sync_map(map: &Path) -> Result<(), StoreError> {
    File::open(map).and_then(|map| map.sync_all()).map_err(|fout| io_fout(&fout))
}

/// Makes a folder, durable with its name.
pub(crate) fn maak_map(map: &Path) -> Result<(), StoreError> {
    fs::create_dir_all(map).map_err(|fout| io_fout(&fout))?;
    sync_map(map)?;
    match map.parent() {
        Some(ouder) if !ouder.as_os_str().is_empty() => sync_map(ouder),
        Some(_) | None => sync_map(Path::new(".")),
    }
}

impl Segmenten {
    /// Opens the segments in a folder; makes the folder and the first segment if need be.
    pub(crate) fn open(map: &Path) -> Result<Self, StoreError> {
        maak_map(map)?;
        let segmenten = Self::open_met(map, OpenOptions::new().read(true).write(true))?;
        match segmenten.laatste().and_then(|laatste| segmenten.bestand(laatste)) {
            // What a killed process wrote may not be on disk yet, and counts from here on.
            Some(laatste) => laatste.sync_all().map_err(|fout| io_fout(&fout))?,
            None => drop(segmenten.maak(Positie::BEGIN)?),
        }
        Ok(segmenten)
    }

    /// Opens the segments that are there, to read them beside the process that writes them.
    pub(crate) fn open_om_te_lezen(map: &Path) -> Result<Self, StoreError> {
        Self::open_met(map, OpenOptions::new().read(true))
    }

    fn open_met(map: &Path, hoe: &OpenOptions) -> Result<Self, StoreError> {
        let segmenten = Self { map: map.to_owned(), open: RwLock::default() };
        for nummer in nummers(map)? {
            let bestand = hoe.open(segmenten.pad(nummer));
            segmenten.neem_op(nummer, bestand.map_err(|fout| io_fout(&fout))?);
        }
        Ok(segmenten)
    }

    /// Makes the segment that follows this position, durable with its name.
    pub(crate) fn maak(&self, na: Positie) -> Result<Arc<File>, StoreError> {
        let pad = self.pad(na.0);
        // A full disk may have left it behind, empty and not in use.
        let mut hoe = OpenOptions::new();
        let nieuw = hoe.read(true).write(true).create(true).truncate(true).open(&pad);
        let bestand = nieuw.map_err(|fout| io_fout(&fout))?;
        bestand.sync_all().map_err(|fout| io_fout(&fout))?;
        sync_map(&self.map)?;
        Ok(self.neem_op(na.0, bestand))
    }

    /// The file of a segment.
    pub(crate) fn bestand(&self, segment: u64) -> Option<Arc<File>> {
        self.open.read().unwrap_or_else(PoisonError::into_inner).get(&segment).cloned()
    }

    /// The first segment, in order.
    pub(crate) fn eerste(&self) -> Option<u64> {
        self.alle().first().copied()
    }

    /// The segment that is written.
    pub(crate) fn laatste(&self) -> Option<u64> {
        self.alle().last().copied()
    }

    /// The segment after this one.
    pub(crate) fn na(&self, segment: u64) -> Option<u64> {
        self.alle().into_iter().find(|nummer| *nummer > segment)
    }

    /// Every segment, in order.
    pub(crate) fn alle(&self) -> Vec<u64> {
        self.open.read().unwrap_or_else(PoisonError::into_inner).keys().copied().collect()
    }

    /// Length of a segment in bytes; 0 when it is not there.
    pub(crate) fn lengte(&self, segment: u64) -> Result<u64, StoreError> {
        let lengte = self.bestand(segment).map(|bestand| bestand.metadata()).transpose();
        Ok(lengte.map_err(|fout| io_fout(&fout))?.map_or(0, |metadata| metadata.len()))
    }

    /// Reads at most so many bytes; fewer only at the end of the segment.
    pub(crate) fn lees(&self, plek: Plek, hoogstens: usize) -> Result<Vec<u8>, StoreError> {
        let bestand = self.bestand(plek.segment);
        let bestand = bestand.ok_or_else(|| StoreError::Unavailable("segment ontbreekt".into()))?;
        let rest = self.lengte(plek.segment)?.saturating_sub(plek.offset);
        let mut bytes = vec![0; hoogstens.min(usize::try_from(rest).unwrap_or(usize::MAX))];
        bestand.read_exact_at(&mut bytes, plek.offset).map_err(|fout| io_fout(&fout))?;
        Ok(bytes)
    }

    /// Reads exactly so many bytes; none when the segment is not there or ends before.
    pub(crate) fn lees_precies(
        &self,
        plek: Plek,
        aantal: usize,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        let Some(bestand) = self.bestand(plek.segment) else {
            return Ok(None);
        };
        let mut bytes = vec![0; aantal];
        match bestand.read_exact_at(&mut bytes, plek.offset) {
            Ok(()) => Ok(Some(bytes)),
            Err(fout) if fout.kind() == io::ErrorKind::UnexpectedEof => Ok(None),
            Err(fout) => Err(io_fout(&fout)),
        }
    }

    /// Cuts a segment off, and keeps what was cut in a file beside it; on a full disk it is not
    /// kept, because nothing of it was ever acknowledged.
    pub(crate) fn kap_af(&self, plek: Plek) -> Result<(), StoreError> {
        let staart = self.lees(plek, usize::MAX)?;
        let naast = self.map.join(format!("{:020}.afgekapt-{}", plek.segment, plek.offset));
        if let Err(fout) = fs::write(&naast, staart) {
            tracing::warn!(%fout, "afgekapte staart is niet bewaard");
            drop(fs::remove_file(&naast));
        }
        if let Some(bestand) = self.bestand(plek.segment) {
            let gekapt = bestand.set_len(plek.offset).and_then(|()| bestand.sync_all());
            gekapt.map_err(|fout| io_fout(&fout))?;
        }
        sync_map(&self.map)
    }

    fn neem_op(&self, nummer: u64, bestand: File) -> Arc<File> {
        let bestand = Arc::new(bestand);
        let mut open = self.open.write().unwrap_or_else(PoisonError::into_inner);
        open.insert(nummer, Arc::clone(&bestand));
        bestand
    }

    fn pad(&self, nummer: u64) -> PathBuf {
        self.map.join(format!("{nummer:020}.log"))
    }
}

fn nummers(map: &Path) -> Result<Vec<u64>, StoreError> {
    let mut nummers = vec![];
    for ingang in fs::read_dir(map).map_err(|fout| io_fout(&fout))? {
        let naam = ingang.map_err(|fout| io_fout(&fout))?.file_name();
        let nummer = naam.to_str().and_then(|naam| naam.strip_suffix(".log"));
        nummers.extend(nummer.and_then(|nummer| nummer.parse::<u64>().ok()));
    }
    Ok(nummers)
}
