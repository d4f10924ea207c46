//! A dossier in which every text of every section is another one, and eyes that can be closed.

use serde_json::Value;

use super::{Soort, Stamgegevens, Voorzet, Vraag, voorzet};
use crate::mijlpaal::gedeeld::{
    Beperking, Minuten, Opbouwstap, Rubriek, Urenbeperking, Visie, Visies,
};
use crate::mijlpaal::plan_van_aanpak::{Activiteit, Afspraken, Tussendoel};
use crate::mijlpaal::probleemanalyse::Belastbaarheid;
use crate::mijlpaal::testing::na;
use crate::mijlpaal::voorbeeld::{self, TEKST, dag, documenten, stuk, tekst, ziek};
use crate::rivcontrole::Feiten;
use crate::{Afgeschermd, Command, Compartiment, Datum, Event, Sectie, Secties};

pub(super) const ANALYSE: u128 = 2;
pub(super) const PLAN: u128 = 3;
pub(super) const PLAN_BIJ: u128 = 7;
/// Number of the document that is drafted.
pub(super) const NIEUW: u128 = 99;

/// The day on which is drafted.
pub(super) fn vandaag() -> Datum {
    dag("2025-12-01")
}

/// The facts up to the day of the draft, oldest first.
pub(super) fn feiten() -> Vec<Event> {
    na(opdrachten())
}

/// The facts on which this document can be drafted: of a document that comes once, those before it.
pub(super) fn feiten_voor(soort: Soort) -> Vec<Event> {
    let aantal = match soort {
        Soort::Probleemanalyse => 2,
        Soort::PlanVanAanpak => 4,
        Soort::BijstellingProbleemanalyse
        | Soort::BijstellingPlanVanAanpak
        | Soort::Voortgangsgesprek
        | Soort::Eerstejaarsevaluatie
        | Soort::ActueelOordeel
        | Soort::Eindevaluatie
        | Soort::OordeelWerknemer
        | Soort::Melding42eWeek
        | Soort::Herstelmelding
        | Soort::RivConcept => usize::MAX,
    };
    feiten().into_iter().take(aantal).collect()
}

fn opdrachten() -> Vec<Command> {
    let mut spreekuur = documenten::spreekuur(20, dag("2025-04-04"));
    let mut b = spreekuur.b.inhoud().unwrap().clone();
    b.beperkingen = vec![beperking()];
    spreekuur.b = Afgeschermd::open(b);
    let mut analyse = documenten::probleemanalyse(ANALYSE, dag("2025-04-07"));
    vul_belastbaarheid(&mut analyse.b, |it| it);
    let mut bij = documenten::bijstelling_probleemanalyse(5, dag("2025-09-01"), ANALYSE);
    vul_belastbaarheid(&mut bij.b, |it| &mut it.belastbaarheid);
    let mut plan = documenten::plan_van_aanpak(PLAN, dag("2025-04-18"));
    vul_afspraken(&mut plan.b, |it| it);
    let mut plan_bij = documenten::bijstelling_plan(PLAN_BIJ, dag("2025-09-10"), PLAN);
    vul_afspraken(&mut plan_bij.b, |it| &mut it.afspraken);
    vec![
        ziek(),
        Command::LegSpreekuurVast(eigen("spreekuur", spreekuur)),
        Command::StelProbleemanalyseVast(eigen("analyse", analyse)),
        Command::WijsCasemanagerAan(voorbeeld::casemanager(4, dag("2025-04-10"))),
        Command::StelPlanVanAanpakVast(eigen("plan", plan)),
        Command::StelProbleemanalyseBij(eigen("bij analyse", bij)),
        Command::StelPlanVanAanpakBij(eigen("bij plan", plan_bij)),
        Command::LegVoortgangsgesprekVast(eigen(
            "gesprek",
            documenten::voortgangsgesprek(8, dag("2025-11-03")),
        )),
        Command::BesluitTweedeSpoor(eigen("spoor", documenten::tweede_spoor(9, dag("2025-11-10")))),
        Command::LegOordeelWerknemerVast(eigen(
            "oordeel",
            documenten::oordeel_werknemer(14, dag("2025-11-20")),
        )),
    ]
}

fn beperking() -> Beperking {
    Beperking { rubriek: Rubriek::Werktijden, tekst: tekst() }
}

fn vul_belastbaarheid<T: Clone>(
    sectie: &mut Afgeschermd<T>,
    deel: fn(&mut T) -> &mut Belastbaarheid,
) {
    let mut b = sectie.inhoud().unwrap().clone();
    let inhoud = deel(&mut b);
    inhoud.beperkingen = vec![beperking()];
    inhoud.werkaanpassingen = vec![tekst()];
    inhoud.urenbeperking =
        Some(Urenbeperking { per_dag: Minuten(240), per_week: Minuten(20 * 60) });
    inhoud.opbouw =
        vec![Opbouwstap { vanaf: dag("2025-10-01"), per_week: Minuten(600), taken: tekst() }];
    *sectie = Afgeschermd::open(b);
}

fn vul_afspraken<T: Clone>(sectie: &mut Afgeschermd<T>, deel: fn(&mut T) -> &mut Afspraken) {
    let mut b = sectie.inhoud().unwrap().clone();
    let visie = || Visie { mogelijkheden: tekst(), activiteiten: tekst(), afspraken: tekst() };
    let inhoud = deel(&mut b);
    inhoud.doelen_tussen = vec![Tussendoel { doel: tekst(), uiterlijk: None }];
    inhoud.activiteiten =
        vec![activiteit("opbouw", None), activiteit("cursus", Some(dag("2025-10-01")))];
    inhoud.visies = Visies { werkgever: Some(visie()), werknemer: Some(visie()) };
    *sectie = Afgeschermd::open(b);
}

fn activiteit(omschrijving: &str, gereed: Option<Datum>) -> Activiteit {
    Activiteit {
        omschrijving: omschrijving.to_owned(),
        doel: tekst(),
        wie: tekst(),
        start: Some(dag("2025-05-01")),
        gereed,
        voortgang: tekst(),
    }
}

/// The same payload with in every text which document, section and field it is of.
fn eigen<A, B: Sectie, C: Sectie, D: Sectie>(
    document: &str,
    secties: Secties<A, B, C, D>,
) -> Secties<A, B, C, D> {
    let Secties { a, b, c, d } = secties;
    Secties {
        a,
        b: merk(&format!("{document} b"), &b),
        c: merk(&format!("{document} c"), &c),
        d: merk(&format!("{document} d"), &d),
    }
}

fn merk<T: Sectie>(waar: &str, sectie: &Afgeschermd<T>) -> Afgeschermd<T> {
    let Some(inhoud) = sectie.inhoud() else { return Afgeschermd::dicht() };
    let mut json = serde_json::to_value(inhoud).unwrap();
    merk_json(waar, &mut json);
    Afgeschermd::open(serde_json::from_value(json).unwrap())
}

fn merk_json(waar: &str, json: &mut Value) {
    if let Value::String(tekst) = json
        && tekst == TEKST
    {
        *tekst = format!("woord {waar}");
    } else if let Value::Object(velden) = json {
        velden.iter_mut().for_each(|(naam, it)| merk_json(&format!("{waar} {naam}"), it));
    } else if let Value::Array(punten) = json {
        for it in punten {
            merk_json(waar, it);
        }
    }
}

/// The draft of a document with everything open but what stands in `dicht`.
pub(super) fn opgesteld(soort: Soort, feiten: &[Event], dicht: &[Compartiment]) -> Voorzet {
    let inzage: Vec<Compartiment> =
        Compartiment::ALLE.into_iter().filter(|it| !dicht.contains(it)).collect();
    voorzet(&Vraag {
        soort,
        feiten: Feiten { events: feiten, inzage: &inzage },
        stam: Stamgegevens::default(),
        mag: &Compartiment::ALLE,
        stuk: stuk(NIEUW),
        op: vandaag(),
    })
}

/// The payload of the draft.
pub(super) fn json(voorzet: &Voorzet) -> Value {
    serde_json::to_value(&voorzet.inhoud).unwrap()
}

/// The facts with the sections in these compartments closed.
pub(super) fn sluit(feiten: &[Event], dicht: &[Compartiment]) -> Vec<Event> {
    feiten.iter().map(|feit| sluit_feit(feit, dicht)).collect()
}

fn sluit_feit(feit: &Event, dicht: &[Compartiment]) -> Event {
    if let Event::SpreekuurGehouden(e) = feit {
        Event::SpreekuurGehouden(zonder(e, dicht))
    } else if let Event::ProbleemanalyseVastgesteld(e) = feit {
        Event::ProbleemanalyseVastgesteld(zonder(e, dicht))
    } else if let Event::ProbleemanalyseBijgesteld(e) = feit {
        Event::ProbleemanalyseBijgesteld(zonder(e, dicht))
    } else if let Event::PlanVanAanpakVastgesteld(e) = feit {
        Event::PlanVanAanpakVastgesteld(zonder(e, dicht))
    } else if let Event::PlanVanAanpakBijgesteld(e) = feit {
        Event::PlanVanAanpakBijgesteld(zonder(e, dicht))
    } else if let Event::VoortgangsgesprekGevoerd(e) = feit {
        Event::VoortgangsgesprekGevoerd(zonder(e, dicht))
    } else if let Event::TweedeSpoorBesloten(e) = feit {
        Event::TweedeSpoorBesloten(zonder(e, dicht))
    } else if let Event::OordeelWerknemerVastgelegd(e) = feit {
        Event::OordeelWerknemerVastgelegd(zonder(e, dicht))
    } else {
        feit.clone()
    }
}

fn zonder<A: Clone, B: Sectie, C: Sectie, D: Sectie>(
    secties: &Secties<A, B, C, D>,
    dicht: &[Compartiment],
) -> Secties<A, B, C, D> {
    Secties {
        a: secties.a.clone(),
        b: sluit_sectie(&secties.b, dicht),
        c: sluit_sectie(&secties.c, dicht),
        d: sluit_sectie(&secties.d, dicht),
    }
}

fn sluit_sectie<T: Sectie>(sectie: &Afgeschermd<T>, dicht: &[Compartiment]) -> Afgeschermd<T> {
    if dicht.contains(&T::COMPARTIMENT) { Afgeschermd::dicht() } else { sectie.clone() }
}

/// The smallest complete payload of a document, as JSON, and the command that it makes.
pub(super) fn voorbeeld_van(soort: Soort) -> (Value, fn(&Value) -> Command) {
    let op = vandaag();
    match soort {
        Soort::Probleemanalyse => paar(&documenten::probleemanalyse(NIEUW, op), |j| {
            Command::StelProbleemanalyseVast(lees(j))
        }),
        Soort::BijstellingProbleemanalyse => {
            let voorbeeld = documenten::bijstelling_probleemanalyse(NIEUW, op, 5);
            paar(&voorbeeld, |j| Command::StelProbleemanalyseBij(lees(j)))
        }
        Soort::PlanVanAanpak => paar(&documenten::plan_van_aanpak(NIEUW, op), |j| {
            Command::StelPlanVanAanpakVast(lees(j))
        }),
        Soort::BijstellingPlanVanAanpak => {
            let voorbeeld = documenten::bijstelling_plan(NIEUW, op, PLAN_BIJ);
            paar(&voorbeeld, |j| Command::StelPlanVanAanpakBij(lees(j)))
        }
        Soort::Voortgangsgesprek => {
            let voorbeeld = documenten::voortgangsgesprek(NIEUW, op);
            paar(&voorbeeld, |j| Command::LegVoortgangsgesprekVast(lees(j)))
        }
        Soort::Eerstejaarsevaluatie => {
            let voorbeeld = documenten::eerstejaarsevaluatie(NIEUW, op);
            paar(&voorbeeld, |j| Command::StelEerstejaarsevaluatieVast(lees(j)))
        }
        Soort::ActueelOordeel => paar(&documenten::actueel_oordeel(NIEUW, op), |j| {
            Command::StelActueelOordeelVast(lees(j))
        }),
        Soort::Eindevaluatie => {
            paar(&documenten::eindevaluatie(NIEUW, op), |j| Command::StelEindevaluatieVast(lees(j)))
        }
        Soort::OordeelWerknemer => paar(&documenten::oordeel_werknemer(NIEUW, op), |j| {
            Command::LegOordeelWerknemerVast(lees(j))
        }),
        Soort::Melding42eWeek => {
            paar(&voorbeeld::melding_42e_week(NIEUW, op), |j| Command::MeldWeek42(lees(j)))
        }
        Soort::Herstelmelding => {
            paar(&voorbeeld::herstelmelding(NIEUW, op), |j| Command::MeldHersteld(lees(j)))
        }
        Soort::RivConcept => {
            paar(&documenten::riv_concept(NIEUW, op), |j| Command::StelRivConceptOp(lees(j)))
        }
    }
}

fn paar<A: Sectie, B: Sectie, C: Sectie, D: Sectie>(
    payload: &Secties<A, B, C, D>,
    lees: fn(&Value) -> Command,
) -> (Value, fn(&Value) -> Command) {
    let mut json = serde_json::json!({ "a": payload.a });
    let secties = [
        ("b", payload.b.inhoud().map(|it| serde_json::to_value(it).unwrap())),
        ("c", payload.c.inhoud().map(|it| serde_json::to_value(it).unwrap())),
        ("d", payload.d.inhoud().map(|it| serde_json::to_value(it).unwrap())),
    ];
    for (letter, sectie) in secties {
        if let Some(sectie) = sectie {
            json[letter] = sectie;
        }
    }
    (json, lees)
}

/// A payload from JSON: unknown fields are no fields.
fn lees<A: Sectie, B: Sectie, C: Sectie, D: Sectie>(json: &Value) -> Secties<A, B, C, D> {
    Secties {
        a: serde_json::from_value(json["a"].clone()).unwrap(),
        b: lees_sectie(&json["b"]),
        c: lees_sectie(&json["c"]),
        d: lees_sectie(&json["d"]),
    }
}

fn lees_sectie<T: Sectie>(json: &Value) -> Afgeschermd<T> {
    if json.is_null() {
        return Afgeschermd::dicht();
    }
    Afgeschermd::open(serde_json::from_value(json.clone()).unwrap())
}
