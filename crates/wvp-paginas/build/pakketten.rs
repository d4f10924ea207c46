//! The packages of others, by the lock file.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::Outcome;

/// What says which versions, and how they are fetched.
const FILES: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];

/// One package of others.
pub(crate) struct Package {
    /// Its name in the registry.
    pub(crate) name: String,
    /// Which version.
    pub(crate) version: String,
    /// Under which licence, as SPDX names it.
    pub(crate) licence: String,
    /// Where it lies.
    pub(crate) folder: PathBuf,
}

/// Fetches what the lock file names into `to`, unless it is there, and gives every package that `from` asks for.
pub(crate) fn install(from: &Path, to: &Path) -> Outcome<Vec<Package>> {
    let wanted = fs::read(from.join("package-lock.json"))?;
    let mark = to.join("installed.lock");
    if fs::read(&mark).ok().as_ref() != Some(&wanted) {
        fetch(from, to)?;
        // Written last: half an installation is none.
        fs::write(mark, wanted)?;
    }
    let asked: Value = serde_json::from_slice(&fs::read(from.join("package.json"))?)?;
    let names = asked
        .get("dependencies")
        .and_then(Value::as_object)
        .ok_or("opmaak/package.json asks for nothing")?;
    names.keys().map(|name| read(name, to.join("node_modules").join(name))).collect()
}

fn fetch(from: &Path, to: &Path) -> Outcome<()> {
    fs::create_dir_all(to)?;
    for file in FILES {
        fs::copy(from.join(file), to.join(file))?;
    }
    let arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"];
    let status = Command::new("npm").args(arguments).current_dir(to).status();
    let status = status.map_err(|fault| {
        format!(
            "the style of the pages is fetched by `npm`, which cannot be started ({fault}): install \
             the package `npm` (Debian, Ubuntu: apt-get install npm), then build again"
        )
    })?;
    if !status.success() {
        return Err(
            "npm could not fetch what opmaak/package-lock.json names: is there a way to its \
                    registry?"
                .into(),
        );
    }
    Ok(())
}

fn read(name: &str, folder: PathBuf) -> Outcome<Package> {
    let about: Value = serde_json::from_slice(&fs::read(folder.join("package.json"))?)?;
    let text =
        |field: &str| about.get(field).and_then(Value::as_str).unwrap_or_default().to_owned();
    Ok(Package {
        name: name.to_owned(),
        version: text("version"),
        licence: text("license"),
        folder,
    })
}
