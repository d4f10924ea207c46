//! A complete dossier and its package, to take one thing away from.

use std::collections::BTreeSet;

use super::pakket::{Bestandssoort, Pakketkenmerk, Pakketstuk, Verslaggegeven};
use super::{Feiten, Pakketfeiten, Uitslag, controle_met_pakket};
use crate::mijlpaal::gedeeld::{Visie, Visies};
use crate::mijlpaal::riv::Element;
use crate::mijlpaal::testing::na;
use crate::mijlpaal::voorbeeld::{self, dag, documenten, stuk, tekst, ziek};
use crate::mijlpaal::{eerstejaarsevaluatie, plan_van_aanpak};
use crate::{Afgeschermd, Command, Datum, Event, Kenmerk};

/// Numbers of the documents of [`compleet`].
pub(super) const PA: u128 = 2;
pub(super) const PLAN: u128 = 3;
pub(super) const CASEMANAGER: u128 = 4;
pub(super) const PA_BIJ: u128 = 5;
pub(super) const PA_BIJ_2: u128 = 6;
pub(super) const PLAN_BIJ: u128 = 7;
pub(super) const PLAN_BIJ_2: u128 = 8;
pub(super) const EJE: u128 = 10;
pub(super) const OORDEEL: u128 = 11;
pub(super) const MEDISCH: u128 = 12;
pub(super) const EINDE: u128 = 13;
pub(super) const WERKNEMER: u128 = 14;
pub(super) const OVERDRACHT: u128 = 15;

/// The day on which the complete dossier is judged: the day before the last one.
pub(super) fn toetsdag() -> Datum {
    dag("2026-11-28")
}

/// What makes a complete dossier with first sick day 3 March 2025.
pub(super) fn opdrachten() -> Vec<Command> {
    vec![
        ziek(),
        Command::StelProbleemanalyseVast(documenten::probleemanalyse(PA, dag("2025-04-07"))),
        Command::StelPlanVanAanpakVast(plan(dag("2025-04-18"))),
        Command::WijsCasemanagerAan(voorbeeld::casemanager(CASEMANAGER, dag("2025-04-18"))),
        Command::StelProbleemanalyseBij(documenten::bijstelling_probleemanalyse(
            PA_BIJ,
            dag("2025-09-01"),
            PA,
        )),
        Command::StelPlanVanAanpakBij(plan_bij(PLAN_BIJ, dag("2025-09-10"), PLAN)),
        Command::StelProbleemanalyseBij(documenten::bijstelling_probleemanalyse(
            PA_BIJ_2,
            dag("2025-11-03"),
            PA_BIJ,
        )),
        Command::StelPlanVanAanpakBij(plan_bij(PLAN_BIJ_2, dag("2025-11-12"), PLAN_BIJ)),
        Command::MeldWeek42(voorbeeld::melding_42e_week(9, dag("2025-12-22"))),
        Command::StelEerstejaarsevaluatieVast(evaluatie(dag("2026-02-16"))),
        Command::StelActueelOordeelVast(documenten::actueel_oordeel(OORDEEL, dag("2026-11-09"))),
        Command::OverhandigMedischeInformatie(documenten::medische_informatie(
            MEDISCH,
            dag("2026-11-16"),
        )),
        Command::StelEindevaluatieVast(documenten::eindevaluatie(EINDE, dag("2026-11-23"))),
        Command::LegOordeelWerknemerVast(documenten::oordeel_werknemer(
            WERKNEMER,
            dag("2026-11-25"),
        )),
        Command::DraagRivOver(documenten::riv_overdracht(OVERDRACHT, dag("2026-11-27"))),
    ]
}

/// A dossier in which nothing is missing.
pub(super) fn compleet() -> Vec<Event> {
    na(opdrachten())
}

/// The complete dossier without this document.
pub(super) fn zonder(nummer: u128) -> Vec<Event> {
    let weg = Kenmerk::Stuk(stuk(nummer));
    compleet().into_iter().filter(|event| event.kenmerk() != weg).collect()
}

/// The complete dossier with another fact in place of the one with this document.
pub(super) fn met(nummer: u128, anders: Event) -> Vec<Event> {
    vervang(compleet(), nummer, anders)
}

/// These facts with another one in place of the one with this document.
pub(super) fn vervang(mut events: Vec<Event>, nummer: u128, anders: Event) -> Vec<Event> {
    let weg = Kenmerk::Stuk(stuk(nummer));
    let plek = events.iter().position(|event| event.kenmerk() == weg).unwrap();
    events[plek] = anders;
    events
}

/// Both views, filled.
pub(super) fn visies() -> Visies {
    let visie = || Visie { mogelijkheden: tekst(), activiteiten: tekst(), afspraken: tekst() };
    Visies { werkgever: Some(visie()), werknemer: Some(visie()) }
}

/// The plan with both views.
pub(super) fn plan(op: Datum) -> plan_van_aanpak::PlanVanAanpak {
    let mut plan = documenten::plan_van_aanpak(PLAN, op);
    let mut b = plan.b.inhoud().unwrap().clone();
    b.visies = visies();
    plan.b = Afgeschermd::open(b);
    plan
}

fn plan_bij(
    nummer: u128,
    op: Datum,
    vervangt: u128,
) -> crate::mijlpaal::bijstelling_plan_van_aanpak::BijstellingPlanVanAanpak {
    let mut plan = documenten::bijstelling_plan(nummer, op, vervangt);
    let mut b = plan.b.inhoud().unwrap().clone();
    b.afspraken.visies = visies();
    plan.b = Afgeschermd::open(b);
    plan
}

fn evaluatie(op: Datum) -> eerstejaarsevaluatie::Eerstejaarsevaluatie {
    let mut evaluatie = documenten::eerstejaarsevaluatie(EJE, op);
    let mut b = evaluatie.b.inhoud().unwrap().clone();
    b.visies = visies();
    evaluatie.b = Afgeschermd::open(b);
    evaluatie
}

/// A short report: ill for eight weeks, then the employment ends.
pub(super) fn compleet_verkort() -> Vec<Event> {
    let laatste_werkdag = dag("2025-04-27");
    na([
        ziek(),
        Command::BeeindigDienstverband(uit_dienst(laatste_werkdag)),
        Command::OverhandigMedischeInformatie(documenten::medische_informatie(
            MEDISCH,
            dag("2025-04-24"),
        )),
        Command::LegOordeelWerknemerVast(documenten::oordeel_werknemer(
            WERKNEMER,
            dag("2025-04-25"),
        )),
        Command::DraagRivOver(documenten::riv_overdracht(OVERDRACHT, laatste_werkdag)),
    ])
}

/// Number of the end of the employment.
pub(super) const UIT_DIENST: u128 = 20;

/// The end of the employment, told to UWV on the day.
pub(super) fn uit_dienst(
    laatste_werkdag: Datum,
) -> crate::mijlpaal::einde_dienstverband::EindeDienstverband {
    let mut einde = voorbeeld::einde_dienstverband(UIT_DIENST, laatste_werkdag);
    einde.a.bij_uwv_gemeld_op = Some(laatste_werkdag);
    einde
}

/// A package of these documents in which nothing is missing.
pub(super) fn pakket(stukken: &[(Element, u128)]) -> Pakketfeiten {
    let kenmerken = BTreeSet::from([
        Pakketkenmerk::Burgerservicenummer,
        Pakketkenmerk::Ondertekend,
        Pakketkenmerk::ZelfdePersoon,
        Pakketkenmerk::Portaalsoort,
        Pakketkenmerk::Administratie,
        Pakketkenmerk::BigNummer,
        Pakketkenmerk::VrijVanMedisch,
    ]);
    let stuk_van = |(element, nummer): &(Element, u128)| Pakketstuk {
        element: *element,
        stuk: stuk(*nummer),
        bestand: Bestandssoort::Pdf,
        bytes: 10_000_000,
        ondertekend_op: Some(dag("2026-11-23")),
        eerste_ziektedag: Some(dag("2025-03-03")),
        kenmerken: kenmerken.clone(),
    };
    Pakketfeiten {
        elementen: stukken.iter().map(stuk_van).collect(),
        stand_van_zaken: Some(Verslaggegeven::ALLE.into()),
    }
}

/// The package of the complete dossier.
pub(super) fn pakket_compleet() -> Pakketfeiten {
    pakket(&[
        (Element::Probleemanalyse, PA),
        (Element::PlanVanAanpak, PLAN),
        (Element::Eerstejaarsevaluatie, EJE),
        (Element::ActueelOordeel, OORDEEL),
        (Element::Eindevaluatie, EINDE),
        (Element::OordeelWerknemer, WERKNEMER),
    ])
}

/// The findings, one "rule shortcoming severity" per line.
pub(super) fn regels(uitslag: &Uitslag) -> String {
    let regel = |it: &super::Bevinding| {
        let gebrek = serde_json::to_value(it.gebrek).unwrap();
        format!("{} {} {}", it.regel.naam(), gebrek.as_str().unwrap(), it.ernst.naam())
    };
    uitslag.bevindingen.iter().map(regel).collect::<Vec<_>>().join("\n")
}

/// The findings on these facts with the complete package.
pub(super) fn gevonden(events: &[Event]) -> String {
    gevonden_op(events, toetsdag())
}

/// The findings on a day.
pub(super) fn gevonden_op(events: &[Event], op: Datum) -> String {
    let feiten = Feiten { events, inzage: &[] };
    regels(&controle_met_pakket(&feiten, &pakket_compleet(), op))
}

/// The findings on the complete dossier with this package.
pub(super) fn in_pakket(pakket: &Pakketfeiten) -> String {
    let events = compleet();
    regels(&controle_met_pakket(&Feiten { events: &events, inzage: &[] }, pakket, toetsdag()))
}

/// The complete package, with something done to the document of this element.
pub(super) fn pakket_met(element: Element, doe: impl Fn(&mut Pakketstuk)) -> Pakketfeiten {
    let mut pakket = pakket_compleet();
    pakket.elementen.iter_mut().filter(|it| it.element == element).for_each(doe);
    pakket
}
