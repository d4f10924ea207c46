//! The moving parts: execute, read, follow, tick, alert.
//!
//! The way of a command: [`Engine::execute`] asks whether this person may, folds section A of the
//! stream, lets `wvp_domain::decide` judge, seals and appends. Afterwards, from the same log, each
//! with its own checkpoint: [`Engine::follow`] keeps the read models, [`Engine::alert`] sends what
//! reminders say. Every day and at every start [`Engine::tick`] lets each open dossier make true
//! what falls due.

pub mod aanname;
mod auteurschap;
pub mod bericht;
mod bron;
mod doorsturen;
mod engine;
mod feiten;
mod fout;
mod gebruiker;
pub mod klok;
mod laden;
mod leeslog;
mod lezen;
mod melden;
pub mod opmaker;
mod regels;
mod register;
mod riv;
mod rooster;
mod tikken;
mod toegang;
mod toen;
mod toeval;
mod uitvoeren;
mod volgen;
mod zicht;

pub use bericht::{Bericht, BezorgFout, Notifier};
pub use engine::{Engine, Onderdelen};
pub use fout::{ExecuteError, Geweigerd, ReadError, RivError};
pub use gebruiker::Gebruiker;
pub use klok::{Handklok, Klok, Systeemklok};
pub use leeslog::{Aanleiding, Leesregel, Zoekvraag};
pub use lezen::Inzage;
pub use melden::Gemeld;
pub use opmaker::{Bestand, OpmaakFout, Opmaker, RivInvoer};
pub use regels::Vergeleken;
pub use rooster::{Rooster, RoosterFout};
pub use tikken::Getikt;
pub use toen::Toen;
pub use toeval::nieuw_id;
