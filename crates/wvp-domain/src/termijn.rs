//! The table of statutory terms: what its columns mean, and what comes out of it.
//!
//! The rows stand in [`tabel`]; a change of law is a row. Nothing outside the table holds a number of
//! days. Overdue is computed from facts and a day, never stored.

pub mod anker;
pub mod druk;
pub mod geval;
pub mod herleiding;
pub mod id;
pub mod keuze;
pub mod stand;
pub mod stelling;
pub mod tabel;
pub mod uitleg;
pub mod verloop;
pub mod voorwaarde;
pub mod zaak;

#[cfg(test)]
mod grenzen;
#[cfg(test)]
mod wetmatig;

use chrono::{Datelike, Months, NaiveDate};
use serde::Serialize;
use thiserror::Error;

pub use anker::Anker;
pub use geval::Geval;
pub use herleiding::Herleiding;
pub use id::TermijnId;
pub use keuze::{KeuzeId, Keuzes, Optie};
pub use stand::{Rijstand, Status};
pub use stelling::Gesteld;
pub use tabel::{TABEL, Tabelstand, rijen};
pub use verloop::Verloop;
pub use voorwaarde::Voorwaarde;
pub use zaak::{Riv, Termijnstand, Zaak, agenda, zaken, zaken_bij_tabel};

use crate::{Datum, Grondslag, kalender};

/// One row: what must be there, counted from when, by which article.
#[derive(Debug, Clone, Copy)]
pub struct Termijn {
    /// Which term.
    pub id: TermijnId,
    /// What the date rests on.
    pub basis: Basis,
    /// Rule of law.md and its source.
    pub grondslag: Grondslag,
    /// Who must act.
    pub wie: Wie,
    /// Whether somebody must act, may act, or nobody needs to.
    pub aard: Aard,
    /// The day it is counted from.
    pub vanaf: Anker,
    /// First day of the window, in days from the anchor. It only binds on a row with basis wet.
    pub vroegst_dagen: Option<i32>,
    /// Last day, counted from the anchor.
    pub uiterlijk: Duur,
    /// Bounds on the last day, applied in this order.
    pub grenzen: &'static [Grens],
    /// Days added after the bounds.
    pub extra: &'static [Extra],
    /// What happens when the last day is no working day.
    pub verschuiving: Verschuiving,
    /// Bounds that hold whatever was added or rolled: days that no roll may pass.
    pub slotgrenzen: &'static [Grens],
    /// What fulfils it.
    pub voldaan: Voldaan,
    /// When the row applies.
    pub geldt: Voorwaarde,
    /// What takes the duty away from a day on.
    pub vervalt_bij: &'static [Vervalgrond],
    /// When the row is in force, and which day selects it.
    pub kracht: Kracht,
    /// What it is about, for people (a whole Dutch sentence).
    pub omschrijving: &'static str,
    /// Whether missing the day can never be repaired: then the hard ladder of reminders applies
    /// ([`crate::ladder::HARD`]).
    pub hard_alarm: bool,
    /// Late only after this day, when it is later than the last day (K-5).
    pub te_laat_na: Option<Anker>,
    /// Why the row reads as it does where sources leave room.
    pub reden: Option<Reden>,
}

/// Why a row reads as it does where sources leave room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reden {
    /// Sources disagree; what is set stands in [`keuze`] (law.md section 10).
    Keuze(KeuzeId),
    /// The law gives no number; the sentence says what is usual, in Dutch.
    Gebruik(&'static str),
}

/// What a date rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The text of the law.
    Wet,
    /// What is usual.
    Praktijk,
    /// What UWV does.
    PraktijkUwv,
    /// Ours.
    Intern,
    /// A letter that states a date.
    Brief,
}

/// Who must act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Wie {
    /// The employer.
    Werkgever,
    /// The employee.
    Werknemer,
    /// Both together.
    WerkgeverEnWerknemer,
    /// The bedrijfsarts.
    Bedrijfsarts,
    /// The casemanager.
    Casemanager,
    /// UWV.
    Uwv,
    /// Nobody: a period ends by itself.
    Niemand,
}

/// Whether somebody must act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aard {
    /// Somebody must act: open until done, overdue after the last day.
    Plicht,
    /// Somebody may act: it lapses after the last day.
    Mogelijkheid,
    /// Others will act (UWV, our own engine): expected until done, overdue after the last day.
    Verwachting,
    /// It happens by itself on the last day.
    Vanzelf,
    /// UWV's letter: taken to be in time unless told otherwise.
    Aangenomen,
    /// Somebody must act, but it counts as in time whenever it is done.
    AltijdTijdig,
}

/// How the last day is counted from the anchor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Duur {
    /// Calendar days after the anchor.
    Dagen(i32),
    /// Calendar days back from the anchor.
    DagenTerug(i32),
    /// Working days after the anchor (K-1).
    Werkdagen(u16),
    /// The same day so many months later (only the regime up to 2011).
    Maanden(u32),
    /// The day before the so-many-th anniversary; 29 February counts as 1 March.
    DagVoorJaren(i32),
}

/// A bound on the last day.
#[derive(Debug, Clone, Copy)]
pub enum Grens {
    /// Never later than so many days after the anchor; no bound while the anchor is unknown.
    NooitLaterDan(Anker, i32),
    /// Never earlier than so many days after the anchor; no bound while the anchor is unknown.
    NooitEerderDan(Anker, i32),
}

/// Days that facts add to (or take from) the last day.
#[derive(Debug, Clone, Copy)]
pub struct Extra {
    /// What they are ("de vertraging van de WIA-aanvraag").
    pub naam: &'static str,
    /// How many, given the last day so far; 0 when it does not apply.
    pub dagen: fn(&Geval, Datum) -> i32,
}

/// What happens when the last day is no working day (law.md section 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verschuiving {
    /// Nothing: the exact day.
    Geen,
    /// Algemene termijnenwet art. 1(1) and 2; the anchor is not part of the term (C-04).
    Atw,
    /// As [`Self::Atw`], but the anchor is the first day of the term (K-8).
    AtwMetEersteDag,
    /// UWV accepts the next working day.
    Uwv,
}

/// What fulfils a term.
#[derive(Debug, Clone, Copy)]
pub enum Voldaan {
    /// The first day recorded under its own id.
    Zelf,
    /// The first day recorded under its own id, on or after the anchor.
    ZelfNaAnker,
    /// Something else: a name and a day.
    Door(Anker),
    /// Nothing yet: the row is the next of a recurring term.
    Volgende,
}

/// What takes a duty away, from which day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Vervalgrond {
    /// Recovery.
    Herstel,
    /// AOW.
    Aow,
    /// AOW, for duties that it takes away since 2016 (law.md section 9).
    #[serde(rename = "aow")]
    #[schemars(skip)]
    AowSinds2016,
    /// End of the employment.
    UitDienst,
    /// An admissible early IVA application.
    Iva,
    /// The end of loondoorbetaling.
    EindeLoondoorbetaling,
}

/// When a row is in force. Of the rows with the same id and basis that apply, the newest wins; a row
/// that ended without a successor is not used. A D* before the first row is an error; a term that is
/// selected by its own last day did not exist before its first row.
#[derive(Debug, Clone, Copy)]
pub struct Kracht {
    /// First day: year, month, day.
    pub van: (i32, u32, u32),
    /// Last day, if it ended.
    pub tot_en_met: Option<(i32, u32, u32)>,
    /// Which day selects.
    pub peil: Peil,
}

/// The day that selects the version of a row (law.md sections 1a and 9).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Peil {
    /// D*.
    VerschovenEersteZiektedag,
    /// The last day that the row itself gives.
    EigenUiterlijk,
}

/// Why no dates can be given.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TermijnFout {
    /// The case lies before the first rule we know.
    #[error("voor `{termijn}` kennen wij geen regel op `{datum}`: de eerste geldt vanaf `{vanaf}`")]
    VoorEersteRegel {
        /// Name of the term.
        termijn: &'static str,
        /// The day that selects.
        datum: Datum,
        /// First day of the first rule, written `YYYY-MM-DD`.
        vanaf: String,
    },
    /// The table as it stood held no rule at all.
    #[error("op `{0}` kende de tabel nog geen enkele regel")]
    LegeTabel(Datum),
}

impl Basis {
    /// The word for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Wet => "wet",
            Self::Praktijk => "praktijk",
            Self::PraktijkUwv => "praktijk UWV",
            Self::Intern => "intern",
            Self::Brief => "brief",
        }
    }
}

impl Wie {
    /// The words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Werkgever => "werkgever",
            Self::Werknemer => "werknemer",
            Self::WerkgeverEnWerknemer => "werkgever en werknemer",
            Self::Bedrijfsarts => "bedrijfsarts",
            Self::Casemanager => "casemanager",
            Self::Uwv => "UWV",
            Self::Niemand => "niemand",
        }
    }
}

impl Vervalgrond {
    /// The words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Herstel => "herstel",
            Self::Aow | Self::AowSinds2016 => "AOW",
            Self::UitDienst => "einde dienstverband",
            Self::Iva => "vervroegde IVA-aanvraag",
            Self::EindeLoondoorbetaling => "einde loondoorbetaling",
        }
    }
}

impl Duur {
    /// The last day counted from an anchor.
    #[must_use]
    pub fn vanaf(self, anker: Datum) -> Datum {
        match self {
            Self::Dagen(dagen) => anker.plus(dagen),
            Self::DagenTerug(dagen) => anker.plus(dagen.saturating_neg()),
            Self::Werkdagen(aantal) => {
                (0..aantal).fold(anker, |dag, _| kalender::volgende_werkdag(dag))
            }
            Self::Maanden(maanden) => {
                let later = anker.naive().checked_add_months(Months::new(maanden));
                later.map_or(anker, |dag| zelfde_dag(anker, dag))
            }
            Self::DagVoorJaren(jaren) => {
                let (naive, jaar) = (anker.naive(), anker.jaar().saturating_add(jaren));
                let verjaardag = NaiveDate::from_ymd_opt(jaar, naive.month(), naive.day())
                    .or_else(|| NaiveDate::from_ymd_opt(jaar, 3, 1));
                verjaardag.map_or(anker, |dag| zelfde_dag(anker, dag)).vorige()
            }
        }
    }
}

/// The day as a [`Datum`], also beyond what comes in from outside.
fn zelfde_dag(anker: Datum, dag: NaiveDate) -> Datum {
    anker.plus(dag.num_days_from_ce().saturating_sub(anker.dagtelling()))
}

impl Kracht {
    /// Whether the row had begun on this day.
    #[must_use]
    pub fn is_begonnen(&self, dag: Datum) -> bool {
        dagsleutel(dag) >= self.van
    }

    /// Whether the row had not ended before this day.
    #[must_use]
    pub fn loopt_nog_op(&self, dag: Datum) -> bool {
        self.tot_en_met.is_none_or(|tot_en_met| dagsleutel(dag) <= tot_en_met)
    }

    /// Whether the row is in force on this day.
    #[must_use]
    pub fn geldt_op(&self, dag: Datum) -> bool {
        self.is_begonnen(dag) && self.loopt_nog_op(dag)
    }
}

fn dagsleutel(dag: Datum) -> (i32, u32, u32) {
    let naive = dag.naive();
    (naive.year(), naive.month(), naive.day())
}

#[cfg(test)]
mod tests {
    use super::Duur;
    use crate::Datum;

    fn datum(tekst: &str) -> Datum {
        tekst.parse().unwrap()
    }

    #[test]
    fn twee_jaar_eindigt_de_dag_voor_de_verjaardag_en_de_schrikkeldag_telt_als_1_maart() {
        let twee_jaar = Duur::DagVoorJaren(2);
        assert_eq!(twee_jaar.vanaf(datum("2025-03-03")), datum("2027-03-02"));
        assert_eq!(twee_jaar.vanaf(datum("2024-02-29")), datum("2026-02-28"));
        assert_eq!(twee_jaar.vanaf(datum("2199-03-03")), datum("2199-12-31").plus(426));
    }

    #[test]
    fn terugtellen_is_geen_week_maal_zeven_vooruit() {
        let einde = datum("2025-03-03").plus(727);
        assert_eq!(Duur::DagenTerug(91).vanaf(einde), datum("2025-03-03").plus(636));
    }
}
