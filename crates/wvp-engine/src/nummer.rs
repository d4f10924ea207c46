//! Ids that follow from words: the same words give the same id, in every run and on every node.

use sha2::{Digest as _, Sha256};
use uuid::Uuid;

/// The id (UUID version 8) that belongs to a list of words.
#[must_use]
pub fn nummer(woorden: &[&str]) -> Uuid {
    let som: [u8; 32] = Sha256::digest(woorden.join("/")).into();
    som.first_chunk::<16>().map_or_else(Uuid::nil, |begin| Uuid::new_v8(*begin))
}

#[cfg(test)]
mod tests {
    use super::nummer;

    #[test]
    fn dezelfde_woorden_geven_altijd_hetzelfde_nummer() {
        assert_eq!(nummer(&["demo", "recht"]), nummer(&["demo", "recht"]));
        assert_ne!(nummer(&["demo", "recht"]), nummer(&["demo", "verlof"]));
    }
}
