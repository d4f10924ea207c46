//! Stored shapes hold still: every type of event against its fixture under `tests/data`.
//!
//! A new type gets its fixture with `cargo run -p wvp-store --example ijkvormen`. A fixture that is
//! there never changes: a changed shape is a new schema version beside it.

#[cfg(test)]
mod opvolging;
#[cfg(test)]
mod voorbeeld;

use std::fs;
use std::path::Path;

use wvp_domain::bevoegdheid::{afwijking, delegatie, gebruiker, toestemming, toewijzing};
use wvp_domain::{Event, bezorging, leeslog, werkgever, werknemer};
use wvp_store::codec::OpenSecties;
use wvp_store::{Gebeurtenis, Letter};

use voorbeeld::{IJKVORMEN, ijkvormen, regel};

#[test]
fn elk_event_houdt_zijn_opgeslagen_vorm() {
    let map = Path::new(env!("CARGO_MANIFEST_DIR")).join(IJKVORMEN);
    for (naam, vorm) in ijkvormen() {
        let vast = fs::read_to_string(map.join(&naam));
        assert_eq!(vast.unwrap_or_else(|fout| panic!("{naam}: {fout}")), vorm, "{naam}");
    }
}

#[test]
fn uit_elke_ijkvorm_komt_een_event_dat_dezelfde_bytes_geeft() {
    toets::<Event>();
    toets::<werknemer::Event>();
    toets::<werkgever::Event>();
    toets::<leeslog::Event>();
    toets::<bezorging::Event>();
    toets::<gebruiker::Event>();
    toets::<toewijzing::Event>();
    toets::<toestemming::Event>();
    toets::<delegatie::Event>();
    toets::<afwijking::Event>();
}

#[test]
fn elke_ijkvorm_hoort_bij_een_event_dat_er_nog_is() {
    let map = Path::new(env!("CARGO_MANIFEST_DIR")).join(IJKVORMEN);
    let mut aanwezig: Vec<String> = fs::read_dir(map)
        .unwrap()
        .map(|ingang| ingang.unwrap().file_name().into_string().unwrap())
        .collect();
    aanwezig.sort();
    let vormen = ijkvormen();
    assert!(vormen.keys().eq(aanwezig.iter()));
    let typen = [
        Event::TYPEN,
        werknemer::Event::TYPEN,
        werkgever::Event::TYPEN,
        leeslog::Event::TYPEN,
        bezorging::Event::TYPEN,
        gebruiker::Event::TYPEN,
        toewijzing::Event::TYPEN,
        toestemming::Event::TYPEN,
        delegatie::Event::TYPEN,
        afwijking::Event::TYPEN,
    ];
    assert_eq!(vormen.len(), typen.concat().len());
}

#[test]
fn een_onbekende_naam_of_een_later_schema_wordt_geweigerd() {
    let leeg = OpenSecties::default();
    assert!(Event::decodeer("BestaatNiet", 1, &leeg).is_err());
    assert!(Event::decodeer("ZiekmeldingOntvangen", 2, &leeg).is_err());
}

#[test]
fn een_gesloten_sectie_a_is_geen_event_en_geen_fout() {
    let leeg = OpenSecties::default();
    assert!(Event::decodeer("ZiekmeldingOntvangen", 1, &leeg).unwrap().is_none());
}

#[test]
fn een_byte_te_veel_of_te_weinig_wordt_geweigerd() {
    let vormen = ijkvormen();
    let vorm = vormen.get("werkgever-GegevensVastgelegd.v1.hex").unwrap();
    let regel = vorm.lines().next().unwrap();
    let korter = regel.chars().take(regel.len() - 2).collect();
    for kapot in [format!("{regel}00"), korter] {
        let uitkomst = werkgever::Event::decodeer("GegevensVastgelegd", 1, &secties(&kapot));
        assert!(uitkomst.is_err(), "{uitkomst:?}");
    }
}

#[cfg(test)]
fn toets<E: Gebeurtenis>() {
    for type_naam in E::TYPEN {
        for vast in vastgelegd::<E>(type_naam).lines() {
            let event = E::decodeer(type_naam, 1, &secties(vast)).unwrap().unwrap();
            let gecodeerd = event.codeer().unwrap();
            assert_eq!((gecodeerd.type_naam, gecodeerd.schema), (*type_naam, 1));
            assert_eq!(regel(&gecodeerd), vast, "{type_naam}");
        }
    }
}

#[cfg(test)]
fn vastgelegd<E: Gebeurtenis>(type_naam: &str) -> String {
    let map = Path::new(env!("CARGO_MANIFEST_DIR")).join(IJKVORMEN);
    let naam = format!("{}-{type_naam}.v1.hex", E::STROOMSOORT.naam());
    fs::read_to_string(map.join(&naam)).unwrap_or_else(|fout| panic!("{naam}: {fout}"))
}

/// Reads one line of a fixture.
#[cfg(test)]
fn secties(regel: &str) -> OpenSecties {
    let mut open = OpenSecties::default();
    for deel in regel.split(' ') {
        let (letter, cijfers) = deel.split_once('=').unwrap();
        let letter = Letter::ALLE.into_iter().find(|it| format!("{it:?}") == letter).unwrap();
        let paren = cijfers.as_bytes().chunks(2).map(|paar| std::str::from_utf8(paar).unwrap());
        let bytes: Vec<u8> = paren.map(|paar| u8::from_str_radix(paar, 16).unwrap()).collect();
        open.neem_op(letter, bytes.into());
    }
    open
}
