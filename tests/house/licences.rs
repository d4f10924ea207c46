//! Licences and sources of everything that is built in, by the lists of deny.toml.
//!
//! `cargo deny check` reads the same lists where it is installed; this covers every other machine.

use std::process::Command;

use serde_json::Value;
use spdx::expression::Expression;
use spdx::{Licensee, ParseMode};

use super::finding::{Finding, assert_none, assert_one};
use super::tree::{self, SourceFile};

/// The one place that crates come from, as the lock file writes it.
const REGISTRY: &str = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";

/// A package that is built in.
struct Package {
    name: String,
    licence: String,
}

/// Everything that is built in on Linux.
fn packages() -> Vec<Package> {
    let platform = format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--filter-platform", &platform])
        .current_dir(tree::root())
        .output()
        .unwrap();
    let fault = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "Cargo.lock:1: cargo metadata failed: {fault}");
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |package: &Value, key: &str| package[key].as_str().unwrap_or_default().to_owned();
    let all = metadata["packages"].as_array().unwrap();
    all.iter()
        .map(|package| Package { name: text(package, "name"), licence: text(package, "license") })
        .collect()
}

/// A list of deny.toml.
fn list(deny: &SourceFile, section: &str, key: &str) -> Vec<String> {
    let table: toml::Table = deny.text.parse().unwrap();
    let values = table[section][key].as_array().unwrap();
    let name = |value: &toml::Value| {
        let name = value.get("name").unwrap_or(value).as_str()?;
        Some(name.to_owned())
    };
    values.iter().filter_map(name).collect()
}

fn line_in_lock(lock: &SourceFile, name: &str) -> usize {
    let wanted = format!("name = \"{name}\"");
    lock.text.lines().position(|line| line == wanted).map_or(1, |line| line + 1)
}

fn has_allowed_licences(
    lock: &SourceFile,
    packages: &[Package],
    allowed: &[String],
) -> Vec<Finding> {
    let allowed: Vec<Licensee> =
        allowed.iter().map(|licence| Licensee::parse(licence).unwrap()).collect();
    let fits = |licence: &str| {
        Expression::parse_mode(licence, ParseMode::LAX).is_ok_and(|expression| {
            expression.evaluate(|wanted| allowed.iter().any(|one| one.satisfies(wanted)))
        })
    };
    let mut findings = vec![];
    for package in packages.iter().filter(|package| !fits(&package.licence)) {
        let advice = format!(
            "`{}` comes under `{}`: use another crate, or weigh it and add it to deny.toml",
            package.name, package.licence
        );
        findings.push(Finding::new(lock, line_in_lock(lock, &package.name), advice));
    }
    findings
}

/// The names of everything that is built in on any platform. The lock file says more: it also names what
/// would come along with a feature that nobody asks for.
fn built() -> Vec<String> {
    let arguments = ["tree", "--workspace", "--edges", "all", "--target", "all", "--locked"];
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .args(["--prefix", "none", "--format", "{p}"])
        .current_dir(tree::root())
        .output()
        .unwrap();
    let fault = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "Cargo.lock:1: cargo tree failed: {fault}");
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}

fn holds_nothing_banned(lock: &SourceFile, built: &[String], banned: &[String]) -> Vec<Finding> {
    let found = banned.iter().filter(|name| built.contains(name));
    let finding = |name: &String| {
        let advice = format!("`{name}` is banned in deny.toml");
        Finding::new(lock, line_in_lock(lock, name), advice)
    };
    found.map(finding).collect()
}

fn comes_from_the_registry(lock: &SourceFile) -> Vec<Finding> {
    let mut findings = vec![];
    for (number, line) in (1..).zip(lock.text.lines()) {
        if line.starts_with("source = ") && line != REGISTRY {
            findings.push(Finding::new(lock, number, "take released crates from crates.io only"));
        }
    }
    findings
}

#[test]
fn everything_built_in_has_an_allowed_licence() {
    let allowed = list(&tree::file("deny.toml"), "licenses", "allow");
    assert_none(&has_allowed_licences(&tree::file("Cargo.lock"), &packages(), &allowed));
}

#[test]
fn a_licence_that_is_not_allowed_is_found() {
    let package = |licence: &str| Package { name: "a".to_owned(), licence: licence.to_owned() };
    let lock = SourceFile::sample("Cargo.lock", "[[package]]\nname = \"a\"\n");
    let allowed = ["MIT".to_owned(), "Apache-2.0".to_owned()];
    let check = |licence: &str| has_allowed_licences(&lock, &[package(licence)], &allowed);
    assert_one(&check("GPL-3.0-only"), "Cargo.lock:2");
    assert_one(&check("MIT AND GPL-3.0-only"), "Cargo.lock:2");
    assert_one(&check(""), "Cargo.lock:2");
    assert_none(&check("GPL-3.0-only OR MIT"));
    assert_none(&check("Apache-2.0/MIT"));
}

#[test]
fn nothing_banned_is_built_in() {
    let banned = list(&tree::file("deny.toml"), "bans", "deny");
    let built = built();
    assert!(built.iter().any(|name| name == "aws-lc-rs"), "the list of what is built in is empty");
    assert_none(&holds_nothing_banned(&tree::file("Cargo.lock"), &built, &banned));
}

#[test]
fn a_banned_crate_is_found() {
    let lock = SourceFile::sample("Cargo.lock", "[[package]]\nname = \"openssl\"\n");
    let openssl = ["openssl".to_owned()];
    assert_one(&holds_nothing_banned(&lock, &openssl, &openssl), "Cargo.lock:2");
    assert_none(&holds_nothing_banned(&lock, &["openssl-probe".to_owned()], &openssl));
}

#[test]
fn everything_comes_from_the_public_registry() {
    assert_none(&comes_from_the_registry(&tree::file("Cargo.lock")));
}

#[test]
fn a_crate_from_elsewhere_is_found() {
    let text = format!("{REGISTRY}\nsource = \"git+https://example.org/a\"\n");
    assert_one(&comes_from_the_registry(&SourceFile::sample("Cargo.lock", &text)), "Cargo.lock:2");
}
