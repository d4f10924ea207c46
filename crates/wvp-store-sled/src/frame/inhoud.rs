//! The bodies of frames: a record, or the commit mark of a group.

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use wvp_store::{Positie, Record, StoreError, StroomId, Stroomsoort, Versie, recordvorm};

use super::{GROOTSTE, Kopregel, Soort, schrijf};

/// The form that this program writes; another one is unreadable.
const VORM: u8 = 1;

/// Records that one commit mark can name at most, whatever their streams and versions: 27 bytes each
/// for kind, id and version, beside the form and their number.
pub(crate) const REGELS_HOOGSTENS: usize = (GROOTSTE - 16) / 27;

/// What a commit mark says: the stream and version of each record of its group, so that a record
/// with a damaged header can still be named.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Groepsmerk {
    vorm: u8,
    regels: Vec<(u8, Uuid, u64)>,
}

/// Writes a record as a frame.
pub(crate) fn schrijf_record(uit: &mut Vec<u8>, record: &Record) -> Result<(), StoreError> {
    let inhoud = recordvorm::schrijf(record)?;
    eis_past(&inhoud)?;
    let soort = Soort::Record(record.stroom, record.versie);
    schrijf(uit, Kopregel { soort, positie: record.positie }, &inhoud);
    Ok(())
}

/// Writes the commit mark of a group of records, of which this is the last position.
pub(crate) fn schrijf_merk<'a>(
    uit: &mut Vec<u8>,
    laatste: Positie,
    groep: impl Iterator<Item = &'a Record>,
) -> Result<(), StoreError> {
    let inhoud = merk(groep)?;
    schrijf(uit, Kopregel { soort: Soort::Groep, positie: laatste }, &inhoud);
    Ok(())
}

/// Checks that one commit mark can name all these records.
pub(crate) fn eis_merk_past(groep: &[Record]) -> Result<(), StoreError> {
    if groep.len() > REGELS_HOOGSTENS { merk(groep.iter()).map(drop) } else { Ok(()) }
}

fn merk<'a>(groep: impl Iterator<Item = &'a Record>) -> Result<Vec<u8>, StoreError> {
    let regels = groep.map(|it| (it.stroom.soort.nummer(), it.stroom.id, it.versie.0)).collect();
    let merk = Groepsmerk { vorm: VORM, regels };
    let inhoud = bincode::serde::encode_to_vec(&merk, bincode::config::standard())
        .map_err(|fout| StoreError::Unavailable(fout.to_string()))?;
    eis_past(&inhoud)?;
    Ok(inhoud)
}

/// Reads the body of a commit mark: stream and version of each record, in order.
pub(crate) fn lees_merk(inhoud: &[u8]) -> Option<Vec<(StroomId, Versie)>> {
    let config = bincode::config::standard();
    let (merk, gelezen): (Groepsmerk, usize) =
        bincode::serde::decode_from_slice(inhoud, config).ok()?;
    if merk.vorm != VORM || gelezen != inhoud.len() {
        return None;
    }
    let regels = merk.regels.into_iter().map(|(soort, id, versie)| {
        let soort = Stroomsoort::met_nummer(soort)?;
        Some((StroomId { soort, id }, Versie(versie)))
    });
    regels.collect()
}

fn eis_past(inhoud: &[u8]) -> Result<(), StoreError> {
    let bytes = inhoud.len();
    if bytes > GROOTSTE {
        return Err(StoreError::TooLarge { bytes, hoogstens: GROOTSTE });
    }
    Ok(())
}
