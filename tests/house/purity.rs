//! Invariant 1: wvp-domain and wvp-access know no async, no I/O, no clock, no chance.

use super::finding::{Finding, assert_none, assert_one};
use super::tree::{self, SourceFile};
use super::words::{self, Word};

/// Where the rule holds. Tests may read files.
const PURE: [&str; 2] = ["crates/wvp-domain/src/", "crates/wvp-access/src/"];

/// Words that never stand in pure code.
const WORDS: [&str; 8] =
    ["async", "await", "tokio", "Instant", "SystemTime", "rand", "println", "eprintln"];

/// Modules of std that reach outside.
const MODULES: [&str; 8] = ["env", "fs", "io", "net", "os", "process", "thread", "time"];

fn is_pure(file: &SourceFile) -> Vec<Finding> {
    let words = words::before_tests(file);
    let mut findings = vec![];
    for word in words.iter().filter(|word| WORDS.contains(&word.text.as_str())) {
        findings.push(reaches_outside(file, word));
    }
    for word in std_modules(&words) {
        if MODULES.contains(&word.text.as_str()) {
            findings.push(reaches_outside(file, word));
        }
    }
    findings
}

fn reaches_outside(file: &SourceFile, word: &Word) -> Finding {
    let advice = format!("`{}` reaches outside: take its result as an argument", word.text);
    Finding::new(file, word.line, advice)
}

/// The first name after every `std::`, also inside `std::{…}`.
fn std_modules(words: &[Word]) -> Vec<&Word> {
    let mut found = vec![];
    for (at, word) in words.iter().enumerate() {
        if word.text == "std" && words.get(at + 1).is_some_and(|next| next.text == "::") {
            found.extend(heads(words.get(at + 2..).unwrap_or_default()));
        }
    }
    found
}

/// The name that a path goes on with, or every such name of a group.
fn heads(rest: &[Word]) -> Vec<&Word> {
    let mut found = vec![];
    let mut depth = 0_usize;
    let mut is_head = true;
    for word in rest {
        match word.text.as_str() {
            "{" => depth += 1,
            "}" => depth = depth.saturating_sub(1),
            "," if depth == 1 => is_head = true,
            _ if is_head => {
                found.push(word);
                is_head = false;
            }
            _ => {}
        }
        if depth == 0 && !is_head {
            break;
        }
    }
    found
}

#[test]
fn the_law_and_the_access_rules_reach_nothing_outside() {
    let files = tree::rust();
    let pure = files.iter().filter(|file| PURE.iter().any(|start| file.path.starts_with(start)));
    let findings: Vec<Finding> = pure.flat_map(is_pure).collect();
    assert_none(&findings);
}

#[test]
fn a_reach_outside_is_found() {
    let check = |text| is_pure(&SourceFile::sample("a.rs", text));
    assert_one(&check("async fn a() {}"), "a.rs:1");
    assert_one(&check("\nuse std::fs::File;"), "a.rs:2");
    assert_one(&check("use std::{collections::{BTreeMap, BTreeSet}, env};"), "a.rs:1");
    assert_one(&check("fn a() { let b = Instant::now(); }"), "a.rs:1");
}

#[test]
fn pure_code_and_its_tests_pass() {
    let check = |text| is_pure(&SourceFile::sample("a.rs", text));
    assert_none(&check("use std::{collections::BTreeMap, fmt};\nfn time(env: u8) {}"));
    assert_none(&check("#[cfg(test)]\nmod tests { use std::fs; }"));
}
