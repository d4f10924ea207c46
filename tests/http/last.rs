//! A short load on a server: nothing goes wrong. How fast it is, is not for a test.

use std::path::Path;

use tests::last::{Last, Soort};

#[tokio::test(flavor = "multi_thread")]
async fn onder_enige_last_wordt_alles_goed_beantwoord() {
    let last = Last { seconden: 3, klanten: 4, dossiers: 8, per_werkgever: 4, postgres: false };
    let programma = Path::new(env!("CARGO_BIN_EXE_proef-poortwachter"));
    let uitslag = last.draai(programma).await.unwrap();
    assert!(uitslag.fouten().is_empty(), "{:?}", uitslag.fouten());
    for soort in Soort::ALLE {
        assert!(uitslag.van(soort).0 > 0, "{}", soort.naam());
    }
}
