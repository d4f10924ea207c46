//! How every page looks and what it weighs, for each role.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tests::bewoond::Bewoond;
use wvp_access::Lezer;
use wvp_cli::demo::{Rol, schrijf_in};
use wvp_server::bladen;

use crate::rechten::{BIJ_EEN_ANDER, ook};
use crate::wandeling::{WIENS, lopend, wandel, wandel_door};

/// Bytes of a page with everything that it loads, as they come over the line, at a first visit.
const BYTES_MAX: u64 = 100_000;

/// Addresses that only take what a form sends, or show what another page shows: a form with one field, the second step
/// after a log-in at another party.
const ALLEEN_DOEN: [&str; 26] = [
    "/account/tokens/{token}/intrekken",
    "/beheer/accounts/{account}/uitloggen",
    "/account/inlog/wachtwoord",
    "/account/inlog/herstelcodes",
    "/account/inlog/toestel",
    "/account/inlog/overal-uit",
    "/account/inlog/sessies/{sessie}",
    "/account/inlog/koppelingen",
    "/account/inlog/koppelingen/{koppeling}",
    "/berichten/agenda",
    "/berichten/agenda/intrekken",
    "/dossiers/{dossier}/stukken/{stuk}/weigeren",
    "/inloggen/elders/{aanbieder}",
    "/inloggen/verder",
    "/",
    "/taal/{taal}",
    "/inloggen/tweede-factor",
    "/inloggen/instellen",
    "/uitloggen",
    "/zoeken",
    "/dossiers/{dossier}/stukken/{stuk}/tekenen",
    "/dossiers/{dossier}/verslag/pakket",
    "/beheer/accounts/{account}/uitnodiging",
    "/ziekmelding/{werknemer}/{dossier}",
    "/toezicht/nakijken/{recht}/{wat}",
    "/berichten/{bericht}/gelezen",
];

/// What shows when there is nothing, when something is wrong, or only once.
const TOESTANDEN: [(&str, &str); 20] = [
    ("niemand", "/inloggen"),
    ("niemand", "/inloggen-fout"),
    ("niemand", "/tweede-factor"),
    ("niemand", "/tweede-factor-fout"),
    ("niemand", "/rekenen-fout"),
    ("niemand", "/rekenen-uitkomst"),
    ("beheerder", "/uitnodiging-getoond"),
    ("nieuweling", "/uitnodiging"),
    ("nieuweling", "/uitnodiging-fout"),
    ("nieuweling", "/inloggen?gedaan"),
    ("nieuweling", "/instellen"),
    ("nieuweling", "/instellen-fout"),
    ("nieuweling", "/herstelcodes"),
    ("nieuweling", "/mijn-dossier-leeg"),
    ("toezicht", "/toezicht?dossier"),
    ("toezicht", "/toezicht-wie-keek"),
    ("toezicht", "/toegangstabel?functie"),
    ("casemanager", "/werklijst-leeg"),
    ("casemanager", "/zoeken-leeg"),
    ("casemanager", "/vastgelegd"),
];

/// Who is not logged in yet.
const BUITEN: [&str; 2] = ["niemand", "nieuweling"];
/// Where nobody has a menu: before a hat is on, and where nothing is.
const ZONDER_MENU: [&str; 2] = ["/functie", "/404"];

fn naam(scherm: &Value) -> &str {
    scherm["naam"].as_str().unwrap()
}

/// Everybody around a case, who supervises, who keeps accounts, and somebody who never logged in yet.
async fn met_iedereen(bewoond: &Bewoond, vraag: &mut Value) {
    let buiten = [
        ("toezicht", Lezer::FunctionarisGegevensbescherming),
        ("beheerder", Lezer::FunctioneelBeheerder),
        ("planner", Lezer::Planner),
    ];
    ook(bewoond, vraag, &buiten).await;
    let nieuw = lopend("R. Visser");
    // With a case elsewhere come colleagues, who can act for one another.
    for zaak in [&nieuw, &lopend(BIJ_EEN_ANDER)] {
        schrijf_in(&bewoond.huis.engine, zaak).await.unwrap();
    }
    vraag["nieuweling"] = json!(nieuw.account(Rol::Werknemer).0);
}

#[tokio::test(flavor = "multi_thread")]
async fn geen_pagina_houdt_iemand_buiten() {
    let gezien = wandel_door("schermen.mjs", vec![lopend(WIENS)], met_iedereen).await;
    let schermen: Vec<&Value> = gezien.soort("scherm").collect();
    let is_mis = |it: &&&Value| {
        let steekt_uit = it["breed"] == 320 && it["over"].as_i64().unwrap() > 0;
        it["gevonden"] != Value::Array(vec![]) || steekt_uit
    };
    let mis: Vec<&&Value> = schermen.iter().filter(is_mis).collect();
    assert!(mis.is_empty(), "{mis:#?}");
    let van_iemand = |it: &&&Value| !BUITEN.iter().any(|buiten| it["rol"] == *buiten);
    let zonder_menu = |it: &&&Value| it["menu"] == false && !ZONDER_MENU.contains(&naam(it));
    let zonder: Vec<&&Value> = schermen.iter().filter(van_iemand).filter(zonder_menu).collect();
    assert!(zonder.is_empty(), "{zonder:#?}");
    let gezien: BTreeSet<(&str, &str)> =
        schermen.iter().map(|it| (it["rol"].as_str().unwrap(), naam(it))).collect();
    for rol in Rol::ALLE {
        for naam in ["/404", "/functie", "/dossiers/-"] {
            assert!(gezien.contains(&(rol.naam(), naam)), "{naam} van {}: {gezien:?}", rol.naam());
        }
    }
    for toestand in TOESTANDEN {
        assert!(gezien.contains(&toestand), "{toestand:?}: {gezien:?}");
    }
    let met_fouten = gezien.iter().filter(|(_, naam)| *naam == "/formulier-met-fouten").count();
    assert!(met_fouten >= 3, "{gezien:?}");
    let is_gezien = |pad: &str| gezien.iter().any(|(_, naam)| is_op(pad, naam));
    let nooit: Vec<&str> = bladen().into_iter().map(|(pad, _)| pad).collect();
    let nooit = nooit.into_iter().filter(|it| !ALLEEN_DOEN.contains(it) && !is_gezien(it));
    assert_eq!(nooit.collect::<Vec<_>>(), Vec::<&str>::new());
}

/// Whether a page that was seen is the one of an address with places for numbers and words.
fn is_op(pad: &str, naam: &str) -> bool {
    let naam = naam.split('?').next().unwrap();
    let (van_pad, van_naam) = (pad.split('/'), naam.split('/'));
    van_pad.clone().count() == van_naam.clone().count()
        && van_pad.zip(van_naam).all(|(een, ander)| een.starts_with('{') || een == ander)
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
