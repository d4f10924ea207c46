//! The keyring as one file, apart from the log: wrapped keys, tombstones and certificates.

use std::collections::{HashMap, HashSet};
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use sha2::{Digest as _, Sha256};
use wvp_domain::Compartiment;

use super::super::kek::{io_fout, sync_map};
use super::super::{Bewijs, SleutelFout, Wikkel};
use super::bewijzen::{self, Bewijzen};
use super::frame::{Ingang, Plek};
use super::stand::Stand;
use super::{BEWIJZEN, SLEUTELS};
use crate::stroom::StroomId;

const MERK: &[u8; 12] = b"PwSleutels1\n";

/// What a copy of a keyring holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SleutelKopie {
    /// Frames as they stand in the keyring.
    frames: Vec<u8>,
    bewijzen: Vec<Bewijs>,
}

impl SleutelKopie {
    /// Takes a copy of the keyring of the store in a folder, also while a process works with it:
    /// frames are only ever added, and a file is replaced as a whole.
    ///
    /// # Errors
    ///
    /// [`SleutelFout::Io`].
    pub fn van(opslag: &Path) -> Result<Self, SleutelFout> {
        let map = opslag.join("sleutels");
        let frames = lees(&map.join(SLEUTELS))?;
        let (heel, _) = frames.as_chunks::<{ Plek::FRAME }>();
        let heel = heel.iter().filter(|frame| Plek::lees(frame).is_some());
        let frames = heel.flatten().copied().collect();
        // Read after the keys: a certificate wins, so it may only be newer.
        Ok(Self { frames, bewijzen: bewijzen::hele(&lees(&map.join(BEWIJZEN))?) })
    }

    /// Reads a copy back from a file, and checks it.
    ///
    /// # Errors
    ///
    /// [`SleutelFout::GeenKopie`] when it is none or it is damaged, [`SleutelFout::Io`].
    pub fn lees(pad: &Path) -> Result<Self, SleutelFout> {
        let bytes = fs::read(pad).map_err(io_fout(pad))?;
        Self::ontleed(&bytes).ok_or_else(|| SleutelFout::GeenKopie(pad.to_owned()))
    }

    /// Number of frames of keys and tombstones, and of certificates.
    #[must_use]
    pub fn aantallen(&self) -> (usize, usize) {
        (self.frames.len() / Plek::FRAME, self.bewijzen.len())
    }

    /// The certificates.
    #[must_use]
    pub fn bewijzen(&self) -> &[Bewijs] {
        &self.bewijzen
    }

    /// Makes a copy of keys that are kept elsewhere than in files.
    #[must_use]
    pub fn uit(
        sleutels: impl IntoIterator<Item = (StroomId, Compartiment, Wikkel)>,
        bewijzen: Vec<Bewijs>,
    ) -> Self {
        let frame = |(stroom, compartiment, wikkel)| {
            Plek { stroom, compartiment }.frame(Ingang::Gewikkeld(wikkel))
        };
        Self { frames: sleutels.into_iter().flat_map(frame).collect(), bewijzen }
    }

    /// The keys that count: the last of each stream and compartment, unless it is destroyed.
    #[must_use]
    pub fn sleutels(&self) -> Vec<(StroomId, Compartiment, Wikkel)> {
        let (frames, _) = self.frames.as_chunks::<{ Plek::FRAME }>();
        let mut laatste = HashMap::new();
        for (plek, ingang) in frames.iter().filter_map(Plek::lees) {
            let vernietigd = matches!(laatste.get(&plek), Some(Ingang::Vernietigd));
            if !vernietigd {
                laatste.insert(plek, ingang);
            }
        }
        let weg: HashSet<Plek> = self.bewijzen.iter().map(bewijzen::plek).collect();
        let over = laatste.into_iter().filter(|(plek, _)| !weg.contains(plek));
        over.filter_map(|(plek, ingang)| match ingang {
            Ingang::Gewikkeld(wikkel) => Some((plek.stroom, plek.compartiment, wikkel)),
            Ingang::Vernietigd => None,
        })
        .collect()
    }

    /// Writes the copy to a new file, durable with its name.
    ///
    /// # Errors
    ///
    /// [`SleutelFout::Io`], also when something stands there.
    pub fn schrijf(&self, pad: &Path) -> Result<(), SleutelFout> {
        let mut bytes = MERK.to_vec();
        bytes.extend((self.frames.len() as u64).to_be_bytes());
        bytes.extend(&self.frames);
        bytes.extend(self.bewijzen.iter().flat_map(bewijzen::frame));
        bytes.extend(<[u8; 32]>::from(Sha256::digest(&bytes)));
        let mut bestand = File::create_new(pad).map_err(io_fout(pad))?;
        bestand.write_all(&bytes).and_then(|()| bestand.sync_all()).map_err(io_fout(pad))?;
        sync_map(pad)
    }

    /// Puts the keyring back into the folder of a store that has none yet. What a certificate says
    /// is destroyed, of this copy or of `meer`, does not come back.
    ///
    /// # Errors
    ///
    /// [`SleutelFout::OngeldigBewijs`], [`SleutelFout::Io`], also when there is a keyring.
    pub fn zet_terug(&self, opslag: &Path, meer: &[Bewijs]) -> Result<(), SleutelFout> {
        let map = opslag.join("sleutels");
        fs::create_dir_all(&map).map_err(io_fout(&map))?;
        sync_map(&map)?;
        let pad = map.join(BEWIJZEN);
        let (mut bewijzen, _) = Bewijzen::open(&pad)?;
        let alle: Vec<Bewijs> = self.bewijzen.iter().chain(meer).copied().collect();
        alle.iter().try_for_each(super::eis_geldig)?;
        bewijzen.voeg_toe(&pad, &alle)?;
        let pad = map.join(SLEUTELS);
        let mut bestand = File::create_new(&pad).map_err(io_fout(&pad))?;
        let geschreven = bestand.write_all(&self.frames).and_then(|()| bestand.sync_all());
        geschreven.map_err(io_fout(&pad))?;
        // Opening takes away what the certificates fence.
        Stand::open(&pad, bewijzen.plekken()).map(drop)
    }

    fn ontleed(bytes: &[u8]) -> Option<Self> {
        let (inhoud, som) = bytes.split_last_chunk::<32>()?;
        if <[u8; 32]>::from(Sha256::digest(inhoud)) != *som {
            return None;
        }
        let (lengte, rest) = inhoud.strip_prefix(MERK)?.split_first_chunk::<8>()?;
        let lengte = usize::try_from(u64::from_be_bytes(*lengte)).ok()?;
        let (frames, rest) = rest.split_at_checked(lengte)?;
        Some(Self { frames: frames.to_vec(), bewijzen: bewijzen::hele(rest) })
    }
}

fn lees(pad: &Path) -> Result<Vec<u8>, SleutelFout> {
    match fs::read(pad) {
        Err(oorzaak) if oorzaak.kind() == io::ErrorKind::NotFound => Ok(vec![]),
        anders => anders.map_err(io_fout(pad)),
    }
}
