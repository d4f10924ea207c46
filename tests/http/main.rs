//! The server on a real store folder, spoken to over a real line.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests stop at the first surprise"
)]

mod api;
mod bijlagen;
mod binnen;
mod leesvragen;
mod papieren;
mod proef;
mod voorbeelden;
