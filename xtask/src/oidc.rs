//! The other party of a log-in, for tests: packages of npm by the lock file, kept under the target folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// What is installed, and what says which versions.
const FILES: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];

/// Installs what the lock file names, unless that is there.
#[expect(clippy::print_stderr, reason = "the progress of a chore is for the one who waits for it")]
pub(crate) fn install() -> Result<()> {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/data/oidc");
    // Where cargo keeps the folder of integration tests.
    let to = target()?.join("tmp/oidc");
    let lock = |folder: &Path| fs::read(folder.join("node_modules/.lock"));
    let wanted = fs::read(from.join("package-lock.json")).context("tests/data/oidc")?;
    if lock(&to).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    eprintln!("== installing the other party of a log-in: npm ci");
    fs::create_dir_all(&to)?;
    for file in FILES {
        fs::copy(from.join(file), to.join(file))
            .with_context(|| format!("tests/data/oidc/{file}"))?;
    }
    let npm = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
    let status = Command::new("npm").args(npm).current_dir(&to).status();
    if !status.context("npm cannot be started")?.success() {
        bail!("npm could not install what tests/data/oidc/package-lock.json names");
    }
    // Written last: half an installation is none.
    Ok(fs::write(to.join("node_modules/.lock"), wanted)?)
}

fn target() -> Result<PathBuf> {
    let metadata = ["metadata", "--format-version", "1", "--no-deps"];
    let output = Command::new("cargo").args(metadata).output().context("cargo metadata")?;
    let metadata: Value = serde_json::from_slice(&output.stdout).context("cargo metadata")?;
    let folder = metadata.get("target_directory").and_then(Value::as_str);
    folder.map(PathBuf::from).context("cargo metadata names no target folder")
}
