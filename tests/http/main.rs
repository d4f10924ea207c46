//! The server on a real store folder, spoken to over a real line.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests stop at the first surprise"
)]

mod aanbieder;
mod api;
mod bijlagen;
mod binnen;
mod bladen;
mod dood;
mod eigen_inlog;
mod grens;
mod last;
mod leesvragen;
mod lijven;
mod logregels;
mod oidc;
mod papieren;
mod proef;
mod rechtenbladen;
mod schemathesis;
mod sivi;
mod sporen;
mod voorbeelden;
mod vreemde_bladen;
mod vreemden;
mod wereld;
