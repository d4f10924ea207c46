//! Writes a case as a script: who records what, on which day.

mod arbo;
mod loopbaan;
mod samen;
mod slot;

pub use arbo::{EindOordeel, NieuweAnalyse};
pub use slot::{EindVerhaal, MeningVerhaal};

use wvp_domain::mijlpaal::gedeeld::{Handtekening, Ondertekenaar, Ondertekening, Partij};
use wvp_domain::{Command, Datum, DossierId, StukId, WerknemerId};

use super::mensen::ondertekenaar;
use super::verhaal::Verhaal;
use super::{Rol, Stap};
use wvp_engine::nummer;

/// A script under construction. It has no `Debug`: it holds names.
pub struct Script {
    /// The texts.
    pub verhaal: &'static Verhaal,
    /// Short key of the case: numbers are made from it.
    pub sleutel: String,
    /// First day of illness: weeks are counted from here.
    pub eerste: Datum,
    /// The steps so far, in the order of writing.
    pub stappen: Vec<Stap>,
}

impl Script {
    /// Begins with the report of illness, on the first day itself.
    pub fn begin(verhaal: &'static Verhaal, eerste: Datum) -> Self {
        Self::begin_onder(verhaal, verhaal.sleutel.to_owned(), eerste)
    }

    /// As [`Self::begin`], with numbers of its own: many cases may share the texts of one.
    pub fn begin_onder(verhaal: &'static Verhaal, sleutel: String, eerste: Datum) -> Self {
        let mut script = Self { verhaal, sleutel, eerste, stappen: vec![] };
        script.ziekmelding(eerste, eerste);
        script.melding_arbodienst(eerste.volgende());
        script
    }

    /// Day `dag` (1 = first) of week `week` (1 = first) of illness, by the calendar.
    pub fn dag(&self, week: i32, dag: i32) -> Datum {
        self.eerste.plus((week - 1) * 7 + dag - 1)
    }

    /// Adds a step.
    pub fn doe(&mut self, dag: Datum, wie: Rol, wat: Command) {
        self.stappen.push(Stap { dag, wie, wat });
    }

    /// The number of a document of this case.
    pub fn stuk(&self, naam: &str) -> StukId {
        StukId(nummer(&["stuk", &self.sleutel, naam]))
    }

    /// The number of a document that returns, by its day.
    pub fn stuk_van(&self, naam: &str, dag: Datum) -> StukId {
        self.stuk(&format!("{naam} {dag}"))
    }

    /// The dossier.
    pub fn dossier(&self) -> DossierId {
        DossierId(nummer(&["dossier", &self.sleutel]))
    }

    /// The employee.
    pub fn werknemer(&self) -> WerknemerId {
        WerknemerId(nummer(&["werknemer", &self.sleutel]))
    }

    /// Name and function of the bedrijfsarts.
    fn bedrijfsarts(&self) -> Ondertekenaar {
        let [naam, functie, _] = self.verhaal.mens.werkgever.bedrijfsarts;
        ondertekenaar(naam, functie)
    }

    /// Both sign.
    fn getekend(&self, op: Datum) -> Vec<Ondertekening> {
        let [naam, functie, _] = self.verhaal.mens.werkgever.leiding;
        let werkgever = ondertekenaar(naam, functie);
        let werknemer = self.verhaal.mens.ondertekenaar();
        [(Partij::Werkgever, werkgever), (Partij::Werknemer, werknemer)]
            .into_iter()
            .map(|(partij, wie)| Ondertekening { partij, wie, keuze: Handtekening::Getekend, op })
            .collect()
    }
}

/// The texts of a list.
fn lijst(teksten: &[&str]) -> Vec<String> {
    teksten.iter().map(|tekst| (*tekst).to_owned()).collect()
}
