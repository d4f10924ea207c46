//! The steps of CI, in the order in which they are cheapest to fail.

use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

/// Tested apart: in one build with the others it would change the order of keys in their JSON.
const CEDAR: &str = "wvp-access-cedar";

const FORMAT: &[&str] = &["fmt", "--all", "--check"];
const LINTS: &[&str] =
    &["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"];
const DOCS: &[&str] = &["doc", "--workspace", "--no-deps", "--document-private-items", "--locked"];
const DOC_TESTS: &[&str] = &["test", "--doc", "--workspace", "--exclude", CEDAR, "--locked"];
const DENY: &[&str] = &["deny", "check", "bans", "licenses", "sources"];
const SECOND_OPINION: &[&str] =
    &["nextest", "run", "--package", CEDAR, "--locked", "--no-fail-fast"];
const TESTS: &[&str] =
    &["nextest", "run", "--workspace", "--exclude", CEDAR, "--locked", "--no-fail-fast"];
const HOUSE_RULES: &[&str] =
    &["nextest", "run", "--package", "tests", "--test", "house", "--no-fail-fast"];
/// A program of its own: it reaches the whole house, and this one must build before anything is installed.
const SCHEMAS: &[&str] = &["run", "--quiet", "--package", "xtask-schemas", "--locked"];
const INSTALL_NEXTEST: &[&str] = &["install", "cargo-nextest", "--locked"];

/// Runs everything that must be green. The tests come last, so that their summary closes the output.
pub(crate) fn ci() -> Result<()> {
    install_nextest()?;
    crate::packages::install()?;
    step("formatting", FORMAT)?;
    step("lints", LINTS)?;
    step("documentation", DOCS)?;
    if is_installed("deny") {
        step("cargo-deny", DENY)?;
    }
    step("examples in the documentation", DOC_TESTS)?;
    step("second opinion on the access table", SECOND_OPINION)?;
    step("tests", TESTS)
}

/// Runs the house rules only.
pub(crate) fn tidy() -> Result<()> {
    install_nextest()?;
    step("house rules", HOUSE_RULES)
}

/// Writes the generated files.
pub(crate) fn schemas() -> Result<()> {
    step("generated files", SCHEMAS)
}

fn install_nextest() -> Result<()> {
    if is_installed("nextest") {
        return Ok(());
    }
    step("installing cargo-nextest", INSTALL_NEXTEST)
}

/// Whether cargo knows this subcommand.
fn is_installed(subcommand: &str) -> bool {
    let status = Command::new("cargo")
        .args([subcommand, "--version"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    status.is_ok_and(|status| status.success())
}

/// Runs cargo and says how long it took. Broken links in the documentation count as errors.
#[expect(clippy::print_stderr, reason = "the progress of a chore is for the one who waits for it")]
fn step(name: &str, arguments: &[&str]) -> Result<()> {
    eprintln!("== {name}: cargo {}", arguments.join(" "));
    let start = Instant::now();
    let status = Command::new("cargo")
        .args(arguments)
        .env("RUSTDOCFLAGS", "-D warnings")
        .status()
        .with_context(|| format!("cargo cannot be started for {name}"))?;
    if !status.success() {
        bail!("{name} failed after {} s", start.elapsed().as_secs());
    }
    eprintln!("== {name}: done in {} s", start.elapsed().as_secs());
    Ok(())
}
