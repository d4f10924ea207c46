//! The program under test: the same start as the binary that is shipped.

use std::process::ExitCode;

fn main() -> ExitCode {
    wvp_cli::start()
}
