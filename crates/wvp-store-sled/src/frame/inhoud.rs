//! The bodies of frames: bincode 2 with a form number in front.

use std::borrow::Cow;

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use uuid::Uuid;
use wvp_domain::Compartiment;
use wvp_store::keyring::SleutelId;
use wvp_store::{
    GebeurtenisId, Hash, Letter, Moment, NieuwRecord, Positie, Record, StoreError, StroomId,
    Versie, VerzegeldeSectie,
};

use super::{GROOTSTE, Kopregel, Soort, schrijf};

/// The form that this program writes; another one is unreadable.
const VORM: u8 = 1;

/// What a commit mark says: the stream and version of each record of its group, so that a record
/// with a damaged header can still be named.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Groepsmerk {
    vorm: u8,
    regels: Vec<(u8, Uuid, u64)>,
}

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

/// Writes a record as a frame.
pub(crate) fn schrijf_record(uit: &mut Vec<u8>, record: &Record) -> Result<(), StoreError> {
    let secties = record.secties.iter().map(|sectie| SectieInhoud {
        letter: sectie.letter.nummer(),
        compartiment: sectie.compartiment.nummer(),
        sleutel: sectie.sleutel.0,
        nonce: sectie.nonce,
        cijfertekst: Cow::Borrowed(&sectie.cijfertekst),
    });
    let inhoud = codeer(&Inhoud {
        vorm: VORM,
        id: record.id.0,
        type_naam: Cow::Borrowed(&record.type_naam),
        schema: record.schema,
        moment: record.moment.0,
        vorige: record.vorige.0,
        secties: secties.collect(),
    })?;
    let soort = Soort::Record(record.stroom, record.versie);
    schrijf(uit, Kopregel { soort, positie: record.positie }, &inhoud);
    Ok(())
}

/// Reads the body of a record; none when it is not of a form that this program knows.
pub(crate) fn lees_record(
    positie: Positie,
    stroom: StroomId,
    versie: Versie,
    inhoud: &[u8],
) -> Option<Record> {
    let inhoud: Inhoud = decodeer(inhoud).filter(|inhoud: &Inhoud| inhoud.vorm == VORM)?;
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

/// Writes the commit mark of a group of records.
pub(crate) fn schrijf_merk(uit: &mut Vec<u8>, groep: &[Record]) -> Result<(), StoreError> {
    let Some(laatste) = groep.last() else {
        return Ok(());
    };
    let regels =
        groep.iter().map(|it| (it.stroom.soort.nummer(), it.stroom.id, it.versie.0)).collect();
    let inhoud = codeer(&Groepsmerk { vorm: VORM, regels })?;
    schrijf(uit, Kopregel { soort: Soort::Groep, positie: laatste.positie }, &inhoud);
    Ok(())
}

/// Reads the body of a commit mark: stream and version of each record, in order.
pub(crate) fn lees_merk(inhoud: &[u8]) -> Option<Vec<(StroomId, Versie)>> {
    let merk: Groepsmerk = decodeer(inhoud).filter(|merk: &Groepsmerk| merk.vorm == VORM)?;
    let regels = merk.regels.into_iter().map(|(soort, id, versie)| {
        let soort = wvp_store::Stroomsoort::met_nummer(soort)?;
        Some((StroomId { soort, id }, Versie(versie)))
    });
    regels.collect()
}

fn codeer<T: Serialize>(waarde: &T) -> Result<Vec<u8>, StoreError> {
    let bytes = bincode::serde::encode_to_vec(waarde, bincode::config::standard())
        .map_err(|fout| StoreError::Unavailable(fout.to_string()))?;
    if bytes.len() > GROOTSTE {
        return Err(StoreError::TooLarge { bytes: bytes.len(), hoogstens: GROOTSTE });
    }
    Ok(bytes)
}

fn decodeer<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let config = bincode::config::standard();
    let (waarde, gelezen) = bincode::serde::decode_from_slice(bytes, config).ok()?;
    (gelezen == bytes.len()).then_some(waarde)
}
