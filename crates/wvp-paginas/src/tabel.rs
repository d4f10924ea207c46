//! Pages that are lists: a title, what it is for, and tables whose cells say something, lead somewhere or do something.

use askama::Template;

use crate::kader::Kader;

/// A cell.
pub enum Cel {
    /// Words.
    Tekst(String),
    /// Leads to an address.
    Link {
        /// Where.
        adres: String,
        /// What it says.
        tekst: String,
    },
    /// Does something.
    Knop {
        /// Where it is sent.
        adres: String,
        /// What it says.
        tekst: String,
        /// What goes along.
        velden: Vec<(String, String)>,
    },
}

impl Cel {
    /// Words.
    pub fn tekst(tekst: impl Into<String>) -> Self {
        Self::Tekst(tekst.into())
    }

    /// Leads to an address.
    pub fn link(adres: impl Into<String>, tekst: impl Into<String>) -> Self {
        Self::Link { adres: adres.into(), tekst: tekst.into() }
    }

    /// Does something, with nothing that goes along.
    pub fn knop(adres: impl Into<String>, tekst: impl Into<String>) -> Self {
        Self::Knop { adres: adres.into(), tekst: tekst.into(), velden: vec![] }
    }
}

/// A table. Its first column names the row.
pub struct Tabel {
    /// What it shows.
    pub titel: String,
    /// The heads of the columns.
    pub kop: Vec<String>,
    /// The rows, as wide as the head.
    pub rijen: Vec<Vec<Cel>>,
    /// What is said when there are no rows.
    pub leeg: String,
}

impl Tabel {
    /// What a cell is called where the head does not show.
    pub(crate) fn lab(&self, kolom: usize) -> &str {
        self.kop.get(kolom).map_or("", String::as_str)
    }
}

/// A page of tables.
#[derive(Template)]
#[template(path = "tabel/tabel.html")]
pub struct Tabelblad {
    /// Around it.
    pub k: Kader,
    /// Its title.
    pub titel: String,
    /// What it is for, each in a sentence.
    pub uitleg: Vec<String>,
    /// What can be done from here: address and words; the first is the main one.
    pub knoppen: Vec<(String, String)>,
    /// The tables.
    pub tabellen: Vec<Tabel>,
}
