//! The abuse cases of domain/access.md D.2: which test proves each, or what it waits for.
//! What the table alone can prove stands in misbruik_tabel.rs.
#![expect(clippy::unwrap_used, reason = "helpers of tests may fail loudly")]

use std::collections::{BTreeMap, BTreeSet};
use std::{fs, path::Path};

/// Every case: number, `bewezen`, `deels` or `wacht`, the tests, the issue that builds the rest, the reason.
/// A case that is `bewezen` is so as far as there is something built to abuse.
const GEVALLEN: &str = include_str!("data/misbruik.csv");

#[test]
fn elk_geval_staat_een_keer_in_de_lijst_met_tests_die_bestaan() {
    let bekend = tests_van_het_huis();
    let mut telling: BTreeMap<&str, usize> = BTreeMap::new();
    for (regel, nummer) in GEVALLEN.lines().skip(1).zip(1..) {
        let [geval, stand, tests, issue, reden] =
            regel.splitn(5, ';').collect::<Vec<_>>().try_into().unwrap();
        assert_eq!(geval.parse(), Ok(nummer));
        for test in tests.split_whitespace() {
            assert!(bekend.contains(test), "AC-{nummer:02}: er is geen test `{test}`");
        }
        let (met_tests, met_reden) = (!tests.is_empty(), !issue.is_empty() && !reden.is_empty());
        let verwacht = match stand {
            "bewezen" => (true, false),
            "deels" => (true, true),
            "wacht" => (false, true),
            ander => panic!("AC-{nummer:02}: `{ander}` is geen stand"),
        };
        assert_eq!((met_tests, met_reden), verwacht, "AC-{nummer:02}");
        if met_reden {
            println!("AC-{nummer:02} wacht ({stand}) op issue {issue}: {reden}");
        }
        *telling.entry(stand).or_default() += 1;
    }
    assert_eq!(telling.values().sum::<usize>(), 48);
    println!("{telling:?}");
}

/// The name of every function that a test attribute stands above, in the whole workspace.
fn tests_van_het_huis() -> BTreeSet<String> {
    let wortel = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut namen = BTreeSet::new();
    for map in ["crates", "tests"] {
        verzamel(&wortel.join(map), &mut namen);
    }
    namen
}

fn verzamel(map: &Path, namen: &mut BTreeSet<String>) {
    for pad in fs::read_dir(map).unwrap().map(|regel| regel.unwrap().path()) {
        if pad.is_dir() {
            verzamel(&pad, namen);
        } else if pad.extension().is_some_and(|soort| soort == "rs") {
            let tekst = fs::read_to_string(&pad).unwrap();
            for kenmerk in ["#[test", "#[tokio::test"] {
                let na_kenmerk = tekst.split(kenmerk).skip(1);
                let naam = |deel: &str| {
                    let (_, rest) = deel.split_once("fn ")?;
                    Some(rest.split('(').next()?.to_owned())
                };
                namen.extend(na_kenmerk.filter_map(naam));
            }
        }
    }
}
