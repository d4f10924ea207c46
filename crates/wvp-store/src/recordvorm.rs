//! A record as bytes: bincode 2 with a form number in front, the same in a journal and an archive.
//!
//! Stream, version and position stand outside it, in the header of whatever holds it.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use wvp_domain::Compartiment;

use crate::fout::StoreError;
use crate::keyring::SleutelId;
use crate::record::{Hash, Letter, NieuwRecord, Record, VerzegeldeSectie};
use crate::stroom::{GebeurtenisId, Moment, Positie, StroomId, Versie};

/// The form that this program writes; another one is unreadable.
const VORM: u8 = 1;

#[derive(Serialize, Deserialize)]
struct Inhoud<'a> {
    vorm: u8,
    id: Uuid,
    type_naam: Cow<'a, str>,
    schema: u16,
    moment: i64,
    vorige: [u8; 32],
    secties: Vec<SectieInhoud<'a>>,
}

#[derive(Serialize, Deserialize)]
struct SectieInhoud<'a> {
    letter: u8,
    compartiment: u8,
    sleutel: u64,
    nonce: [u8; 12],
    cijfertekst: Cow<'a, [u8]>,
}

/// Writes a record.
///
/// # Errors
///
/// [`StoreError::Unavailable`] when it has no stored form.
pub fn schrijf(record: &Record) -> Result<Vec<u8>, StoreError> {
    let secties = record.secties.iter().map(|sectie| SectieInhoud {
        letter: sectie.letter.nummer(),
        compartiment: sectie.compartiment.nummer(),
        sleutel: sectie.sleutel.0,
        nonce: sectie.nonce,
        cijfertekst: Cow::Borrowed(&sectie.cijfertekst),
    });
    let inhoud = Inhoud {
        vorm: VORM,
        id: record.id.0,
        type_naam: Cow::Borrowed(&record.type_naam),
        schema: record.schema,
        moment: record.moment.0,
        vorige: record.vorige.0,
        secties: secties.collect(),
    };
    bincode::serde::encode_to_vec(&inhoud, bincode::config::standard())
        .map_err(|fout| StoreError::Unavailable(fout.to_string()))
}

/// Reads a record; none when it is not of a form that this program knows.
#[must_use]
pub fn lees(positie: Positie, stroom: StroomId, versie: Versie, bytes: &[u8]) -> Option<Record> {
    let config = bincode::config::standard();
    let (inhoud, gelezen): (Inhoud, usize) =
        bincode::serde::decode_from_slice(bytes, config).ok()?;
    if inhoud.vorm != VORM || gelezen != bytes.len() {
        return None;
    }
    let secties = inhoud.secties.into_iter().map(|sectie| {
        Some(VerzegeldeSectie {
            letter: Letter::met_nummer(sectie.letter)?,
            compartiment: Compartiment::met_nummer(sectie.compartiment)?,
            sleutel: SleutelId(sectie.sleutel),
            nonce: sectie.nonce,
            cijfertekst: sectie.cijfertekst.into_owned(),
        })
    });
    let nieuw = NieuwRecord {
        id: GebeurtenisId(inhoud.id),
        type_naam: inhoud.type_naam.into_owned(),
        schema: inhoud.schema,
        moment: Moment(inhoud.moment),
        voor: None,
        secties: secties.collect::<Option<_>>()?,
    };
    Some(Record::plaats(nieuw, stroom, versie, positie, Hash(inhoud.vorige)))
}
