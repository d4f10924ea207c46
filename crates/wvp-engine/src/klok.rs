//! Time comes in here and nowhere else.

use std::fmt;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, TimeZone, Timelike as _, Utc};
use chrono_tz::Europe::Amsterdam;
use chrono_tz::Tz;
use wvp_domain::Datum;
pub use wvp_store::Moment;

/// Says what time it is.
pub trait Klok: fmt::Debug + Send + Sync {
    /// Now, in microseconds UTC.
    fn nu(&self) -> Moment;

    /// Today in Europe/Amsterdam.
    fn vandaag(&self) -> Datum {
        dag_in_amsterdam(self.nu())
    }
}

/// The clock of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct Systeemklok;

impl Klok for Systeemklok {
    #[expect(clippy::disallowed_methods, reason = "the one place where time comes in")]
    fn nu(&self) -> Moment {
        Moment(Utc::now().timestamp_micros())
    }
}

/// A clock that stands still until it is set: the demo, simulations and tests.
#[derive(Debug)]
pub struct Handklok(AtomicI64);

impl Handklok {
    /// Stands at nine in the morning (Amsterdam) of a day.
    #[must_use]
    pub fn op(dag: Datum) -> Self {
        Self(AtomicI64::new(ochtend(dag).0))
    }

    /// Moves to nine in the morning (Amsterdam) of a day.
    pub fn zet(&self, dag: Datum) {
        self.zet_op(ochtend(dag));
    }

    /// Moves to a moment.
    pub fn zet_op(&self, moment: Moment) {
        self.0.store(moment.0, Ordering::SeqCst);
    }
}

impl Klok for Handklok {
    fn nu(&self) -> Moment {
        Moment(self.0.load(Ordering::SeqCst))
    }
}

/// Minutes since midnight in Amsterdam at a moment (0 to 1439).
#[must_use]
pub(crate) fn minuut_in_amsterdam(moment: Moment) -> u16 {
    let utc = DateTime::<Utc>::from_timestamp_micros(moment.0).unwrap_or_default();
    let tijd = utc.with_timezone(&Amsterdam).time();
    u16::try_from(tijd.hour() * 60 + tijd.minute()).unwrap_or_default()
}

/// The calendar day in Amsterdam at a moment; a moment outside the calendar reads as its edge.
#[must_use]
pub fn dag_in_amsterdam(moment: Moment) -> Datum {
    Datum::try_new(in_amsterdam(moment).date_naive()).unwrap_or(Datum::EERSTE)
}

/// A moment in RFC 3339 (UTC).
#[must_use]
pub fn tijdstip(moment: Moment) -> String {
    let utc = DateTime::<Utc>::from_timestamp_micros(moment.0);
    utc.map(|utc| utc.to_rfc3339()).unwrap_or_default()
}

/// A moment on the clock of Amsterdam.
#[must_use]
pub fn in_amsterdam(moment: Moment) -> DateTime<Tz> {
    let utc = DateTime::<Utc>::from_timestamp_micros(moment.0).unwrap_or_default();
    utc.with_timezone(&Amsterdam)
}

const OPENINGSUUR: u32 = 9;

fn ochtend(dag: Datum) -> Moment {
    let lokaal = dag.naive().and_hms_opt(OPENINGSUUR, 0, 0);
    let utc = lokaal.and_then(|lokaal| Amsterdam.from_local_datetime(&lokaal).earliest());
    Moment(utc.map_or(0, |utc| utc.timestamp_micros()))
}

#[cfg(test)]
mod tests {
    use super::{Handklok, Klok, dag_in_amsterdam};
    use wvp_domain::Datum;
    use wvp_store::Moment;

    #[test]
    fn na_middernacht_in_amsterdam_is_het_al_morgen() {
        // 2025-06-30T22:30:00Z is 1 July, 00:30, in Amsterdam.
        let moment = Moment(1_751_322_600_000_000);
        assert_eq!(dag_in_amsterdam(moment), Datum::ymd(2025, 7, 1).unwrap());
    }

    #[test]
    fn de_handklok_staat_op_de_dag_die_is_gezet() {
        let klok = Handklok::op(Datum::ymd(2024, 1, 1).unwrap());
        klok.zet(Datum::ymd(2024, 7, 1).unwrap());
        assert_eq!(klok.vandaag(), Datum::ymd(2024, 7, 1).unwrap());
    }
}
