//! The other party of a log-in, for tests: packages of npm by the lock file.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::cached::{install_once, test_data};

/// What is installed, and what says which versions.
const FILES: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];

/// Installs what the lock file names, unless that is there.
pub(crate) fn install() -> Result<()> {
    install_once("oidc", &test_data("oidc").join("package-lock.json"), npm)
}

fn npm(to: &Path) -> Result<()> {
    let from = test_data("oidc");
    for file in FILES {
        fs::copy(from.join(file), to.join(file))
            .with_context(|| format!("tests/data/oidc/{file}"))?;
    }
    let npm = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
    let status = Command::new("npm").args(npm).current_dir(to).status();
    if !status.context("npm cannot be started")?.success() {
        bail!("npm could not install what tests/data/oidc/package-lock.json names");
    }
    Ok(())
}
