//! The documents stay true: links lead somewhere, named tests exist, words of the glossary are used.

use std::path::Path;

use super::finding::{Finding, assert_none, assert_one};
use super::tree::{self, SourceFile};
use super::words;

const GLOSSARY: &str = "| word | meaning |";
/// The steps of README.md by hand, and the script that does them, begin with this.
const FIRST_STEP: &str = "\numask 077; mkdir -p inlog\n";

/// Links within the tree lead to a file or folder.
fn links_lead_somewhere(file: &SourceFile, exists: impl Fn(&Path) -> bool) -> Vec<Finding> {
    let folder = Path::new(&file.path).parent().unwrap_or(Path::new(""));
    let mut findings = vec![];
    for (number, line) in (1..).zip(file.text.lines()) {
        for link in line.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let path = link.split('#').next().unwrap_or_default();
            let is_ours = !path.is_empty() && !path.contains("://");
            if is_ours && !exists(&folder.join(path)) {
                let advice = format!("`{path}` does not exist: mend the link");
                findings.push(Finding::new(file, number, advice));
            }
        }
    }
    findings
}

/// Tests that a line `Tests: …` names exist as functions.
fn named_tests_exist(file: &SourceFile, functions: &[String]) -> Vec<Finding> {
    let mut findings = vec![];
    for (number, line) in (1..).zip(file.text.lines()) {
        if !line.trim_start().starts_with("Tests: ") {
            continue;
        }
        for name in line.split('`').skip(1).step_by(2) {
            if !functions.iter().any(|function| function == name) {
                let advice = format!("there is no test `{name}`: name the one that proves this");
                findings.push(Finding::new(file, number, advice));
            }
        }
    }
    findings
}

/// Every word of the glossary occurs in the code, as a whole word.
fn glossary_is_used(file: &SourceFile, code: &str) -> Vec<Finding> {
    let code = spaced(code);
    let mut findings = vec![];
    let lines = (1..).zip(file.text.lines());
    let rows = lines.skip_while(|(_, line)| *line != GLOSSARY).skip(2);
    for (number, line) in rows.take_while(|(_, line)| line.starts_with('|')) {
        let word = line.trim_matches('|').split('|').next().unwrap_or_default().trim();
        if !code.contains(&spaced(word)) {
            let advice = format!("`{word}` does not occur in the code: drop it from the glossary");
            findings.push(Finding::new(file, number, advice));
        }
    }
    findings
}

/// Lower case, with one blank in place of whatever is no letter or digit, and around it all.
fn spaced(text: &str) -> String {
    let lower = text.to_lowercase();
    let words =
        lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    format!(" {} ", words.collect::<Vec<_>>().join(" "))
}

/// The name of every function of the tree.
pub(super) fn functions() -> Vec<String> {
    let files = tree::rust();
    let words = files.iter().map(words::of);
    let names = words.flat_map(|words| {
        let pairs =
            words.windows(2).filter(|pair| pair.first().is_some_and(|fun| fun.text == "fn"));
        pairs.filter_map(|pair| pair.last()).map(|name| name.text.clone()).collect::<Vec<_>>()
    });
    names.collect()
}

#[test]
fn links_in_documents_lead_somewhere() {
    let files = tree::all();
    let documents = files.iter().filter(|file| file.has_extension("md"));
    let exists = |path: &Path| tree::root().join(path).exists();
    let findings: Vec<Finding> =
        documents.flat_map(|file| links_lead_somewhere(file, exists)).collect();
    assert_none(&findings);
}

#[test]
fn a_broken_link_is_found() {
    let file = SourceFile::sample("a.md", "[x](https://example.org) [y](#z)\n[b](b.md#c)\n");
    assert_one(&links_lead_somewhere(&file, |_| false), "a.md:2");
    assert_none(&links_lead_somewhere(&file, |_| true));
}

#[test]
fn the_tests_that_architecture_names_exist() {
    assert_none(&named_tests_exist(&tree::file("ARCHITECTURE.md"), &functions()));
}

#[test]
fn a_test_that_does_not_exist_is_found() {
    let file = SourceFile::sample("A.md", "`gone`\n   Tests: `here`, `gone`\n");
    assert_one(&named_tests_exist(&file, &["here".to_owned()]), "A.md:2");
}

/// What follows the first step, up to the end of its block.
fn steps(file: &SourceFile) -> Option<&str> {
    let (_, rest) = file.text.split_once(FIRST_STEP)?;
    rest.split("```").next()
}

#[test]
fn the_steps_by_hand_are_those_of_the_script() {
    let (readme, script) = (tree::file("README.md"), tree::file("deploy/eerste-stappen.sh"));
    assert!(steps(&script).is_some(), "deploy/eerste-stappen.sh begins otherwise");
    assert_eq!(steps(&readme), steps(&script));
}

#[test]
fn the_glossary_explains_words_that_the_code_uses() {
    let code: Vec<String> = tree::rust().into_iter().map(|file| file.text).collect();
    let code = code.join("\n");
    assert_none(&glossary_is_used(&tree::file("README.md"), &code));
}

#[test]
fn a_word_that_the_code_does_not_use_is_found() {
    let text =
        format!("{GLOSSARY}\n| --- | --- |\n| plan van aanpak | x |\n| RIV | y |\n\n| z |\n");
    let file = SourceFile::sample("README.md", &text);
    assert_one(&glossary_is_used(&file, "private plan_van_aanpak"), "README.md:4");
}
