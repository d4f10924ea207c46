//! Writes the fixtures of new types of events; never touches one that is there.

use std::fs;
use std::io;
use std::path::Path;

#[path = "../tests/golden/voorbeeld.rs"]
#[expect(clippy::unwrap_used, reason = "shared with the test it belongs to")]
mod voorbeeld;

fn main() -> io::Result<()> {
    let map = Path::new(env!("CARGO_MANIFEST_DIR")).join(voorbeeld::IJKVORMEN);
    for (naam, vorm) in voorbeeld::ijkvormen() {
        let pad = map.join(naam);
        if !pad.exists() {
            fs::write(pad, vorm)?;
        }
    }
    Ok(())
}
