//! schemathesis, which asks the API everything that its document allows: packages of Python by their hashes, in an
//! environment of their own.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::cached::{install_once, test_data};

/// Installs what the list of requirements names, unless that is there.
pub(crate) fn install() -> Result<()> {
    install_once("schemathesis", &test_data("schemathesis").join("requirements.txt"), pip)
}

fn pip(to: &Path) -> Result<()> {
    let environment = to.join("venv");
    let names = test_data("schemathesis").join("requirements.txt");
    run("python3", ["-m".as_ref(), "venv".as_ref(), "--clear".as_ref(), environment.as_os_str()])?;
    let pip = environment.join("bin/pip");
    let arguments =
        ["install", "--quiet", "--require-hashes", "--only-binary", ":all:", "--requirement"];
    run(&pip, arguments.map(OsStr::new).into_iter().chain([names.as_os_str()]))
}

fn run<'a>(
    program: impl AsRef<OsStr>,
    arguments: impl IntoIterator<Item = &'a OsStr>,
) -> Result<()> {
    let program = program.as_ref();
    let status = Command::new(program).args(arguments).status();
    if !status.with_context(|| format!("{} cannot be started", program.display()))?.success() {
        bail!("{} could not install what tests/data/schemathesis names", program.display());
    }
    Ok(())
}
