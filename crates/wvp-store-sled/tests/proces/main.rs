//! Processes that die, disks that lose power, rot or fill up: what was acknowledged is there, and
//! what is not there is said.
//!
//! Run as a test program this runs the tests, each in fifty rounds; with `rondes=500` in as many as
//! that. Run as `kind WAT MAP` it is the child of one of them.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test; without the harness clippy does not see that"
)]

mod lading;
mod moord;
mod rot;
mod schijf;
mod stroom;
mod toeval;
mod vol;

use std::path::Path;

use tokio::runtime::Runtime;

/// A test: its name, and what it does in so many rounds.
type Test = (&'static str, fn(&Runtime, usize));

const TESTEN: [Test; 6] = [
    ("wat_bevestigd_is_overleeft_kill_9", |draait, rondes| draait.block_on(moord::moord(rondes))),
    ("wat_bevestigd_is_overleeft_een_stroomstoring", |draait, rondes| {
        draait.block_on(stroom::storing(rondes));
    }),
    ("wat_van_het_einde_is_afgeknipt_heet_verlies", |draait, rondes| {
        draait.block_on(rot::afgeknipt(rondes));
    }),
    ("een_omgekeerde_byte_leest_nooit_als_iets_anders", |draait, rondes| {
        draait.block_on(rot::omgekeerd(rondes));
    }),
    ("een_volle_schijf_weigert_en_gaat_verder_als_er_ruimte_is", |draait, _| {
        draait.block_on(vol::volle_schijf());
    }),
    ("een_schijf_die_tot_de_laatste_byte_vol_is_verliest_niets", |_, rondes| {
        schijf::volle_schijf(rondes);
    }),
];

/// Rounds in CI.
const RONDES: usize = 50;

fn main() {
    let argumenten: Vec<String> = std::env::args().skip(1).collect();
    let argumenten: Vec<&str> = argumenten.iter().map(String::as_str).collect();
    let draait = Runtime::new().unwrap();
    match argumenten.as_slice() {
        ["kind", "schrijf", map] => draait.block_on(lading::schrijf(Path::new(map))),
        ["kind", "vol", map] => draait.block_on(vol::loop_vol(Path::new(map))),
        ["kind", "schijf", map, zaad] => {
            draait.block_on(schijf::loop_vol(Path::new(map), zaad.parse().unwrap()));
        }
        // The protocol of cargo-nextest: list the tests, the ignored ones apart.
        lijst if lijst.contains(&"--list") => {
            if !lijst.contains(&"--ignored") {
                for (naam, _) in TESTEN {
                    println!("{naam}: test");
                }
            }
        }
        namen => {
            let rondes = namen.iter().find_map(|it| it.strip_prefix("rondes=")?.parse().ok());
            let gevraagd = |naam: &str| TESTEN.iter().any(|(bekend, _)| *bekend == naam);
            let alles = !namen.iter().any(|naam| gevraagd(naam));
            for (naam, doe) in TESTEN.iter().filter(|(naam, _)| alles || namen.contains(naam)) {
                doe(&draait, rondes.unwrap_or(RONDES));
                println!("{naam}: goed");
            }
        }
    }
}
