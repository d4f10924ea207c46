//! The hash chain of a stream: SHA-256 over the previous hash and the record, over ciphertext.
//!
//! The global position is left out, so that a chain survives a copy to another store; ciphertext
//! keeps the chain whole after a key was destroyed.

use sha2::{Digest, Sha256};

use crate::record::{Hash, NieuwRecord, Record};
use crate::stroom::{StroomId, Versie};

/// The hash of a record that follows `vorige` in its stream.
#[must_use]
pub fn schakel(vorige: Hash, stroom: StroomId, versie: Versie, nieuw: &NieuwRecord) -> Hash {
    let mut som = Sha256::new();
    som.update(vorige.0);
    som.update(stroom.bytes());
    som.update(versie.0.to_be_bytes());
    som.update(nieuw.id.0.as_bytes());
    neem_op(&mut som, nieuw.type_naam.as_bytes());
    som.update(nieuw.schema.to_be_bytes());
    som.update(nieuw.moment.0.to_be_bytes());
    for sectie in &nieuw.secties {
        som.update([sectie.letter.nummer(), sectie.compartiment.nummer()]);
        som.update(sectie.sleutel.0.to_be_bytes());
        som.update(sectie.nonce);
        neem_op(&mut som, &sectie.cijfertekst);
    }
    Hash(som.finalize().into())
}

/// Whether a record follows the one before it: next version, and its hash (see [`Hash::BEGIN`]).
#[must_use]
pub fn sluit_aan(voorganger: Option<&Record>, record: &Record) -> bool {
    let (versie, hash) =
        voorganger.map_or((Versie::GEEN, Hash::BEGIN), |eerder| (eerder.versie, eerder.hash));
    record.versie == versie.volgende() && record.vorige == hash
}

/// Length first, so that two fields can never be shifted into one another.
fn neem_op(som: &mut Sha256, bytes: &[u8]) {
    som.update((bytes.len() as u64).to_be_bytes());
    som.update(bytes);
}
