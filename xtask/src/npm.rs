//! What tests run in node: packages of npm by the lock file, without what they would run when installed.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::cached::{install_once, test_data};

/// What is installed, and what says which versions.
const FILES: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];

/// Installs what the lock file of `tests/data/<name>` names, unless that is there.
pub(crate) fn install(name: &str) -> Result<()> {
    install_once(name, &test_data(name).join("package-lock.json"), |to| npm(name, to))
}

fn npm(name: &str, to: &Path) -> Result<()> {
    let from = test_data(name);
    for file in FILES {
        fs::copy(from.join(file), to.join(file))
            .with_context(|| format!("tests/data/{name}/{file}"))?;
    }
    let npm = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
    let status = Command::new("npm").args(npm).current_dir(to).status();
    if !status.context("npm cannot be started")?.success() {
        bail!("npm could not install what tests/data/{name}/package-lock.json names");
    }
    Ok(())
}
