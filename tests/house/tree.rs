//! The committed text files of the workspace.

use std::fs;
use std::path::{Path, PathBuf};

/// What git does not hold: build output and git's own files.
const NOT_OURS: [&str; 2] = ["target", ".git"];

/// A text file and where it stands.
pub(crate) struct SourceFile {
    /// Path from the root of the workspace, with `/`.
    pub(crate) path: String,
    /// The whole text.
    pub(crate) text: String,
}

impl SourceFile {
    /// A file that exists only in a test.
    pub(crate) fn sample(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// Whether the name ends in this, after a dot.
    pub(crate) fn has_extension(&self, extension: &str) -> bool {
        Path::new(&self.path).extension().is_some_and(|found| found == extension)
    }

    /// Whether this is a manifest of a member of the workspace, and not of a workspace of its own.
    pub(crate) fn is_member_manifest(&self) -> bool {
        let is_apart = self.text.lines().any(|line| line == "[workspace]");
        self.path.ends_with("/Cargo.toml") && !is_apart
    }

    /// The text up to the tests at its end.
    pub(crate) fn before_tests(&self) -> &str {
        self.text.split("#[cfg(test)]\nmod ").next().unwrap_or_default()
    }
}

/// The root of the workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every text file, by path. Fonts and other files that are not UTF-8 are left out.
pub(crate) fn all() -> Vec<SourceFile> {
    let mut files = vec![];
    walk(&root(), "", &mut files);
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

/// Every Rust file, by path.
pub(crate) fn rust() -> Vec<SourceFile> {
    all().into_iter().filter(|file| file.has_extension("rs")).collect()
}

/// One file that must exist.
pub(crate) fn file(path: &str) -> SourceFile {
    let text = fs::read_to_string(root().join(path)).unwrap_or_else(|fault| {
        panic!("{path}:1: cannot be read ({fault}): restore it");
    });
    SourceFile::sample(path, &text)
}

fn walk(folder: &Path, prefix: &str, files: &mut Vec<SourceFile>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let path = format!("{prefix}{name}");
        if NOT_OURS.contains(&name.as_str()) {
            continue;
        }
        if entry.file_type().unwrap().is_dir() {
            walk(&entry.path(), &format!("{path}/"), files);
        } else if let Ok(text) = fs::read_to_string(entry.path()) {
            files.push(SourceFile { path, text });
        }
    }
}
