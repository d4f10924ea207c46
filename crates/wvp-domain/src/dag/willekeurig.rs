//! Random dossiers, closed every day or after downtime: what always holds.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::sluit;
use crate::mijlpaal::herinnering::Ontvanger;
use crate::mijlpaal::voorbeeld::{
    dag, documenten, herstelmelding, melding_42e_week, terugval, verlof, ziek,
};
use crate::{Command, Datum, Dossier, Event, TermijnId, decide, evolve};

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
    let mut gezien = BTreeSet::new();
    for (op, event) in &gespeeld.gesloten {
        if let Event::HerinneringGegeven(herinnering) = event {
            let sleutel = herinnering.a.sleutel;
            prop_assert!(gezien.insert(sleutel), "{:?} {op} dubbel", sleutel);
            let gedaan =
                gespeeld.gedaan.iter().any(|(id, dag)| *id == sleutel.termijn && dag <= op);
            prop_assert!(!gedaan, "{:?} {op} na gedaan", sleutel);
            let pas_op_de_dag =
                sleutel.aan == Ontvanger::Casemanager && sleutel.termijn != TermijnId::Grens81Weken;
            let te_vroeg = pas_op_de_dag && *op < sleutel.uiterlijk;
            prop_assert!(!te_vroeg, "{:?} {op} casemanager te vroeg", sleutel);
            let trede_dag = sleutel.uiterlijk.plus(i32::from(sleutel.trede));
            prop_assert!(trede_dag <= *op, "{:?} {op} voor haar dag", sleutel);
            prop_assert_eq!(herinnering.a.laat, trede_dag < *op);
        } else if let Event::DossierGesloten(gesloten) = event {
            let hersteld = gespeeld.dossier.perioden().last().unwrap().hersteld_per.unwrap();
            prop_assert_eq!(gesloten.a.per, hersteld.plus(28));
            prop_assert!(*op >= gesloten.a.per && (!elke_dag || *op == gesloten.a.per));
        } else {
            prop_assert!(matches!(event, Event::RivConceptOpgesteld(_)));
            let d_ster = gespeeld.dossier.laatste_dag_wachttijd().unwrap().plus(-727);
            prop_assert!(*op >= d_ster.plus(581));
            prop_assert!(!elke_dag || *op == d_ster.plus(581), "{op} {d_ster}");
        }
    }
    let concepten = |event: &&(Datum, Event)| matches!(event.1, Event::RivConceptOpgesteld(_));
    prop_assert!(gespeeld.gesloten.iter().filter(concepten).count() <= 1);
    Ok(())
}

fn stappen() -> impl Strategy<Value = Vec<(i32, u8)>> {
    prop::collection::vec((0..560_i32, 0..10_u8), 0..14).prop_map(|mut stappen| {
        stappen.sort_unstable();
        stappen
    })
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
}
