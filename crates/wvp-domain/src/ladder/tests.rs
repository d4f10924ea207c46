//! Who is reminded of what, through the public door.

use std::collections::BTreeSet;

use super::{Eerder, GEWOON, HARD, Ladder, herinneringen, ontvangers};
use crate::TermijnId;
use crate::mijlpaal::herinnering::{Ontvanger, Sleutel};
use crate::mijlpaal::testing::na;
use crate::mijlpaal::voorbeeld::{dag, ziek};
use crate::termijn::{Geval, KeuzeId, Keuzes, Verloop};

fn niets() -> Eerder<'static> {
    const NIETS: &BTreeSet<Sleutel> = &BTreeSet::new();
    Eerder { gegeven: NIETS, uitgesteld: &[] }
}

/// Last days of the reminders about the probleemanalyse, two weeks before week 6 ends.
fn herinnerd_voor(keuzes: Keuzes) -> Vec<String> {
    let dossier = crate::replay(&na([ziek()]));
    let verloop = Verloop { keuzes, ..Verloop::uit_dossier(&dossier) };
    let ketens = verloop.ketens();
    let geval = Geval::new(&verloop, &ketens[0], dag("2025-03-31"));
    let alle = herinneringen(niets(), &geval, Ladder::bij).into_iter();
    let analyse = alle.filter(|it| it.sleutel.termijn == TermijnId::Probleemanalyse);
    analyse.map(|it| it.sleutel.uiterlijk.to_string()).collect()
}

/// Who is told of the limit of 81 weeks, so many days relative to its last day.
fn hoort_van_de_grens(dagen: i32) -> Vec<Ontvanger> {
    let verloop = Verloop::uit_dossier(&crate::replay(&na([ziek()])));
    let ketens = verloop.ketens();
    let geval = Geval::new(&verloop, &ketens[0], dag("2025-03-03").plus(565 + dagen));
    let alle = herinneringen(niets(), &geval, Ladder::bij).into_iter();
    let grens = alle.filter(|it| it.sleutel.termijn == TermijnId::Grens81Weken);
    grens.map(|it| it.sleutel.aan).collect()
}

#[test]
fn bij_een_hard_alarm_hoort_de_casemanager_elke_trede_en_de_teamleider_de_laatste_dag() {
    use Ontvanger::{Casemanager, Teamleider, Werkgever};
    assert!(hoort_van_de_grens(-31).is_empty());
    assert_eq!(hoort_van_de_grens(-28), [Werkgever, Casemanager]);
    assert_eq!(hoort_van_de_grens(0), [Werkgever, Casemanager, Teamleider]);
}

#[test]
fn herinneringen_lopen_op_de_vroegste_rij_of_na_instelling_op_de_wet() {
    assert_eq!(herinnerd_voor(Keuzes::default()), ["2025-04-13"]);
    let mut wet = Keuzes::default();
    wet.zet(KeuzeId::K4, "wet").unwrap();
    assert_eq!(herinnerd_voor(wet), ["2025-04-14"]);
}

#[test]
fn wie_zelf_moet_handelen_staat_maar_een_keer_op_de_ladder() {
    let alle = ontvangers(&[Ontvanger::Casemanager], &HARD);
    assert_eq!(alle, [(Ontvanger::Casemanager, i16::MIN), (Ontvanger::Teamleider, 0)]);
}

#[test]
fn zonder_iemand_die_moet_handelen_hoort_niemand_iets() {
    assert!(ontvangers(&[], &GEWOON).is_empty());
}
