//! What holds for the table and for every outcome.

use std::collections::BTreeSet;

use super::super::proef::{compleet, compleet_verkort, pakket_compleet, toetsdag};
use super::super::{Feiten, Reden, RegelId, Uitslag, controle, controle_met_pakket, rijen};
use crate::mijlpaal::testing::na;
use crate::mijlpaal::voorbeeld::{self, NAAM, TEKST, dag, ziek};
use crate::termijn::Riv;
use crate::{Command, Event};

/// The rules as documents.md 2.2 lists them: id, who fixes it, severity.
const VOLGENS_DOCUMENT: &str = "\
RIV-01 BA via WG | error
RIV-02 BA via WG | error
RIV-03 WG | error
RIV-04 WG | error
RIV-05 WG | error
RIV-06 WG+W | error
RIV-07 BA | error
RIV-08 BA | error
RIV-09 WG | error
RIV-10 WG | error
RIV-11 BA | error
RIV-12 BA to W | error
RIV-13 W | error, WG info
RIV-14 author | error
RIV-15 WG | error
RIV-16 WG/W | warn
RIV-17 WG | error
RIV-18 WG | error
RIV-19 author | block
RIV-20 WG | error
RIV-21 WG | warn
RIV-22 WG | warn
RIV-23 system | error
RIV-24 system | error
RIV-25 WG | error
VRK-01 VRK-02 VRK-03 VRK-04 VRK-05 VRK-06 VRK-07";

#[test]
fn elke_regel_van_het_document_heeft_een_rij_met_die_ernst_en_die_hersteller() {
    use super::super::Ernst::{Blokkade, Fout, Opmerking, Waarschuwing};
    use super::super::Hersteller as H;
    let wie = |wie| match wie {
        H::Werkgever => "WG",
        H::Werknemer => "W",
        H::WerkgeverEnWerknemer => "WG+W",
        H::Bedrijfsarts => "BA",
        H::BedrijfsartsViaWerkgever => "BA via WG",
        H::BedrijfsartsAanWerknemer => "BA to W",
        H::Auteur => "author",
        H::Systeem => "system",
    };
    let ernst = |ernst| match ernst {
        Blokkade => "block",
        Fout => "error",
        Waarschuwing => "warn",
        Opmerking => "info",
    };
    let alle: Vec<_> = rijen().collect();
    let volledig = alle.iter().filter(|rij| rij.id < RegelId::Vrk01).map(|rij| {
        let werkgever = rij.ernst_werkgever.map(|it| format!(", WG {}", ernst(it)));
        let werkgever = werkgever.unwrap_or_default();
        format!("{} {} | {}{werkgever}", rij.id.naam(), wie(rij.wie), ernst(rij.ernst))
    });
    let verkort: Vec<_> =
        alle.iter().filter(|rij| rij.id >= RegelId::Vrk01).map(|rij| rij.id.naam()).collect();
    let gedrukt: Vec<_> = volledig.chain([verkort.join(" ")]).collect();
    assert_eq!(gedrukt.join("\n"), VOLGENS_DOCUMENT.replace("WG/W", "WG+W"));
}

/// Where each rule ended up; a rule may stand under findings and under what is not known at once.
fn genoemd(uitslag: &Uitslag) -> BTreeSet<RegelId> {
    let gevonden = uitslag.bevindingen.iter().map(|it| it.regel);
    let onbekend = uitslag.niet_na_te_gaan.iter().map(|it| it.regel);
    let rest = uitslag.voldaan.iter().chain(&uitslag.niet_van_toepassing).copied();
    gevonden.chain(onbekend).chain(rest).collect()
}

#[test]
fn elke_regel_krijgt_een_antwoord() {
    for events in [compleet(), compleet_verkort(), na([ziek()]), vec![]] {
        let feiten = Feiten { events: &events, inzage: &[] };
        let alle = BTreeSet::from(RegelId::ALLE);
        assert_eq!(genoemd(&controle(&feiten, toetsdag())), alle);
        assert_eq!(genoemd(&controle_met_pakket(&feiten, &pakket_compleet(), toetsdag())), alle);
    }
}

#[test]
fn bevindingen_staan_op_ernst_dan_dag_dan_regel() {
    let events = na([ziek()]);
    let uitslag = controle(&Feiten { events: &events, inzage: &[] }, dag("2027-01-04"));
    let sleutels: Vec<_> =
        uitslag.bevindingen.iter().map(|it| (it.ernst, it.uiterlijk, it.regel)).collect();
    assert!(sleutels.len() > 5 && sleutels.is_sorted(), "{sleutels:?}");
    assert!(!uitslag.is_compleet());
}

#[test]
fn een_bevinding_in_json_noemt_regel_stuk_hersteller_en_dag() {
    let events = super::super::proef::zonder(super::super::proef::CASEMANAGER);
    let uitslag = controle(&Feiten { events: &events, inzage: &[] }, toetsdag());
    let json = serde_json::to_string_pretty(&uitslag.bevindingen[0]).unwrap();
    insta::assert_snapshot!(json, @r#"
    {
      "ernst": "waarschuwing",
      "ernst_werkgever": "waarschuwing",
      "uiterlijk": "2026-11-29",
      "regel": "RIV-21",
      "gebrek": "onvolledig",
      "stand": "komend",
      "wie": "werkgever",
      "element": "bijstelling_plan_van_aanpak",
      "stuk": "00000000-0000-0000-0000-000000000008",
      "zin": "In de bijstelling van het plan van aanpak van 12 november 2025 is geen casemanager genoemd. Wijs een casemanager aan.",
      "grondslag": [
        "RIV-21",
        "Regeling procesgang art. 4 lid 2 onder c"
      ]
    }
    "#);
    assert!(uitslag.is_compleet());
}

#[test]
fn wat_pas_het_pakket_toont_is_zonder_pakket_niet_na_te_gaan() {
    let events = compleet();
    let uitslag = controle(&Feiten { events: &events, inzage: &[] }, toetsdag());
    let onbekend: Vec<_> = uitslag
        .niet_na_te_gaan
        .iter()
        .map(|it| (it.regel.naam(), it.reden == Reden::Pakket))
        .collect();
    assert_eq!(onbekend, [("RIV-17", true), ("RIV-23", true), ("RIV-24", true)]);
}

/// Documents with a text and a name everywhere, and half of what is needed missing or late.
fn slordig() -> Vec<Event> {
    let houd = |(nummer, event): (usize, Event)| (nummer % 3 != 1).then_some(event);
    let mut events: Vec<Event> = compleet().into_iter().enumerate().filter_map(houd).collect();
    for event in &mut events {
        if let Event::EindevaluatieVastgesteld(e) = event {
            e.a.over_passende_arbeid = false;
            e.a.ondertekeningen[0].wie.functie = String::new();
        }
    }
    events
}

#[test]
fn een_uitslag_bevat_geen_tekst_en_geen_naam_uit_het_dossier() {
    let events = slordig();
    let feiten = Feiten { events: &events, inzage: &[] };
    let uitslag = controle_met_pakket(&feiten, &pakket_compleet(), dag("2027-01-04"));
    assert!(uitslag.bevindingen.len() > 3);
    let json = serde_json::to_string(&uitslag).unwrap();
    assert!(!json.contains(TEKST) && !json.contains(NAAM), "{json}");
}

#[test]
fn na_herstel_of_aow_is_geen_verslag_nodig() {
    let hersteld = Command::MeldHersteld(voorbeeld::herstelmelding(50, dag("2025-05-05")));
    let aow = Command::LegAowDatumVast(voorbeeld::aow(51, dag("2025-06-02")));
    for opdracht in [hersteld, aow] {
        let events = na([ziek(), opdracht]);
        let uitslag = controle(&Feiten { events: &events, inzage: &[] }, dag("2025-06-10"));
        assert_eq!((uitslag.riv, uitslag.bevindingen.len()), (Riv::Geen, 0));
        assert_eq!(uitslag.niet_van_toepassing.len(), RegelId::ALLE.len());
    }
}
