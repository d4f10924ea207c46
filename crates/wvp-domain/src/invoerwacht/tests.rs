//! What the guard lets through and what it stops, and that it never repeats what it stopped.

use std::collections::BTreeSet;

use super::woorden::{regels, soorten};
use super::{Woordsoort, vindplaats};
use crate::mijlpaal::testing::na;
use crate::mijlpaal::voorbeeld::{dag, documenten, ziek};
use crate::mijlpaal::{interventie, spreekuur, voortgangsgesprek};
use crate::{Afwijzing, Command, Compartiment, Event, Secties, decide, replay};

fn gesprek(voortgang: &str) -> Command {
    let c = documenten::voortgangsgesprek(2, dag("2025-04-10"));
    let verslag = voortgangsgesprek::Verslag {
        voortgang: voortgang.to_owned(),
        ..c.b.inhoud().unwrap().clone()
    };
    Command::LegVoortgangsgesprekVast(Secties::proces(c.a).met_b(verslag))
}

fn consult(advies: &str, aantekeningen: &str) -> Command {
    let c = documenten::spreekuur(2, dag("2025-03-20"));
    let b =
        spreekuur::Terugkoppeling { advies: advies.to_owned(), ..c.b.inhoud().unwrap().clone() };
    let aantekeningen = spreekuur::Aantekeningen { aantekeningen: aantekeningen.to_owned() };
    Command::LegSpreekuurVast(Secties::proces(c.a).met_b(b).met_c(aantekeningen))
}

fn advies(soort: &str) -> Command {
    let a = interventie::Geadviseerd {
        stuk: crate::mijlpaal::voorbeeld::stuk(2),
        geadviseerd_op: dag("2025-03-20"),
    };
    let b = interventie::Inhoud { soort: soort.to_owned(), doel: "terug in eigen werk".to_owned() };
    Command::AdviseerInterventie(Secties::proces(a).met_b(b))
}

fn beslis(command: Command) -> Result<Vec<Event>, Afwijzing> {
    decide(&replay(&na([ziek()])), command, dag("2025-06-01"))
}

#[test]
fn elke_regel_van_de_lijst_heeft_een_soort_een_bron_en_vindt_zichzelf() {
    let mut gezien = BTreeSet::new();
    for (patroon, soort, bron) in regels() {
        assert!(gezien.insert(patroon), "twee keer: {patroon}");
        assert!(!bron.is_empty(), "zonder bron: {patroon}");
        let verwacht = Woordsoort::ALLE.into_iter().find(|it| it.woord() == soort);
        assert!(verwacht.is_some() || soort == "uitzondering", "onbekende soort: {patroon}");
        let gevonden = soorten(&patroon.replace('*', "x"));
        assert_eq!(gevonden.is_empty(), verwacht.is_none(), "{patroon}: {gevonden:?}");
    }
}

#[test]
fn ziekten_medicijnen_en_behandelingen_worden_herkend() {
    let zinnen = [
        ("Hij heeft griep.", Woordsoort::Diagnose),
        ("Zit thuis met een HERNIA-operatie", Woordsoort::Diagnose),
        ("borstkanker", Woordsoort::Diagnose),
        ("Ze heeft een burn-out", Woordsoort::Diagnose),
        ("depressieve klachten", Woordsoort::Diagnose),
        ("hoge  bloeddruk", Woordsoort::Diagnose),
        ("díabetes", Woordsoort::Diagnose),
        ("gri\u{ad}ep", Woordsoort::Diagnose),
        ("covid-19", Woordsoort::Diagnose),
        ("nog veel rugpijn", Woordsoort::Klacht),
        ("slikt metoprolol", Woordsoort::Medicatie),
        ("gebruikt oxazepam", Woordsoort::Medicatie),
        ("loopt bij een psycholoog", Woordsoort::Behandeling),
        ("fysiotherapie, twee keer per week", Woordsoort::Behandeling),
        ("MRI-scan gehad", Woordsoort::Behandeling),
        ("psychische problemen", Woordsoort::Aard),
        ("door de echtscheiding", Woordsoort::Prive),
        ("valt onder de no-risk-polis", Woordsoort::Vangnet),
    ];
    for (zin, soort) in zinnen {
        assert!(soorten(zin).contains(&soort), "{zin}: {:?}", soorten(zin));
    }
}

#[test]
fn gewone_woorden_over_werk_gaan_door() {
    let zinnen = [
        "Met hartelijke groet en hartstikke bedankt",
        "Hij zit te kankeren op de koffie; het gekanker houdt op",
        "De coöperatie begint in april met de griepprik voor iedereen",
        "Arbeidstherapie op arbeidstherapeutische basis",
        "Wegens ziekte en ziekteverzuim, eerste ziektedag 3 maart",
        "Klachten van klanten over de levering zijn in behandeling bij UWV",
        "De afspraken zijn opgenomen in het plan",
        "Kinderziekten in het rooster; de pijnpunten zijn besproken",
        "Niet tillen boven vijf kilo, geen nachtdienst, ten hoogste drie uur per dag",
        "De inzet van de arbeidsdeskundige en de prognose van de bedrijfsarts",
        "Inbreuk op het contract, breuk in de samenwerking",
        "Program manager, statisch werk, profiel, drukte in de hal",
    ];
    for zin in zinnen {
        assert_eq!(soorten(zin), BTreeSet::new(), "{zin}");
    }
}

#[test]
fn de_werkgever_schrijft_geen_diagnose_in_een_verslag() {
    let fout = beslis(gesprek("Herstelt van zijn griep.")).unwrap_err();
    let wat = Woordsoort::Diagnose;
    assert_eq!(fout, Afwijzing::GezondheidInTekst { veld: "voortgang".to_owned(), wat });
    assert_eq!(fout.grondslag().regel, "NIET-01");
    assert!(fout.advies().contains("medische deel"), "{}", fout.advies());
}

#[test]
fn een_weigering_herhaalt_nooit_het_woord() {
    for woord in ["griep", "oxazepam", "psycholoog", "rugpijn", "echtscheiding"] {
        let fout = beslis(gesprek(&format!("Er is {woord}."))).unwrap_err();
        let alles = format!("{fout} {fout:?} {} {:?}", fout.advies(), fout.grondslag());
        assert!(!alles.contains(woord), "{alles}");
    }
}

#[test]
fn de_bedrijfsarts_houdt_de_diagnose_in_het_medische_deel() {
    let open = beslis(consult("Rust, want het is een hernia.", "")).unwrap_err();
    assert!(matches!(open, Afwijzing::GezondheidInTekst { .. }), "{open}");
    assert_eq!(beslis(consult("Rust.", "Hernia, start naproxen.")).unwrap().len(), 1);
}

#[test]
fn een_behandeling_mag_als_advies_over_een_interventie_maar_een_ziekte_niet() {
    assert_eq!(beslis(advies("fysiotherapie")).unwrap().len(), 1);
    let fout = beslis(advies("training bij hernia")).unwrap_err();
    assert!(matches!(fout, Afwijzing::GezondheidInTekst { .. }), "{fout}");
}

#[test]
fn de_werknemer_vertelt_in_eigen_woorden_wat_hij_wil() {
    assert_eq!(vindplaats(Compartiment::BWerknemer, "ik heb griep"), None);
    assert!(vindplaats(Compartiment::A, "ik heb griep").is_some());
}

#[test]
fn wat_er_al_staat_wordt_bij_herhaling_niet_geweigerd() {
    let oud = gesprek("Herstelt van zijn griep.");
    let Command::LegVoortgangsgesprekVast(c) = oud.clone() else { unreachable!() };
    let mut feiten = na([ziek()]);
    feiten.push(Event::VoortgangsgesprekGevoerd(c));
    assert_eq!(decide(&replay(&feiten), oud, dag("2025-06-01")), Ok(vec![]));
}

#[test]
fn een_achternaam_is_geen_diagnose() {
    let Command::MeldZiek(c) = ziek() else { unreachable!() };
    let a = crate::mijlpaal::ziekmelding::Melding { naam: "P. Griep".to_owned(), ..c.a };
    let uitkomst = decide(&replay(&[]), Command::MeldZiek(Secties::proces(a)), dag("2025-06-01"));
    assert_eq!(uitkomst.unwrap().len(), 1);
}
