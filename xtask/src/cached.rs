//! What tests need beside crates and Debian packages, by a lock file: installed once, kept under the target folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

/// Installs something into the folder `name` of where cargo keeps what integration tests need, unless it is there as
/// the lock file says.
#[expect(clippy::print_stderr, reason = "the progress of a chore is for the one who waits for it")]
pub(crate) fn install_once(
    name: &str,
    lock_file: &Path,
    install: impl FnOnce(&Path) -> Result<()>,
) -> Result<()> {
    let to = target()?.join("tmp").join(name);
    let mark = to.join("installed.lock");
    let shown = || lock_file.display().to_string();
    let wanted = fs::read(lock_file).with_context(shown)?;
    if fs::read(&mark).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    eprintln!("== installing {name}, for tests");
    fs::create_dir_all(&to)?;
    install(&to)?;
    // Written last: half an installation is none.
    Ok(fs::write(mark, wanted)?)
}

/// The folder with data of tests.
pub(crate) fn test_data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/data").join(name)
}

fn target() -> Result<PathBuf> {
    let metadata = ["metadata", "--format-version", "1", "--no-deps"];
    let output = Command::new("cargo").args(metadata).output().context("cargo metadata")?;
    let metadata: Value = serde_json::from_slice(&output.stdout).context("cargo metadata")?;
    let folder = metadata.get("target_directory").and_then(Value::as_str);
    folder.map(PathBuf::from).context("cargo metadata names no target folder")
}
