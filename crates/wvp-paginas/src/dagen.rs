//! Days in words: as people say them, in the language of the page.

use chrono::Datelike as _;
use wvp_domain::Datum;

use crate::taal::Taal;

const MAANDEN: [[&str; 12]; 2] = [
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];
const KORTE_MAANDEN: [[&str; 12]; 2] = [
    ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
];
const WEEKDAGEN: [[&str; 7]; 2] = [
    ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
];
const KORTE_WEEKDAGEN: [[&str; 7]; 2] =
    [["ma", "di", "wo", "do", "vr", "za", "zo"], ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]];

/// A day in the language of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Dag {
    taal: Taal,
    dag: Datum,
}

impl Dag {
    pub(crate) const fn new(taal: Taal, dag: Datum) -> Self {
        Self { taal, dag }
    }

    /// `di 24 nov`.
    pub(crate) fn kort(self) -> String {
        let weekdag = self.uit(&KORTE_WEEKDAGEN, self.weekdag());
        format!("{weekdag} {} {}", self.nummer(), self.maand_kort())
    }

    /// `24 nov 2026`.
    pub(crate) fn midden(self) -> String {
        format!("{} {} {}", self.nummer(), self.maand_kort(), self.dag.jaar())
    }

    /// `24 november 2026`.
    pub(crate) fn lang(self) -> String {
        let maand = self.uit(&MAANDEN, self.maand());
        format!("{} {maand} {}", self.nummer(), self.dag.jaar())
    }

    /// `dinsdag 24 november 2026`.
    pub(crate) fn voluit(self) -> String {
        format!("{} {}", self.uit(&WEEKDAGEN, self.weekdag()), self.lang())
    }

    /// `24 nov`.
    pub(crate) fn dag_maand(self) -> String {
        format!("{} {}", self.nummer(), self.maand_kort())
    }

    pub(crate) fn maand_kort(self) -> &'static str {
        self.uit(&KORTE_MAANDEN, self.maand())
    }

    /// `2026-11-24`, for programs.
    pub(crate) fn iso(self) -> String {
        self.dag.to_string()
    }

    /// How far off: "6 dagen te laat", "vandaag", "morgen", "over 4 dagen".
    pub(crate) fn gezien_op(self, vandaag: Datum) -> String {
        let dagen = vandaag.dagen_tot(self.dag);
        let aantal = usize::try_from(dagen.unsigned_abs()).unwrap_or(usize::MAX);
        match dagen {
            0 => self.taal.zeg("dag-vandaag"),
            1 => self.taal.zeg("dag-morgen"),
            ..0 => self.taal.aantal("dag-te-laat", aantal),
            2..=20 => self.taal.aantal("dag-over-dagen", aantal),
            _ => self.taal.aantal("dag-over-weken", aantal / 7),
        }
    }

    fn nummer(self) -> u32 {
        self.dag.naive().day()
    }

    fn maand(self) -> usize {
        self.dag.naive().month0() as usize
    }

    fn weekdag(self) -> usize {
        self.dag.weekdag().num_days_from_monday() as usize
    }

    fn uit<const N: usize>(self, namen: &[[&'static str; N]; 2], plek: usize) -> &'static str {
        let [nederlands, engels] = namen;
        let rij = match self.taal {
            Taal::Nl => nederlands,
            Taal::En => engels,
        };
        rij.get(plek).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Dag;
    use crate::taal::Taal;

    fn dag(tekst: &str) -> Dag {
        Dag::new(Taal::Nl, tekst.parse().unwrap())
    }

    #[test]
    fn een_dag_staat_er_zoals_mensen_haar_zeggen() {
        let dag = dag("2026-11-24");
        assert_eq!(dag.kort(), "di 24 nov");
        assert_eq!(dag.midden(), "24 nov 2026");
        assert_eq!(dag.voluit(), "dinsdag 24 november 2026");
        let engels = Dag::new(Taal::En, "2026-11-24".parse().unwrap());
        assert_eq!(engels.voluit(), "Tuesday 24 November 2026");
    }

    #[test]
    fn afstand_wordt_in_woorden_gezegd() {
        let vandaag = "2026-11-23".parse().unwrap();
        let zegt = |dag_: &str| dag(dag_).gezien_op(vandaag);
        assert_eq!(zegt("2026-11-17"), "6 dagen te laat");
        assert_eq!(zegt("2026-11-22"), "1 dag te laat");
        assert_eq!(zegt("2026-11-23"), "vandaag");
        assert_eq!(zegt("2026-11-24"), "morgen");
        assert_eq!(zegt("2026-11-27"), "over 4 dagen");
        assert_eq!(zegt("2027-01-04"), "over 6 weken");
    }
}
