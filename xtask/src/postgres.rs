//! The PostgreSQL server that tests start: installed when it is missing.

use std::process::{Command, Stdio};

use anyhow::{Result, bail};

const PACKAGE: &str = "postgresql";

/// Installs the Debian package when no server is found. The tests start a server of their own; the one
/// that the package may start is not used.
#[expect(clippy::print_stderr, reason = "the progress of a chore is for the one who waits for it")]
pub(crate) fn install() -> Result<()> {
    if wvp_proefserver::zoek_programmas().is_ok() {
        return Ok(());
    }
    eprintln!("== installing PostgreSQL: apt-get install {PACKAGE}");
    let install = ["install", "--yes", "--no-install-recommends", PACKAGE];
    // Lists of packages may be missing or old: then they are fetched, once.
    if !(apt_get(&install) || apt_get(&["update"]) && apt_get(&install)) {
        bail!(
            "tests need a PostgreSQL server, and it could not be installed: install the package \
             `{PACKAGE}` (Debian, Ubuntu) as root, then run this again"
        );
    }
    wvp_proefserver::zoek_programmas()?;
    Ok(())
}

/// Runs apt-get, as root or through sudo without a question; whether it went well.
fn apt_get(arguments: &[&str]) -> bool {
    let run = |program: &str, before: &[&str]| {
        Command::new(program)
            .args(before)
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdin(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    };
    run("apt-get", &[]) || run("sudo", &["-n", "apt-get"])
}
