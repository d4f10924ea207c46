//! Rows of read models under seal: with a data key of the stream they were made from (that of section A, unless a row
//! holds a part of its own), so that destroying that key erases the row too.

use serde::Serialize;
use serde::de::DeserializeOwned;
use wvp_domain::Compartiment;

use crate::codec::CodecFout;
use crate::fout::StoreError;
use crate::keyring::{Leessleutel, SleutelId, Sleutelbos};
use crate::record::Letter;
use crate::stroom::{StroomId, Versie};

const SLEUTEL_BYTES: usize = 8;
const NONCE_BYTES: usize = 12;

/// Encodes and seals a row; it opens only as this row of this model.
///
/// # Errors
///
/// [`StoreError::Keyring`] when the key was destroyed or cannot be made, [`StoreError::Codec`].
pub async fn verzegel_rij<T: Serialize + Sync>(
    sleutelbos: &dyn Sleutelbos,
    stroom: StroomId,
    plek: &[u8],
    rij: &T,
) -> Result<Vec<u8>, StoreError> {
    verzegel_deel(sleutelbos, (stroom, Compartiment::A), plek, rij).await
}

/// As [`verzegel_rij`], for a row that holds what belongs to a compartment.
///
/// # Errors
///
/// [`StoreError::Keyring`] when the key was destroyed or cannot be made, [`StoreError::Codec`].
pub async fn verzegel_deel<T: Serialize + Sync>(
    sleutelbos: &dyn Sleutelbos,
    (stroom, compartiment): (StroomId, Compartiment),
    plek: &[u8],
    rij: &T,
) -> Result<Vec<u8>, StoreError> {
    let bytes = bincode::serde::encode_to_vec(rij, bincode::config::standard())
        .map_err(|_| CodecFout::Codeer("rij"))?;
    let sleutel = sleutelbos.voor_schrijven(stroom, compartiment).await?;
    let (nonce, cijfertekst) = sleutel.verzegel(plek, &bytes)?;
    let mut waarde = stroom.bytes().to_vec();
    waarde.extend(sleutel.id().0.to_be_bytes());
    waarde.extend(nonce);
    waarde.extend(cijfertekst);
    Ok(waarde)
}

/// Opens a row; none when its key was destroyed or this node does not hold it.
///
/// # Errors
///
/// [`StoreError::Codec`] or [`StoreError::Seal`] when the row is damaged, [`StoreError::Keyring`].
pub async fn open_rij<T: DeserializeOwned>(
    sleutelbos: &dyn Sleutelbos,
    plek: &[u8],
    waarde: &[u8],
) -> Result<Option<T>, StoreError> {
    open_deel(sleutelbos, Compartiment::A, plek, waarde).await
}

/// As [`open_rij`], for a row that holds what belongs to a compartment.
///
/// # Errors
///
/// [`StoreError::Codec`] or [`StoreError::Seal`] when the row is damaged, [`StoreError::Keyring`].
pub async fn open_deel<T: DeserializeOwned>(
    sleutelbos: &dyn Sleutelbos,
    compartiment: Compartiment,
    plek: &[u8],
    waarde: &[u8],
) -> Result<Option<T>, StoreError> {
    let rij = ontleed(waarde).ok_or(CodecFout::Decodeer(Letter::A))?;
    let sleutel = match sleutelbos.voor_lezen(rij.stroom, compartiment, rij.sleutel).await? {
        Leessleutel::Open(sleutel) => sleutel,
        Leessleutel::GeenKek | Leessleutel::Vernietigd => return Ok(None),
    };
    let bytes = sleutel.open(plek, rij.nonce, rij.cijfertekst).ok_or(StoreError::Seal {
        stroom: rij.stroom,
        versie: Versie::GEEN,
        letter: Letter::A,
    })?;
    match bincode::serde::decode_from_slice(&bytes, bincode::config::standard()) {
        Ok((rij, gelezen)) if gelezen == bytes.len() => Ok(Some(rij)),
        Ok(_) | Err(_) => Err(CodecFout::Decodeer(Letter::A).into()),
    }
}

struct Ontleed<'w> {
    stroom: StroomId,
    sleutel: SleutelId,
    nonce: [u8; NONCE_BYTES],
    cijfertekst: &'w [u8],
}

fn ontleed(waarde: &[u8]) -> Option<Ontleed<'_>> {
    let (stroom, rest) = waarde.split_at_checked(StroomId::BYTES)?;
    let (sleutel, rest) = rest.split_first_chunk::<SLEUTEL_BYTES>()?;
    let (nonce, cijfertekst) = rest.split_first_chunk::<NONCE_BYTES>()?;
    Some(Ontleed {
        stroom: StroomId::uit_bytes(stroom)?,
        sleutel: SleutelId(u64::from_be_bytes(*sleutel)),
        nonce: *nonce,
        cijfertekst,
    })
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;
    use wvp_domain::{AccountId, Compartiment, DossierId};

    use super::{open_rij, verzegel_rij};
    use crate::keyring::{Ondertekenaar, Reden, Sleutelbos, SleutelbosGeheugen, Vernietiging};
    use crate::{Moment, StoreError, StroomId};

    fn stroom() -> StroomId {
        DossierId(Uuid::from_u128(7)).into()
    }

    #[tokio::test]
    async fn een_rij_opent_als_zichzelf() {
        let bos = SleutelbosGeheugen::new();
        let waarde = verzegel_rij(&bos, stroom(), b"model/1", &"anna".to_owned()).await.unwrap();
        assert!(!waarde.windows(4).any(|deel| deel == b"anna"));
        let open: Option<String> = open_rij(&bos, b"model/1", &waarde).await.unwrap();
        assert_eq!(open.as_deref(), Some("anna"));
    }

    #[tokio::test]
    async fn een_rij_op_een_andere_plek_is_beschadigd() {
        let bos = SleutelbosGeheugen::new();
        let waarde = verzegel_rij(&bos, stroom(), b"model/1", &1_u8).await.unwrap();
        let open: Result<Option<u8>, _> = open_rij(&bos, b"model/2", &waarde).await;
        assert!(matches!(open, Err(StoreError::Seal { .. })));
    }

    #[tokio::test]
    async fn na_vernietiging_van_de_sleutel_is_de_rij_dicht() {
        let bos = SleutelbosGeheugen::new();
        let waarde = verzegel_rij(&bos, stroom(), b"model/1", &1_u8).await.unwrap();
        let wat = Vernietiging {
            stroom: stroom(),
            compartiment: Compartiment::A,
            moment: Moment(8),
            door: AccountId(Uuid::from_u128(9)),
            reden: Reden::Bewaartermijn,
        };
        let bewijs = Ondertekenaar::willekeurig().unwrap().onderteken(wat).unwrap();
        bos.vernietig(&[bewijs]).await.unwrap();
        let open: Option<u8> = open_rij(&bos, b"model/1", &waarde).await.unwrap();
        assert_eq!(open, None);
    }
}
