//! Beurt: when something comes round. A moment in the gap of spring comes right after it; a moment that
//! autumn has twice comes the first time only.
//!
//! The scheduler goes by the distance to UTC of the day on which a job was added, so after a change of the
//! clock its morning would be an hour off. It only wakes us; what is due is computed here.

use chrono::{DateTime, TimeDelta, Timelike as _, Utc};
use chrono_tz::Tz;
use croner::parser::{CronParser, Seconds};
use wvp_store::Moment;

/// A pattern (seconds, minutes, hours, day, month, weekday) and the zone whose clock it goes by.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Beurt {
    patroon: &'static str,
    zone: Tz,
}

/// The tick: seven in the morning in Amsterdam, every day.
pub(crate) const OCHTEND: Beurt = Beurt { patroon: "0 0 7 * * *", zone: Tz::Europe__Amsterdam };
/// Delivery: half past every hour. In UTC no hour is skipped or doubled.
pub(super) const BEZORGING: Beurt = Beurt { patroon: "0 30 * * * *", zone: Tz::UTC };
/// The watch: a quarter to every hour.
pub(super) const WAKE: Beurt = Beurt { patroon: "0 45 * * * *", zone: Tz::UTC };

/// How far is looked back: more than the longest day, which has 25 hours.
const TERUG: TimeDelta = TimeDelta::days(2);

impl Beurt {
    /// The last time it came round at or before this moment.
    pub(crate) fn laatste(self, nu: Moment) -> Option<Moment> {
        let van = Moment(nu.0.saturating_sub(TERUG.num_microseconds()?));
        self.na(van).take_while(|beurt| *beurt <= nu).last()
    }

    /// Every time it comes round after a moment. Forwards, because backwards the hour that autumn has
    /// twice is looked for on the clock and not in time.
    fn na(self, moment: Moment) -> impl Iterator<Item = Moment> {
        let lezer = CronParser::builder().seconds(Seconds::Required).dom_and_dow(true).build();
        let na = DateTime::<Utc>::from_timestamp_micros(moment.0);
        // Parts of a second would come back in the answer.
        let na = na.and_then(|na| na.with_nanosecond(0)).map(|na| na.with_timezone(&self.zone));
        let cron = lezer.parse(self.patroon).ok().zip(na);
        let beurten = cron.map(|(cron, na)| cron.iter_after(na));
        beurten.into_iter().flatten().map(|beurt| Moment(beurt.timestamp_micros()))
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta};
    use chrono_tz::Europe::Amsterdam;
    use chrono_tz::Tz;
    use wvp_store::Moment;

    use super::{BEZORGING, Beurt, OCHTEND, WAKE};

    fn moment(tekst: &str) -> Moment {
        Moment(DateTime::parse_from_rfc3339(tekst).unwrap().timestamp_micros())
    }

    fn op_de_klok(moment: Moment) -> String {
        let utc = DateTime::from_timestamp_micros(moment.0).unwrap();
        utc.with_timezone(&Amsterdam).to_rfc3339()
    }

    fn drie_dagen(beurt: Beurt, van: &str) -> Vec<String> {
        let van = moment(van);
        let tot = Moment(van.0 + TimeDelta::days(3).num_microseconds().unwrap());
        beurt.na(van).take_while(|it| *it <= tot).map(op_de_klok).collect()
    }

    #[test]
    fn de_ochtend_blijft_zeven_uur_als_de_klok_vooruit_gaat() {
        let ochtenden = drie_dagen(OCHTEND, "2025-03-29T00:00:00+01:00");
        let verwacht = ["29T07:00:00+01:00", "30T07:00:00+02:00", "31T07:00:00+02:00"];
        assert_eq!(ochtenden, verwacht.map(|dag| format!("2025-03-{dag}")));
    }

    #[test]
    fn de_ochtend_blijft_zeven_uur_als_de_klok_achteruit_gaat() {
        let ochtenden = drie_dagen(OCHTEND, "2025-10-25T00:00:00+02:00");
        let verwacht = ["25T07:00:00+02:00", "26T07:00:00+01:00", "27T07:00:00+01:00"];
        assert_eq!(ochtenden, verwacht.map(|dag| format!("2025-10-{dag}")));
    }

    #[test]
    fn elke_dag_van_tien_jaar_heeft_een_ochtend() {
        let dagen: Vec<_> = OCHTEND.na(moment("2025-01-01T00:00:00+01:00")).take(3_652).collect();
        let klok: Vec<_> = dagen.iter().map(|it| op_de_klok(*it)).collect();
        assert!(klok.iter().all(|it| it.contains("T07:00:00+")), "{klok:?}");
        assert_eq!(klok.last().unwrap(), "2034-12-31T07:00:00+01:00");
    }

    #[test]
    fn wat_in_het_gat_valt_komt_meteen_erna_en_een_keer() {
        let nacht = Beurt { patroon: "0 30 2 * * *", zone: Amsterdam };
        let nachten = drie_dagen(nacht, "2025-03-29T00:00:00+01:00");
        let verwacht = ["29T02:30:00+01:00", "30T03:00:00+02:00", "31T02:30:00+02:00"];
        assert_eq!(nachten, verwacht.map(|dag| format!("2025-03-{dag}")));
    }

    #[test]
    fn wat_er_twee_keer_is_komt_de_eerste_keer_en_is_daarna_geweest() {
        let nacht = Beurt { patroon: "0 30 2 * * *", zone: Amsterdam };
        let nachten = drie_dagen(nacht, "2025-10-25T00:00:00+02:00");
        let verwacht = ["25T02:30:00+02:00", "26T02:30:00+02:00", "27T02:30:00+01:00"];
        assert_eq!(nachten, verwacht.map(|dag| format!("2025-10-{dag}")));
        // Ten past two for the second time: half past two was forty minutes ago.
        let laatste = nacht.laatste(moment("2025-10-26T02:10:00+01:00")).unwrap();
        assert_eq!(op_de_klok(laatste), "2025-10-26T02:30:00+02:00");
    }

    #[test]
    fn bezorgd_en_gewaakt_wordt_elk_uur_ook_als_de_klok_verspringt() {
        for van in ["2025-03-29T00:00:00+01:00", "2025-10-25T00:00:00+02:00"] {
            for beurt in [BEZORGING, WAKE] {
                assert_eq!(drie_dagen(beurt, van).len(), 3 * 24, "{beurt:?}");
            }
        }
    }

    #[test]
    fn de_laatste_beurt_telt_op_de_seconde_zelf_en_heeft_geen_delen_van_een_seconde() {
        let zeven = moment("2025-03-30T07:00:00+02:00");
        let gisteren = moment("2025-03-29T07:00:00+01:00");
        assert_eq!(OCHTEND.laatste(Moment(zeven.0 - 1)), Some(gisteren));
        assert_eq!(OCHTEND.laatste(zeven), Some(zeven));
        assert_eq!(OCHTEND.laatste(Moment(zeven.0 + 1)), Some(zeven));
    }

    #[test]
    fn een_patroon_dat_niet_te_lezen_is_komt_nooit() {
        let nooit = Beurt { patroon: "zeven uur", zone: Tz::UTC };
        assert_eq!(nooit.laatste(moment("2025-03-30T07:00:00+02:00")), None);
    }
}
