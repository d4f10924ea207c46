//! How somebody wants to be told, and the own calendar.

use askama::Template;

use crate::kader::Kader;

/// What was chosen, as the form shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keuzes {
    /// Whether mail is sent.
    pub mail: bool,
    /// All messages of a day as one.
    pub per_dag: bool,
    /// From when nothing is sent, as it was typed; empty for never.
    pub van: String,
    /// Until when.
    pub tot: String,
}

/// Which time is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tijdfout {
    /// The first is no time.
    Van,
    /// The second is no time.
    Tot,
    /// They are the same.
    Gelijk,
}

/// How somebody wants to be told.
#[derive(Template)]
#[template(path = "berichten/keuzes.html")]
pub struct Berichtkeuzes {
    /// Around it.
    pub k: Kader,
    /// What the form begins with.
    pub keuzes: Keuzes,
    /// What is wrong with it.
    pub fout: Option<Tijdfout>,
    /// Whether there is a calendar; none where this installation hands out none.
    pub agenda: Option<bool>,
}

impl Berichtkeuzes {
    /// The field that is wrong, with what should hold.
    fn fout(&self) -> Option<(&'static str, String)> {
        let (veld, sleutel) = match self.fout? {
            Tijdfout::Van => ("van", "stil-geen-tijd"),
            Tijdfout::Tot => ("tot", "stil-geen-tijd"),
            Tijdfout::Gelijk => ("tot", "stil-gelijk"),
        };
        Some((veld, self.k.zeg(sleutel)))
    }

    /// The fields with a time: their name, what stands in them, and their label.
    fn tijden(&self) -> [(&'static str, String, &'static str); 2] {
        let Keuzes { van, tot, .. } = &self.keuzes;
        [("van", van.clone(), "stil-van"), ("tot", tot.clone(), "stil-tot")]
    }

    fn is_fout(&self, veld: &str) -> bool {
        self.fout().is_some_and(|(waar, _)| waar == veld)
    }
}

/// The address of the own calendar, shown once.
#[derive(Template)]
#[template(path = "berichten/agenda.html")]
pub struct Agendablad {
    /// Around it.
    pub k: Kader,
    /// Where it is. It opens the calendar for whoever has it.
    pub adres: String,
}
