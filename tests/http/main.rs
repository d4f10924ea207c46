//! The server on a real store folder, spoken to over a real line.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

mod api;
mod bijlagen;
mod binnen;
mod leesvragen;
mod papieren;
mod proef;
mod voorbeelden;
