//! Stored shapes hold still: every type of event against its fixture under `tests/data`.
//!
//! A new type gets its fixture with `cargo run -p wvp-store --example ijkvormen`. A fixture that is
//! there never changes: a changed shape is a new schema version beside it.

mod voorbeeld;

use std::fs;
use std::path::Path;

use wvp_domain::{Event, leeslog, werkgever, werknemer};
use wvp_store::codec::OpenSecties;
use wvp_store::{Gebeurtenis, Letter};

use voorbeeld::{IJKVORMEN, hex, ijkvorm, voorbeelden};

fn vastgelegd<E: Gebeurtenis>(type_naam: &str) -> String {
    let pad = Path::new(env!("CARGO_MANIFEST_DIR")).join(IJKVORMEN);
    let naam = format!("{}-{type_naam}.v1.hex", E::STROOMSOORT.naam());
    fs::read_to_string(pad.join(&naam)).unwrap_or_else(|fout| panic!("{naam}: {fout}"))
}

/// Reads one line of a fixture: `A=00ff B=01`.
fn secties(regel: &str) -> OpenSecties {
    let mut open = OpenSecties::default();
    for deel in regel.split(' ') {
        let (letter, cijfers) = deel.split_once('=').unwrap();
        let letter = Letter::ALLE.into_iter().find(|it| format!("{it:?}") == letter).unwrap();
        let byte = |op: usize| u8::from_str_radix(&cijfers[op..op + 2], 16).unwrap();
        let bytes: Vec<u8> = (0..cijfers.len()).step_by(2).map(byte).collect();
        open.neem_op(letter, bytes.into());
    }
    open
}

fn toets<E: Gebeurtenis>() {
    for type_naam in E::TYPEN {
        let vast = vastgelegd::<E>(type_naam);
        assert_eq!(ijkvorm(&voorbeelden::<E>(type_naam)), vast, "{type_naam}: andere bytes");
        for regel in vast.lines() {
            let event = E::decodeer(type_naam, 1, &secties(regel)).unwrap().unwrap();
            let gecodeerd = event.codeer().unwrap();
            assert_eq!((gecodeerd.type_naam, gecodeerd.schema), (*type_naam, 1));
            assert_eq!(hex(&gecodeerd), regel, "{type_naam}: een ander event uit dezelfde bytes");
        }
    }
}

#[test]
fn events_van_een_dossier_houden_hun_opgeslagen_vorm() {
    toets::<Event>();
}

#[test]
fn events_van_een_werknemer_houden_hun_opgeslagen_vorm() {
    toets::<werknemer::Event>();
}

#[test]
fn events_van_een_werkgever_houden_hun_opgeslagen_vorm() {
    toets::<werkgever::Event>();
}

#[test]
fn events_van_een_leeslog_houden_hun_opgeslagen_vorm() {
    toets::<leeslog::Event>();
}

#[test]
fn elke_ijkvorm_hoort_bij_een_event_dat_er_nog_is() {
    let pad = Path::new(env!("CARGO_MANIFEST_DIR")).join(IJKVORMEN);
    let aantal = fs::read_dir(pad).unwrap().count();
    let typen = Event::TYPEN.len()
        + werknemer::Event::TYPEN.len()
        + werkgever::Event::TYPEN.len()
        + leeslog::Event::TYPEN.len();
    assert_eq!(aantal, typen);
}

#[test]
fn een_onbekende_naam_of_een_later_schema_wordt_geweigerd() {
    let leeg = OpenSecties::default();
    assert!(Event::decodeer("Bestaat Niet", 1, &leeg).is_err());
    assert!(Event::decodeer("ZiekmeldingOntvangen", 2, &leeg).is_err());
}

#[test]
fn een_gesloten_sectie_a_is_geen_event_en_geen_fout() {
    let leeg = OpenSecties::default();
    assert!(Event::decodeer("ZiekmeldingOntvangen", 1, &leeg).unwrap().is_none());
}

#[test]
fn een_byte_te_veel_wordt_geweigerd() {
    let vast = vastgelegd::<werkgever::Event>("GegevensVastgelegd");
    let regel = vast.lines().next().unwrap();
    assert!(werkgever::Event::decodeer("GegevensVastgelegd", 1, &secties(&format!("{regel}00"))).is_err());
}
