//! The table that is printed, a row as soon as it is measured.

use std::io;
use std::path::Path;

use crate::last::Tijden;

/// Rows so far: way, writers, events a second.
#[derive(Debug)]
pub struct Tabel(Vec<(&'static str, u64, f64)>);

impl Tabel {
    pub fn begin(wat: &str) -> Self {
        println!("{wat}");
        println!(
            "{:28}{:>8}{:>12}{:>10}{:>10}{:>14}",
            "way", "writers", "events/s", "p50 ms", "p99 ms", "bytes/event"
        );
        Self(vec![])
    }

    pub fn zet(&mut self, naam: &'static str, schrijvers: u64, tijden: &Tijden, bytes: u64) {
        let per_event = bytes as f64 / tijden.aantal().max(1) as f64;
        self.0.push((naam, schrijvers, tijden.per_seconde()));
        println!("{}{per_event:>14.0}", regel(naam, &schrijvers.to_string(), tijden));
    }

    /// Reading: streams of a hundred events, and everything in pages of a thousand.
    pub fn lees(&self, naam: &str, (stromen, alles): &(Tijden, Tijden)) {
        println!("{}  streams of 100 read", regel(naam, "-", stromen));
        println!("{}  replay in order, pages of 1000", regel(naam, "-", alles));
    }

    /// How many times as many events a second, at every number of writers.
    pub fn verhoudingen(&self, paren: &[(&str, &str)]) {
        for (een, ander) in paren {
            let van = |naam: &str, bij: u64| {
                self.0.iter().find(|rij| (rij.0, rij.1) == (naam, bij)).map(|rij| rij.2)
            };
            let delen = self.0.iter().filter(|rij| rij.0 == *een).filter_map(|(_, bij, snel)| {
                Some(format!("{bij}: {:.2}", snel / van(ander, *bij)?))
            });
            let delen: Vec<String> = delen.collect();
            if !delen.is_empty() {
                println!("{een} / {ander}   {}", delen.join("   "));
            }
        }
    }
}

fn regel(naam: &str, schrijvers: &str, tijden: &Tijden) -> String {
    let (snel, p50, p99) = (tijden.per_seconde(), tijden.bij(50), tijden.bij(99));
    format!("{naam:28}{schrijvers:>8}{snel:>12.0}{p50:>10.3}{p99:>10.3}")
}

/// The bytes of all files below a folder.
pub fn bytes_in(map: &Path) -> io::Result<u64> {
    let mut som = 0;
    for ingang in std::fs::read_dir(map)? {
        let ingang = ingang?;
        let soort = ingang.file_type()?;
        som += if soort.is_dir() { bytes_in(&ingang.path())? } else { ingang.metadata()?.len() };
    }
    Ok(som)
}
