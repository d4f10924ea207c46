//! Days of a dossier, through the public door.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::sluit;
use crate::mijlpaal::herinnering::{Gegeven, Ontvanger};
use crate::mijlpaal::riv::{Concept, Element, Toestand};
use crate::mijlpaal::testing::na;
use crate::mijlpaal::voorbeeld::{
    aow, dag, documenten, heropening, herstelmelding, melding_42e_week, melding_arbodienst,
    terugval, verlof, verplaatsing, ziek,
};
use crate::{Command, Datum, Dossier, Event, TermijnId, evolve, replay};

/// The first day of illness of the example.
fn begin() -> Datum {
    dag("2025-03-03")
}

fn dossier(opdrachten: impl IntoIterator<Item = Command>) -> Dossier {
    replay(&na(std::iter::once(ziek()).chain(opdrachten)))
}

/// Closes the days in order; the events of each, and the dossier after it.
fn sluit_dagen(
    dossier: Dossier,
    dagen: impl IntoIterator<Item = Datum>,
) -> (Dossier, Vec<(Datum, Event)>) {
    dagen.into_iter().fold((dossier, vec![]), |(dossier, mut alle), vandaag| {
        let nieuw = sluit(&dossier, vandaag);
        let erna = nieuw.iter().fold(dossier, evolve);
        assert!(sluit(&erna, vandaag).is_empty(), "{vandaag} is niet herhaalbaar");
        alle.extend(nieuw.into_iter().map(|event| (vandaag, event)));
        (erna, alle)
    })
}

fn elke_dag(van: i32, tot_en_met: i32) -> impl Iterator<Item = Datum> {
    (van..=tot_en_met).map(|dagen| begin().plus(dagen))
}

fn herinneringen(events: &[(Datum, Event)], termijn: TermijnId) -> Vec<&Gegeven> {
    events
        .iter()
        .filter_map(|(_, event)| {
            let Event::HerinneringGegeven(herinnering) = event else { return None };
            Some(&herinnering.a)
        })
        .filter(|gegeven| gegeven.sleutel.termijn == termijn)
        .collect()
}

fn concepten(events: &[(Datum, Event)]) -> Vec<(Datum, &Concept)> {
    events
        .iter()
        .filter_map(|(op, event)| {
            let Event::RivConceptOpgesteld(concept) = event else { return None };
            Some((*op, &concept.a))
        })
        .collect()
}

fn sluitingen(events: &[(Datum, Event)]) -> Vec<(Datum, Datum)> {
    events
        .iter()
        .filter_map(|(op, event)| {
            let Event::DossierGesloten(gesloten) = event else { return None };
            Some((*op, gesloten.a.per))
        })
        .collect()
}

#[test]
fn zonder_ziekmelding_gebeurt_er_niets() {
    assert!(sluit(&Dossier::default(), begin()).is_empty());
}

#[test]
fn elke_trede_komt_een_keer_en_rekent_met_week_6() {
    let (_, events) = sluit_dagen(dossier([]), elke_dag(0, 120));
    let gegeven = herinneringen(&events, TermijnId::Probleemanalyse);
    let treden = |aan| -> Vec<i16> {
        let van_hem = gegeven.iter().filter(|gegeven| gegeven.sleutel.aan == aan);
        van_hem.map(|gegeven| gegeven.sleutel.trede).collect()
    };
    // Week 6 ends on a Sunday: its last day and two days before it both come on Friday.
    assert_eq!(treden(Ontvanger::Bedrijfsarts), [-14, -7, 0, 1, 7]);
    assert_eq!(treden(Ontvanger::Casemanager), [0, 1, 7]);
    assert_eq!(treden(Ontvanger::Teamleider), [7]);
    assert!(gegeven.iter().all(|gegeven| gegeven.sleutel.uiterlijk == begin().plus(41)));
    assert!(gegeven.iter().all(|gegeven| !gegeven.laat));
    let samengevoegd = gegeven.iter().flat_map(|gegeven| &gegeven.overgeslagen);
    assert!(samengevoegd.eq(&[-2]));
}

#[test]
fn na_stilstand_komt_alleen_de_nieuwste_trede_met_wat_is_overgeslagen() {
    let (_, events) = sluit_dagen(dossier([]), [begin().plus(38), begin().plus(43)]);
    let gegeven = herinneringen(&events, TermijnId::Probleemanalyse);
    let van_arts = |it: &&&Gegeven| it.sleutel.aan == Ontvanger::Bedrijfsarts;
    let van_arts: Vec<_> = gegeven.iter().filter(van_arts).collect();
    let treden: Vec<_> = van_arts.iter().map(|it| (it.sleutel.trede, it.laat)).collect();
    assert_eq!(treden, [(-7, true), (1, true)]);
    assert_eq!(van_arts[0].overgeslagen, [-14]);
    assert_eq!(van_arts[1].overgeslagen, [-2, 0]);
}

#[test]
fn een_lang_verstreken_termijn_geeft_ieder_een_herinnering() {
    let (_, events) = sluit_dagen(dossier([]), [begin().plus(200)]);
    let gegeven = herinneringen(&events, TermijnId::Probleemanalyse);
    let aan: Vec<_> = gegeven.iter().map(|gegeven| gegeven.sleutel.aan).collect();
    let omhoog = [Ontvanger::Bedrijfsarts, Ontvanger::Casemanager, Ontvanger::Teamleider];
    assert_eq!(aan, omhoog);
    assert_eq!(gegeven[1].overgeslagen, [0, 1]);
}

#[test]
fn wat_gedaan_is_geeft_geen_herinnering() {
    let analyse =
        Command::StelProbleemanalyseVast(documenten::probleemanalyse(5, begin().plus(20)));
    let (_, events) = sluit_dagen(dossier([analyse]), elke_dag(21, 60));
    assert!(herinneringen(&events, TermijnId::Probleemanalyse).is_empty());
    let plan = herinneringen(&events, TermijnId::PlanVanAanpak);
    assert!(plan.iter().all(|gegeven| gegeven.sleutel.uiterlijk == begin().plus(34)));
}

#[test]
fn werkgever_en_werknemer_krijgen_beiden_de_eerstejaarsevaluatie() {
    let (_, events) = sluit_dagen(dossier([]), elke_dag(340, 362));
    let gegeven = herinneringen(&events, TermijnId::Eerstejaarsevaluatie);
    for aan in [Ontvanger::Werkgever, Ontvanger::Werknemer] {
        assert_eq!(gegeven.iter().filter(|gegeven| gegeven.sleutel.aan == aan).count(), 3);
    }
}

#[test]
fn elk_gesprek_heeft_zijn_eigen_ladder() {
    let gesprek = |nummer, dagen| {
        Command::LegVoortgangsgesprekVast(documenten::voortgangsgesprek(
            nummer,
            begin().plus(dagen),
        ))
    };
    let opdrachten = [
        Command::StelProbleemanalyseVast(documenten::probleemanalyse(5, begin().plus(20))),
        Command::StelPlanVanAanpakVast(documenten::plan_van_aanpak(6, begin().plus(30))),
    ];
    let (erna, eerst) = sluit_dagen(dossier(opdrachten), elke_dag(31, 70));
    let met_gesprek = replay(&na(std::iter::once(ziek()).chain([
        Command::StelProbleemanalyseVast(documenten::probleemanalyse(5, begin().plus(20))),
        Command::StelPlanVanAanpakVast(documenten::plan_van_aanpak(6, begin().plus(30))),
        gesprek(7, 70),
    ])));
    let met_gesprek = Dossier { herinneringen: erna.herinneringen, ..met_gesprek };
    let (_, daarna) = sluit_dagen(met_gesprek, elke_dag(71, 112));
    let keer = |events: &[(Datum, Event)]| -> Vec<(u16, Datum)> {
        let gegeven = herinneringen(events, TermijnId::Voortgangsgesprek);
        gegeven.iter().map(|gegeven| (gegeven.sleutel.keer, gegeven.sleutel.uiterlijk)).collect()
    };
    assert!(keer(&eerst).iter().all(|sleutel| *sleutel == (0, begin().plus(72))));
    assert!(!keer(&daarna).is_empty());
    assert!(keer(&daarna).iter().all(|sleutel| *sleutel == (1, begin().plus(112))));
}

#[test]
fn tijdens_herstel_komt_er_niets_en_na_vier_weken_gaat_het_dossier_dicht() {
    let hersteld = begin().plus(30);
    let hersteld_dossier = dossier([Command::MeldHersteld(herstelmelding(5, hersteld))]);
    let (_, events) = sluit_dagen(hersteld_dossier, elke_dag(30, 90));
    assert_eq!(sluitingen(&events), [(hersteld.plus(28), hersteld.plus(28))]);
    assert_eq!(events.len(), 1);
}

#[test]
fn na_stilstand_is_het_dossier_dicht_vanaf_de_goede_dag() {
    let hersteld = begin().plus(30);
    let hersteld_dossier = dossier([Command::MeldHersteld(herstelmelding(5, hersteld))]);
    let (_, events) = sluit_dagen(hersteld_dossier, [begin().plus(100)]);
    assert_eq!(sluitingen(&events), [(begin().plus(100), hersteld.plus(28))]);
}

#[test]
fn wie_het_dossier_heropent_vindt_het_de_volgende_dag_nog_open() {
    let hersteld = begin().plus(30);
    let geschiedenis = na([ziek(), Command::MeldHersteld(herstelmelding(5, hersteld))]);
    let (dicht, _) = sluit_dagen(replay(&geschiedenis), [hersteld.plus(28)]);
    let heropend = Event::DossierHeropend(heropening(6, hersteld.plus(29)));
    let open = evolve(dicht, &heropend);
    assert!(sluit(&open, hersteld.plus(30)).is_empty());
}

#[test]
fn na_een_terugval_schuiven_de_herinneringen_mee() {
    let opdrachten = [
        Command::MeldHersteld(herstelmelding(5, begin().plus(20))),
        Command::MeldOpnieuwZiek(terugval(6, begin().plus(30))),
    ];
    let (_, events) = sluit_dagen(dossier(opdrachten), elke_dag(30, 80));
    let gegeven = herinneringen(&events, TermijnId::Probleemanalyse);
    assert!(gegeven.iter().all(|gegeven| gegeven.sleutel.uiterlijk == begin().plus(51)));
}

#[test]
fn in_week_84_komt_er_een_concept_met_de_stand_van_negen_elementen() {
    let analyse =
        Command::StelProbleemanalyseVast(documenten::probleemanalyse(5, begin().plus(50)));
    let (_, events) = sluit_dagen(dossier([analyse]), elke_dag(579, 600));
    let concepten = concepten(&events);
    assert_eq!(concepten.len(), 1);
    assert_eq!(concepten[0].0, begin().plus(581));
    let toestand: BTreeMap<Element, Toestand> =
        concepten[0].1.elementen.iter().map(|stand| (stand.element, stand.toestand)).collect();
    assert_eq!(toestand.len(), 9);
    assert_eq!(toestand[&Element::Probleemanalyse], Toestand::TeLaat);
    assert_eq!(toestand[&Element::PlanVanAanpak], Toestand::Ontbreekt);
    assert_eq!(toestand[&Element::BijstellingProbleemanalyse], Toestand::NietNodig);
    assert_eq!(toestand[&Element::Eindevaluatie], Toestand::NogNiet);
}

#[test]
fn wie_aow_krijgt_heeft_geen_concept() {
    let aow = Command::LegAowDatumVast(aow(5, begin().plus(500)));
    let (_, events) = sluit_dagen(dossier([aow]), elke_dag(575, 600));
    assert!(concepten(&events).is_empty());
}

#[test]
fn een_week_42_melding_stilt_ook_de_grens_van_81_weken() {
    let melding = Command::MeldWeek42(melding_42e_week(5, begin().plus(290)));
    let (_, events) = sluit_dagen(dossier([melding]), elke_dag(291, 600));
    assert!(herinneringen(&events, TermijnId::Melding42eWeek).is_empty());
    assert!(herinneringen(&events, TermijnId::Grens81Weken).is_empty());
}

#[test]
fn eigen_stukken_zijn_per_dossier_en_dag_hetzelfde_en_anders_verschillend() {
    let zaak = dossier([]);
    let dag = begin();
    let stuk = super::eigen_stuk(&zaak, super::RIV_CONCEPT, dag);
    assert_eq!(stuk, super::eigen_stuk(&zaak, super::RIV_CONCEPT, dag));
    assert_ne!(stuk, super::eigen_stuk(&zaak, super::EINDE_KETEN, dag));
    assert_ne!(stuk, super::eigen_stuk(&zaak, super::RIV_CONCEPT, dag.volgende()));
}

/// a late probleemanalyse gives the plan a new last day; the old ladder does not block it.
#[test]
fn na_een_late_probleemanalyse_herinnert_de_nieuwe_dag_aan_het_plan() {
    let eerst = dossier([]);
    let (eerst, _) = sluit_dagen(eerst, elke_dag(0, 99));
    let analyse =
        Command::StelProbleemanalyseVast(documenten::probleemanalyse(5, begin().plus(100)));
    let erna = Dossier { herinneringen: eerst.herinneringen, ..dossier([analyse]) };
    let (_, events) = sluit_dagen(erna, elke_dag(100, 150));
    let plan = herinneringen(&events, TermijnId::PlanVanAanpak);
    let van_werkgever = plan.iter().filter(|gegeven| gegeven.sleutel.aan == Ontvanger::Werkgever);
    let treden: Vec<_> = van_werkgever.map(|gegeven| gegeven.sleutel.trede).collect();
    assert_eq!(treden, [-14, -7, -2, 0, 1, 7]);
    assert!(plan.iter().all(|gegeven| gegeven.sleutel.uiterlijk == begin().plus(114)));
}

/// recovery reported during leave counts from its own day, not from the start of the leave.
#[test]
fn herstel_tijdens_verlof_sluit_pas_vier_weken_later() {
    let hersteld = begin().plus(109);
    let opdrachten = [
        Command::LegVerlofVast(verlof(5, begin().plus(80), begin().plus(135))),
        Command::MeldHersteld(herstelmelding(6, hersteld)),
    ];
    let (_, events) = sluit_dagen(dossier(opdrachten), elke_dag(109, 150));
    assert_eq!(sluitingen(&events), [(hersteld.plus(28), hersteld.plus(28))]);
}

/// illness right after leave that counts through joins the chain, so the watch begins after it.
#[test]
fn na_herstel_op_de_eerste_verlofdag_begint_de_bewaking_na_het_verlof() {
    let (eerste, laatste) = (begin().plus(80), begin().plus(80 + 111));
    let opdrachten = [
        Command::LegVerlofVast(verlof(5, eerste, laatste)),
        Command::MeldHersteld(herstelmelding(6, eerste)),
    ];
    let (_, events) = sluit_dagen(dossier(opdrachten), elke_dag(80, 260));
    let per = laatste.volgende().plus(28);
    assert_eq!(sluitingen(&events), [(per, per)]);
}

/// leave with the same cause moves the open terms; what was given for the old day does not
/// block the new one.
#[test]
fn verlof_schuift_de_dag_en_geeft_een_nieuwe_ladder() {
    let (eerst, oud) = sluit_dagen(dossier([]), elke_dag(0, 41));
    assert!(!herinneringen(&oud, TermijnId::Probleemanalyse).is_empty());
    let verlof = Command::LegVerlofVast(verlof(5, begin().plus(41), begin().plus(41 + 111)));
    let erna = Dossier { herinneringen: eerst.herinneringen, ..dossier([verlof]) };
    let (_, events) = sluit_dagen(erna, elke_dag(42, 170));
    let nieuw = herinneringen(&events, TermijnId::Probleemanalyse);
    let van_arts = nieuw.iter().filter(|gegeven| gegeven.sleutel.aan == Ontvanger::Bedrijfsarts);
    assert_eq!(van_arts.flat_map(|it| &it.overgeslagen).collect::<Vec<_>>(), [&-2]);
    assert!(nieuw.iter().all(|gegeven| gegeven.sleutel.uiterlijk == begin().plus(41 + 112)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn hoe_vaak_de_dag_ook_sluit_geen_trede_komt_twee_keer(
        stappen in prop::collection::vec(1..90_i32, 1..20),
    ) {
        let dagen = stappen.iter().scan(begin(), |dag, stap| {
            *dag = dag.plus(*stap);
            Some(*dag)
        });
        let (_, events) = sluit_dagen(dossier([]), dagen);
        let mut gezien = std::collections::BTreeSet::new();
        let mut per_dag: BTreeMap<_, usize> = BTreeMap::new();
        for (op, event) in &events {
            if let Event::HerinneringGegeven(herinnering) = event {
                let sleutel = herinnering.a.sleutel;
                prop_assert!(gezien.insert(sleutel));
                *per_dag.entry((*op, sleutel.termijn, sleutel.aan)).or_default() += 1;
            }
        }
        prop_assert!(per_dag.values().all(|aantal| *aantal == 1));
    }
}

/// RIV-02: every bijstelling goes along, oldest first, and none is late by the term of the next.
#[test]
fn elke_bijstelling_staat_apart_in_de_lijst() {
    let opdrachten = [
        Command::StelProbleemanalyseVast(documenten::probleemanalyse(10, begin().plus(30))),
        Command::StelProbleemanalyseBij(documenten::bijstelling_probleemanalyse(
            11,
            begin().plus(100),
            10,
        )),
        Command::StelProbleemanalyseBij(documenten::bijstelling_probleemanalyse(
            12,
            begin().plus(200),
            11,
        )),
    ];
    let standen = super::elementen::op_dag(&dossier(opdrachten), begin().plus(300));
    let bijgesteld: Vec<_> = standen
        .iter()
        .filter(|stand| stand.element == Element::BijstellingProbleemanalyse)
        .map(|stand| (stand.datum, stand.toestand))
        .collect();
    let op = |dagen| Some(begin().plus(dagen));
    assert_eq!(bijgesteld, [(op(100), Toestand::Aanwezig), (op(200), Toestand::Aanwezig)]);
    let plan = standen.iter().filter(|it| it.element == Element::BijstellingPlanVanAanpak);
    assert!(plan.map(|stand| stand.toestand).eq([Toestand::NietNodig]));
}

/// a first day of illness that moves forward, past a step that was taken, takes nothing of it away.
#[test]
fn wat_gedaan_was_blijft_gedaan_als_de_eerste_dag_later_wordt() {
    let opdrachten = [
        Command::MeldBijArbodienst(melding_arbodienst(2, begin().plus(1))),
        Command::CorrigeerFeit(verplaatsing(9, 1, begin().plus(2))),
    ];
    let (_, events) = sluit_dagen(dossier(opdrachten), elke_dag(2, 60));
    assert!(!events.is_empty());
    assert!(herinneringen(&events, TermijnId::MeldingArbodienst).is_empty());
}
