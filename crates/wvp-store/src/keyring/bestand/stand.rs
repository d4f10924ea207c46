//! The file of the keyring and what stands in it.

use std::collections::{HashMap, HashSet};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

use super::super::SleutelFout;
use super::super::kek::{io_fout, sync_map};
use super::frame::{Ingang, Plek};

/// The file and what stands in it; each entry with the number of the write that made it.
#[derive(Debug)]
pub(super) struct Stand {
    pub(super) bestand: File,
    lengte: u64,
    pub(super) geschreven: u64,
    pub(super) ingangen: HashMap<Plek, (Ingang, u64)>,
}

impl Stand {
    /// Opens the file or makes it; what a certificate fences stays fenced. Answers how many frames
    /// are damaged.
    pub(super) fn open(pad: &Path, bewezen: &HashSet<Plek>) -> Result<(Self, usize), SleutelFout> {
        weg(&pad.with_extension("nieuw"))?;
        let fout = || io_fout(pad);
        let bestand =
            OpenOptions::new().create(true).append(true).read(true).open(pad).map_err(fout())?;
        // What a killed process wrote may not be on disk yet, and counts from here on.
        bestand.sync_all().map_err(fout())?;
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
        // Stopped half-way, a destruction left the wrapped key in the file.
        let mut onaf = false;
        for (plek, ingang) in gelezen {
            let dicht = graven.contains(&plek) || bewezen.contains(&plek);
            onaf |= dicht && matches!(ingang, Ingang::Gewikkeld(_));
            let ingang = if dicht { Ingang::Vernietigd } else { ingang };
            stand.ingangen.insert(plek, (ingang, 0));
        }
        for plek in bewezen {
            stand.ingangen.insert(*plek, (Ingang::Vernietigd, 0));
        }
        if onaf {
            stand.herschrijf(pad)?;
        }
        Ok((stand, beschadigd))
    }

    /// Adds a frame; a frame that does not fit on the disk is cut back.
    pub(super) fn schrijf(
        &mut self,
        pad: &Path,
        plek: Plek,
        ingang: Ingang,
    ) -> Result<u64, SleutelFout> {
        if let Err(oorzaak) = self.bestand.write_all(&plek.frame(ingang)) {
            self.bestand.set_len(self.lengte).map_err(io_fout(pad))?;
            return Err(io_fout(pad)(oorzaak));
        }
        self.lengte += Plek::FRAME as u64;
        self.geschreven += 1;
        self.ingangen.insert(plek, (ingang, self.geschreven));
        Ok(self.geschreven)
    }

    /// Puts a new file in its place that holds nothing but what counts.
    pub(super) fn herschrijf(&mut self, pad: &Path) -> Result<(), SleutelFout> {
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

/// Removes a file that a crash may have left.
fn weg(pad: &Path) -> Result<(), SleutelFout> {
    match fs::remove_file(pad) {
        Err(oorzaak) if oorzaak.kind() != io::ErrorKind::NotFound => Err(io_fout(pad)(oorzaak)),
        Ok(()) | Err(_) => Ok(()),
    }
}
