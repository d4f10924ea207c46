//! Plays: what an employer sees before a protocol goes live.

use std::collections::BTreeSet;

use super::{Gespeeld, Proef, Spelsoort, speel};
use crate::ladder::GEWOON;
use crate::mijlpaal::herinnering::Ontvanger;
use crate::mijlpaal::voorbeeld::dag;
use crate::protocol::{Aanleiding, Aanscherping, EigenStap, Moment, Protocol, keur};
use crate::{Datum, TermijnId, kalender};

fn begin() -> Datum {
    dag("2026-01-05")
}

fn stap(naam: &str, na: Aanleiding, dagen: i16, treden: &[i16]) -> EigenStap {
    EigenStap {
        naam: naam.to_owned(),
        titel: naam.to_owned(),
        uitleg: naam.to_owned(),
        wie: vec![Ontvanger::Werkgever],
        na,
        dagen,
        alleen_in_keten: false,
        treden: treden.to_vec(),
        casemanager_vanaf: None,
        teamleider_vanaf: None,
    }
}

fn met_stappen(stappen: Vec<EigenStap>) -> Protocol {
    let protocol = Protocol { stappen, ..Protocol::leeg() };
    assert_eq!(keur(&protocol), []);
    protocol
}

fn streng(termijn: TermijnId, dagen_eerder: u16) -> Aanscherping {
    let (extra_treden, casemanager_vanaf, teamleider_vanaf) = (vec![], None, None);
    Aanscherping { termijn, dagen_eerder, extra_treden, casemanager_vanaf, teamleider_vanaf }
}

/// The days after the first day of illness on which a step is reminded of in a play, with its rungs.
fn dagen(proef: &Proef, zaak: Spelsoort, stap: &str) -> Vec<(i32, i16)> {
    let spel = proef.zaken.iter().find(|spel| spel.zaak == zaak).unwrap();
    let van_stap = spel.herinneringen.iter().filter(|it| it.stap == stap);
    van_stap.map(|it| (begin().dagen_tot(it.dag), it.trede)).collect()
}

#[test]
fn elke_zaak_zonder_protocol_speelt_de_wet() {
    let proef = speel(&Protocol::leeg(), begin());
    let per_zaak: Vec<(Spelsoort, usize)> = proef
        .zaken
        .iter()
        .map(|spel| {
            let stappen: BTreeSet<&str> =
                spel.herinneringen.iter().map(|it| it.stap.as_str()).collect();
            (spel.zaak, stappen.len())
        })
        .collect();
    insta::assert_snapshot!(format!("{per_zaak:?}"), @"[(NiemandDoetIets, 10), (AllesOpDeLaatsteDag, 11), (Deelherstel, 10), (SamengesteldeKeten, 13), (Herstel, 3), (EindeDienstverband, 8)]");
    assert!(proef.nooit.is_empty());
}

#[test]
fn elke_herinnering_in_een_proef_komt_op_een_werkdag_of_is_laat() {
    let proef = speel(&Protocol::leeg(), begin());
    let alle: Vec<&Gespeeld> = proef.zaken.iter().flat_map(|spel| &spel.herinneringen).collect();
    assert!(alle.iter().all(|it| it.laat || kalender::is_werkdag(it.dag)));
}

#[test]
fn wie_alles_op_de_laatste_dag_doet_krijgt_daarna_niets_meer() {
    let proef = speel(&Protocol::leeg(), begin());
    let spel = proef.zaken.iter().find(|it| it.zaak == Spelsoort::AllesOpDeLaatsteDag).unwrap();
    assert!(spel.herinneringen.iter().all(|it| it.trede <= 0 && it.dag <= it.uiterlijk));
    assert!(!spel.herinneringen.is_empty());
}

/// For every term that can be kept more strictly some play shows it.
#[test]
fn van_elke_termijn_die_strenger_kan_is_de_eigen_dag_te_zien() {
    let kan = |id: &TermijnId| {
        let aanscherpingen = vec![streng(*id, 1)];
        keur(&Protocol { aanscherpingen, ..Protocol::leeg() }).is_empty()
    };
    let aanscherpingen: Vec<Aanscherping> =
        TermijnId::ALLE.into_iter().filter(kan).map(|id| streng(id, 1)).collect();
    let niet: Vec<&str> =
        TermijnId::ALLE.iter().filter(|id| !kan(id)).map(|id| id.sleutel()).collect();
    insta::assert_snapshot!(niet.join(" "), @"bijstelling_probleemanalyse einde_eerste_ziektejaar riv_concept uwv_kennisgeving_wia uwv_besluit_loonsanctie einde_wachttijd einde_loondoorbetaling einde_opzegverbod einde_keten vangnetmelding verlenging_aanvraag bekorting_besluit einde_loonsanctie iva_aanvraagvenster einde_verkorte_wachttijd");
    let proef = speel(&Protocol { aanscherpingen, ..Protocol::leeg() }, begin());
    assert_eq!(proef.nooit, []);
}

#[test]
fn een_stap_na_herstel_komt_na_herstel_en_ook_na_deelherstel_als_dat_is_gevraagd() {
    let na = |ook_bij_deelherstel| Aanleiding::Herstel { ook_bij_deelherstel };
    let protocol =
        met_stappen(vec![stap("alleen", na(false), 2, &[0]), stap("ook", na(true), 2, &[0])]);
    let proef = speel(&protocol, begin());
    for naam in ["alleen", "ook"] {
        assert_eq!(dagen(&proef, Spelsoort::Herstel, naam), [(102, 0)], "{naam}");
    }
    assert!(dagen(&proef, Spelsoort::Deelherstel, "alleen").is_empty());
    assert_eq!(dagen(&proef, Spelsoort::Deelherstel, "ook"), [(72, 0), (142, 0)]);
}

#[test]
fn een_stap_voor_een_terugval_komt_alleen_in_een_samengestelde_keten() {
    let mut terugval = stap("terugval", Aanleiding::Ziekmelding, 2, &[0]);
    terugval.alleen_in_keten = true;
    let proef = speel(&met_stappen(vec![terugval]), begin());
    for zaak in Spelsoort::ALLE {
        let verwacht: &[(i32, i16)] =
            if zaak == Spelsoort::SamengesteldeKeten { &[(81, 0)] } else { &[] };
        assert_eq!(dagen(&proef, zaak, "terugval"), verwacht, "{zaak:?}");
    }
}

/// The last working day is a Friday, 200 days in.
#[test]
fn een_stap_voor_het_einde_van_het_dienstverband_telt_terug() {
    let protocol =
        met_stappen(vec![stap("afscheid", Aanleiding::EindeDienstverband, -14, &[-7, 0])]);
    let proef = speel(&protocol, begin());
    assert_eq!(dagen(&proef, Spelsoort::EindeDienstverband, "afscheid"), [(179, -7), (186, 0)]);
}

#[test]
fn een_stap_rekent_met_de_laatste_dag_van_een_andere_of_met_de_dag_waarop_die_gedaan_is() {
    let plan = |op| Aanleiding::Termijn { termijn: TermijnId::Probleemanalyse, op };
    let bel = |op| Aanleiding::Stap { naam: "bel".to_owned(), op };
    let protocol = met_stappen(vec![
        stap("bel", Aanleiding::EersteZiektedag, 3, &[0]),
        stap("na_de_dag", bel(Moment::LaatsteDag), 7, &[0]),
        stap("na_gedaan", bel(Moment::Gedaan), 7, &[0]),
        stap("voor_de_analyse", plan(Moment::LaatsteDag), -6, &[0]),
        stap("na_de_analyse", plan(Moment::Gedaan), 1, &[0]),
    ]);
    let proef = speel(&protocol, begin());
    let niemand = |naam: &str| dagen(&proef, Spelsoort::NiemandDoetIets, naam);
    let alles = |naam: &str| dagen(&proef, Spelsoort::AllesOpDeLaatsteDag, naam);
    assert_eq!((niemand("bel"), alles("bel")), (vec![(3, 0)], vec![(3, 0)]));
    assert_eq!((niemand("na_de_dag"), alles("na_de_dag")), (vec![(10, 0)], vec![(10, 0)]));
    assert_eq!((niemand("na_gedaan"), alles("na_gedaan")), (vec![], vec![(10, 0)]));
    assert_eq!(niemand("voor_de_analyse"), [(35, 0)]);
    assert_eq!((niemand("na_de_analyse"), alles("na_de_analyse")), (vec![], vec![(42, 0)]));
}

#[test]
fn een_eerdere_eigen_dag_schuift_de_treden_en_laat_de_dag_van_de_wet_staan() {
    let aanscherpingen = vec![streng(TermijnId::Probleemanalyse, 14)];
    let proef = speel(&Protocol { aanscherpingen, ..Protocol::leeg() }, begin());
    let spel = &proef.zaken[0].herinneringen;
    let arts: Vec<&Gespeeld> = spel
        .iter()
        .filter(|it| it.stap == "probleemanalyse" && it.aan == Ontvanger::Bedrijfsarts)
        .collect();
    let treden: Vec<i16> =
        arts.iter().flat_map(|it| it.samengevoegd.iter().chain([&it.trede])).copied().collect();
    assert_eq!(treden, [-28, -21, -16, -14, -7, -2, 0, 1, 7]);
    assert!(arts.iter().all(|it| it.uiterlijk == begin().plus(41)));
    assert!(arts.iter().all(|it| it.eigen_uiterlijk == Some(begin().plus(27))));
}

#[test]
fn een_trede_die_nooit_komt_wordt_genoemd() {
    let protocol = met_stappen(vec![stap("te_vroeg", Aanleiding::Ziekmelding, 2, &[-14, -7, 0])]);
    let nooit = speel(&protocol, begin()).nooit;
    let nooit: Vec<_> = nooit.iter().map(|it| (it.stap.as_str(), it.trede)).collect();
    assert_eq!(nooit, [("te_vroeg", -14)]);
}

#[test]
fn een_stap_van_de_gewone_ladder_houdt_op_als_hij_gedaan_is() {
    let protocol = met_stappen(vec![stap("bel", Aanleiding::EersteZiektedag, 21, &GEWOON.treden)]);
    let proef = speel(&protocol, begin());
    let treden = |zaak| -> Vec<i16> {
        dagen(&proef, zaak, "bel").into_iter().map(|(_, trede)| trede).collect()
    };
    assert_eq!(treden(Spelsoort::NiemandDoetIets), [-14, -7, -2, 0, 1, 7]);
    assert_eq!(treden(Spelsoort::AllesOpDeLaatsteDag), [-14, -7, -2, 0]);
}
