//! Chance that can be played again: a test prints its seed.

use std::hash::{BuildHasher as _, Hasher as _, RandomState};

/// A row of numbers that follows from its seed.
#[derive(Debug, Clone)]
pub(crate) struct Toeval(u64);

impl Toeval {
    /// A row that nobody knows beforehand.
    pub(crate) fn new() -> Self {
        Self::uit(RandomState::new().build_hasher().finish())
    }

    pub(crate) fn uit(zaad: u64) -> Self {
        println!("zaad {zaad}");
        Self(zaad)
    }

    /// A number below a limit (splitmix64).
    pub(crate) fn onder(&mut self, grens: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^= z >> 31;
        usize::try_from(z % u64::try_from(grens.max(1)).unwrap()).unwrap()
    }

    pub(crate) fn munt(&mut self) -> bool {
        self.onder(2) == 0
    }
}
