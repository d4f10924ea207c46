//! What the law says that is no term: facts that the engine states beside the dates.
//!
//! A statement about a case may name a day; one that holds for every case stands on paper only
//! (schemas/termijnen.md). What rests on a weak source says so.

pub mod algemeen;
mod tabel;

use schemars::JsonSchema;
use serde::Serialize;

pub use tabel::STELLINGEN;

use super::{Geval, Tabelstand};
use crate::{Datum, Grondslag};

/// One statement.
#[derive(Debug, Clone, Copy)]
pub struct Stelling {
    /// Rule of law.md and its source.
    pub grondslag: Grondslag,
    /// How well it is sourced.
    pub zekerheid: Zekerheid,
    /// When it is said.
    pub geldt: fn(&Geval) -> bool,
    /// The day it names; when the day is not known the statement is not made.
    pub dag: Option<fn(&Geval) -> Option<Datum>>,
    /// What is said, in Dutch; `{dag}` becomes the day.
    pub tekst: &'static str,
}

/// How well a statement is sourced (law.md: H, M, L).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Zekerheid {
    /// The text of the law, or UWV's own pages.
    Hoog,
    /// Practice, or a reading of the law.
    Midden,
    /// One page, old or not verified.
    Laag,
}

/// A statement about one case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Gesteld {
    /// Rule of law.md, and its source.
    pub grondslag: [&'static str; 2],
    /// How well it is sourced.
    pub zekerheid: Zekerheid,
    /// The day it names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dag: Option<Datum>,
    /// What is said, in Dutch.
    pub tekst: String,
}

impl Zekerheid {
    /// The word for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Hoog => "hoog",
            Self::Midden => "midden",
            Self::Laag => "laag: zwakke bron",
        }
    }
}

/// Every statement that holds for the case, in the order of the table.
#[must_use]
pub fn gesteld(geval: &Geval) -> Vec<Gesteld> {
    STELLINGEN.iter().filter(|it| (it.geldt)(geval)).filter_map(|it| zeg(geval, it)).collect()
}

fn zeg(geval: &Geval, stelling: &Stelling) -> Option<Gesteld> {
    let dag = match stelling.dag {
        Some(dag) => Some(dag(geval)?),
        None => None,
    };
    let tekst = match dag {
        Some(dag) => stelling.tekst.replace("{dag}", &dag.voluit()),
        None => stelling.tekst.to_owned(),
    };
    let grondslag = [stelling.grondslag.regel, stelling.grondslag.bron];
    Some(Gesteld { grondslag, zekerheid: stelling.zekerheid, dag, tekst })
}

/// Whether a day (year, month, day) had come by the table as it stood, and by D*.
fn sinds(geval: &Geval, jaar: i32, maand: u32, dag: u32) -> bool {
    let begin = Datum::ymd(jaar, maand, dag);
    begin.is_ok_and(|begin| geval.d_ster >= begin && geval.tabel.kent_dag(begin))
}

impl Tabelstand {
    /// Whether the table as it stood knew what began on this day.
    #[must_use]
    pub fn kent_dag(self, begin: Datum) -> bool {
        self.stand().is_none_or(|stand| begin <= stand)
    }
}

#[cfg(test)]
mod tests {
    use super::STELLINGEN;
    use super::algemeen::ALGEMEEN;

    #[test]
    fn een_stelling_noemt_regel_bron_en_een_hele_zin() {
        let zinnen = STELLINGEN
            .iter()
            .map(|it| (it.grondslag, it.tekst))
            .chain(ALGEMEEN.iter().map(|it| (it.grondslag, it.tekst)));
        for (grondslag, tekst) in zinnen {
            let regel = grondslag.regel;
            assert!(regel.starts_with("R-") || regel.starts_with("C-"), "{regel}");
            assert!(!grondslag.bron.is_empty() && tekst.ends_with('.'), "{tekst}");
        }
    }

    #[test]
    fn wie_een_dag_noemt_kan_haar_ook_berekenen() {
        for stelling in STELLINGEN {
            assert_eq!(stelling.tekst.contains("{dag}"), stelling.dag.is_some(), "{stelling:?}");
        }
    }
}
