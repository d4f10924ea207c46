//! THE TABLE: every rule of completeness with its law, who mends it, how bad it is and its check.
//!
//! Rows are grouped as documents.md 2.2 lists them. To change the criteria: end a row, add a row below it.

mod verkort;
mod volledig;

use chrono::Datelike;

use super::blik::{Blik, Punt};
use super::{Ernst, Hersteller, Pakketfeiten, RegelId};
use crate::Datum;

/// All rows, in groups.
pub const TABEL: [&[Regel]; 2] = [volledig::RIJEN, verkort::RIJEN];

/// Age in days up to which an actueel oordeel is recent: about three months (RIV-07).
pub const ACTUEEL_DAGEN: i32 = 92;
/// Days before the end of a loonsanctie on which the supplement must be there: 13 weeks (WIA art. 25 lid 4).
pub const AANVULLING_VOOR_EINDE_DAGEN: i32 = 91;
/// Largest file that the portal takes: 10 MB, in bytes (RIV-23).
pub const BYTES_HOOGSTENS: u64 = 10_000_000;

/// The day from which most rules hold: the Wet WIA came into force.
const SINDS_WIA: Dagsleutel = (2005, 12, 29);

/// All rows, in the order of the table.
pub fn rijen() -> impl Iterator<Item = &'static Regel> {
    TABEL.into_iter().flatten()
}

/// Year, month, day.
type Dagsleutel = (i32, u32, u32);

/// One row: what must be so, by which law, who mends it.
#[derive(Debug, Clone, Copy)]
pub struct Regel {
    /// Which rule.
    pub id: RegelId,
    /// What must be so, in Dutch.
    pub titel: &'static str,
    /// Law and article, or the source named.
    pub bron: &'static str,
    /// Who mends it.
    pub wie: Hersteller,
    /// How bad a shortcoming is.
    pub ernst: Ernst,
    /// How bad it is for the employer, where that differs.
    pub ernst_werkgever: Option<Ernst>,
    /// Which report it is a rule of.
    pub verslag: Verslag,
    /// First day (inclusive) on which the row is in force.
    pub van: Dagsleutel,
    /// Last day (inclusive) on which the row is in force, if it ended.
    pub tot_en_met: Option<Dagsleutel>,
    /// Which day selects the row.
    pub peil: Peil,
    /// What is not judged, or only in part, and why, in Dutch; empty when all of it is.
    pub grens: &'static str,
    /// How it is judged.
    pub(super) toets: Toets,
}

/// Which report a rule is a rule of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verslag {
    /// The full re-integratieverslag.
    Volledig,
    /// The short one (documents.md 1.13).
    Verkort,
    /// Every case in which the employment ends while ill.
    UitDienst,
}

/// The day that selects a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Peil {
    /// The day on which the dossier is judged.
    Toetsdag,
    /// The day of each document.
    Documentdatum,
}

/// How a rule is judged: on facts, on what only the package shows, or on both.
#[derive(Debug, Clone, Copy)]
pub(super) enum Toets {
    Feiten(OpFeiten),
    Pakket(OpPakket),
    FeitenEnPakket(OpFeiten, OpPakket),
}

type OpFeiten = fn(&Blik, &Regel) -> Vec<Punt>;
type OpPakket = fn(&Blik, &Pakketfeiten) -> Vec<Punt>;

impl Regel {
    /// Whether the row is in force on this day.
    #[must_use]
    pub fn geldt_op(&self, dag: Datum) -> bool {
        let naive = dag.naive();
        let dag = (naive.year(), naive.month(), naive.day());
        dag >= self.van && self.tot_en_met.is_none_or(|tot_en_met| dag <= tot_en_met)
    }
}

impl Toets {
    /// The words for it.
    pub(super) fn naam(self) -> &'static str {
        match self {
            Self::Feiten(_) => "feiten",
            Self::Pakket(_) => "pakket",
            Self::FeitenEnPakket(..) => "feiten en pakket",
        }
    }
}

impl Verslag {
    /// The words for it.
    pub(super) fn naam(self) -> &'static str {
        match self {
            Self::Volledig => "volledig",
            Self::Verkort => "verkort",
            Self::UitDienst => "ziek uit dienst",
        }
    }
}
