//! Reading an archive, and checking everything on the way.

use std::fs::File;
use std::io::{self, BufReader, Read as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::frame::{self, KOP, MERK, Soort};
use super::schrijver::eis_aansluiting;
use super::{ArchiefFout, Manifest, Stuk, io_fout};
use crate::anker::Hoofden;

/// An archive that is being read.
#[derive(Debug)]
pub struct ArchiefLezer {
    pad: PathBuf,
    bestand: BufReader<File>,
    som: Sha256,
    offset: u64,
    records: u64,
    bewijzen: u64,
    hoofden: Hoofden,
    manifest: Option<Manifest>,
}

impl ArchiefLezer {
    /// Opens an archive.
    ///
    /// # Errors
    ///
    /// [`ArchiefFout::GeenArchief`], [`ArchiefFout::Io`].
    pub fn open(pad: &Path) -> Result<Self, ArchiefFout> {
        let bestand = File::open(pad).map_err(io_fout(pad))?;
        let mut lezer = Self {
            pad: pad.to_owned(),
            bestand: BufReader::with_capacity(1 << 20, bestand),
            som: Sha256::new(),
            offset: 0,
            records: 0,
            bewijzen: 0,
            hoofden: Hoofden::default(),
            manifest: None,
        };
        let geen = |_| ArchiefFout::GeenArchief(pad.to_owned());
        let mut merk = [0; MERK.len()];
        lezer.vul(&mut merk).map_err(geen)?;
        lezer.tel(&merk);
        let (soort, _) = lezer.frame()?;
        if merk != *MERK || soort != Soort::Kop {
            return Err(ArchiefFout::GeenArchief(pad.to_owned()));
        }
        Ok(lezer)
    }

    /// The manifest, once everything before it was read and fits it.
    #[must_use]
    pub fn manifest(&self) -> Option<Manifest> {
        self.manifest
    }

    /// The next thing in the archive; none at its end.
    ///
    /// # Errors
    ///
    /// [`ArchiefFout`], with the place of what is wrong.
    pub fn volgende(&mut self) -> Result<Option<Stuk>, ArchiefFout> {
        if self.manifest.is_some() {
            return Ok(None);
        }
        let (offset, records) = (self.offset, self.records);
        let kapot = || ArchiefFout::Beschadigd { offset, records };
        let alles = self.som.clone().finalize();
        let (soort, inhoud) = self.frame()?;
        match soort {
            Soort::Kop => Err(kapot()),
            Soort::Record => {
                let record = frame::als_record(&inhoud).ok_or_else(kapot)?;
                eis_aansluiting(&self.hoofden, &record)?;
                self.hoofden.neem(&record);
                self.records += 1;
                Ok(Some(Stuk::Record(Box::new(record))))
            }
            Soort::Bewijs => {
                self.bewijzen += 1;
                frame::als_bewijs(&inhoud).map(Stuk::Bewijs).map(Some).ok_or_else(kapot)
            }
            Soort::Manifest => {
                let (manifest, verwacht) = frame::als_manifest(&inhoud).ok_or_else(kapot)?;
                self.toets(manifest, alles.as_slice() == verwacht)?;
                self.manifest = Some(manifest);
                Ok(None)
            }
        }
    }

    fn toets(&mut self, manifest: Manifest, alles: bool) -> Result<(), ArchiefFout> {
        let gelezen = (self.records, self.bewijzen, self.hoofden.aantal(), self.hoofden.wortel());
        let beloofd = (manifest.records, manifest.bewijzen, manifest.stromen, manifest.wortel);
        let (offset, records) = (self.offset, self.records);
        let meer = self.bestand.read(&mut [0]).map_err(io_fout(&self.pad))? > 0;
        if meer {
            return Err(ArchiefFout::Beschadigd { offset, records });
        }
        if alles && gelezen == beloofd { Ok(()) } else { Err(ArchiefFout::Telling) }
    }

    fn frame(&mut self) -> Result<(Soort, Vec<u8>), ArchiefFout> {
        let (offset, records) = (self.offset, self.records);
        let mut kop = [0; KOP];
        self.vul(&mut kop)?;
        let kapot = || ArchiefFout::Beschadigd { offset, records };
        let (soort, lengte) = frame::lees_kop(&kop).ok_or_else(kapot)?;
        let mut inhoud = vec![0; lengte];
        self.vul(&mut inhoud)?;
        if !frame::is_heel(&kop, &inhoud) {
            return Err(kapot());
        }
        self.tel(&kop);
        self.tel(&inhoud);
        Ok((soort, inhoud))
    }

    fn vul(&mut self, bytes: &mut [u8]) -> Result<(), ArchiefFout> {
        let (offset, records) = (self.offset, self.records);
        match self.bestand.read_exact(bytes) {
            Err(fout) if fout.kind() == io::ErrorKind::UnexpectedEof => {
                Err(ArchiefFout::Afgebroken { offset, records })
            }
            anders => anders.map_err(io_fout(&self.pad)),
        }
    }

    fn tel(&mut self, bytes: &[u8]) {
        self.som.update(bytes);
        self.offset += bytes.len() as u64;
    }
}
