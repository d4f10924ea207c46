//! A second opinion on the access table, for tests only: the same rows as Cedar policies.
//!
//! Everything here reads `matrix.csv` on its own, by the six lines of domain/access.md B.1, and
//! shares no code with the interpreter of wvp-access. One row becomes one policy; who belongs to
//! which party, which object to which category, becomes the entity hierarchy. Cedar decides.
//! Never part of the program (ARCHITECTURE.md section 1).

mod beleid;
mod entiteiten;
mod oordeel;
mod rij;
mod voorwaarde;

pub use beleid::beleid;
pub use oordeel::{Cedar, CedarVraag};
pub use rij::{CedarFout, CedarRij};
