//! A record as a row. Sections go in one column, packed as they are: everything in it is ciphertext or
//! addresses a key.

use tokio_postgres::Row;
use uuid::Uuid;
use wvp_domain::Compartiment;
use wvp_store::keyring::SleutelId;
use wvp_store::{
    GebeurtenisId, Hash, Letter, Moment, NieuwRecord, Positie, Record, Schade, StroomId, Versie,
    VerzegeldeSectie,
};

/// Largest sections of one record, in bytes; the same as in the embedded store.
pub(crate) const GROOTSTE: usize = 1 << 20;

/// The form of the packed sections that this program writes; another one is unreadable.
const VORM: u8 = 1;

/// Packs sections: form, then per section letter, compartment, key, nonce, length, ciphertext.
pub(crate) fn pak(secties: &[VerzegeldeSectie]) -> Vec<u8> {
    let mut bytes = vec![VORM];
    for sectie in secties {
        bytes.extend([sectie.letter.nummer(), sectie.compartiment.nummer()]);
        bytes.extend(sectie.sleutel.0.to_be_bytes());
        bytes.extend(sectie.nonce);
        bytes.extend((sectie.cijfertekst.len() as u64).to_be_bytes());
        bytes.extend(&sectie.cijfertekst);
    }
    bytes
}

fn pak_uit(bytes: &[u8]) -> Option<Vec<VerzegeldeSectie>> {
    let (vorm, mut rest) = bytes.split_first()?;
    let mut secties = vec![];
    while !rest.is_empty() {
        let (&[letter, compartiment], na) = rest.split_first_chunk::<2>()?;
        let (sleutel, na) = na.split_first_chunk::<8>()?;
        let (nonce, na) = na.split_first_chunk::<12>()?;
        let (lengte, na) = na.split_first_chunk::<8>()?;
        let lengte = usize::try_from(u64::from_be_bytes(*lengte)).ok()?;
        let (cijfertekst, na) = na.split_at_checked(lengte)?;
        secties.push(VerzegeldeSectie {
            letter: Letter::met_nummer(letter)?,
            compartiment: Compartiment::met_nummer(compartiment)?,
            sleutel: SleutelId(u64::from_be_bytes(*sleutel)),
            nonce: *nonce,
            cijfertekst: cijfertekst.to_vec(),
        });
        rest = na;
    }
    (*vorm == VORM).then_some(secties)
}

/// The columns of a record, in the order in which [`lees`] expects them.
#[derive(Debug)]
pub(crate) enum Gelezen {
    /// The record, as it was stored.
    Heel(Box<Record>),
    /// Something else stands there than was stored.
    Beschadigd(Schade),
}

/// Reads a row back and holds it against its hash; none when the row is not even one of ours.
pub(crate) fn lees(rij: &Row) -> Option<Gelezen> {
    let positie = Positie(rij.try_get::<_, i64>(0).ok()?.cast_unsigned());
    let stroom = StroomId::uit_bytes(rij.try_get(1).ok()?);
    let versie = Versie(rij.try_get::<_, i64>(2).ok()?.cast_unsigned());
    let heel = stroom.and_then(|stroom| lees_inhoud(rij, positie, stroom, versie));
    let schade = || schade(positie, stroom, Some(versie));
    Some(heel.map_or_else(|| Gelezen::Beschadigd(schade()), |it| Gelezen::Heel(Box::new(it))))
}

/// Damage at a position. There are no segments here: the offset is the position.
pub(crate) fn schade(positie: Positie, stroom: Option<StroomId>, versie: Option<Versie>) -> Schade {
    Schade { segment: 0, offset: positie.0, stroom, versie }
}

fn lees_inhoud(rij: &Row, positie: Positie, stroom: StroomId, versie: Versie) -> Option<Record> {
    let vorige = <[u8; 32]>::try_from(rij.try_get::<_, &[u8]>(7).ok()?).ok()?;
    let hash = <[u8; 32]>::try_from(rij.try_get::<_, &[u8]>(8).ok()?).ok()?;
    let nieuw = NieuwRecord {
        id: GebeurtenisId(rij.try_get::<_, Uuid>(3).ok()?),
        type_naam: rij.try_get(4).ok()?,
        schema: u16::try_from(rij.try_get::<_, i32>(5).ok()?).ok()?,
        moment: Moment(rij.try_get(6).ok()?),
        voor: None,
        secties: pak_uit(rij.try_get(9).ok()?)?,
    };
    let record = Record::plaats(nieuw, stroom, versie, positie, Hash(vorige));
    (record.hash == Hash(hash)).then_some(record)
}

/// A number as PostgreSQL knows it; what does not fit is beyond everything that is stored.
pub(crate) fn getal(nummer: u64) -> i64 {
    i64::try_from(nummer).unwrap_or(i64::MAX)
}
