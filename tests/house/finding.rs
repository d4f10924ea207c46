//! What a rule found, and where.

use std::fmt;

use super::tree::SourceFile;

/// One place that breaks a rule, with what to do about it.
pub(crate) struct Finding {
    path: String,
    line: usize,
    advice: String,
}

impl Finding {
    /// Lines count from 1.
    pub(crate) fn new(file: &SourceFile, line: usize, advice: impl Into<String>) -> Self {
        Self { path: file.path.clone(), line, advice: advice.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.advice)
    }
}

/// Fails with every finding on a line of its own.
#[track_caller]
pub(crate) fn assert_none(findings: &[Finding]) {
    let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert!(lines.is_empty(), "house rules broken:\n{}", lines.join("\n"));
}

/// Fails unless the rule found exactly one place, at this `path:line`.
#[track_caller]
pub(crate) fn assert_one(findings: &[Finding], place: &str) {
    let places: Vec<String> =
        findings.iter().map(|finding| format!("{}:{}", finding.path, finding.line)).collect();
    assert_eq!(places, [place]);
}
