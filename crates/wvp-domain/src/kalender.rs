//! Working days: weekends, feestdagen and the Algemene termijnenwet (law.md section 6).
//!
//! Holidays are rules, not a list: Easter is computed. Only days that a royal decree names are data.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::Datum;

/// A day put on a par with a feestdag by royal decree (art. 3(3) Algemene termijnenwet).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KbDag {
    /// Year, month, day.
    pub dag: (i32, u32, u32),
    /// Where we found it.
    pub bron: &'static str,
}

/// The days named by royal decree. 2017 up to and including 2022 were not collected.
pub const KB_DAGEN: &[KbDag] = &[
    KbDag { dag: (2023, 4, 28), bron: KB_TOT_2026 },
    KbDag { dag: (2023, 5, 19), bron: KB_TOT_2026 },
    KbDag { dag: (2024, 5, 10), bron: KB_TOT_2026 },
    KbDag { dag: (2024, 12, 27), bron: KB_TOT_2026 },
    KbDag { dag: (2025, 5, 30), bron: KB_TOT_2026 },
    KbDag { dag: (2026, 1, 2), bron: KB_VANAF_2026 },
    KbDag { dag: (2026, 5, 15), bron: KB_VANAF_2026 },
    KbDag { dag: (2027, 5, 7), bron: KB_VANAF_2026 },
    KbDag { dag: (2028, 4, 28), bron: KB_VANAF_2026 },
    KbDag { dag: (2028, 5, 26), bron: KB_VANAF_2026 },
];

/// Where a term ends after it moved, and which days pushed it there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verschoven {
    /// The working day it ends on.
    pub naar: Datum,
    /// The days it jumped over, in the order of the jump, each with its name ("zaterdag", "Tweede
    /// Paasdag").
    pub wegens: Vec<(Datum, &'static str)>,
}

/// Name of the feestdag that this day is (art. 3 Algemene termijnenwet), if it is one.
#[must_use]
pub fn feestdag(dag: Datum) -> Option<&'static str> {
    vaste_feestdag(dag).or_else(|| paasgebonden(dag)).or_else(|| kb_dag(dag))
}

/// Why this is not a working day: a feestdag, or Saturday or Sunday; `None` on a working day.
#[must_use]
pub fn vrije_dag(dag: Datum) -> Option<&'static str> {
    feestdag(dag).or_else(|| match dag.weekdag() {
        Weekday::Sat => Some("zaterdag"),
        Weekday::Sun => Some("zondag"),
        Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri => None,
    })
}

/// Whether the day is neither Saturday, Sunday nor feestdag.
#[must_use]
pub fn is_werkdag(dag: Datum) -> bool {
    vrije_dag(dag).is_none()
}

/// First working day after this day.
#[must_use]
pub fn volgende_werkdag(dag: Datum) -> Datum {
    rol_vooruit(dag.volgende()).naar
}

/// Last working day before this day.
#[must_use]
pub fn vorige_werkdag(dag: Datum) -> Datum {
    rol_terug(dag.vorige()).naar
}

/// Moves a last day that is no working day to the next one (art. 1(1) Algemene termijnenwet).
#[must_use]
pub fn rol_vooruit(dag: Datum) -> Verschoven {
    let mut naar = dag;
    let mut wegens = vec![];
    while let Some(naam) = vrije_dag(naar) {
        wegens.push((naar, naam));
        naar = naar.volgende();
    }
    Verschoven { naar, wegens }
}

/// Moves a day that is no working day to the one before; what it jumped over stands latest first.
#[must_use]
pub fn rol_terug(dag: Datum) -> Verschoven {
    let mut naar = dag;
    let mut wegens = vec![];
    while let Some(naam) = vrije_dag(naar) {
        wegens.push((naar, naam));
        naar = naar.vorige();
    }
    Verschoven { naar, wegens }
}

/// Ends a statutory term by the Algemene termijnenwet: art. 1(1), and art. 2 for three days or more.
///
/// `eerste` and `laatste` are both inclusive; by art. 2 at least two working days lie in between.
#[must_use]
pub fn sluit_termijn(eerste: Datum, laatste: Datum) -> Verschoven {
    let mut einde = rol_vooruit(laatste);
    if eerste.dagen_tot(laatste).saturating_add(1) < KORTSTE_TERMIJN_ARTIKEL_2 {
        return einde;
    }
    while werkdagen_tot_twee(eerste, einde.naar) < 2 {
        let volgende = rol_vooruit(einde.naar.volgende());
        einde.wegens.extend(volgende.wegens);
        einde.naar = volgende.naar;
    }
    einde
}

/// Shortest term in days to which art. 2 applies.
const KORTSTE_TERMIJN_ARTIKEL_2: i32 = 3;

const KB_TOT_2026: &str = "koninklijk besluit, zie domain/law.md section 6 (BWBR0033679)";
const KB_VANAF_2026: &str =
    "koninklijk besluit over 2026-2028, via sterfgeval.nl (law.md section 6)";

/// Working days between both, inclusive; stops counting at two.
fn werkdagen_tot_twee(eerste: Datum, laatste: Datum) -> usize {
    let dagen = std::iter::successors(Some(eerste), |dag| Some(dag.volgende()));
    dagen.take_while(|dag| *dag <= laatste).filter(|dag| is_werkdag(*dag)).take(2).count()
}

fn vaste_feestdag(dag: Datum) -> Option<&'static str> {
    let naive = dag.naive();
    match (naive.month(), naive.day()) {
        (1, 1) => Some("Nieuwjaarsdag"),
        (5, 5) => Some("Bevrijdingsdag"),
        (12, 25) => Some("Eerste Kerstdag"),
        (12, 26) => Some("Tweede Kerstdag"),
        (maand, dag_van_maand) => koningsdag(naive.year())
            .filter(|dag| *dag == (maand, dag_van_maand))
            .map(|_| if naive.year() < EERSTE_KONINGSDAG { "Koninginnedag" } else { "Koningsdag" }),
    }
}

/// First year in which the king's birthday is kept.
const EERSTE_KONINGSDAG: i32 = 2014;

/// Month and day; the day before when it falls on a Sunday.
fn koningsdag(jaar: i32) -> Option<(u32, u32)> {
    let dag = if jaar < EERSTE_KONINGSDAG { 30 } else { 27 };
    let op_zondag = NaiveDate::from_ymd_opt(jaar, 4, dag)?.weekday() == Weekday::Sun;
    Some((4, if op_zondag { dag - 1 } else { dag }))
}

/// Days counted from Easter Sunday.
fn paasgebonden(dag: Datum) -> Option<&'static str> {
    let pasen = computus::gregorian(dag.jaar()).ok()?;
    let pasen = Datum::ymd(pasen.year, pasen.month, pasen.day).ok()?;
    match pasen.dagen_tot(dag) {
        -2 => Some("Goede Vrijdag"),
        0 => Some("Eerste Paasdag"),
        1 => Some("Tweede Paasdag"),
        39 => Some("Hemelvaartsdag"),
        49 => Some("Eerste Pinksterdag"),
        50 => Some("Tweede Pinksterdag"),
        _ => None,
    }
}

fn kb_dag(dag: Datum) -> Option<&'static str> {
    let naive = dag.naive();
    let gezocht = (naive.year(), naive.month(), naive.day());
    KB_DAGEN.iter().any(|kb| kb.dag == gezocht).then_some("vrije dag bij koninklijk besluit")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        feestdag, is_werkdag, rol_vooruit, sluit_termijn, volgende_werkdag, vorige_werkdag,
    };
    use crate::Datum;

    fn datum(tekst: &str) -> Datum {
        tekst.parse().unwrap()
    }

    #[track_caller]
    fn heet(dag: &str, naam: Option<&str>) {
        assert_eq!(feestdag(datum(dag)), naam, "{dag}");
    }

    #[test]
    fn pasen_bepaalt_vier_feestdagen() {
        heet("2025-04-18", Some("Goede Vrijdag"));
        heet("2025-04-21", Some("Tweede Paasdag"));
        heet("2025-05-29", Some("Hemelvaartsdag"));
        heet("2025-06-09", Some("Tweede Pinksterdag"));
        heet("2025-04-22", None);
    }

    #[test]
    fn koningsdag_op_zondag_is_een_dag_eerder() {
        heet("2025-04-26", Some("Koningsdag"));
        heet("2025-04-27", None);
        heet("2026-04-27", Some("Koningsdag"));
    }

    #[test]
    fn voor_2014_is_het_koninginnedag() {
        heet("2013-04-30", Some("Koninginnedag"));
        heet("2006-04-29", Some("Koninginnedag"));
        heet("2006-04-30", None);
        heet("2014-04-30", None);
    }

    #[test]
    fn vijf_mei_is_elk_jaar_een_feestdag() {
        for jaar in 2020..2030 {
            assert_eq!(feestdag(Datum::ymd(jaar, 5, 5).unwrap()), Some("Bevrijdingsdag"));
        }
    }

    #[test]
    fn een_dag_bij_koninklijk_besluit_is_geen_werkdag() {
        assert!(!is_werkdag(datum("2026-05-15")));
    }

    #[test]
    fn kerst_voor_een_weekend_schuift_vier_dagen_met_de_namen_erbij() {
        let verschoven = rol_vooruit(datum("2025-12-25"));
        assert_eq!(verschoven.naar, datum("2025-12-29"));
        let namen: Vec<_> = verschoven.wegens.iter().map(|(_, naam)| *naam).collect();
        assert_eq!(namen, ["Eerste Kerstdag", "Tweede Kerstdag", "zaterdag", "zondag"]);
    }

    #[test]
    fn een_termijn_van_vier_dagen_heeft_twee_werkdagen() {
        let einde = sluit_termijn(datum("2025-04-18"), datum("2025-04-21"));
        assert_eq!(einde.naar, datum("2025-04-23"));
    }

    #[test]
    fn een_termijn_van_twee_dagen_krijgt_geen_tweede_werkdag() {
        let einde = sluit_termijn(datum("2025-04-20"), datum("2025-04-21"));
        assert_eq!(einde.naar, datum("2025-04-22"));
    }

    prop_compose! {
        fn een_dag()(start in 0..100_000) -> Datum {
            datum("1900-01-01").plus(start)
        }
    }

    proptest! {
        #[test]
        fn verschuiven_eindigt_op_een_werkdag_en_herhalen_verandert_niets(dag in een_dag()) {
            let eerste = rol_vooruit(dag);
            prop_assert!(is_werkdag(eerste.naar));
            prop_assert!(eerste.naar >= dag);
            prop_assert!(rol_vooruit(eerste.naar).wegens.is_empty());
            prop_assert_eq!(dag.plus(i32::try_from(eerste.wegens.len()).unwrap()), eerste.naar);
        }

        #[test]
        fn verschuiven_houdt_de_volgorde(dag in een_dag(), verder in 0..30) {
            prop_assert!(rol_vooruit(dag).naar <= rol_vooruit(dag.plus(verder)).naar);
        }

        #[test]
        fn vorige_en_volgende_werkdag_zijn_elkaars_omgekeerde(dag in een_dag()) {
            let werkdag = rol_vooruit(dag).naar;
            prop_assert_eq!(vorige_werkdag(volgende_werkdag(werkdag)), werkdag);
            prop_assert_eq!(volgende_werkdag(vorige_werkdag(werkdag)), werkdag);
        }

        #[test]
        fn elke_termijn_van_drie_dagen_heeft_twee_werkdagen(dag in een_dag(), dagen in 2..90) {
            let einde = sluit_termijn(dag, dag.plus(dagen)).naar;
            let alle = (0..=dag.dagen_tot(einde)).filter(|n| is_werkdag(dag.plus(*n))).count();
            prop_assert!(alle >= 2);
        }
    }
}
