//! Temporary: prints the answer of the calculator for every JSON line.
use std::io::BufRead;
fn main() {
    for line in std::io::stdin().lock().lines() {
        let line = line.expect("line");
        let uit = match serde_json::from_str::<wvp_domain::rekenmachine::Invoer>(&line) {
            Ok(invoer) => match wvp_domain::rekenmachine::bereken(&invoer, wvp_domain::Datum::ymd(2025, 6, 1).expect("d")) {
                Ok(antwoord) => serde_json::to_string(&antwoord).expect("json"),
                Err(fouten) => serde_json::json!({"fouten": fouten}).to_string(),
            },
            Err(fout) => serde_json::json!({"parse": format!("{fout}")}).to_string(),
        };
        println!("{uit}");
    }
}
