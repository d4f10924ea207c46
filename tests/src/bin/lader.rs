//! Loads a server with reads and writes, and prints what that cost:
//! `cargo run --release -p tests --bin proef-lader -- seconden=30 klanten=16 dossiers=500 per_werkgever=100 opslag=sled`.
//! With `opslag=postgres` on a throw-away server of this machine. Ends with 1 when anything was answered wrongly.

#![expect(clippy::print_stdout, reason = "a measurement for a person at a terminal")]

use std::process::ExitCode;

use anyhow::Context as _;
use tests::last::{Last, Soort};

#[tokio::main]
async fn main() -> anyhow::Result<ExitCode> {
    let getal = |naam: &str, anders: u32| -> anyhow::Result<u32> {
        let gegeven = std::env::args().find_map(|it| Some(it.strip_prefix(naam)?.to_owned()));
        gegeven.map_or(Ok(anders), |it| it.parse().with_context(|| format!("`{naam}{it}`")))
    };
    let last = Last {
        seconden: getal("seconden=", 10)?,
        klanten: getal("klanten=", 8)?,
        dossiers: getal("dossiers=", 200)?,
        per_werkgever: getal("per_werkgever=", 100)?,
        postgres: std::env::args().any(|it| it == "opslag=postgres"),
    };
    let programma = std::env::current_exe()?.with_file_name("proef-poortwachter");
    let uitslag = last.draai(&programma).await?;
    let Last { seconden, klanten, dossiers, per_werkgever, .. } = last;
    println!(
        "{dossiers} dossiers, {per_werkgever} per werkgever, gevuld in {} s; {seconden} s, {klanten} klanten",
        uitslag.gevuld_in.as_secs()
    );
    println!(
        "{:>12} {:>9} {:>9} {:>9} {:>9} {:>7}",
        "", "verzoeken", "per s", "p50 ms", "p99 ms", "fouten"
    );
    for soort in Soort::ALLE {
        let (aantal, p50, p99, fouten) = uitslag.van(soort);
        let per_seconde = f64::from(aantal) / f64::from(last.seconden.max(1));
        let naam = soort.naam();
        println!("{naam:>12} {aantal:>9} {per_seconde:>9.1} {p50:>9.1} {p99:>9.1} {fouten:>7}");
    }
    let alles = f64::from(u32::try_from(uitslag.aantal())?);
    println!("{:>12} {alles:>9} {:>9.1}", "alles", alles / f64::from(seconden.max(1)));
    for ((naam, status), aantal) in uitslag.fouten() {
        println!("fout: {naam} kreeg {aantal} keer status {status}");
    }
    let geheugen: Vec<String> = uitslag.geheugen_kb.iter().map(u64::to_string).collect();
    println!(
        "geheugen van de server in kB, vooraf, per kwart en na afloop: {}",
        geheugen.join(" ")
    );
    Ok(if uitslag.fouten().is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
