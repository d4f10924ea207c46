//! The package through the engine and the real papers: what the files show is judged, versions follow each other.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

mod dossier;
mod regels;
mod versies;
