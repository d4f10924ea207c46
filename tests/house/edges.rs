//! Who may know whom: the table of ARCHITECTURE.md against every manifest.

use std::collections::{BTreeMap, BTreeSet};

use super::finding::{Finding, assert_none, assert_one};
use super::manifests::{dependencies, line_of, package_name};
use super::tree::{self, SourceFile};

/// The header of the table in ARCHITECTURE.md.
const HEADER: &str = "| crate | may use |";

/// Libraries that only some crates may name, by the start of their name: who and why.
const ONLY_HERE: [(&str, &[&str], &str); 23] = [
    ("typst", &["wvp-reports"], "it costs minutes to build"),
    ("zip", &["wvp-server", "tests"], "only the server packs files"),
    ("lopdf", &["wvp-reports", "tests"], "only the medical part is sealed as a PDF"),
    ("bincode", &["wvp-store", "wvp-store-sled"], "only the store encodes events"),
    ("aws-lc-rs", &["wvp-store"], "only the store seals"),
    ("sled", &["wvp-store-sled"], "it is an index behind EventStore"),
    ("tokio-postgres", &["wvp-store-postgres"], "it is a log behind EventStore"),
    ("tokio-cron-scheduler", &["wvp-engine"], "there is one daily tick"),
    ("prometheus-client", &["wvp-engine", "wvp-server"], "they alone count"),
    ("clap", &["wvp-cli"], "only the command line has arguments"),
    ("tracing-subscriber", &["wvp-cli", "tests"], "the binary decides where logs go"),
    ("axum", &["wvp-server"], "only the server takes HTTP in"),
    ("hyper", &["wvp-kanalen", "tests"], "only the channels send HTTP out"),
    ("rustls", &["wvp-lijn"], "every line to others trusts alike"),
    ("lettre", &["wvp-kanalen", "wvp-cli"], "only the channels write mail"),
    ("openidconnect", &["wvp-kanalen"], "only the channels ask others"),
    ("opentelemetry", &["wvp-kanalen", "wvp-cli"], "only the channels tell others"),
    ("tracing-opentelemetry", &["wvp-cli"], "the binary decides where traces go"),
    ("askama", &["wvp-paginas"], "only the pages are made of templates that are compiled"),
    ("fluent-bundle", &["wvp-paginas"], "only the pages speak two languages"),
    ("minijinja", &["wvp-kanalen"], "messages are the only templates"),
    ("quick-xml", &["wvp-uitwisseling"], "only exchange speaks XML"),
    ("icalendar", &["wvp-kanalen"], "only the channels write calendars"),
];

/// Each crate with the crates it may use; none in place of the list means all.
type Edges = BTreeMap<String, Option<BTreeSet<String>>>;

fn table(document: &SourceFile) -> Edges {
    let rows = document.text.lines().skip_while(|line| *line != HEADER).skip(2);
    rows.take_while(|line| line.starts_with('|')).filter_map(row).collect()
}

fn row(line: &str) -> Option<(String, Option<BTreeSet<String>>)> {
    let mut cells = line.trim_matches('|').split('|').map(|cell| cell.trim().replace('`', ""));
    let (name, uses) = (cells.next()?, cells.next()?);
    let uses = match uses.as_str() {
        "all" => None,
        "-" => Some(BTreeSet::new()),
        list => Some(list.split(", ").map(str::to_owned).collect()),
    };
    Some((name, uses))
}

/// Every kind of dependency counts: tests go down only, too.
fn follows_edges(manifest: &SourceFile, edges: &Edges) -> Vec<Finding> {
    let name = package_name(manifest);
    let Some(allowed) = edges.get(&name) else {
        let advice = format!("`{name}` is not in the table of ARCHITECTURE.md: add its row");
        return vec![Finding::new(manifest, 1, advice)];
    };
    let ours = |dependency: &String| edges.contains_key(dependency);
    let forbidden =
        |dependency: &String| allowed.as_ref().is_some_and(|allowed| !allowed.contains(dependency));
    dependencies(manifest)
        .into_iter()
        .filter(|dependency| ours(dependency) && forbidden(dependency))
        .map(|dependency| {
            let advice = format!("`{name}` may not use `{dependency}` (table of ARCHITECTURE.md)");
            Finding::new(manifest, line_of(manifest, &dependency), advice)
        })
        .collect()
}

fn names_libraries_in_their_place(manifest: &SourceFile) -> Vec<Finding> {
    let name = package_name(manifest);
    let mut findings = vec![];
    for dependency in dependencies(manifest) {
        for (start, places, why) in ONLY_HERE {
            let is_it = dependency == start || dependency.starts_with(&format!("{start}-"));
            if is_it && !places.contains(&name.as_str()) {
                let advice = format!("`{dependency}` only in {}: {why}", places.join(", "));
                findings.push(Finding::new(manifest, line_of(manifest, &dependency), advice));
            }
        }
    }
    findings
}

fn members() -> Vec<SourceFile> {
    tree::all().into_iter().filter(SourceFile::is_member_manifest).collect()
}

#[test]
fn crates_use_only_what_the_table_allows() {
    let edges = table(&tree::file("ARCHITECTURE.md"));
    let members = members();
    let findings: Vec<Finding> =
        members.iter().flat_map(|manifest| follows_edges(manifest, &edges)).collect();
    assert_none(&findings);
}

#[test]
fn the_table_names_every_crate_and_no_other() {
    let named: BTreeSet<String> = table(&tree::file("ARCHITECTURE.md")).into_keys().collect();
    let present: BTreeSet<String> = members().iter().map(package_name).collect();
    assert_eq!(named, present, "ARCHITECTURE.md: the table of allowed edges");
}

#[test]
fn an_edge_up_is_found_also_from_a_test() {
    let text = "| crate | may use |\n| --- | --- |\n| `low` | - |\n| `high` | `low` |\n";
    let edges = table(&SourceFile::sample("ARCHITECTURE.md", text));
    let check = |text| follows_edges(&SourceFile::sample("low/Cargo.toml", text), &edges);
    let low = "[package]\nname = \"low\"\n[dev-dependencies]\nhigh.workspace = true\n";
    assert_one(&check(low), "low/Cargo.toml:4");
    assert_none(&check("[package]\nname = \"high\"\n[dependencies]\nlow.workspace = true\n"));
    assert_one(&check("[package]\nname = \"new\"\n"), "low/Cargo.toml:1");
}

#[test]
fn libraries_are_named_in_their_place() {
    let members = members();
    let findings: Vec<Finding> = members.iter().flat_map(names_libraries_in_their_place).collect();
    assert_none(&findings);
}

#[test]
fn a_library_out_of_its_place_is_found() {
    let text = "[package]\nname = \"wvp-cli\"\n[dependencies]\ntypst-pdf.workspace = true\n";
    let manifest = SourceFile::sample("Cargo.toml", text);
    assert_one(&names_libraries_in_their_place(&manifest), "Cargo.toml:4");
}
