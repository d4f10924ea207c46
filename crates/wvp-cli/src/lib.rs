//! The command line: parse, run, exit code.
//!
//! One file per subcommand under `opdracht/`; `configuratie.rs` is the only reader of the
//! environment. Tests drive the demo through [`demo`] and [`huis`].

mod bediener;
mod berichten;
mod bezorging;
mod configuratie;
pub mod demo;
mod geheel;
pub mod huis;
mod instellingen;
mod invoer;
mod lezer;
mod logboek;
mod map;
mod nieuwe_map;
mod oidc;
mod opdracht;
mod post;
mod scherm;
pub mod simulatie;
mod tekening;
mod telemetrie;
mod uitvoer;
mod voortgang;
mod webhook;
mod woorden;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

pub use bediener::{beheerder, ingelogd};
pub use berichten::Postmap;
pub use tekening::lang;

use opdracht::Poortwachter;
use uitvoer::Einde;

/// Runs the program with the arguments of this process.
pub fn start() -> ExitCode {
    voer_uit(std::env::args_os())
}

/// Runs the program: 0 done, 1 refused or failed (reason on stderr), 2 wrong usage.
fn voer_uit(argumenten: impl IntoIterator<Item = OsString>) -> ExitCode {
    let einde = match Poortwachter::try_parse_from(argumenten) {
        Ok(poortwachter) => poortwachter.draai(),
        Err(fout) => Einde::verkeerd_gebruik(&fout),
    };
    einde.code()
}
