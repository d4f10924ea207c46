//! The program under test, as a process of its own.

use std::io::{Result, Write as _};
use std::process::{Command, Output, Stdio};

/// Runs the program with these arguments and this input, to its end.
///
/// # Errors
///
/// When it cannot be started.
pub fn draai(programma: &str, argumenten: &[&str], invoer: &str) -> Result<Output> {
    let mut kind = Command::new(programma)
        .args(argumenten)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    // A program that ends on its arguments does not wait for its input.
    drop(kind.stdin.take().map(|mut stdin| stdin.write_all(invoer.as_bytes())));
    kind.wait_with_output()
}
