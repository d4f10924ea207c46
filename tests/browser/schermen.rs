//! How every page looks and what it weighs, for each role.

use std::collections::BTreeSet;

use serde_json::Value;
use wvp_cli::demo::Rol;

use crate::wandeling::wandel;

/// Bytes of a page with everything that it loads, as they come over the line, at a first visit.
const BYTES_MAX: u64 = 100_000;

#[tokio::test(flavor = "multi_thread")]
async fn geen_pagina_houdt_iemand_buiten() {
    let gezien = wandel("schermen.mjs").await;
    let schermen: Vec<&Value> = gezien.soort("scherm").collect();
    let is_mis = |it: &&&Value| {
        let steekt_uit = it["breed"] == 320 && it["over"].as_i64().unwrap() > 0;
        it["gevonden"] != Value::Array(vec![]) || steekt_uit
    };
    let mis: Vec<&&Value> = schermen.iter().filter(is_mis).collect();
    assert!(mis.is_empty(), "{mis:#?}");
    let gezien: BTreeSet<(&str, &str)> = schermen
        .iter()
        .map(|it| (it["rol"].as_str().unwrap(), it["naam"].as_str().unwrap()))
        .collect();
    for rol in Rol::ALLE {
        for naam in ["/404", "/functie", "/dossiers/-"] {
            assert!(gezien.contains(&(rol.naam(), naam)), "{naam} van {}: {gezien:?}", rol.naam());
        }
    }
    for naam in ["/inloggen", "/inloggen-fout", "/tweede-factor", "/tweede-factor-fout"] {
        assert!(gezien.contains(&("niemand", naam)), "{naam}: {gezien:?}");
    }
    for naam in ["/werklijst-leeg", "/zoeken-leeg", "/dossiers/-/feiten"] {
        assert!(gezien.contains(&("casemanager", naam)), "{naam}: {gezien:?}");
    }
    let met_fouten = gezien.iter().filter(|(_, naam)| *naam == "/formulier-met-fouten").count();
    assert!(met_fouten >= 3, "{gezien:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn een_pagina_is_licht_en_laadt_niets_van_elders() {
    let gezien = wandel("gewicht.mjs").await;
    let gewogen: Vec<&Value> = gezien.soort("gewicht").collect();
    assert!(gewogen.len() >= 10, "{gewogen:?}");
    for blad in gewogen {
        assert!(blad["bytes"].as_u64().unwrap() <= BYTES_MAX, "{blad}");
    }
}
