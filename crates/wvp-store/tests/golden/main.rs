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

use wvp_domain::bevoegdheid::{
    afwijking, beheer, delegatie, gebruiker, inlog, toestemming, toewijzing, waarneming,
};
use wvp_domain::{Event, bezorging, bijlage, leeslog, postvak, werkgever, werknemer};
use wvp_store::codec::{Gecodeerd, OpenSecties};
use wvp_store::{Gebeurtenis, Letter};

use voorbeeld::{AFGEDANKT, IJKVORMEN, ijkvormen, regel};

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
    toets::<inlog::Event>();
    toets::<beheer::Event>();
    toets::<toewijzing::Event>();
    toets::<toestemming::Event>();
    toets::<delegatie::Event>();
    toets::<afwijking::Event>();
    toets::<waarneming::Event>();
    toets::<postvak::Event>();
    toets::<bijlage::Event>();
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
    let mut verwacht: Vec<String> = vormen.keys().cloned().collect();
    verwacht.extend(AFGEDANKT.map(str::to_owned));
    verwacht.sort();
    assert_eq!(verwacht, aanwezig);
    let typen = [
        Event::TYPEN,
        werknemer::Event::TYPEN,
        werkgever::Event::TYPEN,
        leeslog::Event::TYPEN,
        bezorging::Event::TYPEN,
        gebruiker::Event::TYPEN,
        inlog::Event::TYPEN,
        beheer::Event::TYPEN,
        toewijzing::Event::TYPEN,
        toestemming::Event::TYPEN,
        delegatie::Event::TYPEN,
        afwijking::Event::TYPEN,
        waarneming::Event::TYPEN,
        postvak::Event::TYPEN,
        bijlage::Event::TYPEN,
    ];
    assert_eq!(vormen.len(), typen.concat().len());
}

#[test]
fn een_onbekende_naam_of_een_later_schema_wordt_geweigerd() {
    let leeg = OpenSecties::default();
    assert!(Event::decodeer("BestaatNiet", 1, &leeg).is_err());
    assert!(Event::decodeer("ZiekmeldingOntvangen", 2, &leeg).is_err());
}

/// Before the teamleider could be told, a reminder was stored at schema 1 in the same bytes.
#[test]
fn een_herinnering_van_voor_de_teamleider_is_dezelfde_herinnering() {
    let oud = vastgelegd::<Event>("HerinneringGegeven").remove(0);
    for vast in oud.lines() {
        let event = Event::decodeer("HerinneringGegeven", 1, &secties(vast)).unwrap().unwrap();
        assert_eq!(regel(&event.codeer().unwrap()), vast);
    }
}

#[test]
fn een_gesloten_sectie_a_is_geen_event_en_geen_fout() {
    let leeg = OpenSecties::default();
    assert!(Event::decodeer("ZiekmeldingOntvangen", 1, &leeg).unwrap().is_none());
}

#[test]
fn een_byte_te_veel_of_te_weinig_wordt_geweigerd() {
    let vormen = ijkvormen();
    let vorm = vormen.get("werkgever-GegevensVastgelegd.v2.hex").unwrap();
    let regel = vorm.lines().next().unwrap();
    let korter = regel.chars().take(regel.len() - 2).collect();
    for kapot in [format!("{regel}00"), korter] {
        let uitkomst = werkgever::Event::decodeer("GegevensVastgelegd", 2, &secties(&kapot));
        assert!(uitkomst.is_err(), "{uitkomst:?}");
    }
}

#[cfg(test)]
fn toets<E: Gebeurtenis>() {
    for type_naam in E::TYPEN {
        let versies = vastgelegd::<E>(type_naam);
        assert!(!versies.is_empty(), "{type_naam}");
        let nieuwste = u16::try_from(versies.len()).unwrap();
        for (schema, vorm) in (1..).zip(versies) {
            for vast in vorm.lines() {
                let event = E::decodeer(type_naam, schema, &secties(vast)).unwrap().unwrap();
                let gecodeerd = event.codeer().unwrap();
                assert_eq!((gecodeerd.type_naam, gecodeerd.schema), (*type_naam, nieuwste));
                let vandaag = E::decodeer(type_naam, nieuwste, &als_open(gecodeerd));
                let weer = vandaag.unwrap().unwrap().codeer().unwrap();
                assert!(schema < nieuwste || regel(&weer) == vast, "{type_naam}");
            }
        }
    }
}

/// The fixtures of a type: its versions from 1 on.
#[cfg(test)]
fn vastgelegd<E: Gebeurtenis>(type_naam: &str) -> Vec<String> {
    let map = Path::new(env!("CARGO_MANIFEST_DIR")).join(IJKVORMEN);
    (1..)
        .map(|versie| format!("{}-{type_naam}.v{versie}.hex", E::STROOMSOORT.naam()))
        .map_while(|naam| fs::read_to_string(map.join(naam)).ok())
        .collect()
}

#[cfg(test)]
fn als_open(gecodeerd: Gecodeerd) -> OpenSecties {
    let mut open = OpenSecties::default();
    for sectie in gecodeerd.secties {
        open.neem_op(sectie.letter, sectie.inhoud);
    }
    open
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
