//! The standard of SIVI: reports of absence in, papers out.

mod inname;
mod uitgave;
mod verslag;

pub use uitgave::{UitgaveFout, documenten};
pub use verslag::{Reden, Regel, Uitslag, neem_in};
