//! Rules on words of the language: what is never written, and what is written in one place only.

use super::finding::{Finding, assert_none, assert_one};
use super::tree::{self, SourceFile};
use super::words::{self, Word};

/// What is never written, tests included, and what to do instead.
const NEVER: [(&str, &str); 10] = [
    ("todo !", "finish it, or leave it out"),
    ("unimplemented !", "finish it, or leave it out"),
    ("macro_rules !", "write a function: no macros of our own"),
    ("sleep (", "wait for the thing itself, never for a clock"),
    ("# [ ignore", "let the test run, or delete it"),
    ("# [ should_panic", "assert on the result instead"),
    ("# [ non_exhaustive", "leave it off: a new variant must break every match on it"),
    ("mod prelude", "name what you import"),
    ("mod utils", "name the module after what it holds"),
    ("mod helpers", "name the module after what it holds"),
];

const CLOCK: &str = "crates/wvp-engine/src/klok.rs";
const CHANCE: &str = "crates/wvp-engine/src/toeval.rs";
const KEYS: &str = "crates/wvp-store/src/";
const SETTINGS: &str = "crates/wvp-cli/src/";

/// What is written in one place only: the words, the place (the start of a path), what to do instead.
const ONE_PLACE: [(&str, &str, &str); 16] = [
    ("Utc :: now", CLOCK, "take the time as an argument, from `Klok`"),
    ("Local :: now", CLOCK, "take the time as an argument, from `Klok`"),
    ("SystemTime :: now", CLOCK, "take the time as an argument, from `Klok`"),
    ("Uuid :: new_v4", CHANCE, "take the id as an argument, from `toeval`"),
    ("Uuid :: now_v7", CHANCE, "take the id as an argument, from `toeval`"),
    ("SystemRandom", KEYS, "leave keys and nonces to wvp-store"),
    ("OsRng", KEYS, "leave keys and nonces to wvp-store"),
    ("thread_rng", KEYS, "leave keys and nonces to wvp-store"),
    ("getrandom", KEYS, "leave keys and nonces to wvp-store"),
    ("env :: var", SETTINGS, "take the setting as an argument, from wvp-cli"),
    ("env :: vars", SETTINGS, "take the setting as an argument, from wvp-cli"),
    ("env :: var_os", SETTINGS, "take the setting as an argument, from wvp-cli"),
    ("env :: vars_os", SETTINGS, "take the setting as an argument, from wvp-cli"),
    ("env :: temp_dir", SETTINGS, "take the folder as an argument, from wvp-cli"),
    ("env :: current_dir", SETTINGS, "take the folder as an argument, from wvp-cli"),
    ("env :: home_dir", SETTINGS, "take the folder as an argument, from wvp-cli"),
];

fn never_written(file: &SourceFile) -> Vec<Finding> {
    let words = words::of(file);
    let mut findings = vec![];
    for (pattern, instead) in NEVER {
        for line in words::lines_with(&words, pattern) {
            findings.push(Finding::new(file, line, format!("`{pattern}`: {instead}")));
        }
    }
    findings
}

fn in_one_place(file: &SourceFile) -> Vec<Finding> {
    let words = words::of(file);
    let mut findings = vec![];
    for (pattern, place, instead) in ONE_PLACE {
        if file.path.starts_with(place) {
            continue;
        }
        for line in words::lines_with(&words, pattern) {
            let advice = format!("`{pattern}` only in {place}: {instead}");
            findings.push(Finding::new(file, line, advice));
        }
    }
    findings
}

/// Where something may be appended to the log: the way of a command, and the reading log.
const APPENDS: [&str; 2] =
    ["crates/wvp-engine/src/uitvoeren.rs", "crates/wvp-engine/src/leeslog/wachtrij.rs"];

/// Invariant 5: nothing but the engine appends, and there in two places. Backends and tests may.
fn appends_in_the_engine(file: &SourceFile) -> Vec<Finding> {
    let is_backend = file.path.starts_with("crates/wvp-store");
    let is_test = file.path.starts_with("tests/") || file.path.contains("/tests/");
    if is_backend || is_test || APPENDS.iter().any(|place| file.path == *place) {
        return vec![];
    }
    let found = words::lines_with(&words::of(file), "Toevoeging");
    let advice = "append through `Engine::execute`: nothing else writes to the log";
    found.into_iter().map(|line| Finding::new(file, line, advice)).collect()
}

/// Lints are lifted with `expect` and a reason, never with `allow`.
fn lifts_lints_with_a_reason(file: &SourceFile) -> Vec<Finding> {
    let words = words::of(file);
    let mut findings = vec![];
    for attribute in attributes(&words) {
        for (word, next) in attribute.iter().zip(attribute.iter().skip(1)) {
            let lifts = next.text == "(";
            let without_reason = !attribute.iter().any(|word| word.text == "reason");
            if lifts && word.text == "allow" {
                let advice = "use #[expect(lint, reason = \"…\")]: it warns when it is stale";
                findings.push(Finding::new(file, word.line, advice));
            } else if lifts && word.text == "expect" && without_reason {
                findings.push(Finding::new(file, word.line, "say why: add reason = \"…\""));
            }
        }
    }
    findings
}

/// The words between the brackets of every attribute.
fn attributes(words: &[Word]) -> Vec<&[Word]> {
    let mut found = vec![];
    let text = |at: usize| words.get(at).map(|word| word.text.as_str());
    for at in 0..words.len() {
        let inner = usize::from(text(at + 1) == Some("!"));
        if text(at) != Some("#") || text(at + 1 + inner) != Some("[") {
            continue;
        }
        let rest = words.get(at + 1 + inner..).unwrap_or_default();
        found.push(rest.get(..end_of_group(rest)).unwrap_or_default());
    }
    found
}

/// Where the group ends that the first word opens.
fn end_of_group(words: &[Word]) -> usize {
    let mut depth = 0_usize;
    for (at, word) in words.iter().enumerate() {
        match word.text.as_str() {
            "[" => depth += 1,
            "]" if depth == 1 => return at,
            "]" => depth -= 1,
            _ => {}
        }
    }
    words.len()
}

#[test]
fn what_is_never_written_is_not_written() {
    let findings: Vec<Finding> = tree::rust().iter().flat_map(never_written).collect();
    assert_none(&findings);
}

#[test]
fn only_the_engine_appends() {
    let findings: Vec<Finding> = tree::rust().iter().flat_map(appends_in_the_engine).collect();
    assert_none(&findings);
}

#[test]
fn an_append_elsewhere_is_found() {
    let sample = "//! x\nlet nieuw = Toevoeging { stroom };\n";
    let file = SourceFile::sample("crates/wvp-cli/src/a.rs", sample);
    assert_one(&appends_in_the_engine(&file), "crates/wvp-cli/src/a.rs:2");
    let place = SourceFile::sample(APPENDS[0], sample);
    assert_none(&appends_in_the_engine(&place));
}

#[test]
fn what_is_never_written_is_found() {
    for (pattern, _) in NEVER {
        let open = pattern.chars().filter(|letter| "([".contains(*letter));
        let close: String = open.map(|open| if open == '(' { ')' } else { ']' }).collect();
        let file = SourceFile::sample("a.rs", &format!("//! x\n{pattern}{close}\n"));
        assert_one(&never_written(&file), "a.rs:2");
    }
}

#[test]
fn a_comment_or_text_is_not_code() {
    let file = SourceFile::sample("a.rs", "// todo!()\nconst A: &str = \"sleep(1)\";\n");
    assert_none(&never_written(&file));
}

#[test]
fn clock_chance_and_environment_are_read_in_one_place() {
    let files = tree::rust();
    // Cargo speaks to a build script through its environment; it is no part of the program.
    let ours = files.iter().filter(|file| !file.path.ends_with("/build.rs"));
    let findings: Vec<Finding> = ours.flat_map(in_one_place).collect();
    assert_none(&findings);
}

#[test]
fn a_second_place_is_found() {
    for (pattern, place, _) in ONE_PLACE {
        assert_none(&in_one_place(&SourceFile::sample(place, pattern)));
        assert_one(&in_one_place(&SourceFile::sample("a.rs", pattern)), "a.rs:1");
    }
}

#[test]
fn every_lifted_lint_has_a_reason() {
    let findings: Vec<Finding> = tree::rust().iter().flat_map(lifts_lints_with_a_reason).collect();
    assert_none(&findings);
}

#[test]
fn a_lint_lifted_without_reason_is_found() {
    let check = |text| lifts_lints_with_a_reason(&SourceFile::sample("a.rs", text));
    assert_one(&check("#[expect(\n  unused)]\nfn a() {}"), "a.rs:1");
    assert_one(&check("#![allow(unused, reason = \"x\")]"), "a.rs:1");
    assert_one(&check("\n#[cfg_attr(test, allow(unused))]"), "a.rs:2");
    assert_none(&check("#[expect(unused, reason = \"shown to the reader\")]\nfn a() {}"));
    assert_none(&check("fn a() { b.expect(\"text\"); }"));
}
