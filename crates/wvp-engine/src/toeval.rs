//! Random ids are drawn here and nowhere else.

use sha2::{Digest as _, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

/// A new random id.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "the one place where random ids are drawn")]
pub fn nieuw_id() -> Uuid {
    Uuid::new_v4()
}

/// 32 bytes that nobody can guess: 244 random bits, spread by a hash.
pub(crate) fn willekeurig() -> Zeroizing<[u8; 32]> {
    let bron = Zeroizing::new([nieuw_id().into_bytes(), nieuw_id().into_bytes()].concat());
    Zeroizing::new(Sha256::digest(bron.as_slice()).into())
}
