//! Whatever goes in: no subject, calendar title or attribute of a webhook says who it is or that somebody is ill.

use std::sync::LazyLock;

use chrono::DateTime;
use mail_parser::MessageParser;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, ProptestConfig, Strategy, any};
use proptest::sample::select;
use proptest::test_runner::{TestCaseError, TestRunner};
use uuid::Uuid;
use wvp_domain::mijlpaal::riv::Element;
use wvp_domain::{Categorie, Datum, DossierId, TermijnId};
use wvp_engine::Bericht;
use wvp_engine::bericht::{Stap, Stapmelding, Toelichting};
use wvp_engine::systeem::{Feitmelding, Feitsoort};
use wvp_kanalen::agenda::{Ingang, Stand, feed};
use wvp_kanalen::smtp::{Beveiliging, SmtpInstelling};
use wvp_kanalen::webhook::json;
use wvp_kanalen::{Openheid, Post, Smtp};

use crate::hulp::sjablonen;

/// The list that the domain holds texts against.
const LIJST: &str = include_str!("../../../wvp-domain/src/invoerwacht/woorden.csv");
const NAMEN: [&str; 5] =
    ["Willemijn van Oosterhout", "K. Ünlü-Yılmaz", "Jansen", "Sjoerd", "O'Brien"];
const BSNS: [&str; 3] = ["123456782", "111222333", "999990019"];

/// The words of the list: what ends or begins anywhere, without its stars.
static WOORDEN: LazyLock<Vec<String>> = LazyLock::new(|| {
    let regels = LIJST.lines().skip(1).filter(|regel| !regel.contains(",uitzondering,"));
    let patronen = regels.filter_map(|regel| regel.split(',').next());
    patronen.map(|patroon| patroon.trim_matches('*').to_lowercase()).collect()
});

/// What somebody types: names, numbers and words of the list among other things, with line breaks.
fn tekst() -> impl Strategy<Value = String> {
    let woord = select(WOORDEN.clone());
    let stuk = proptest::strategy::Union::new([
        select(NAMEN.map(str::to_owned).to_vec()).boxed(),
        select(BSNS.map(str::to_owned).to_vec()).boxed(),
        woord.boxed(),
        Just("\r\nSubject: griep".to_owned()).boxed(),
        "[ -~éë\r\n]{0,12}".boxed(),
    ]);
    vec(stuk, 1..6).prop_map(|stukken| stukken.join(" "))
}

fn stap() -> impl Strategy<Value = Stap> {
    let mut stappen = TermijnId::ALLE.map(Stap::Wettelijk).to_vec();
    stappen.extend(Element::ALLE.map(Stap::Stuk));
    stappen.push(Stap::Eigen);
    select(stappen)
}

fn een_dag() -> impl Strategy<Value = Datum> {
    (0..80_000_i32).prop_map(|dagen| Datum::EERSTE.plus(dagen))
}

/// Ids as the log makes them. Of one of 10^9 the digits could look like a number of a person by chance.
fn id() -> impl Strategy<Value = Uuid> {
    any::<u128>().prop_map(Uuid::from_u128)
}

fn stapmelding() -> impl Strategy<Value = Stapmelding> {
    let toelichting = proptest::strategy::Union::new([
        een_dag().prop_map(|had_op| Toelichting::Vertraagd { had_op }).boxed(),
        (een_dag(), een_dag())
            .prop_map(|(van, naar)| Toelichting::Verschoven { van, naar })
            .boxed(),
        (1..9_usize).prop_map(|aantal| Toelichting::Samengevoegd { aantal }).boxed(),
        (1..9_usize).prop_map(|aantal| Toelichting::Overgeslagen { aantal }).boxed(),
        Just(Toelichting::Waarneming).boxed(),
    ]);
    (id(), id(), stap(), een_dag(), vec(toelichting, 0..4)).prop_map(
        |(id, dossier, stap, uiterlijk, toelichting)| Stapmelding {
            id,
            dossier: DossierId(dossier),
            stap,
            uiterlijk,
            op: Datum::EERSTE,
            toelichting,
        },
    )
}

fn smtp(openheid: Openheid) -> Smtp {
    let instelling = SmtpInstelling {
        host: "127.0.0.1".to_owned(),
        poort: 25,
        beveiliging: Beveiliging::Geen,
        inlog: None,
        afzender: "niet-beantwoorden@werkgever.example".to_owned(),
        domein: "post.werkgever.example".to_owned(),
        extra_wortel: None,
        termijn_seconden: 1,
        lijnen_max: 1,
    };
    Smtp::try_new(&instelling, sjablonen(openheid)).unwrap()
}

/// Holds a text against names, numbers and the list: a word of the list counts as a whole word.
fn zwijgt(waar: &str, tekst: &str) -> Result<(), TestCaseError> {
    let klein = tekst.to_lowercase();
    for verboden in NAMEN.iter().chain(&BSNS) {
        if klein.contains(&verboden.to_lowercase()) {
            return Err(TestCaseError::fail(format!("{waar}: {verboden} in {tekst}")));
        }
    }
    let delen: Vec<&str> = klein.split(|it: char| !it.is_alphanumeric()).collect();
    let los = format!(" {} ", delen.join(" "));
    let gevonden = WOORDEN.iter().find(|woord| los.contains(&format!(" {woord} ")));
    match gevonden {
        Some(woord) => Err(TestCaseError::fail(format!("{waar}: {woord} in {tekst}"))),
        None => Ok(()),
    }
}

/// The subject as a reader of mail finds it, and every header but the one with the address.
fn zwijgen_de_koppen(smtp: &Smtp, post: &Post) -> Result<(), TestCaseError> {
    let bytes = smtp.brief(post).unwrap().formatted();
    let mail = MessageParser::default().parse(&bytes).unwrap();
    zwijgt("onderwerp", mail.subject().unwrap())?;
    let rauw = String::from_utf8(bytes.clone()).unwrap();
    let (koppen, _) = rauw.split_once("\r\n\r\n").unwrap();
    let onderwerpen = koppen.lines().filter(|regel| regel.starts_with("Subject:")).count();
    if onderwerpen != 1 {
        return Err(TestCaseError::fail(format!("{onderwerpen} subjects: {koppen}")));
    }
    let zonder_adres = koppen.lines().filter(|regel| !regel.starts_with("To:"));
    zwijgt("koppen", &zonder_adres.collect::<Vec<_>>().join("\n"))
}

fn voor_alle<S: Strategy>(invoer: S, proef: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let instelling =
        ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) };
    TestRunner::new(instelling).run(&invoer, proef).unwrap();
}

#[tokio::test]
async fn geen_onderwerp_van_een_bericht_van_elders_zegt_wie_of_wat() {
    let kanalen = Openheid::ALLE.map(smtp);
    voor_alle((id(), tekst(), tekst(), tekst(), een_dag()), |(id, naam, onderwerp, tekst, op)| {
        let aan_email = "ontvanger@werkgever.example".to_owned();
        let stappen = vec![];
        let bericht = Bericht { id, aan_naam: naam, aan_email, onderwerp, tekst, op, stappen };
        kanalen.iter().try_for_each(|smtp| {
            zwijgen_de_koppen(smtp, &smtp.sjablonen().verwoord(&bericht).unwrap())
        })
    });
}

#[tokio::test]
async fn geen_herinnering_zegt_wie_of_wat_ook_niet_in_haar_tekst() {
    let kanalen = Openheid::ALLE.map(smtp);
    let invoer = (vec(stapmelding(), 1..5), tekst(), tekst(), tekst());
    voor_alle(invoer, |(stappen, naam, onderwerp, tekst)| {
        let aan_email = "ontvanger@werkgever.example".to_owned();
        let (id, op) = (stappen[0].id, stappen[0].op);
        let bericht = Bericht { id, aan_naam: naam, aan_email, onderwerp, tekst, op, stappen };
        kanalen.iter().try_for_each(|smtp| {
            let post = smtp.sjablonen().verwoord(&bericht).unwrap();
            zwijgen_de_koppen(smtp, &post)?;
            zwijgt("tekst", post.tekst())?;
            zwijgt("html", post.html())
        })
    });
}

#[test]
fn geen_agenda_zegt_wie_of_wat() {
    let stand = select(vec![Stand::Open, Stand::Vervallen]);
    let invoer =
        (vec(id(), 0..3), id(), stap(), een_dag(), any::<u32>(), stand, 0..4_000_000_000_i64);
    voor_alle(invoer, |(bronnen, dossier, stap, dag, volgnummer, stand, moment)| {
        let laatst_gewijzigd = DateTime::from_timestamp(moment, 0).unwrap();
        let dossier = DossierId(dossier);
        let ingang = Ingang { bronnen, dossier, stap, dag, volgnummer, stand, laatst_gewijzigd };
        Openheid::ALLE.iter().try_for_each(|openheid| {
            let tekst = feed(&crate::agenda::instelling(*openheid), std::slice::from_ref(&ingang));
            zwijgt("agenda", &tekst.replace("\r\n ", ""))
        })
    });
}

#[test]
fn geen_webhook_zegt_wie_of_wat() {
    let categorie = select(vec![Categorie::A, Categorie::B, Categorie::C, Categorie::D]);
    let soort = select(vec![
        Feitsoort::HerinneringGegeven,
        Feitsoort::StukkenGevraagd,
        Feitsoort::FeitVastgelegd,
        Feitsoort::DossierGesloten,
    ]);
    let over = option::of((stap(), een_dag()));
    let invoer = (id(), id(), soort, categorie, over, 0..4_000_000_000_000_000_i64);
    voor_alle(invoer, |(id, dossier, soort, categorie, stap, vastgelegd)| {
        let dossier = DossierId(dossier);
        let melding = Feitmelding { id, dossier, soort, categorie, stap, vastgelegd };
        zwijgt("webhook", &json(&melding, &crate::webhook::afzender()))
    });
}

#[test]
fn de_proef_ziet_een_naam_een_nummer_en_een_woord_van_de_lijst() {
    assert!(WOORDEN.len() > 300);
    for tekst in ["Stap voor Jansen", "nr 123456782", "Wegens griep"] {
        assert!(zwijgt("proef", tekst).is_err(), "{tekst}");
    }
    assert!(zwijgt("proef", "Er staat een stap voor u klaar").is_ok());
}
