//! Key-encryption keys: one per compartment, in a file of their own outside the store.

use std::collections::BTreeMap;
use std::fmt;
use std::fmt::Write as _;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use wvp_domain::Compartiment;
use zeroize::Zeroizing;

use super::{Sleutel, SleutelFout, SleutelId};

/// A file with key-encryption keys: text, a line per compartment with its number and 64 hex digits.
///
/// A node holds the compartments that stand in its file; leave lines out and it cannot open those.
#[derive(Clone)]
pub struct KekBestand {
    pad: PathBuf,
    sleutels: BTreeMap<Compartiment, Sleutel>,
}

/// Never prints keys.
impl fmt::Debug for KekBestand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KekBestand")
            .field("pad", &self.pad)
            .field("compartimenten", &self.sleutels.keys())
            .finish()
    }
}

impl KekBestand {
    /// Opens the file, or makes it with a new key for every compartment and rights 600.
    ///
    /// # Errors
    ///
    /// [`SleutelFout::LeesbaarVoorAnderen`], [`SleutelFout::GeenSleutelbestand`],
    /// [`SleutelFout::Io`].
    pub fn open_of_maak(pad: &Path) -> Result<Self, SleutelFout> {
        match Self::open(pad) {
            Err(SleutelFout::Io { oorzaak, .. }) if oorzaak.kind() == io::ErrorKind::NotFound => {
                maak(pad)?;
                Self::open(pad)
            }
            anders => anders,
        }
    }

    /// Opens the file.
    ///
    /// # Errors
    ///
    /// As [`KekBestand::open_of_maak`], and [`SleutelFout::Io`] when there is no such file.
    pub fn open(pad: &Path) -> Result<Self, SleutelFout> {
        let mut bestand = File::open(pad).map_err(io_fout(pad))?;
        let rechten = bestand.metadata().map_err(io_fout(pad))?.permissions().mode();
        if rechten & 0o077 != 0 {
            return Err(SleutelFout::LeesbaarVoorAnderen(pad.to_owned()));
        }
        let mut tekst = Zeroizing::new(String::new());
        bestand.read_to_string(&mut tekst).map_err(io_fout(pad))?;
        let mut sleutels = BTreeMap::new();
        for (nummer, regel) in (1..).zip(tekst.lines()) {
            let fout = || SleutelFout::GeenSleutelbestand { pad: pad.to_owned(), regel: nummer };
            let (compartiment, sleutel) = lees_regel(regel).ok_or_else(fout)?;
            sleutels.insert(compartiment, sleutel);
        }
        Ok(Self { pad: pad.to_owned(), sleutels })
    }

    /// Refuses a key file inside the folder of the store.
    ///
    /// # Errors
    ///
    /// [`SleutelFout::InOpslag`] when it stands there, [`SleutelFout::Io`].
    pub(super) fn eis_buiten(&self, map: &Path) -> Result<(), SleutelFout> {
        let eigen = fs::canonicalize(&self.pad).map_err(io_fout(&self.pad))?;
        let opslag = fs::canonicalize(map).map_err(io_fout(map))?;
        if eigen.starts_with(opslag) { Err(SleutelFout::InOpslag(eigen)) } else { Ok(()) }
    }

    /// The key of a compartment, if this node holds it.
    pub(super) fn kek(&self, compartiment: Compartiment) -> Option<&Sleutel> {
        self.sleutels.get(&compartiment)
    }
}

/// Turns an error of the system into one that names the file.
pub(super) fn io_fout(pad: &Path) -> impl FnOnce(io::Error) -> SleutelFout {
    let pad = pad.to_owned();
    |oorzaak| SleutelFout::Io { pad, oorzaak }
}

fn maak(pad: &Path) -> Result<(), SleutelFout> {
    let mut tekst = Zeroizing::new(String::with_capacity(Compartiment::ALLE.len() * 70));
    for compartiment in Compartiment::ALLE {
        let sleutel = Sleutel::willekeurig()?;
        let _nooit_fout = write!(tekst, "{} ", compartiment.nummer());
        for byte in sleutel.materiaal() {
            let _nooit_fout = write!(tekst, "{byte:02x}");
        }
        tekst.push('\n');
    }
    let open = OpenOptions::new().write(true).create_new(true).mode(0o600).open(pad);
    let mut bestand = open.map_err(io_fout(pad))?;
    bestand.write_all(tekst.as_bytes()).map_err(io_fout(pad))?;
    bestand.sync_all().map_err(io_fout(pad))?;
    sync_map(pad)
}

/// Makes the name of a file durable: syncs the folder it stands in.
pub(super) fn sync_map(pad: &Path) -> Result<(), SleutelFout> {
    let map = match pad.parent() {
        Some(map) if !map.as_os_str().is_empty() => map,
        Some(_) | None => Path::new("."),
    };
    File::open(map).and_then(|map| map.sync_all()).map_err(io_fout(map))
}

fn lees_regel(regel: &str) -> Option<(Compartiment, Sleutel)> {
    let (nummer, hex) = regel.split_once(' ')?;
    let compartiment = Compartiment::met_nummer(nummer.parse().ok()?)?;
    let mut materiaal = Zeroizing::new([0; Sleutel::BYTES]);
    let (paren, rest) = hex.as_bytes().as_chunks::<2>();
    if paren.len() != Sleutel::BYTES || !rest.is_empty() {
        return None;
    }
    for (byte, paar) in materiaal.iter_mut().zip(paren) {
        *byte = u8::from_str_radix(std::str::from_utf8(paar).ok()?, 16).ok()?;
    }
    let id = SleutelId(u64::from(compartiment.nummer()));
    Some((compartiment, Sleutel::new(id, materiaal)))
}
