//! The keyring: one data key per stream and compartment, wrapped by a key-encryption key per
//! compartment. Destroying a data key is how a category of a stream is erased.
//!
//! "No key" is three different things: this node holds no key-encryption key (closed), the key was
//! destroyed (closed for ever, and fenced: no new key comes in its place), or the keyring never heard
//! of it (an error: the wrong keyring).

mod bestand;
mod bewijs;
mod geheugen;
mod kek;
mod rol;
mod sleutel;
mod wikkel;
mod zoeksleutel;

use std::collections::HashMap;
use std::fmt::Debug;
use std::path::PathBuf;

use async_trait::async_trait;
use thiserror::Error;
use wvp_domain::Compartiment;

use crate::stroom::StroomId;

pub use bestand::{Herwikkeld, SleutelKopie, SleutelbosBestand};
pub use bewijs::{Bewijs, Ondertekenaar, Reden, Vernietiging};
pub use geheugen::SleutelbosGeheugen;
pub use kek::KekBestand;
pub use rol::Rol;
pub use sleutel::{Sleutel, SleutelId};
pub use wikkel::Wikkel;
pub use zoeksleutel::Zoeksleutel;

/// What a keyring has for a reader.
#[derive(Debug)]
pub enum Leessleutel {
    /// The key.
    Open(Sleutel),
    /// This node holds no key-encryption key for the compartment.
    GeenKek,
    /// The key was destroyed.
    Vernietigd,
}

/// Which key a section was sealed with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sleutelvraag {
    /// The stream.
    pub stroom: StroomId,
    /// The compartment.
    pub compartiment: Compartiment,
    /// The key.
    pub sleutel: SleutelId,
}

/// Hands out data keys.
#[async_trait]
pub trait Sleutelbos: Debug + Send + Sync {
    /// The key to seal with; made, and durable, if there was none yet.
    ///
    /// # Errors
    ///
    /// [`SleutelFout::GeenKek`], [`SleutelFout::Vernietigd`], or what storing a new key failed on.
    async fn voor_schrijven(
        &self,
        stroom: StroomId,
        compartiment: Compartiment,
    ) -> Result<Sleutel, SleutelFout>;

    /// The key that a section was sealed with.
    ///
    /// # Errors
    ///
    /// [`SleutelFout::Onbekend`] when the keyring never heard of it, [`SleutelFout::VerkeerdeKek`]
    /// when it does not unwrap.
    async fn voor_lezen(
        &self,
        stroom: StroomId,
        compartiment: Compartiment,
        sleutel: SleutelId,
    ) -> Result<Leessleutel, SleutelFout>;

    /// Many keys at once, each as [`Sleutelbos::voor_lezen`] gives it. What it gives no answer about is left
    /// out: that says why. A keyring at a distance goes there once.
    ///
    /// # Errors
    ///
    /// What goes for every key, as [`SleutelFout::Onbereikbaar`].
    async fn voor_lezen_veel(
        &self,
        vragen: &[Sleutelvraag],
    ) -> Result<HashMap<Sleutelvraag, Leessleutel>, SleutelFout> {
        let mut sleutels = HashMap::with_capacity(vragen.len());
        for vraag in vragen.iter().copied() {
            let Sleutelvraag { stroom, compartiment, sleutel } = vraag;
            if let Ok(gevonden) = self.voor_lezen(stroom, compartiment, sleutel).await {
                sleutels.insert(vraag, gevonden);
            }
        }
        Ok(sleutels)
    }

    /// Destroys the keys that these certificates are about, for ever: first the certificates as a
    /// fence, durable, then the key material, off the disk. Repeating it is fine.
    ///
    /// # Errors
    ///
    /// [`SleutelFout::OngeldigBewijs`], or [`SleutelFout::Io`]; the fence may stand by then, so
    /// repeat until it succeeds.
    async fn vernietig(&self, bewijzen: &[Bewijs]) -> Result<(), SleutelFout>;

    /// The certificates of all keys that were destroyed.
    ///
    /// # Errors
    ///
    /// [`SleutelFout::Io`].
    async fn bewijzen(&self) -> Result<Vec<Bewijs>, SleutelFout>;

    /// The key to look up values of a compartment by, for one purpose. It is the same on every node and
    /// after every change of the key-encryption keys, and closed to a node that may not open the
    /// compartment.
    ///
    /// # Errors
    ///
    /// As [`Sleutelbos::voor_schrijven`].
    async fn zoeksleutel(
        &self,
        compartiment: Compartiment,
        doel: &str,
    ) -> Result<Zoeksleutel, SleutelFout> {
        let sleutel = self.voor_schrijven(zoeksleutel::STROOM, compartiment).await?;
        Ok(Zoeksleutel::van(&sleutel, doel))
    }
}

/// Why a keyring failed.
#[derive(Debug, Error)]
pub enum SleutelFout {
    /// This node holds no key-encryption key for the compartment.
    #[error("deze node heeft geen hoofdsleutel voor compartiment {}", .0.nummer())]
    GeenKek(Compartiment),
    /// The key was destroyed, and no new one comes in its place.
    #[error("de sleutel van compartiment {} van {stroom} is vernietigd", .compartiment.nummer())]
    Vernietigd {
        /// The stream.
        stroom: StroomId,
        /// The compartment.
        compartiment: Compartiment,
    },
    /// The keyring never heard of this key.
    #[error(
        "sleutel {:016x} van compartiment {} van {stroom} staat niet in deze sleutelbos",
        .sleutel.0, .compartiment.nummer()
    )]
    Onbekend {
        /// The stream.
        stroom: StroomId,
        /// The compartment.
        compartiment: Compartiment,
        /// The key.
        sleutel: SleutelId,
    },
    /// The key-encryption key is not the one that wrapped this key.
    #[error("de hoofdsleutel van compartiment {} past niet op deze sleutelbos", .0.nummer())]
    VerkeerdeKek(Compartiment),
    /// The cipher refused; never says why.
    #[error("versleutelen is mislukt")]
    Cijfer,
    /// Others than the owner may read the key file.
    #[error("sleutelbestand `{}` is leesbaar voor anderen; geef het rechten 600", .0.display())]
    LeesbaarVoorAnderen(PathBuf),
    /// The key file stands inside the store's folder, where a copy of the store takes it along.
    #[error("sleutelbestand `{}` staat in de map van de opslag", .0.display())]
    InOpslag(PathBuf),
    /// The key file holds a key that the role of the node forbids.
    #[error(
        "de rol `{}` mag compartiment {} niet kunnen openen; haal die sleutel uit `{}`",
        .rol.naam(), .compartiment.nummer(), .pad.display()
    )]
    VerbodenVoorRol {
        /// The key file.
        pad: PathBuf,
        /// The role.
        rol: Rol,
        /// The compartment.
        compartiment: Compartiment,
    },
    /// The key file holds no key to sign certificates with.
    #[error("in `{}` staat geen sleutel om te ondertekenen", .0.display())]
    GeenOndertekening(PathBuf),
    /// The signature of a certificate does not fit.
    #[error(
        "de handtekening onder de vernietiging van compartiment {} van {stroom} klopt niet",
        .compartiment.nummer()
    )]
    OngeldigBewijs {
        /// The stream.
        stroom: StroomId,
        /// The compartment.
        compartiment: Compartiment,
    },
    /// The file is no copy of a keyring, or it is damaged.
    #[error("`{}` is geen hele kopie van een sleutelbos", .0.display())]
    GeenKopie(PathBuf),
    /// Another process has the keyring.
    #[error("de sleutelbos is in gebruik door een ander proces (`{}`)", .0.display())]
    InGebruik(PathBuf),
    /// The keyring is elsewhere and does not answer.
    #[error("de sleutelbos is niet te bereiken: {0}")]
    Onbereikbaar(String),
    /// The key file is not one.
    #[error("`{}` regel {regel} is geen hoofdsleutel", .pad.display())]
    GeenSleutelbestand {
        /// The file.
        pad: PathBuf,
        /// Line, from 1.
        regel: usize,
    },
    /// Reading or writing failed.
    #[error("`{}` is niet te lezen of te schrijven: {oorzaak}", .pad.display())]
    Io {
        /// The file.
        pad: PathBuf,
        /// What the system said.
        oorzaak: std::io::Error,
    },
}
