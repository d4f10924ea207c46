//! The checklist of OWASP ASVS stays true: its evidence exists, and what is not met stands under Open.

use std::collections::BTreeSet;
use std::path::Path;

use super::documents::functions;
use super::finding::{Finding, assert_none, assert_one};
use super::tree::{self, SourceFile};

const OPEN: &str = "\n## Open\n";

/// A requirement that was judged.
struct Judged<'a> {
    line: usize,
    item: &'a str,
    state: &'a str,
    evidence: &'a str,
}

fn judged(file: &SourceFile) -> Vec<Judged<'_>> {
    let lines = (1..).zip(file.text.lines());
    let rows = lines.filter_map(|(line, text)| {
        let cells: Vec<&str> = text.trim_matches('|').split('|').map(str::trim).collect();
        let [item, _, _, state, evidence] = *cells.as_slice() else { return None };
        is_item(item).then_some(Judged { line, item, state, evidence })
    });
    rows.collect()
}

/// Whether this is the number of a requirement, and not the head of a table.
fn is_item(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit())
}

/// Names before the remark are tests, or files when they have a dot or a slash.
fn evidence_exists(
    file: &SourceFile,
    functions: &[String],
    exists: impl Fn(&Path) -> bool,
) -> Vec<Finding> {
    let mut findings = vec![];
    for row in judged(file) {
        let names = row.evidence.split(';').next().unwrap_or_default();
        let names: Vec<&str> = names.split('`').skip(1).step_by(2).collect();
        if names.is_empty() {
            findings.push(Finding::new(file, row.line, "name a test or a file"));
        }
        for name in names {
            let is_there = if name.contains(['.', '/']) {
                exists(Path::new(name))
            } else {
                functions.iter().any(|function| function == name)
            };
            if !is_there {
                let advice = format!("`{name}` does not exist: name what proves this, or say no");
                findings.push(Finding::new(file, row.line, advice));
            }
        }
    }
    findings
}

/// Open lists what is not met, and nothing else.
fn open_is_what_is_not_met(file: &SourceFile) -> Vec<Finding> {
    let (_, open) = file.text.split_once(OPEN).unwrap_or_default();
    let items = open.lines().filter_map(|line| line.trim_matches('|').split('|').next());
    let open: BTreeSet<&str> = items.map(str::trim).collect();
    let differs = |row: &Judged<'_>| (row.state == "met") == open.contains(row.item);
    let rows = judged(file).into_iter().filter(differs);
    rows.map(|row| Finding::new(file, row.line, "list it under Open, or call it met")).collect()
}

/// How much is met, in the words of both documents.
fn summary(file: &SourceFile) -> String {
    let rows = judged(file);
    let count = |state: &str| rows.iter().filter(|row| row.state == state).count();
    format!("{} met, {} partly, {} not met", count("met"), count("partly"), count("not met"))
}

fn checklist() -> SourceFile {
    tree::file("deploy/asvs.md")
}

#[test]
fn the_evidence_of_the_checklist_exists() {
    let exists = |path: &Path| tree::root().join(path).exists();
    assert_none(&evidence_exists(&checklist(), &functions(), exists));
}

#[test]
fn evidence_that_does_not_exist_is_found() {
    let text = "| item |\n| 1.1.1 | 1 | x | met | `here`, `a.rs`; not `that` |\n\
                | 1.1.2 | 2 | y | met | `gone` |\n";
    let file = SourceFile::sample("A.md", text);
    assert_one(&evidence_exists(&file, &["here".to_owned()], |_| true), "A.md:3");
    let both = ["here".to_owned(), "gone".to_owned()];
    assert_one(&evidence_exists(&file, &both, |_| false), "A.md:2");
}

#[test]
fn what_is_not_met_is_listed_as_open() {
    assert_none(&open_is_what_is_not_met(&checklist()));
}

#[test]
fn what_is_missing_from_open_is_found() {
    let rows = "| 1.1.1 | 1 | x | partly | `a` |\n| 1.1.2 | 1 | y | not met | `b` |\n";
    let file = SourceFile::sample("A.md", &format!("{rows}{OPEN}\n| 1.1.1 | why |\n"));
    assert_one(&open_is_what_is_not_met(&file), "A.md:2");
}

#[test]
fn both_documents_tell_how_much_is_met() {
    let (checklist, security) = (checklist(), tree::file("SECURITY.md"));
    let summary = summary(&checklist);
    assert!(checklist.text.contains(&summary), "deploy/asvs.md: `{summary}`");
    assert!(security.text.contains(&summary), "SECURITY.md: `{summary}`");
}
