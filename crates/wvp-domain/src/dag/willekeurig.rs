//! Random dossiers, closed every day or after downtime: what always holds.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::sluit;
use crate::kalender::is_werkdag;
use crate::ladder::{Ladder, RedenOvergeslagen, reden_overgeslagen, tredendag};
use crate::mijlpaal::herinnering::{Gegeven, Ontvanger, Sleutel};
use crate::mijlpaal::voorbeeld::{
    dag, documenten, herstelmelding, melding_42e_week, terugval, verlof, ziek,
};
use crate::termijn::{Geval, Verloop, stand};
use crate::{Command, Datum, Dossier, Event, Kenmerk, TermijnId, decide, evolve};

/// The first day of illness of the example.
const BEGIN: &str = "2025-03-03";

/// What happens on a day; a command that the dossier refuses does not happen.
fn opdracht(soort: u8, nummer: u128, op: Datum) -> Command {
    match soort {
        0 => Command::StelProbleemanalyseVast(documenten::probleemanalyse(nummer, op)),
        1 => Command::StelPlanVanAanpakVast(documenten::plan_van_aanpak(nummer, op)),
        2 => Command::LegVoortgangsgesprekVast(documenten::voortgangsgesprek(nummer, op)),
        3 => Command::MeldWeek42(melding_42e_week(nummer, op)),
        4 | 5 => Command::MeldHersteld(herstelmelding(nummer, op)),
        6..=8 => Command::MeldOpnieuwZiek(terugval(nummer, op)),
        _ => Command::LegVerlofVast(verlof(nummer, op, op.plus(55))),
    }
}

/// Facts by day (days after the start), and the days on which the day is closed.
struct Gespeeld {
    dossier: Dossier,
    gesloten: Vec<(Datum, Event)>,
    /// Days on which a term was done.
    gedaan: Vec<(TermijnId, Datum)>,
}

fn speel(stappen: &[(i32, u8)], sluit_op: impl Fn(i32) -> bool) -> Gespeeld {
    let begin = dag(BEGIN);
    let mut gespeeld = Gespeeld { dossier: Dossier::default(), gesloten: vec![], gedaan: vec![] };
    let neem = |gespeeld: &mut Gespeeld, opdracht: Command, op: Datum| {
        let nieuw = decide(&gespeeld.dossier, opdracht, op).unwrap_or_default();
        for event in nieuw {
            let id = if matches!(event, Event::ProbleemanalyseVastgesteld(_)) {
                Some(TermijnId::Probleemanalyse)
            } else if matches!(event, Event::PlanVanAanpakVastgesteld(_)) {
                Some(TermijnId::PlanVanAanpak)
            } else {
                matches!(event, Event::Week42Gemeld(_)).then_some(TermijnId::Melding42eWeek)
            };
            gespeeld.gedaan.extend(id.map(|id| (id, op)));
            gespeeld.dossier = evolve(std::mem::take(&mut gespeeld.dossier), &event);
        }
    };
    neem(&mut gespeeld, ziek(), dag("2025-03-03"));
    for dagen in 0..=640 {
        let vandaag = begin.plus(dagen);
        for (nummer, (_, soort)) in (100_u128..).zip(stappen).filter(|(_, (op, _))| *op == dagen) {
            if past(&gespeeld.dossier, *soort, vandaag) {
                neem(&mut gespeeld, opdracht(*soort, nummer, vandaag), vandaag);
            }
        }
        if !sluit_op(dagen) {
            continue;
        }
        let nieuw = sluit(&gespeeld.dossier, vandaag);
        gespeeld.dossier = nieuw.iter().fold(gespeeld.dossier, evolve);
        assert!(sluit(&gespeeld.dossier, vandaag).is_empty(), "{vandaag} is niet herhaalbaar");
        niets_bleef_liggen(&gespeeld.dossier, vandaag).unwrap();
        gespeeld.gesloten.extend(nieuw.into_iter().map(|event| (vandaag, event)));
    }
    gespeeld
}

/// Leave begins while ill, and nobody recovers during leave: that starts a new case.
fn past(dossier: &Dossier, soort: u8, vandaag: Datum) -> bool {
    let ziek = dossier.perioden().last().is_some_and(|periode| periode.hersteld_per.is_none());
    let met_verlof = dossier.verlof.iter().any(|verlof| vandaag <= verlof.tot_en_met);
    match soort {
        4 | 5 => !met_verlof,
        9 => ziek,
        _ => true,
    }
}

fn controleer(gespeeld: &Gespeeld, elke_dag: bool) -> Result<(), TestCaseError> {
    for (op, event) in &gespeeld.gesloten {
        if let Event::HerinneringGegeven(herinnering) = event {
            controleer_herinnering(gespeeld, *op, &herinnering.a)?;
        } else if let Event::DossierGesloten(gesloten) = event {
            let hersteld = gespeeld.dossier.perioden().last().unwrap().hersteld_per.unwrap();
            prop_assert_eq!(gesloten.a.per, hersteld.plus(28));
            prop_assert!(*op >= gesloten.a.per && (!elke_dag || *op == gesloten.a.per));
        } else if let Event::StukkenGevraagd(gevraagd) = event {
            let bij_concept = |it: &(Datum, Event)| {
                it.0 == *op && it.1.kenmerk() == Kenmerk::Stuk(gevraagd.a.sleutel.concept)
            };
            prop_assert!(gespeeld.gesloten.iter().any(bij_concept));
            prop_assert_eq!(gevraagd.a.gevraagd_op, *op);
        } else {
            prop_assert!(matches!(event, Event::RivConceptOpgesteld(_)));
            let d_ster = gespeeld.dossier.laatste_dag_wachttijd().unwrap().plus(-727);
            prop_assert!(*op >= d_ster.plus(581));
            prop_assert!(!elke_dag || *op == d_ster.plus(581), "{op} {d_ster}");
        }
    }
    let concepten = |event: &&(Datum, Event)| matches!(event.1, Event::RivConceptOpgesteld(_));
    prop_assert!(gespeeld.gesloten.iter().filter(concepten).count() <= 1);
    geen_trede_dubbel_en_geen_trede_zoek(gespeeld)?;
    een_bericht_per_dag(gespeeld)
}

/// One reminder: for a term that is open, on the working day of its rung or marked late, to somebody
/// whose rung it is.
fn controleer_herinnering(
    gespeeld: &Gespeeld,
    op: Datum,
    gegeven: &Gegeven,
) -> Result<(), TestCaseError> {
    let sleutel = gegeven.sleutel;
    let gedaan = gespeeld.gedaan.iter().any(|(id, dag)| *id == sleutel.termijn && *dag <= op);
    prop_assert!(!gedaan, "{:?} {op} na gedaan", sleutel);
    let ladder = Ladder::van(sleutel.termijn);
    let vanaf = match sleutel.aan {
        Ontvanger::Werkgever | Ontvanger::Werknemer | Ontvanger::Bedrijfsarts => None,
        Ontvanger::Casemanager => ladder.casemanager_vanaf,
        Ontvanger::Teamleider => ladder.teamleider_vanaf,
    };
    prop_assert!(vanaf.is_none_or(|vanaf| sleutel.trede >= vanaf), "{:?} {op} te vroeg", sleutel);
    let dag = tredendag(sleutel.uiterlijk, sleutel.trede).dag;
    prop_assert!(dag <= op, "{:?} {op} voor haar dag", sleutel);
    prop_assert!(is_werkdag(dag));
    prop_assert_eq!(gegeven.laat, dag < op);
    for trede in &gegeven.overgeslagen {
        let eigen = tredendag(sleutel.uiterlijk, *trede).dag;
        let reden = reden_overgeslagen(sleutel.uiterlijk, sleutel.trede, *trede);
        prop_assert_eq!(eigen == dag, reden == RedenOvergeslagen::Samengevoegd);
        prop_assert_eq!(eigen < dag, reden == RedenOvergeslagen::Ingehaald);
    }
    Ok(())
}

/// Up to the newest rung that was given, every rung of a recipient is either given or skipped, once.
fn geen_trede_dubbel_en_geen_trede_zoek(gespeeld: &Gespeeld) -> Result<(), TestCaseError> {
    let mut per_ladder: BTreeMap<Sleutel, Vec<i16>> = BTreeMap::new();
    for gegeven in herinneringen(gespeeld) {
        let van = per_ladder.entry(Sleutel { trede: 0, ..gegeven.sleutel }).or_default();
        van.extend(&gegeven.overgeslagen);
        van.push(gegeven.sleutel.trede);
    }
    for (sleutel, treden) in per_ladder {
        let ladder = Ladder::van(sleutel.termijn);
        let (eerste, laatste) = (treden[0], treden[treden.len() - 1]);
        let verwacht = ladder.treden.iter().filter(|it| (eerste..=laatste).contains(it));
        prop_assert!(verwacht.eq(treden.iter()), "{:?} {:?}", sleutel, treden);
        let is_begin = match sleutel.aan {
            Ontvanger::Werkgever | Ontvanger::Werknemer | Ontvanger::Bedrijfsarts => None,
            Ontvanger::Casemanager => ladder.casemanager_vanaf,
            Ontvanger::Teamleider => ladder.teamleider_vanaf,
        };
        prop_assert_eq!(eerste, is_begin.unwrap_or(ladder.treden[0]));
    }
    Ok(())
}

/// However many rungs were missed: one message per term, occurrence, recipient and day.
fn een_bericht_per_dag(gespeeld: &Gespeeld) -> Result<(), TestCaseError> {
    let mut gezien = BTreeSet::new();
    for Gegeven { sleutel, gegeven_op, .. } in herinneringen(gespeeld) {
        let bericht = (sleutel.termijn, sleutel.keer, sleutel.aan, *gegeven_op);
        prop_assert!(gezien.insert(bericht), "{:?}", bericht);
    }
    Ok(())
}

/// After closing a day no rung of an open term with one last day is left that had come.
fn niets_bleef_liggen(dossier: &Dossier, vandaag: Datum) -> Result<(), TestCaseError> {
    let verloop = Verloop::uit_dossier(dossier);
    let ketens = verloop.ketens();
    let Some(keten) = ketens.last() else { return Ok(()) };
    if dossier.is_gesloten() || keten.hersteld_per().is_some_and(|dag| dag <= vandaag) {
        return Ok(());
    }
    let standen = stand::standen(&Geval::new(&verloop, keten, vandaag));
    for stand in standen.iter().filter(|stand| stand.wacht_op_iemand()) {
        let id = stand.rij.id;
        let enig = standen.iter().filter(|it| it.rij.id == id && it.wacht_op_iemand()).count() == 1;
        let komt = |trede: &&i16| tredendag(stand.uiterlijk(), **trede).dag <= vandaag;
        let ladder = Ladder::van(id);
        let Some(trede) = ladder.treden.iter().rfind(komt).filter(|_| enig) else { continue };
        let gegeven = dossier.herinneringen.iter().any(|sleutel| {
            (sleutel.termijn, sleutel.uiterlijk, sleutel.trede) == (id, stand.uiterlijk(), *trede)
        });
        prop_assert!(gegeven, "{:?} {trede} bleef liggen op {vandaag}", id);
    }
    Ok(())
}

fn herinneringen(gespeeld: &Gespeeld) -> impl Iterator<Item = &Gegeven> {
    gespeeld.gesloten.iter().filter_map(|(_, event)| {
        if let Event::HerinneringGegeven(herinnering) = event { Some(&herinnering.a) } else { None }
    })
}

fn stappen() -> impl Strategy<Value = Vec<(i32, u8)>> {
    prop::collection::vec((0..560_i32, 0..10_u8), 0..14).prop_map(|mut stappen| {
        stappen.sort_unstable();
        stappen
    })
}

/// Days on which the day is closed: any set of them.
fn tikdagen() -> impl Strategy<Value = BTreeSet<i32>> {
    prop::collection::btree_set(0..=640_i32, 1..80)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn elke_dag_sluiten_houdt_zich_aan_de_ladder(stappen in stappen()) {
        controleer(&speel(&stappen, |_| true), true)?;
    }

    #[test]
    fn sluiten_na_stilstand_houdt_zich_aan_de_ladder(stappen in stappen(), stap in 2..90_i32) {
        controleer(&speel(&stappen, |dagen| dagen % stap == 0), false)?;
    }

    #[test]
    fn sluiten_op_willekeurige_dagen_houdt_zich_aan_de_ladder(
        stappen in stappen(),
        dagen in tikdagen(),
    ) {
        controleer(&speel(&stappen, |dag| dagen.contains(&dag)), false)?;
    }
}
