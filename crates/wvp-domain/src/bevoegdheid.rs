//! Bevoegdheid: who may what, as facts. Accounts, logging in, assignments, consent, delegation, deviation.
//!
//! Aggregates of one shape. What they give is a right ([`Recht`]): it holds from a day, it may
//! end, and an end works from that day on and never backwards. The access table decides; these
//! facts only say under which circumstances.

pub mod afwijking;
pub mod beheer;
pub mod delegatie;
pub mod gebruiker;
pub mod inlog;
mod rechten;
pub mod toestemming;
pub mod toewijzing;
pub mod waarneming;
mod weigering;

pub use rechten::{Einde, Geldigheid, Organisatie, Recht, Rechten};
pub use weigering::Weigering;
