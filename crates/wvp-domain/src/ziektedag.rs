//! The first day of illness: the first working day that illness took (C-01, C-02).

use chrono::Weekday;

use crate::Datum;

/// When work stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uitval {
    /// Work stopped on this day, which counts although part of it was worked. Of a night shift this is
    /// the day on which the shift began (Regeling bepaling eerste werkdag art. 5).
    TijdensWerk(Datum),
    /// The illness began on this day, before work did.
    VoorWerk(Datum),
}

/// On which days somebody usually works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Werkpatroon {
    /// The same days every week; holidays, leave, roster-free days, short time and bad weather count as
    /// days of work (art. 3).
    Vast(Vec<Weekday>),
    /// No fixed days: the first day on which work could have been done (art. 4).
    Wisselend {
        /// That day.
        eerste_mogelijke_dag: Datum,
    },
    /// A benefit of WW: Saturday and Sunday are left out (art. 6).
    Ww,
    /// Another benefit, or illness after the employment (nawerking): every day (art. 6).
    Uitkering,
}

/// The first day of illness (D). None only when a fixed pattern has no day at all.
#[must_use]
pub fn eerste_ziektedag(uitval: Uitval, patroon: &Werkpatroon) -> Option<Datum> {
    let vanaf = match uitval {
        Uitval::TijdensWerk(dag) => return Some(dag),
        Uitval::VoorWerk(dag) => dag,
    };
    match patroon {
        Werkpatroon::Vast(dagen) => eerste(vanaf, |dag| dagen.contains(&dag.weekdag())),
        Werkpatroon::Wisselend { eerste_mogelijke_dag } => Some(vanaf.max(*eerste_mogelijke_dag)),
        Werkpatroon::Ww => {
            eerste(vanaf, |dag| !matches!(dag.weekdag(), Weekday::Sat | Weekday::Sun))
        }
        Werkpatroon::Uitkering => Some(vanaf),
    }
}

/// The first of seven days for which it holds: a week holds every weekday.
fn eerste(vanaf: Datum, klopt: impl Fn(Datum) -> bool) -> Option<Datum> {
    (0..7).map(|dagen| vanaf.plus(dagen)).find(|dag| klopt(*dag))
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;

    use super::{Uitval, Werkpatroon, eerste_ziektedag};
    use crate::Datum;

    fn datum(tekst: &str) -> Datum {
        tekst.parse().unwrap()
    }

    #[track_caller]
    fn check(uitval: Uitval, patroon: &Werkpatroon, verwacht: &str) {
        assert_eq!(eerste_ziektedag(uitval, patroon), Some(datum(verwacht)));
    }

    fn maandag_tot_en_met_donderdag() -> Werkpatroon {
        Werkpatroon::Vast(vec![Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu])
    }

    #[test]
    fn wie_op_een_vrije_dag_ziek_wordt_telt_vanaf_de_volgende_werkdag() {
        let vrijdag = Uitval::VoorWerk(datum("2025-03-07"));
        check(vrijdag, &maandag_tot_en_met_donderdag(), "2025-03-10");
    }

    #[test]
    fn een_zaterdag_is_een_werkdag_voor_wie_dan_werkt() {
        let zaterdag = Uitval::VoorWerk(datum("2025-03-08"));
        check(zaterdag, &Werkpatroon::Vast(vec![Weekday::Sat]), "2025-03-08");
    }

    #[test]
    fn een_feestdag_op_een_gewone_werkdag_telt() {
        let tweede_paasdag = Uitval::VoorWerk(datum("2025-04-21"));
        check(tweede_paasdag, &maandag_tot_en_met_donderdag(), "2025-04-21");
    }

    #[test]
    fn de_dag_waarop_het_werk_stopt_telt_ook_als_het_een_vrije_dag_was() {
        let zondag = Uitval::TijdensWerk(datum("2025-03-09"));
        check(zondag, &maandag_tot_en_met_donderdag(), "2025-03-09");
    }

    #[test]
    fn zonder_vaste_dagen_telt_de_eerste_dag_waarop_werken_kon() {
        let patroon = Werkpatroon::Wisselend { eerste_mogelijke_dag: datum("2025-03-12") };
        check(Uitval::VoorWerk(datum("2025-03-10")), &patroon, "2025-03-12");
    }

    #[test]
    fn in_de_ww_tellen_zaterdag_en_zondag_niet() {
        check(Uitval::VoorWerk(datum("2025-03-08")), &Werkpatroon::Ww, "2025-03-10");
        check(Uitval::VoorWerk(datum("2025-03-08")), &Werkpatroon::Uitkering, "2025-03-08");
    }

    #[test]
    fn zonder_enige_werkdag_is_er_geen_eerste_ziektedag() {
        let uitval = Uitval::VoorWerk(datum("2025-03-08"));
        assert_eq!(eerste_ziektedag(uitval, &Werkpatroon::Vast(vec![])), None);
    }
}
