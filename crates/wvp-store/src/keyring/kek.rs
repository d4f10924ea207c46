//! Key-encryption keys: per compartment, in a file of their own outside the store.

mod regel;

use std::collections::BTreeMap;
use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use wvp_domain::Compartiment;
use zeroize::Zeroizing;

use super::{Bewijs, Ondertekenaar, Rol, Sleutel, SleutelFout};
use regel::Regel;

/// A file with key-encryption keys: text, a line per key.
///
/// `3 <64 hex>` is the key of compartment 3, `3.2 <64 hex>` its second generation (the newest wraps,
/// all of them open); `onderteken <64 hex>` is the seed of the key that signs certificates;
/// `rol <naam>` says what the node is for. A node holds the compartments that stand in its file:
/// leave lines out and it cannot open those.
#[derive(Clone)]
pub struct KekBestand {
    pad: PathBuf,
    rol: Rol,
    /// Of each compartment its generations, newest first.
    sleutels: BTreeMap<Compartiment, Vec<(u32, Sleutel)>>,
    /// Seeds of signing keys; the last one signs.
    zaden: Vec<Zeroizing<[u8; Sleutel::BYTES]>>,
}

/// Never prints keys.
impl fmt::Debug for KekBestand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KekBestand")
            .field("pad", &self.pad)
            .field("rol", &self.rol)
            .field("compartimenten", &self.sleutels.keys())
            .finish_non_exhaustive()
    }
}

impl KekBestand {
    /// A file with a dozen generations of everything is smaller.
    const BYTES_HOOGSTENS: usize = 32 << 10;

    /// Opens the file, or makes it with a new key for every compartment and rights 600.
    ///
    /// # Errors
    ///
    /// [`SleutelFout::LeesbaarVoorAnderen`], [`SleutelFout::GeenSleutelbestand`],
    /// [`SleutelFout::VerbodenVoorRol`], [`SleutelFout::Io`].
    pub fn open_of_maak(pad: &Path) -> Result<Self, SleutelFout> {
        match Self::open(pad) {
            Err(SleutelFout::Io { oorzaak, .. }) if oorzaak.kind() == io::ErrorKind::NotFound => {
                let mut nieuw = Self::leeg(pad);
                for compartiment in Compartiment::ALLE {
                    nieuw.voeg_generatie_toe(compartiment)?;
                }
                nieuw.zaden.push(zaad()?);
                nieuw.schrijf()?;
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
        // Room for all of it at once: a text that grows leaves copies behind.
        let mut tekst = Zeroizing::new(String::with_capacity(Self::BYTES_HOOGSTENS));
        bestand.read_to_string(&mut tekst).map_err(io_fout(pad))?;
        let mut keks = Self::leeg(pad);
        for (nummer, regel) in (1..).zip(tekst.lines()) {
            let fout = || SleutelFout::GeenSleutelbestand { pad: pad.to_owned(), regel: nummer };
            match Regel::lees(regel).ok_or_else(fout)? {
                Regel::Kek(compartiment, generatie, sleutel) => {
                    keks.sleutels.entry(compartiment).or_default().push((generatie, sleutel));
                }
                Regel::Onderteken(zaad) => keks.zaden.push(zaad),
                Regel::Rol(rol) => keks.rol = rol,
            }
        }
        for generaties in keks.sleutels.values_mut() {
            generaties.sort_by_key(|(generatie, _)| std::cmp::Reverse(*generatie));
        }
        keks.eis_rol()?;
        Ok(keks)
    }

    /// No keys at all, for work that only moves wrapped ones.
    #[must_use]
    pub fn zonder_sleutels() -> Self {
        Self::leeg(Path::new(""))
    }

    /// What the node is for.
    #[must_use]
    pub fn rol(&self) -> Rol {
        self.rol
    }

    /// Signs certificates of destroyed keys.
    ///
    /// # Errors
    ///
    /// [`SleutelFout::GeenOndertekening`] when the file holds no signing key.
    pub fn ondertekenaar(&self) -> Result<Ondertekenaar, SleutelFout> {
        let zaad = self.zaden.last();
        let zaad = zaad.ok_or_else(|| SleutelFout::GeenOndertekening(self.pad.clone()))?;
        Ondertekenaar::uit_zaad(zaad)
    }

    /// Whether a certificate is whole and signed by a key of this file.
    #[must_use]
    pub fn vertrouwt(&self, bewijs: &Bewijs) -> bool {
        let van_ons = |zaad| {
            let publiek = Ondertekenaar::uit_zaad(zaad).and_then(|it| it.publiek());
            publiek.is_ok_and(|publiek| publiek == *bewijs.ondertekenaar())
        };
        bewijs.klopt() && self.zaden.iter().any(van_ons)
    }

    /// Adds a generation to every compartment of this node, in the file too. Every data key still
    /// opens; wrap them all again before the older generations go.
    ///
    /// # Errors
    ///
    /// [`SleutelFout::Io`]; then the file is as it was.
    pub fn met_nieuwe_generatie(&self) -> Result<Self, SleutelFout> {
        let mut nieuw = self.clone();
        for compartiment in self.sleutels.keys() {
            nieuw.voeg_generatie_toe(*compartiment)?;
        }
        if nieuw.zaden.is_empty() {
            nieuw.zaden.push(zaad()?);
        }
        nieuw.schrijf()?;
        Ok(nieuw)
    }

    /// Keeps only the newest generation of every compartment, in the file too.
    ///
    /// # Errors
    ///
    /// [`SleutelFout::Io`]; then the file is as it was.
    pub fn met_alleen_de_nieuwste(&self) -> Result<Self, SleutelFout> {
        let mut nieuw = self.clone();
        nieuw.sleutels.values_mut().for_each(|generaties| generaties.truncate(1));
        nieuw.schrijf()?;
        Ok(nieuw)
    }

    /// Whether a compartment has more than one generation: a rotation that is not finished.
    #[must_use]
    pub fn is_onderweg(&self) -> bool {
        self.sleutels.values().any(|generaties| generaties.len() > 1)
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

    /// The key that wraps in a compartment, if this node holds it.
    pub(super) fn kek(&self, compartiment: Compartiment) -> Option<&Sleutel> {
        self.keks(compartiment).next()
    }

    /// Every generation of a compartment, newest first.
    pub(super) fn keks(&self, compartiment: Compartiment) -> impl Iterator<Item = &Sleutel> {
        self.sleutels.get(&compartiment).into_iter().flatten().map(|(_, sleutel)| sleutel)
    }

    fn leeg(pad: &Path) -> Self {
        Self { pad: pad.to_owned(), rol: Rol::Alles, sleutels: BTreeMap::new(), zaden: vec![] }
    }

    fn voeg_generatie_toe(&mut self, compartiment: Compartiment) -> Result<(), SleutelFout> {
        let generaties = self.sleutels.entry(compartiment).or_default();
        let generatie = generaties.first().map_or(1, |(nieuwste, _)| nieuwste.saturating_add(1));
        generaties.insert(0, (generatie, regel::kek(compartiment, zaad()?)));
        Ok(())
    }

    /// A node that could open what its role forbids does not start.
    fn eis_rol(&self) -> Result<(), SleutelFout> {
        let verboden = self.sleutels.keys().find(|compartiment| !self.rol.mag(**compartiment));
        match verboden {
            Some(compartiment) => Err(SleutelFout::VerbodenVoorRol {
                pad: self.pad.clone(),
                rol: self.rol,
                compartiment: *compartiment,
            }),
            None => Ok(()),
        }
    }

    /// Replaces the file as a whole, for its owner only.
    fn schrijf(&self) -> Result<(), SleutelFout> {
        let mut tekst = Zeroizing::new(String::with_capacity(Self::BYTES_HOOGSTENS));
        if self.rol != Rol::Alles {
            regel::schrijf_rol(&mut tekst, self.rol);
        }
        for (compartiment, generaties) in &self.sleutels {
            for (generatie, sleutel) in generaties.iter().rev() {
                regel::schrijf_kek(&mut tekst, *compartiment, *generatie, sleutel);
            }
        }
        self.zaden.iter().for_each(|zaad| regel::schrijf_zaad(&mut tekst, zaad));
        let nieuw = self.pad.with_extension("nieuw");
        let open =
            OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&nieuw);
        let mut bestand = open.map_err(io_fout(&nieuw))?;
        bestand.write_all(tekst.as_bytes()).map_err(io_fout(&nieuw))?;
        bestand.sync_all().map_err(io_fout(&nieuw))?;
        fs::rename(&nieuw, &self.pad).map_err(io_fout(&self.pad))?;
        sync_map(&self.pad)
    }
}

/// Turns an error of the system into one that names the file.
pub(super) fn io_fout(pad: &Path) -> impl FnOnce(io::Error) -> SleutelFout {
    let pad = pad.to_owned();
    |oorzaak| SleutelFout::Io { pad, oorzaak }
}

/// Makes the name of a file durable: syncs the folder it stands in.
pub(super) fn sync_map(pad: &Path) -> Result<(), SleutelFout> {
    let map = match pad.parent() {
        Some(map) if !map.as_os_str().is_empty() => map,
        Some(_) | None => Path::new("."),
    };
    File::open(map).and_then(|map| map.sync_all()).map_err(io_fout(map))
}

fn zaad() -> Result<Zeroizing<[u8; Sleutel::BYTES]>, SleutelFout> {
    Ok(Zeroizing::new(*Sleutel::willekeurig()?.materiaal()))
}
