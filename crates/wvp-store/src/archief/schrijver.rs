//! Writing an archive: under a name of its own first, and whole when it gets its real one.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::frame::{self, MERK, Soort};
use super::{ArchiefFout, Bewaard, Manifest, io_fout};
use crate::anker::{Anker, Hoofden};
use crate::keyring::Bewijs;
use crate::record::{Hash, Record};
use crate::recordvorm;
use crate::stroom::{Moment, Positie, StroomId, Versie};

/// An archive that is being written. Dropped before its end it leaves no archive behind.
#[derive(Debug)]
pub struct ArchiefSchrijver {
    pad: PathBuf,
    onaf: PathBuf,
    uit: BufWriter<File>,
    som: Sha256,
    hoofden: Hoofden,
    manifest: Manifest,
}

impl ArchiefSchrijver {
    /// Begins a new archive.
    ///
    /// # Errors
    ///
    /// [`ArchiefFout::BestaatAl`], [`ArchiefFout::Io`].
    pub fn begin(pad: &Path, moment: Moment) -> Result<Self, ArchiefFout> {
        if pad.exists() {
            return Err(ArchiefFout::BestaatAl(pad.to_owned()));
        }
        let mut onaf = OsString::from(pad);
        onaf.push(".onaf");
        let onaf = PathBuf::from(onaf);
        let bestand = File::create(&onaf).map_err(io_fout(&onaf))?;
        let manifest = Manifest {
            moment,
            records: 0,
            stromen: 0,
            bewijzen: 0,
            positie: Positie::BEGIN,
            wortel: Hash::BEGIN,
        };
        let mut schrijver = Self {
            pad: pad.to_owned(),
            onaf,
            uit: BufWriter::with_capacity(1 << 20, bestand),
            som: Sha256::new(),
            hoofden: Hoofden::default(),
            manifest,
        };
        schrijver.schrijf(MERK)?;
        schrijver.schrijf(&frame::schrijf(Soort::Kop, &moment.0.to_be_bytes()))?;
        Ok(schrijver)
    }

    /// Adds the next record in global order.
    ///
    /// # Errors
    ///
    /// [`ArchiefFout::Keten`] when it does not follow what was added before, [`ArchiefFout::Io`].
    pub fn neem(&mut self, record: &Record) -> Result<(), ArchiefFout> {
        eis_aansluiting(&self.hoofden, record)?;
        let inhoud = frame::van_record(record, &recordvorm::schrijf(record)?);
        self.schrijf(&frame::schrijf(Soort::Record, &inhoud))?;
        self.hoofden.neem(record);
        self.manifest.records += 1;
        self.manifest.positie = record.positie;
        Ok(())
    }

    /// Adds the certificate of a destroyed key.
    ///
    /// # Errors
    ///
    /// [`ArchiefFout::Io`].
    pub fn neem_bewijs(&mut self, bewijs: &Bewijs) -> Result<(), ArchiefFout> {
        self.manifest.bewijzen += 1;
        self.schrijf(&frame::schrijf(Soort::Bewijs, &bewijs.bytes()))
    }

    /// The last version of a stream that was added.
    #[must_use]
    pub fn versie(&self, stroom: StroomId) -> Versie {
        self.hoofden.hoofd(stroom).map_or(Versie::GEEN, |(versie, _)| versie)
    }

    /// Ends the archive with its manifest; it is on disk, under its own name, when this returns.
    ///
    /// # Errors
    ///
    /// [`ArchiefFout::Io`].
    pub fn sluit(mut self) -> Result<Bewaard, ArchiefFout> {
        self.manifest.stromen = self.hoofden.aantal();
        self.manifest.wortel = self.hoofden.wortel();
        let manifest = self.manifest;
        let inhoud = frame::van_manifest(&manifest, &self.som.clone().finalize().into());
        self.schrijf(&frame::schrijf(Soort::Manifest, &inhoud))?;
        self.uit.flush().map_err(io_fout(&self.onaf))?;
        self.uit.get_ref().sync_all().map_err(io_fout(&self.onaf))?;
        fs::rename(&self.onaf, &self.pad).map_err(io_fout(&self.pad))?;
        let map = self.pad.parent().filter(|map| !map.as_os_str().is_empty());
        let map = map.unwrap_or(Path::new("."));
        File::open(map).and_then(|map| map.sync_all()).map_err(io_fout(map))?;
        let Manifest { moment, positie, .. } = manifest;
        let hoofden = std::mem::take(&mut self.hoofden);
        Ok(Bewaard { manifest, anker: Anker { moment, positie, hoofden } })
    }

    fn schrijf(&mut self, bytes: &[u8]) -> Result<(), ArchiefFout> {
        self.som.update(bytes);
        self.uit.write_all(bytes).map_err(io_fout(&self.onaf))
    }
}

impl Drop for ArchiefSchrijver {
    fn drop(&mut self) {
        // After the end it is not there any more under this name.
        drop(fs::remove_file(&self.onaf));
    }
}

/// Refuses a record that does not follow the head of its stream.
pub(super) fn eis_aansluiting(hoofden: &Hoofden, record: &Record) -> Result<(), ArchiefFout> {
    let (versie, hash) = hoofden.hoofd(record.stroom).unwrap_or((Versie::GEEN, Hash::BEGIN));
    if record.versie != versie.volgende() || record.vorige != hash {
        return Err(ArchiefFout::Keten { stroom: record.stroom, versie: record.versie });
    }
    Ok(())
}
