//! The file of certificates beside the keyring: append-only, never rewritten.

use std::collections::HashSet;
use std::fs::{File, OpenOptions};
use std::io::{Read as _, Write as _};
use std::path::Path;

use super::super::kek::{io_fout, sync_map};
use super::super::{Bewijs, SleutelFout};
use super::frame::Plek;

const FRAME: usize = Bewijs::BYTES + 4;

/// The certificates of this keyring.
#[derive(Debug)]
pub(super) struct Bewijzen {
    bestand: File,
    lengte: u64,
    pub(super) alle: Vec<Bewijs>,
    plekken: HashSet<Plek>,
}

impl Bewijzen {
    /// Opens the file or makes it; a torn tail is cut off. Answers how many frames are damaged.
    pub(super) fn open(pad: &Path) -> Result<(Self, usize), SleutelFout> {
        let fout = || io_fout(pad);
        let open = OpenOptions::new().create(true).append(true).read(true).open(pad);
        let mut bestand = open.map_err(fout())?;
        // What a killed process wrote may not be on disk yet, and counts from here on.
        bestand.sync_all().map_err(fout())?;
        sync_map(pad)?;
        let mut bytes = vec![];
        bestand.read_to_end(&mut bytes).map_err(fout())?;
        let (frames, staart) = bytes.as_chunks::<FRAME>();
        let gescheurd = frames.last().is_some_and(|frame| lees(frame).is_none());
        let heel = frames.len() - usize::from(gescheurd);
        let lengte = (heel * FRAME) as u64;
        if gescheurd || !staart.is_empty() {
            bestand.set_len(lengte).and_then(|()| bestand.sync_all()).map_err(fout())?;
        }
        let alle: Vec<Bewijs> = frames.iter().take(heel).filter_map(lees).collect();
        let beschadigd = heel - alle.len();
        let plekken = alle.iter().map(plek).collect();
        Ok((Self { bestand, lengte, alle, plekken }, beschadigd))
    }

    /// The keys that are certified as destroyed.
    pub(super) fn plekken(&self) -> &HashSet<Plek> {
        &self.plekken
    }

    /// Adds the certificates of keys that have none yet; on disk when this returns.
    pub(super) fn voeg_toe(&mut self, pad: &Path, bewijzen: &[Bewijs]) -> Result<(), SleutelFout> {
        let mut nieuw: Vec<Bewijs> = vec![];
        for bewijs in bewijzen {
            let dubbel = nieuw.iter().any(|eerder| plek(eerder) == plek(bewijs));
            if !dubbel && !self.plekken.contains(&plek(bewijs)) {
                nieuw.push(*bewijs);
            }
        }
        let frames: Vec<u8> = nieuw.iter().flat_map(frame).collect();
        let geschreven = self.bestand.write_all(&frames).and_then(|()| self.bestand.sync_data());
        if let Err(oorzaak) = geschreven {
            self.bestand.set_len(self.lengte).map_err(io_fout(pad))?;
            return Err(io_fout(pad)(oorzaak));
        }
        self.lengte += frames.len() as u64;
        self.plekken.extend(nieuw.iter().map(plek));
        self.alle.extend(nieuw);
        Ok(())
    }
}

/// The whole certificates among some bytes of such a file.
pub(super) fn hele(bytes: &[u8]) -> Vec<Bewijs> {
    let (frames, _) = bytes.as_chunks::<FRAME>();
    frames.iter().filter_map(lees).collect()
}

/// Whose key a certificate is about.
pub(super) fn plek(bewijs: &Bewijs) -> Plek {
    let wat = bewijs.wat();
    Plek { stroom: wat.stroom, compartiment: wat.compartiment }
}

/// The frame of a certificate.
pub(super) fn frame(bewijs: &Bewijs) -> Vec<u8> {
    let mut frame = bewijs.bytes();
    frame.extend(crc32c::crc32c(&frame).to_be_bytes());
    frame
}

fn lees(frame: &[u8; FRAME]) -> Option<Bewijs> {
    let (inhoud, som) = frame.split_first_chunk::<{ Bewijs::BYTES }>()?;
    let heel = crc32c::crc32c(inhoud).to_be_bytes() == *som;
    Bewijs::uit_bytes(inhoud).filter(|_| heel)
}
