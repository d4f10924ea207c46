//! Every rule of domain/access.md A.2 is carried: by a row of the table, by a core deny, by an
//! obligation, or by a line that says where else it holds.
#![expect(clippy::unwrap_used, reason = "helpers of tests may fail loudly")]

use std::collections::{BTreeMap, BTreeSet};

use wvp_access::{Verplichting, regels};

/// Rules that no row cites: the id, what carries it (`verplichting`, `proces`, `weetje`), and where.
const ZONDER_RIJ: &str = include_str!("data/regels_zonder_rij.csv");

fn van_rijen() -> BTreeSet<&'static str> {
    let bron = |rij: &'static str| rij.rsplit(',').next().unwrap().split(';');
    include_str!("../matrix.csv").lines().skip(1).flat_map(bron).collect()
}

fn zonder_rij() -> BTreeMap<&'static str, (&'static str, &'static str)> {
    let regel = |regel: &'static str| {
        let mut kolommen = regel.splitn(3, ',');
        let mut kolom = || kolommen.next().unwrap();
        (kolom(), (kolom(), kolom()))
    };
    ZONDER_RIJ.lines().skip(1).map(regel).collect()
}

#[test]
fn elke_regel_staat_in_een_rij_of_in_de_lijst_van_wat_geen_rij_heeft() {
    let (rijen, lijst) = (van_rijen(), zonder_rij());
    let alle: Vec<&str> =
        regels().map(|(regel, _)| regel).filter(|regel| regel.starts_with("R-")).collect();
    assert_eq!(alle.len(), 327);
    for regel in &alle {
        let (rij, elders) = (rijen.contains(regel), lijst.contains_key(regel));
        assert!(rij != elders, "{regel}: rij {rij}, lijst {elders}");
    }
    println!("{} regels in rijen, {} zonder rij", alle.len() - lijst.len(), lijst.len());
}

/// The list says which obligation, and that obligation says which rule: the two agree.
#[test]
fn een_regel_die_een_verplichting_draagt_staat_bij_die_verplichting() {
    for (regel, (soort, waar)) in zonder_rij() {
        let draagt = Verplichting::ALLE.into_iter().find(|it| it.regels().contains(&regel));
        match soort {
            "verplichting" => {
                let code = draagt.map(Verplichting::code);
                assert_eq!(code, waar.split(' ').next(), "{regel}");
            }
            "proces" | "weetje" => assert!(draagt.is_none(), "{regel}: {waar}"),
            ander => panic!("{regel}: {ander}"),
        }
        assert!(waar.len() > 10, "{regel}: zeg waar");
    }
}
