//! A calendar day in Europe/Amsterdam, with arithmetic that cannot fail.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use thiserror::Error;

/// A calendar day in Europe/Amsterdam.
///
/// Written `YYYY-MM-DD` for people and as a number of days (i32, 1 = 0001-01-01) in stored bytes.
/// Only days from 1900-01-01 up to and including 2199-12-31 come in from outside, so that sums of
/// statutory terms always stay within what a date can hold.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Datum(NaiveDate);

/// Why a text or date is not a [`Datum`].
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DatumFout {
    /// The text is not an existing day written `YYYY-MM-DD`.
    #[error("`{0}` is geen bestaande datum (verwacht: JJJJ-MM-DD)")]
    GeenDatum(String),
    /// The day lies outside the years that the product computes with.
    #[error("`{0}` ligt buiten de jaren 1900 tot en met 2199")]
    BuitenBereik(NaiveDate),
}

const EERSTE_JAAR: i32 = 1900;
const LAATSTE_JAAR: i32 = 2199;

impl Datum {
    /// The first day that comes in from outside: 1900-01-01.
    pub const EERSTE: Self = match NaiveDate::from_ymd_opt(EERSTE_JAAR, 1, 1) {
        Some(naive) => Self(naive),
        None => Self(NaiveDate::MIN),
    };

    /// Takes a calendar day.
    ///
    /// # Errors
    ///
    /// [`DatumFout::BuitenBereik`] outside the years 1900 up to and including 2199.
    pub fn try_new(naive: NaiveDate) -> Result<Self, DatumFout> {
        if (EERSTE_JAAR..=LAATSTE_JAAR).contains(&naive.year()) {
            Ok(Self(naive))
        } else {
            Err(DatumFout::BuitenBereik(naive))
        }
    }

    /// Takes year, month (1-12) and day (1-31).
    ///
    /// # Errors
    ///
    /// When that day does not exist or lies outside 1900-2199.
    pub fn ymd(jaar: i32, maand: u32, dag: u32) -> Result<Self, DatumFout> {
        NaiveDate::from_ymd_opt(jaar, maand, dag)
            .ok_or_else(|| DatumFout::GeenDatum(format!("{jaar:04}-{maand:02}-{dag:02}")))
            .and_then(Self::try_new)
    }

    /// The day as chrono knows it.
    #[must_use]
    pub fn naive(self) -> NaiveDate {
        self.0
    }

    /// The day `dagen` calendar days later (earlier when negative).
    #[must_use]
    pub fn plus(self, dagen: i32) -> Self {
        let stap = Days::new(u64::from(dagen.unsigned_abs()));
        let (som, grens) = if dagen < 0 {
            (self.0.checked_sub_days(stap), NaiveDate::MIN)
        } else {
            (self.0.checked_add_days(stap), NaiveDate::MAX)
        };
        Self(som.unwrap_or(grens))
    }

    /// The day before.
    #[must_use]
    pub fn vorige(self) -> Self {
        self.plus(-1)
    }

    /// The day after.
    #[must_use]
    pub fn volgende(self) -> Self {
        self.plus(1)
    }

    /// Number of days from this day to `tot` (half-open: the same day is 0; negative when earlier).
    #[must_use]
    pub fn dagen_tot(self, tot: Self) -> i32 {
        tot.dagtelling().saturating_sub(self.dagtelling())
    }

    /// Day of the week.
    #[must_use]
    pub fn weekdag(self) -> Weekday {
        self.0.weekday()
    }

    /// Calendar year.
    #[must_use]
    pub fn jaar(self) -> i32 {
        self.0.year()
    }

    /// Number of days since the start of the calendar (1 = 0001-01-01); the stored form.
    #[must_use]
    pub fn dagtelling(self) -> i32 {
        self.0.num_days_from_ce()
    }

    /// The day as people write it in Dutch: "3 maart 2025".
    #[must_use]
    pub fn voluit(self) -> String {
        let maand = match self.0.month() {
            1 => "januari",
            2 => "februari",
            3 => "maart",
            4 => "april",
            5 => "mei",
            6 => "juni",
            7 => "juli",
            8 => "augustus",
            9 => "september",
            10 => "oktober",
            11 => "november",
            _ => "december",
        };
        format!("{} {maand} {}", self.0.day(), self.0.year())
    }
}

impl fmt::Display for Datum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Datum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl FromStr for Datum {
    type Err = DatumFout;

    fn from_str(tekst: &str) -> Result<Self, DatumFout> {
        let strikt = tekst.len() == "JJJJ-MM-DD".len();
        let naive = strikt.then(|| NaiveDate::parse_from_str(tekst, "%Y-%m-%d").ok()).flatten();
        naive.ok_or_else(|| DatumFout::GeenDatum(tekst.to_owned())).and_then(Self::try_new)
    }
}

impl Serialize for Datum {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            serializer.serialize_i32(self.dagtelling())
        }
    }
}

impl<'de> Deserialize<'de> for Datum {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
        } else {
            let dagen = i32::deserialize(deserializer)?;
            let naive = NaiveDate::from_num_days_from_ce_opt(dagen);
            naive.map(Self).ok_or_else(|| de::Error::custom("day count out of range"))
        }
    }
}

impl schemars::JsonSchema for Datum {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Datum".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date" })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Datum, DatumFout};

    fn datum(tekst: &str) -> Datum {
        tekst.parse().unwrap()
    }

    #[test]
    fn een_dag_die_niet_bestaat_wordt_geweigerd() {
        let fout = "2024-04-31".parse::<Datum>();
        assert_eq!(fout, Err(DatumFout::GeenDatum("2024-04-31".to_owned())));
    }

    #[test]
    fn een_korte_schrijfwijze_wordt_geweigerd() {
        assert!("2024-4-1".parse::<Datum>().is_err());
    }

    #[test]
    fn een_jaar_buiten_bereik_wordt_geweigerd() {
        assert!("1899-12-31".parse::<Datum>().is_err());
        assert!("2200-01-01".parse::<Datum>().is_err());
    }

    #[test]
    fn de_schrikkeldag_telt_mee() {
        assert_eq!(datum("2024-02-28").plus(2), datum("2024-03-01"));
    }

    #[test]
    fn voluit_is_nederlands() {
        assert_eq!(datum("2025-03-03").voluit(), "3 maart 2025");
    }

    proptest! {
        #[test]
        fn optellen_en_aftrekken_heffen_elkaar_op(start in 0..100_000, dagen in -20_000..20_000) {
            let dag = datum("1900-01-01").plus(start);
            prop_assert_eq!(dag.plus(dagen).plus(-dagen), dag);
            prop_assert_eq!(dag.dagen_tot(dag.plus(dagen)), dagen);
        }
    }
}
