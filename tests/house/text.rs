//! Rules on a file as text: its first line, its length, its name, words that stay on one machine.

use super::finding::{Finding, assert_none, assert_one};
use super::tree::{self, SourceFile};

/// Longest file in lines, its tests not counted.
const LONGEST: usize = 400;

/// Words that say where something was built, cut in two so that this file may hold them.
const OF_A_MACHINE: [(&str, &str); 5] =
    [("/wo", "rk/"), ("/tm", "p/"), ("/ro", "ot/"), ("artifac", "tory"), ("index.crates", ".io")];

/// Marks of unfinished work, cut in two for the same reason.
const UNFINISHED: [(&str, &str); 3] = [("TO", "DO"), ("FIX", "ME"), ("XX", "X:")];

fn says_what_it_is(file: &SourceFile) -> Vec<Finding> {
    if file.text.starts_with("//! ") {
        return vec![];
    }
    vec![Finding::new(file, 1, "begin with a `//!` line that says what the file is for")]
}

fn is_short(file: &SourceFile) -> Vec<Finding> {
    let lines = file.before_tests().lines().count();
    if lines <= LONGEST {
        return vec![];
    }
    let advice = format!("{lines} lines before its tests, at most {LONGEST}: split it by subject");
    vec![Finding::new(file, LONGEST + 1, advice)]
}

fn is_not_mod_rs(file: &SourceFile) -> Vec<Finding> {
    if file.path.ends_with("/mod.rs") {
        return vec![Finding::new(file, 1, "name it after its module: `foo.rs` beside `foo/`")];
    }
    vec![]
}

fn lines_with(file: &SourceFile, halves: &[(&str, &str)], advice: &str) -> Vec<Finding> {
    let words: Vec<String> = halves.iter().map(|(head, tail)| format!("{head}{tail}")).collect();
    let mut findings = vec![];
    for (line, text) in (1..).zip(file.text.lines()) {
        for word in words.iter().filter(|word| text.contains(word.as_str())) {
            findings.push(Finding::new(file, line, format!("`{word}`: {advice}")));
        }
    }
    findings
}

fn names_no_machine(file: &SourceFile) -> Vec<Finding> {
    lines_with(file, &OF_A_MACHINE, "name no path or host of one machine; tests use `tempfile`")
}

fn is_finished(file: &SourceFile) -> Vec<Finding> {
    lines_with(file, &UNFINISHED, "finish it now, or write an issue and leave it out")
}

#[test]
fn every_rust_file_says_what_it_is() {
    let findings: Vec<Finding> = tree::rust().iter().flat_map(says_what_it_is).collect();
    assert_none(&findings);
}

#[test]
fn a_file_without_a_first_line_is_found() {
    let file = SourceFile::sample("a.rs", "use std::fmt;\n");
    assert_one(&says_what_it_is(&file), "a.rs:1");
}

#[test]
fn no_rust_file_is_too_long() {
    let findings: Vec<Finding> = tree::rust().iter().flat_map(is_short).collect();
    assert_none(&findings);
}

#[test]
fn a_file_that_is_too_long_is_found_and_its_tests_do_not_count() {
    let code = "//\n".repeat(LONGEST);
    let with_tests = format!("{code}#[cfg(test)]\nmod tests {{}}\n//\n");
    assert_none(&is_short(&SourceFile::sample("a.rs", &with_tests)));
    assert_one(&is_short(&SourceFile::sample("a.rs", &format!("{code}//\n"))), "a.rs:401");
}

#[test]
fn no_file_is_called_mod_rs() {
    let findings: Vec<Finding> = tree::rust().iter().flat_map(is_not_mod_rs).collect();
    assert_none(&findings);
}

#[test]
fn a_mod_rs_is_found() {
    assert_one(&is_not_mod_rs(&SourceFile::sample("src/a/mod.rs", "")), "src/a/mod.rs:1");
}

#[test]
fn no_file_names_a_machine() {
    let files = tree::all();
    let findings: Vec<Finding> = files.iter().flat_map(names_no_machine).collect();
    assert_none(&findings);
}

#[test]
fn a_path_of_one_machine_is_found() {
    let text = format!("fine\nsee /wo{}here\n", "rk/");
    assert_one(&names_no_machine(&SourceFile::sample("a.md", &text)), "a.md:2");
}

#[test]
fn nothing_is_left_unfinished() {
    let findings: Vec<Finding> = tree::rust().iter().flat_map(is_finished).collect();
    assert_none(&findings);
}

#[test]
fn a_mark_of_unfinished_work_is_found() {
    let text = format!("//! x\n// TO{}: later\n", "DO");
    assert_one(&is_finished(&SourceFile::sample("a.rs", &text)), "a.rs:2");
}
