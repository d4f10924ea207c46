//! Style and typeface of the pages: fetched from the registry of npm by the lock file in `opmaak`, joined with our own
//! style, and put into the program with their licences. Nothing of others stands in the repository.

#[path = "build/bundel.rs"]
mod bundel;
#[path = "build/pakketten.rs"]
mod pakketten;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// What goes wrong is for whoever builds.
type Outcome<T> = Result<T, Box<dyn Error>>;

#[expect(clippy::disallowed_methods, reason = "cargo tells a build script by it where to write")]
fn main() -> Outcome<()> {
    println!("cargo::rerun-if-changed=opmaak");
    println!("cargo::rerun-if-changed=build");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let packages = pakketten::install(Path::new("opmaak"), &out.join("npm"))?;
    let assets = bundel::make(Path::new("opmaak"), &packages)?;
    let folder = out.join("middelen");
    fs::create_dir_all(&folder)?;
    for asset in &assets {
        fs::write(folder.join(asset.name), &asset.bytes)?;
    }
    fs::write(out.join("middelen.rs"), bundel::as_code(&assets))?;
    Ok(())
}
