//! Chance that can be repeated (splitmix64).

/// A row of numbers that follows from a seed.
#[derive(Debug)]
pub(super) struct Toeval(u64);

impl Toeval {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn volgende(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number between two bounds, both inclusive.
    pub(super) fn tussen(&mut self, laagst: i32, hoogst: i32) -> i32 {
        let aantal = u64::from(laagst.abs_diff(hoogst)) + 1;
        laagst.saturating_add(i32::try_from(self.volgende() % aantal).unwrap_or_default())
    }

    /// True this many times out of a hundred.
    pub(super) fn kans(&mut self, procent: i32) -> bool {
        self.tussen(1, 100) <= procent
    }
}
