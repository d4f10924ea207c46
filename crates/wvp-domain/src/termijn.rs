//! The table of statutory terms.

pub mod id;

pub use id::TermijnId;
