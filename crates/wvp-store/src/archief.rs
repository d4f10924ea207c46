//! The log as one portable file: a header, the records in order, the certificates of destroyed keys,
//! and a manifest that says what must have been there. Keys and read models are not in it.
//!
//! Every frame has its checksum and the manifest one over all of it, so that damage is named and a
//! file that ends too early is never taken for a whole one.

mod frame;
mod lezer;
mod overzetten;
mod schrijver;

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::anker::Anker;
use crate::fout::StoreError;
use crate::keyring::{Bewijs, SleutelFout};
use crate::record::{Hash, Record};
use crate::stroom::{Moment, Positie, StroomId, Versie};

pub use lezer::ArchiefLezer;
pub use overzetten::{bewaar, kopieer, zet_terug};
pub use schrijver::ArchiefSchrijver;

/// What an archive holds, in the order it stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stuk {
    /// A record.
    Record(Box<Record>),
    /// The certificate of a destroyed key.
    Bewijs(Bewijs),
}

/// What must have been in an archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Manifest {
    /// When it was made (UTC).
    pub moment: Moment,
    /// Number of records.
    pub records: u64,
    /// Number of streams.
    pub stromen: u64,
    /// Number of certificates of destroyed keys.
    pub bewijzen: u64,
    /// The last position.
    pub positie: Positie,
    /// One hash over the heads of all streams (see [`crate::anker`]).
    pub wortel: Hash,
}

/// An archive that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bewaard {
    /// What is in it.
    pub manifest: Manifest,
    /// The anchor of the same moment, to keep elsewhere.
    pub anker: Anker,
}

/// Why an archive could not be made, read or put back.
#[derive(Debug, Error)]
pub enum ArchiefFout {
    /// The file is no archive, or one of a later program.
    #[error("`{}` is geen archief dat dit programma kent", .0.display())]
    GeenArchief(PathBuf),
    /// A frame is damaged.
    #[error("het archief is beschadigd bij byte {offset}, na {records} gebeurtenissen")]
    Beschadigd {
        /// Where the frame begins, in bytes.
        offset: u64,
        /// Number of whole records before it.
        records: u64,
    },
    /// The file ends before its manifest.
    #[error("het archief houdt op bij byte {offset}, na {records} gebeurtenissen")]
    Afgebroken {
        /// Where the last frame begins, in bytes.
        offset: u64,
        /// Number of whole records before it.
        records: u64,
    },
    /// A record does not follow the one before it in its stream.
    #[error("de keten van {stroom} is verbroken bij versie {versie}")]
    Keten {
        /// The stream.
        stroom: StroomId,
        /// The version.
        versie: Versie,
    },
    /// What is there is not what the manifest says.
    #[error("de inhoud van het archief past niet bij de telling aan het einde")]
    Telling,
    /// Something stands where the new file or store should come.
    #[error("`{}` bestaat al", .0.display())]
    BestaatAl(PathBuf),
    /// The store that should be filled holds something.
    #[error("de opslag is niet leeg; terugzetten gaat alleen in een nieuwe opslag")]
    NietLeeg,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The keyring failed.
    #[error(transparent)]
    Sleutel(#[from] SleutelFout),
    /// Reading or writing failed.
    #[error("`{}` is niet te lezen of te schrijven: {oorzaak}", .pad.display())]
    Io {
        /// The file.
        pad: PathBuf,
        /// What the system said.
        oorzaak: io::Error,
    },
}

/// Checks a whole archive: every checksum, every chain, and the manifest.
///
/// # Errors
///
/// [`ArchiefFout`], with the place of what is wrong.
pub fn controleer(pad: &Path) -> Result<Manifest, ArchiefFout> {
    let mut lezer = ArchiefLezer::open(pad)?;
    loop {
        if let Some(manifest) = lezer.manifest() {
            return Ok(manifest);
        }
        lezer.volgende()?;
    }
}

fn io_fout(pad: &Path) -> impl FnOnce(io::Error) -> ArchiefFout {
    let pad = pad.to_owned();
    |oorzaak| ArchiefFout::Io { pad, oorzaak }
}
