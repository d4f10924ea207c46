//! The programs that tests start, from Debian packages: installed when they are missing.

use std::process::{Command, Stdio};

use anyhow::{Result, bail};

const DATABASE: &str = "postgresql";
const MAIL: &str = "python3-aiosmtpd";
/// Opens sealed papers in tests, as a reader that others wrote; its program has the same name.
const PDF: &str = "qpdf";
/// For what tests run in Python.
const ENVIRONMENTS: &str = "python3-venv";
/// Shows pages to tests; its program has the same name.
const BROWSER: &str = "chromium";
/// Runs the other party of a log-in, and steers the browser.
const NODE: &str = "node";
/// Installs what node runs.
const NPM: &str = "npm";
/// Packages of npm, each a folder of `tests/data`: the other party of a log-in, and what steers the browser.
const OF_NPM: [&str; 2] = ["oidc", "browser"];

/// Installs the Debian packages of the programs that are not found. The tests start servers of their own;
/// one that a package may start is not used.
pub(crate) fn install() -> Result<()> {
    if wvp_proefserver::zoek_programmas().is_err() {
        install_package(DATABASE)?;
        wvp_proefserver::zoek_programmas()?;
    }
    if wvp_proefserver::zoek_python().is_err() {
        install_package(MAIL)?;
        wvp_proefserver::zoek_python()?;
    }
    for program in [PDF, BROWSER] {
        if !runs(program) {
            install_package(program)?;
        }
    }
    // `node` comes with the package manager.
    if !(runs(NODE) && runs(NPM)) {
        install_package(NPM)?;
    }
    // Debian splits off what makes an environment of its own.
    if !makes_environments() {
        install_package(ENVIRONMENTS)?;
    }
    for name in OF_NPM {
        crate::npm::install(name)?;
    }
    crate::schemathesis::install()
}

fn makes_environments() -> bool {
    let asks = ["-c", "import ensurepip, venv"];
    Command::new("python3").args(asks).status().is_ok_and(|status| status.success())
}

fn runs(program: &str) -> bool {
    let version = Command::new(program).arg("--version").stdout(Stdio::null()).status();
    version.is_ok_and(|status| status.success())
}

#[expect(clippy::print_stderr, reason = "the progress of a chore is for the one who waits for it")]
fn install_package(package: &str) -> Result<()> {
    eprintln!("== installing a program for the tests: apt-get install {package}");
    let install = ["install", "--yes", "--no-install-recommends", package];
    // Lists of packages may be missing or old: then they are fetched, once.
    if !(apt_get(&install) || apt_get(&["update"]) && apt_get(&install)) {
        bail!(
            "tests need a program that could not be installed: install the package `{package}` \
             (Debian, Ubuntu) as root, then run this again"
        );
    }
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
