//! Laws of the table over generated histories: what a gap, a split, partial recovery and corrections
//! do, and that calculator and dossier agree.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::verloop::Verloop;
use super::{TermijnId, Termijnstand, Verschuiving, Zaak, rijen, zaken};
use crate::mijlpaal::uwv_besluit;
use crate::mijlpaal::voorbeeld::{self, documenten};
use crate::rekenmachine::{Ruw, bereken_ruw};
use crate::wachttijd::Verlofperiode;
use crate::{Command, Datum, Dossier, Event, Ziekteperiode, decide, evolve, replay};

const PEIL: &str = "2030-06-03";

fn datum(tekst: &str) -> Datum {
    tekst.parse().unwrap()
}

fn periode(van: Datum, hersteld_per: Option<Datum>) -> Ziekteperiode {
    Ziekteperiode { eerste_ziektedag: van, hersteld_per, telt_niet_voor_opzegverbod: false }
}

fn laatste_zaak(verloop: &Verloop) -> Zaak {
    zaken(verloop, datum(PEIL)).unwrap().pop().unwrap()
}

/// Whether the row may roll to a working day.
fn rolt(stand: &Termijnstand) -> bool {
    rijen().any(|rij| {
        rij.id == stand.id && rij.basis == stand.basis && rij.verschuiving != Verschuiving::Geen
    })
}

proptest! {
    #[test]
    fn een_dag_meer_hersteld_schuift_elke_latere_termijn_een_dag(
        begin in 0..4_000_i32, ziek in 1..500_i32, hersteld in 1..27_i32,
    ) {
        let begin = datum("2014-01-06").plus(begin);
        let hersteld_per = begin.plus(ziek);
        let met = |dagen: i32| {
            let perioden =
                vec![periode(begin, Some(hersteld_per)), periode(hersteld_per.plus(dagen), None)];
            laatste_zaak(&Verloop { perioden, ..Verloop::default() })
        };
        let (kort, lang) = (met(hersteld), met(hersteld + 1));
        for stand in kort.termijnen.iter().filter(|stand| stand.uiterlijk > hersteld_per) {
            let zelfde = |ander: &&Termijnstand| (ander.id, ander.basis) == (stand.id, stand.basis);
            let Some(later) = lang.termijnen.iter().find(zelfde) else {
                prop_assert!(stand.id == TermijnId::BijstellingProbleemanalyse, "{:?}", stand.id);
                continue;
            };
            let dagen = stand.uiterlijk.dagen_tot(later.uiterlijk);
            if stand.id == TermijnId::EindeOpzegverbod {
                // Two calendar years: around 29 February a day may become none or two.
                prop_assert!((0..=2).contains(&dagen));
            } else if !rolt(stand) {
                prop_assert_eq!(dagen, 1, "{:?} {:?}", stand.id, stand.basis);
            }
        }
        prop_assert_eq!(kort.laatste_dag_wachttijd.plus(1), lang.laatste_dag_wachttijd);
    }

    #[test]
    fn een_periode_in_tweeen_zonder_dag_ertussen_verandert_niets(
        begin in 0..4_000_i32, knip in 1..700_i32, dagen in 1..700_i32, hersteld in any::<bool>(),
        verlof in prop::option::of((1..600_i32, 1..150_i32, any::<bool>())),
        door_zwangerschap in any::<bool>(),
    ) {
        let begin = datum("2014-01-06").plus(begin);
        let (knip, einde) = (begin.plus(knip), begin.plus(knip + dagen));
        let hersteld_per = hersteld.then_some(einde);
        let verlof: Vec<_> = verlof
            .map(|(na, lang, zelfde_oorzaak)| Verlofperiode {
                van: begin.plus(na), tot_en_met: begin.plus(na + lang - 1), zelfde_oorzaak,
            })
            .into_iter()
            .collect();
        let verloop = |perioden: Vec<Ziekteperiode>| {
            let perioden = perioden
                .into_iter()
                .map(|it| Ziekteperiode { telt_niet_voor_opzegverbod: door_zwangerschap, ..it })
                .collect();
            Verloop { perioden, verlof: verlof.clone(), ..Verloop::default() }
        };
        let heel = zaken(&verloop(vec![periode(begin, hersteld_per)]), datum(PEIL)).unwrap();
        let delen = vec![periode(begin, Some(knip)), periode(knip, hersteld_per)];
        let geknipt = zaken(&verloop(delen), datum(PEIL)).unwrap();
        prop_assert_eq!(heel.len(), geknipt.len());
        for (heel, geknipt) in heel.iter().zip(&geknipt) {
            prop_assert_eq!(&heel.termijnen, &geknipt.termijnen);
            prop_assert_eq!(heel.verschoven_eerste_ziektedag, geknipt.verschoven_eerste_ziektedag);
            prop_assert_eq!(&heel.stellingen, &geknipt.stellingen);
        }
    }

    #[test]
    fn deels_herstel_verandert_geen_enkele_datum(
        analyse in 1..60_i32, wijzigingen in prop::collection::vec(1..600_i32, 1..6),
    ) {
        let begin = datum("2025-03-03");
        let op = begin.plus(analyse);
        let ziek = [
            voorbeeld::ziek(),
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, op)),
        ];
        let mut dossier = neem_alle(ziek);
        let voor = zaken(&Verloop::uit_dossier(&dossier), datum(PEIL));
        let mut geldig = 0;
        for (nummer, dagen) in (10..).zip(wijzigingen) {
            let vanaf = op.plus(dagen);
            let opdracht = Command::WijzigInzetbaarheid(voorbeeld::inzetbaarheid(nummer, vanaf, 2));
            geldig += usize::from(neem(&mut dossier, opdracht));
        }
        prop_assert!(geldig > 0);
        prop_assert_eq!(zaken(&Verloop::uit_dossier(&dossier), datum(PEIL)), voor);
    }

    #[test]
    fn correcties_van_verschillende_feiten_mogen_in_elke_volgorde(
        ziekmelding in 0..10_i32, analyse in 20..40_i32, plan in 41..60_i32, gesprek in 80..120_i32,
        volgorde in Just(vec![0_usize, 1, 2, 3]).prop_shuffle(),
    ) {
        let begin = datum("2025-03-03");
        let feiten = [
            voorbeeld::ziek(),
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, begin.plus(30))),
            Command::StelPlanVanAanpakVast(documenten::plan_van_aanpak(3, begin.plus(50))),
            Command::LegVoortgangsgesprekVast(documenten::voortgangsgesprek(4, begin.plus(100))),
        ];
        let correcties = [
            voorbeeld::verplaatsing(11, 1, begin.plus(ziekmelding - 5)),
            voorbeeld::verplaatsing(12, 2, begin.plus(analyse)),
            voorbeeld::verplaatsing(13, 3, begin.plus(plan)),
            voorbeeld::verplaatsing(14, 4, begin.plus(gesprek)),
        ];
        let na = |volgorde: &[usize]| {
            let mut dossier = neem_alle(feiten.clone());
            let gelukt: Vec<bool> = volgorde
                .iter()
                .map(|plaats| neem(&mut dossier, Command::CorrigeerFeit(correcties[*plaats].clone())))
                .collect();
            (gelukt.iter().all(|gelukt| *gelukt), Verloop::uit_dossier(&dossier))
        };
        let ((alles, gewoon), (alles_ook, anders)) = (na(&[0, 1, 2, 3]), na(&volgorde));
        prop_assert!(alles && alles_ook);
        prop_assert_eq!(zaken(&gewoon, datum(PEIL)), zaken(&anders, datum(PEIL)));
    }

    #[test]
    fn rekenmachine_en_dossier_zijn_het_eens(stappen in stappen()) {
        let begin = datum("2025-03-03");
        let mut dossier = neem_alle([voorbeeld::ziek()]);
        let mut invoer = json!({
            "peildatum": PEIL, "perioden": [{ "eerste_ziektedag": "2025-03-03" }],
            "verlof": [], "gedaan": {},
        });
        for (nummer, (dagen, soort)) in (10..).zip(stappen) {
            let op = begin.plus(dagen);
            let (opdracht, noteer) = stap(soort, nummer, op);
            if neem(&mut dossier, opdracht) {
                noteer(&mut invoer);
            }
        }
        let ruw: Ruw = serde_json::from_value(invoer.clone()).unwrap();
        let rekenmachine = bereken_ruw(ruw, datum(PEIL)).map(|uitvoer| uitvoer.zaken);
        let uit_dossier = zaken(&Verloop::uit_dossier(&dossier), datum(PEIL)).unwrap();
        // Leave over every sick day leaves nothing to compute: the calculator says so, and the
        // dossier, where the facts come one by one, has no case until another day of illness comes.
        let verwacht = if uit_dossier.is_empty() { None } else { Some(uit_dossier) };
        prop_assert_eq!(rekenmachine.ok(), verwacht, "{}", invoer);
    }
}

/// Days after the first day of illness, and what happens then.
fn stappen() -> impl Strategy<Value = Vec<(i32, u8)>> {
    prop::collection::vec((0..900_i32, 0..13_u8), 0..16).prop_map(|mut stappen| {
        stappen.sort_unstable();
        // The calculator takes one day for a step; of talks it takes the last.
        let mut eenmalig = std::collections::BTreeSet::new();
        stappen.retain(|(_, soort)| matches!(soort, 0..=2) || eenmalig.insert(*soort));
        stappen
    })
}

type Notitie = Box<dyn FnOnce(&mut Value)>;

/// The command for the dossier, and the same fact for the calculator.
fn stap(soort: u8, nummer: u128, op: Datum) -> (Command, Notitie) {
    match soort {
        0 => (
            Command::MeldHersteld(voorbeeld::herstelmelding(nummer, op)),
            Box::new(move |invoer| hersteld(invoer, op)),
        ),
        1 => (
            Command::MeldOpnieuwZiek(voorbeeld::terugval(nummer, op)),
            Box::new(move |invoer| opnieuw_ziek(invoer, op)),
        ),
        2 => gedaan(
            "voortgangsgesprek",
            op,
            Command::LegVoortgangsgesprekVast(documenten::voortgangsgesprek(nummer, op)),
        ),
        3 => gedaan(
            "probleemanalyse",
            op,
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(nummer, op)),
        ),
        4 => gedaan(
            "plan_van_aanpak",
            op,
            Command::StelPlanVanAanpakVast(documenten::plan_van_aanpak(nummer, op)),
        ),
        5 => gedaan(
            "melding_42e_week",
            op,
            Command::MeldWeek42(voorbeeld::melding_42e_week(nummer, op)),
        ),
        6 => gedaan(
            "eerstejaarsevaluatie",
            op,
            Command::StelEerstejaarsevaluatieVast(documenten::eerstejaarsevaluatie(nummer, op)),
        ),
        7 => gedaan(
            "wia_aanvraag",
            op,
            Command::LegWiaAanvraagVast(voorbeeld::wia_aanvraag(nummer, op)),
        ),
        8 => gedaan(
            "uwv_brief_ontvangen",
            op,
            Command::LegUwvBriefVast(voorbeeld::uwv_brief(nummer, op)),
        ),
        9 => (
            Command::LegAowDatumVast(voorbeeld::aow(nummer, op)),
            Box::new(move |invoer| invoer["aow_datum"] = json!(op)),
        ),
        10 => (
            Command::BeeindigDienstverband(voorbeeld::einde_dienstverband(nummer, op)),
            Box::new(move |invoer| invoer["laatste_werkdag"] = json!(op)),
        ),
        11 => {
            let soort = uwv_besluit::Soort::LoonsanctieOpgelegd;
            (
                Command::LegUwvBesluitVast(voorbeeld::uwv_besluit(nummer, op, soort)),
                Box::new(move |invoer| invoer["loonsanctie"] = json!({ "opgelegd": op })),
            )
        }
        _ => {
            let tot_en_met = op.plus(99);
            let verlof = json!({ "van": op, "tot_en_met": tot_en_met, "zelfde_oorzaak": true });
            (
                Command::LegVerlofVast(voorbeeld::verlof(nummer, op, tot_en_met)),
                Box::new(move |invoer| invoer["verlof"].as_array_mut().unwrap().push(verlof)),
            )
        }
    }
}

fn hersteld(invoer: &mut Value, op: Datum) {
    let perioden = invoer["perioden"].as_array_mut().unwrap();
    perioden.last_mut().unwrap()["hersteld_per"] = json!(op);
}

fn opnieuw_ziek(invoer: &mut Value, op: Datum) {
    let perioden = invoer["perioden"].as_array_mut().unwrap();
    perioden.push(json!({ "eerste_ziektedag": op }));
}

fn gedaan(naam: &'static str, op: Datum, opdracht: Command) -> (Command, Notitie) {
    (opdracht, Box::new(move |invoer| invoer["gedaan"][naam] = json!(op)))
}

fn neem_alle(opdrachten: impl IntoIterator<Item = Command>) -> Dossier {
    replay(&crate::mijlpaal::testing::na(opdrachten))
}

/// Whether the dossier took it; what it refuses does not happen.
fn neem(dossier: &mut Dossier, opdracht: Command) -> bool {
    let nieuw: Vec<Event> = decide(dossier, opdracht, datum(PEIL)).unwrap_or_default();
    *dossier = nieuw.iter().fold(std::mem::take(dossier), evolve);
    !nieuw.is_empty()
}
