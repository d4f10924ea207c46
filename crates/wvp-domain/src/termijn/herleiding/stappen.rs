//! What the steps of a date look like.

use schemars::JsonSchema;
use serde::Serialize;

use super::super::{Basis, KeuzeId, Vervalgrond};
use crate::Datum;

/// Every step from the anchor to the last day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Herleiding {
    /// The row of the table that won.
    pub regel: Regel,
    /// The day it is counted from.
    pub anker: Ankerdag,
    /// Why the first day of illness counts later; only when the anchor moves with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verschuiving: Option<Verschoven>,
    /// How long the term is.
    pub duur: Lengte,
    /// Anchor plus length.
    pub geteld: Datum,
    /// The bound that changed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grens: Option<Begrenzing>,
    /// Days added (or taken off) after it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub extra: Vec<ExtraDagen>,
    /// The roll to a working day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rol: Option<Rol>,
    /// The bound that overruled what was added and rolled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slotgrens: Option<Begrenzing>,
    /// The last day is no working day and the term does not roll: act before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vrije_dag: Option<VrijeDag>,
    /// The opzegverbod counts from a day of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub eigen_telling_vanaf: Option<Datum>,
    /// Days by which a loonsanctie begins later: the delay of the WIA application.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub begint_later_dagen: Option<i32>,
    /// The faults were repaired before the loonsanctie began: it never does.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub gaat_niet_in: bool,
    /// The loonsanctie waits for leave, up to and including this day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wacht_op_verlof_tot_en_met: Option<Datum>,
    /// What took the duty away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vervallen: Option<Verval>,
    /// The ordinary row that this one takes the place of, with another last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_plaats_van: Option<AndereRij>,
    /// The row that goes before this one (a date in a letter of UWV).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vervangen_door: Option<AndereRij>,
    /// Versions of this row that ended, with the last day that they would give.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub eerdere_versies: Vec<AndereRij>,
    /// What is set where sources disagree (law.md section 10).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keuze: Option<Gekozen>,
}

/// A row: its condition and the day that selected its version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Regel {
    /// What the row is about.
    pub omschrijving: &'static str,
    /// The condition under which it applies.
    pub geldt: &'static str,
    /// First day in force, `YYYY-MM-DD`.
    pub in_kracht_van: String,
    /// Last day in force; absent while it runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_kracht_tot_en_met: Option<String>,
    /// Which day selects the version.
    pub gekozen_op: &'static str,
    /// That day.
    pub peildag: Datum,
}

/// A named day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Ankerdag {
    /// Its name.
    pub naam: &'static str,
    /// The day.
    pub dag: Datum,
}

/// The first day of illness, moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Verschoven {
    /// D.
    pub van: Datum,
    /// D*.
    pub naar: Datum,
    /// Days in between.
    pub dagen: i32,
    /// What moved it, oldest first.
    pub door: Vec<Stuk>,
}

/// A stretch of days that do not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Stuk {
    /// Recovered, or on leave.
    pub soort: StukSoort,
    /// First day.
    pub van: Datum,
    /// Last day, inclusive.
    pub tot_en_met: Datum,
    /// Number of days.
    pub dagen: i32,
}

/// Why days do not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StukSoort {
    /// Recovered for less than four weeks.
    Hersteld,
    /// Leave that is skipped.
    Verlof,
    /// Leave that counts as a gap.
    VerlofAlsOnderbreking,
}

/// A length, with its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "eenheid", content = "aantal", rename_all = "snake_case")]
pub enum Lengte {
    /// Calendar days after the anchor.
    Dagen(i32),
    /// Calendar days before the anchor.
    DagenTerug(i32),
    /// Working days after the anchor.
    Werkdagen(u16),
    /// Calendar months.
    Maanden(u32),
    /// Calendar years; the last day is the day before the anniversary.
    JarenMinEenDag(i32),
}

/// A bound that changed the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Begrenzing {
    /// `nooit_later` or `nooit_eerder`.
    pub soort: &'static str,
    /// What it is counted from.
    pub anker: &'static str,
    /// The day it gives.
    pub dag: Datum,
}

/// Days that a fact adds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ExtraDagen {
    /// What they are.
    pub naam: &'static str,
    /// How many; negative is earlier.
    pub dagen: i32,
}

/// A roll to a working day (law.md section 6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Rol {
    /// By which rule.
    pub regel: &'static str,
    /// The day as computed.
    pub van: Datum,
    /// The working day it becomes.
    pub naar: Datum,
    /// The days jumped over, each with its name.
    pub overgeslagen: Vec<DagMetNaam>,
    /// Whether the term was made longer to hold two working days (art. 2).
    pub twee_werkdagen: bool,
}

/// A day that is no working day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DagMetNaam {
    /// The day.
    pub dag: Datum,
    /// Its name ("zaterdag", "Tweede Paasdag").
    pub naam: &'static str,
}

/// A last day that is no working day, on a term that does not roll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct VrijeDag {
    /// Its name.
    pub naam: &'static str,
    /// The working day before it.
    pub werkdag_ervoor: Datum,
}

/// Why a duty is gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Verval {
    /// What took it away; absent when its last day has simply passed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub door: Option<Vervalgrond>,
    /// From which day on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vanaf: Option<Datum>,
    /// Whether it was leave that ended the illness, and not recovery.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub door_verlof: bool,
    /// Whether the watch of four weeks is over: the duty does not come back.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub definitief: bool,
}

/// Another row, with the day it gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AndereRij {
    /// Rule and source.
    pub grondslag: [&'static str; 2],
    /// Its basis.
    pub basis: Basis,
    /// The condition under which it applies.
    pub geldt: &'static str,
    /// First and last day in force.
    pub in_kracht: [Option<String>; 2],
    /// The last day it gives.
    pub uiterlijk: Datum,
}

/// What is set where sources disagree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Gekozen {
    /// The question.
    pub id: KeuzeId,
    /// The name of the answer.
    pub antwoord: &'static str,
    /// Why.
    pub reden: &'static str,
}
