//! Messages to and from others, as typed data that keeps to its rules.
//!
//! Begin at [`uwv`] for the messages about illness to UWV, at [`sivi::verzuimmeldingen`] for what an employer
//! sends to an arbodienst in the SIVI standard, and at [`sivi::documenten`] for documents that go out in it. What
//! may stand in one element is in [`waarde`], [`nummer`] and [`codelijst`].
//!
//! Whoever reads is told everything that is wrong at once: field with its place, value, rule. A fault never
//! repeats what says who somebody is or why ill. Nothing here sends, receives, stores or decides.

pub mod codelijst;
mod invoer;
mod lezer;
pub mod nummer;
mod schrijf;
pub mod sivi;
pub mod uwv;
pub mod waarde;
pub mod xml;

pub use invoer::{Invoer, JsonFout};
pub use schrijf::SchrijfFout;
