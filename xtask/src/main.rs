//! The chores: `cargo xtask ci`, `cargo xtask tidy`, `cargo xtask schemas`, `cargo xtask packages`.

mod cached;
mod npm;
mod packages;
mod schemathesis;
mod steps;

use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "usage: cargo xtask ci | tidy | schemas | packages
  ci       everything that must be green: formatting, lints, documentation, tests
  tidy     the house rules only
  schemas  write the generated files under schemas/
  packages what tests start: programs of Debian, npm and Python, installed when missing";

#[expect(clippy::print_stderr, reason = "the outcome of a chore is for the one who asked for it")]
fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let chore = std::env::args().nth(1);
    match chore.as_deref() {
        Some("ci") => steps::ci(),
        Some("tidy") => steps::tidy(),
        Some("schemas") => steps::schemas(),
        Some("packages") => packages::install(),
        Some(_) | None => bail!(USAGE),
    }
}
