//! Rules on manifests: one version in one place, a reason for each, and nothing unused.

use std::collections::BTreeSet;

use toml::{Table, Value};

use super::finding::{Finding, assert_none, assert_one};
use super::tree::{self, SourceFile};
use super::words;

const KINDS: [&str; 3] = ["dependencies", "dev-dependencies", "build-dependencies"];

/// The name of the package that a manifest describes.
pub(crate) fn package_name(manifest: &SourceFile) -> String {
    let name = parse(manifest).get("package").and_then(|package| package.get("name")).cloned();
    name.as_ref().and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// The names of all dependencies of a manifest, of every kind.
pub(crate) fn dependencies(manifest: &SourceFile) -> BTreeSet<String> {
    let table = parse(manifest);
    KINDS.iter().flat_map(|kind| names(&table, kind)).collect()
}

/// The line on which a dependency is named, from 1.
pub(crate) fn line_of(manifest: &SourceFile, dependency: &str) -> usize {
    let is_it = |line: &str| key(line).is_some_and(|key| key == dependency);
    manifest.text.lines().position(is_it).map_or(1, |line| line + 1)
}

fn parse(manifest: &SourceFile) -> Table {
    manifest
        .text
        .parse()
        .unwrap_or_else(|fault| panic!("{}:1: is not TOML ({fault}): repair it", manifest.path))
}

fn names(table: &Table, kind: &str) -> Vec<String> {
    let found = table.get(kind).and_then(Value::as_table);
    found.map(|found| found.keys().cloned().collect()).unwrap_or_default()
}

/// The key of a line `key = …` or `key.workspace = …`.
fn key(line: &str) -> Option<&str> {
    if line.starts_with(['#', '[']) {
        return None;
    }
    let (key, _) = line.split_once('=')?;
    Some(key.trim().trim_end_matches(".workspace"))
}

/// Versions stand in the root manifest, and only there.
fn takes_versions_from_the_root(manifest: &SourceFile) -> Vec<Finding> {
    let table = parse(manifest);
    let mut findings = vec![];
    for kind in KINDS {
        let Some(found) = table.get(kind).and_then(Value::as_table) else { continue };
        for (name, value) in found {
            if value.get("workspace") != Some(&Value::Boolean(true)) {
                let advice = format!("write `{name}.workspace = true`, the version in the root");
                findings.push(Finding::new(manifest, line_of(manifest, name), advice));
            }
        }
    }
    findings
}

/// A comment opens every run of lines in the table of the root.
fn gives_a_reason_for_each(root: &SourceFile) -> Vec<Finding> {
    let mut findings = vec![];
    let mut is_reasoned = false;
    let lines = (1..).zip(root.text.lines());
    let from = lines.skip_while(|(_, line)| *line != "[workspace.dependencies]").skip(1);
    for (number, line) in from.take_while(|(_, line)| !line.starts_with('[')) {
        if line.starts_with('#') {
            is_reasoned = true;
        } else if line.is_empty() {
            is_reasoned = false;
        } else if !is_reasoned {
            findings.push(Finding::new(root, number, "say above it, in a comment, what it is for"));
        }
    }
    findings
}

/// The name of every library is written somewhere in the crate that asks for it.
fn uses_what_it_asks_for(manifest: &SourceFile, sources: &[&SourceFile]) -> Vec<Finding> {
    let table = parse(manifest);
    let in_src = |file: &&&SourceFile| file.path.contains("/src/");
    let code: BTreeSet<String> =
        sources.iter().filter(in_src).flat_map(|file| identifiers(file)).collect();
    let all: BTreeSet<String> = sources.iter().flat_map(|file| identifiers(file)).collect();
    let mut findings = vec![];
    for (kind, used) in [("dependencies", &code), ("dev-dependencies", &all)] {
        for name in
            names(&table, kind).iter().filter(|name| !used.contains(&name.replace('-', "_")))
        {
            let advice = format!("`{name}` is not used in this crate: remove it from [{kind}]");
            findings.push(Finding::new(manifest, line_of(manifest, name), advice));
        }
    }
    findings
}

fn identifiers(file: &SourceFile) -> Vec<String> {
    words::of(file).into_iter().map(|word| word.text).collect()
}

/// Every line of the table in the root is asked for by a member.
fn is_asked_for(root: &SourceFile, asked: &BTreeSet<String>) -> Vec<Finding> {
    let table = parse(root);
    let workspace = table.get("workspace").and_then(Value::as_table);
    let offered = workspace.map(|workspace| names(workspace, "dependencies")).unwrap_or_default();
    offered
        .iter()
        .filter(|name| !asked.contains(*name))
        .map(|name| {
            Finding::new(root, line_of(root, name), format!("nobody uses `{name}`: remove it"))
        })
        .collect()
}

fn members(files: &[SourceFile]) -> Vec<&SourceFile> {
    files.iter().filter(|file| file.is_member_manifest()).collect()
}

#[test]
fn versions_stand_in_the_root_manifest_only() {
    let files = tree::all();
    let findings: Vec<Finding> =
        members(&files).into_iter().flat_map(takes_versions_from_the_root).collect();
    assert_none(&findings);
}

#[test]
fn a_version_elsewhere_is_found() {
    let manifest = SourceFile::sample("Cargo.toml", "[dependencies]\nserde = \"1\"\n");
    assert_one(&takes_versions_from_the_root(&manifest), "Cargo.toml:2");
}

#[test]
fn every_dependency_has_a_reason() {
    assert_none(&gives_a_reason_for_each(&tree::file("Cargo.toml")));
}

#[test]
fn a_dependency_without_reason_is_found() {
    let text = "[workspace.dependencies]\n# Why.\na = \"1\"\nb = \"1\"\n\nc = \"1\"\n[x]\nd = 1\n";
    assert_one(&gives_a_reason_for_each(&SourceFile::sample("Cargo.toml", text)), "Cargo.toml:6");
}

#[test]
fn every_dependency_is_used() {
    let files = tree::all();
    let mut findings = vec![];
    for manifest in members(&files) {
        let folder = manifest.path.trim_end_matches("Cargo.toml");
        let inside = |file: &&SourceFile| file.has_extension("rs") && file.path.starts_with(folder);
        let sources: Vec<&SourceFile> = files.iter().filter(inside).collect();
        findings.extend(uses_what_it_asks_for(manifest, &sources));
    }
    assert_none(&findings);
}

#[test]
fn a_dependency_that_is_not_used_is_found() {
    let text = "[dependencies]\nused-one = \"1\"\nidle = \"1\"\n";
    let manifest = SourceFile::sample("a/Cargo.toml", text);
    let code = SourceFile::sample("a/src/lib.rs", "use used_one::X; // idle\n");
    let proof = SourceFile::sample("a/tests/a.rs", "use idle::X;\n");
    assert_one(&uses_what_it_asks_for(&manifest, &[&code, &proof]), "a/Cargo.toml:3");
}

#[test]
fn the_root_manifest_offers_nothing_idle() {
    let files = tree::all();
    let asked: BTreeSet<String> = members(&files).into_iter().flat_map(dependencies).collect();
    assert_none(&is_asked_for(&tree::file("Cargo.toml"), &asked));
}

#[test]
fn an_idle_line_of_the_root_manifest_is_found() {
    let text = "[workspace.dependencies]\nidle = \"1\"\n";
    let root = SourceFile::sample("Cargo.toml", text);
    assert_one(&is_asked_for(&root, &BTreeSet::new()), "Cargo.toml:2");
}
