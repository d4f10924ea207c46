//! The pages in a real browser: a server on a real store with a case that runs today, and one script of
//! `tests/data/browser` per walk, which tells what it saw. What should be so is judged here.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "helpers of tests stop at the first surprise"
)]

mod elders;
mod gezien;
mod medisch;
mod rechten;
mod schermen;
mod stukken;
mod taken;
mod wandeling;
