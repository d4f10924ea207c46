//! The seal around each section: AES-256-GCM-SIV under the data key of its stream and compartment.
//!
//! A seal is bound to stream, version, event id, type, schema, letter and compartment: it opens
//! nowhere else. Closed is not damaged: without a key, or without the right to use it, a section
//! reads as closed; a seal that should open and does not is an error.

mod leessleutels;

use wvp_domain::{Afgeschermd, Compartiment};

use crate::codec::{Gebeurtenis, OpenSecties, codeer_sectie};
use crate::fout::StoreError;
use crate::keyring::{Leessleutel, SleutelFout, SleutelId, Sleutelbos};
use crate::kop::Kop;
use crate::record::{Letter, NieuwRecord, Record, VerzegeldeSectie};
use crate::stroom::{GebeurtenisId, Moment, StroomId, Versie};

pub use leessleutels::Leessleutels;

/// What goes round an event: its id, when it was recorded, and who did it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Omslag {
    /// Names the event; a retry carries the same id.
    pub id: GebeurtenisId,
    /// When it is recorded (UTC).
    pub moment: Moment,
    /// Who did it.
    pub kop: Kop,
}

/// The compartments a reader may open. Keys of others are not even asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Toegang(u64);

impl Toegang {
    /// Opens nothing.
    pub const GEEN: Self = Self(0);

    /// Opens these compartments.
    pub fn tot(compartimenten: impl IntoIterator<Item = Compartiment>) -> Self {
        let bits = compartimenten.into_iter().map(|compartiment| 1_u64 << compartiment.nummer());
        Self(bits.fold(0, |alle, bit| alle | bit))
    }

    /// Opens every compartment: for the house itself, never on behalf of a reader.
    #[must_use]
    pub fn alles() -> Self {
        Self::tot(Compartiment::ALLE)
    }

    /// Whether this compartment may be opened.
    #[must_use]
    pub fn mag(self, compartiment: Compartiment) -> bool {
        self.0 & (1_u64 << compartiment.nummer()) != 0
    }
}

/// A record as this reader sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ontzegeld<E> {
    /// Who did it.
    pub kop: Afgeschermd<Kop>,
    /// The event, with closed sections; none when section A is closed to this reader.
    pub event: Option<E>,
}

/// Encodes and seals an event for this version of a stream.
///
/// # Errors
///
/// [`StoreError::NoKey`] when this node has no key-encryption key for a section,
/// [`StoreError::Keyring`] when a key was destroyed or cannot be made, [`StoreError::Codec`].
pub async fn verzegel<E: Gebeurtenis>(
    sleutelbos: &dyn Sleutelbos,
    stroom: StroomId,
    versie: Versie,
    omslag: Omslag,
    event: &E,
) -> Result<NieuwRecord, StoreError> {
    let mut gecodeerd = event.codeer()?;
    gecodeerd.secties.push(codeer_sectie(gecodeerd.type_naam, Letter::K, &omslag.kop)?);
    let mut record = NieuwRecord {
        id: omslag.id,
        type_naam: gecodeerd.type_naam.to_owned(),
        schema: gecodeerd.schema,
        moment: omslag.moment,
        voor: Some(versie),
        secties: vec![],
    };
    for sectie in gecodeerd.secties {
        let (letter, compartiment) = (sectie.letter, sectie.compartiment);
        let sleutel = match sleutelbos.voor_schrijven(stroom, compartiment).await {
            Err(SleutelFout::GeenKek(_)) => return Err(StoreError::NoKey { stroom, compartiment }),
            anders => anders?,
        };
        let plek = Plek { stroom, versie, letter, compartiment, sleutel: sleutel.id() };
        let (nonce, cijfertekst) = sleutel
            .verzegel(&plek.binding(record.id, &record.type_naam, record.schema), &sectie.inhoud)?;
        let sleutel = sleutel.id();
        record.secties.push(VerzegeldeSectie { letter, compartiment, sleutel, nonce, cijfertekst });
    }
    Ok(record)
}

/// Opens what this reader may see of a record.
///
/// # Errors
///
/// [`StoreError::Seal`] when a section that should open does not, [`StoreError::Keyring`] when the
/// keyring does not know its key, [`StoreError::Codec`] when its bytes are no such event.
pub async fn ontzegel<E: Gebeurtenis>(
    sleutelbos: &dyn Sleutelbos,
    record: &Record,
    toegang: Toegang,
) -> Result<Ontzegeld<E>, StoreError> {
    let sleutels = Leessleutels::voor(sleutelbos, [record], toegang).await?;
    ontzegel_met(sleutelbos, &sleutels, record, toegang).await
}

/// The same with keys that were looked up before; the keyring is asked for those that are not among them.
///
/// # Errors
///
/// See [`ontzegel`].
pub async fn ontzegel_met<E: Gebeurtenis>(
    sleutelbos: &dyn Sleutelbos,
    sleutels: &Leessleutels,
    record: &Record,
    toegang: Toegang,
) -> Result<Ontzegeld<E>, StoreError> {
    let secties = open_secties_met(sleutelbos, sleutels, record, toegang).await?;
    let event = E::decodeer(&record.type_naam, record.schema, &secties)?;
    Ok(Ontzegeld { kop: secties.sectie(Letter::K)?, event })
}

/// Opens the sections of a record that this reader may see, without decoding them.
///
/// # Errors
///
/// [`StoreError::Seal`] when a section that should open does not, [`StoreError::Keyring`] when the
/// keyring does not know its key.
pub async fn open_secties(
    sleutelbos: &dyn Sleutelbos,
    record: &Record,
    toegang: Toegang,
) -> Result<OpenSecties, StoreError> {
    let sleutels = Leessleutels::voor(sleutelbos, [record], toegang).await?;
    open_secties_met(sleutelbos, &sleutels, record, toegang).await
}

async fn open_secties_met(
    sleutelbos: &dyn Sleutelbos,
    sleutels: &Leessleutels,
    record: &Record,
    toegang: Toegang,
) -> Result<OpenSecties, StoreError> {
    let Record { stroom, versie, .. } = *record;
    let mut open = OpenSecties::default();
    for sectie in record.secties.iter().filter(|sectie| toegang.mag(sectie.compartiment)) {
        let VerzegeldeSectie { letter, compartiment, sleutel, .. } = *sectie;
        let gevraagd;
        let bekend = if let Some(bekend) = sleutels.van(stroom, sectie) {
            bekend
        } else {
            gevraagd = sleutelbos.voor_lezen(stroom, compartiment, sleutel).await?;
            &gevraagd
        };
        let Leessleutel::Open(data) = bekend else {
            continue;
        };
        let plek = Plek { stroom, versie, letter, compartiment, sleutel };
        let binding = plek.binding(record.id, &record.type_naam, record.schema);
        let inhoud = data
            .open(&binding, sectie.nonce, &sectie.cijfertekst)
            .ok_or(StoreError::Seal { stroom, versie, letter })?;
        open.neem_op(letter, inhoud);
    }
    Ok(open)
}

/// Where a section stands.
struct Plek {
    stroom: StroomId,
    versie: Versie,
    letter: Letter,
    compartiment: Compartiment,
    sleutel: SleutelId,
}

impl Plek {
    /// The additional data of the seal. The name of the type comes last, so that no two fields can
    /// be shifted into one another.
    fn binding(&self, id: GebeurtenisId, type_naam: &str, schema: u16) -> Vec<u8> {
        let mut bytes = self.stroom.bytes().to_vec();
        bytes.extend(self.versie.0.to_be_bytes());
        bytes.extend(id.0.as_bytes());
        bytes.extend([self.letter.nummer(), self.compartiment.nummer()]);
        bytes.extend(self.sleutel.0.to_be_bytes());
        bytes.extend(schema.to_be_bytes());
        bytes.extend(type_naam.as_bytes());
        bytes
    }
}
