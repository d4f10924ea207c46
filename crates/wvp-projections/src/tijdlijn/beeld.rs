//! A timeline as data for programs: what the command line prints as JSON and the API hands out.

use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;
use wvp_domain::beschrijving::{Deel, Veld, Waarde};
use wvp_domain::termijn::Termijnstand;
use wvp_domain::{Categorie, Datum, DossierId, StukId};

use super::{Regel, Tijdlijn};

/// A dossier as one reader sees it. Has no `Debug`: it holds what sections hold.
#[derive(Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Tijdlijnbeeld {
    /// The dossier.
    pub dossier: DossierId,
    /// Party and function of the reader.
    pub lezer: String,
    /// The day whose facts these are (inclusive).
    pub feiten_van: Datum,
    /// First day of illness; none without a ziekmelding.
    pub eerste_ziektedag: Option<Datum>,
    /// The same, shifted by gaps and leave.
    pub verschoven_eerste_ziektedag: Option<Datum>,
    /// The terms, as they follow from the facts that this reader may see.
    pub termijnen: Vec<Termijnstand>,
    /// The facts, by day.
    pub regels: Vec<Regelbeeld>,
}

/// One fact.
#[derive(Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Regelbeeld {
    /// The day it is about.
    pub datum: Datum,
    /// Week of illness of that day, from 1.
    pub week: Option<i32>,
    /// Name of the milestone.
    pub titel: &'static str,
    /// The document of the fact; none for reminders.
    pub stuk: Option<StukId>,
    /// Function of the one who recorded it.
    pub door: String,
    /// Day on which it was recorded.
    pub vastgelegd_op: Datum,
    /// What later corrections made of it, in words.
    pub opmerkingen: Vec<String>,
    /// The sections that are open to the reader.
    pub delen: Vec<Deelbeeld>,
}

/// An open section.
#[derive(Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Deelbeeld {
    /// A, B, C or D; F for an invoice.
    pub categorie: char,
    /// The number of the compartment.
    pub compartiment: u8,
    /// Its fields, in reading order.
    pub velden: Vec<Veldbeeld>,
}

/// A field.
#[derive(Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Veldbeeld {
    /// What it is.
    pub naam: &'static str,
    /// What it says.
    pub waarde: Waardebeeld,
}

/// What a field says.
#[derive(Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Waardebeeld {
    /// Words, or a number with its unit.
    Tekst(String),
    /// A day.
    Datum(Datum),
    /// Yes or no.
    JaNee(bool),
    /// Several texts.
    Lijst(Vec<String>),
    /// Rows under a head.
    Tabel {
        /// Names of the columns.
        kop: Vec<&'static str>,
        /// The rows.
        rijen: Vec<Vec<String>>,
    },
    /// The number of another fact, of a person, an employer or an account.
    Nummer(Uuid),
}

impl Tijdlijnbeeld {
    /// The timeline of a dossier as data.
    #[must_use]
    pub fn van(dossier: DossierId, lezer: String, feiten_van: Datum, lijn: &Tijdlijn) -> Self {
        Self {
            dossier,
            lezer,
            feiten_van,
            eerste_ziektedag: lijn.eerste_ziektedag,
            verschoven_eerste_ziektedag: lijn.verschoven_eerste_ziektedag,
            termijnen: lijn.termijnen.clone(),
            regels: lijn.regels.iter().map(regel).collect(),
        }
    }
}

fn regel(regel: &Regel) -> Regelbeeld {
    Regelbeeld {
        datum: regel.datum,
        week: regel.week,
        titel: regel.titel,
        stuk: regel.stuk,
        door: regel.door.clone(),
        vastgelegd_op: regel.vastgelegd_op,
        opmerkingen: regel.opmerkingen.iter().map(|it| it.tekst()).collect(),
        delen: regel.delen.iter().map(deel).collect(),
    }
}

fn deel(deel: &Deel) -> Deelbeeld {
    Deelbeeld {
        categorie: letter(deel.compartiment.categorie()),
        compartiment: deel.compartiment.nummer(),
        velden: deel.velden.iter().map(veld).collect(),
    }
}

fn veld(veld: &Veld) -> Veldbeeld {
    let waarde = match &veld.waarde {
        Waarde::Tekst(tekst) => Waardebeeld::Tekst(tekst.clone()),
        Waarde::Datum(datum) => Waardebeeld::Datum(*datum),
        Waarde::JaNee(ja) => Waardebeeld::JaNee(*ja),
        Waarde::Lijst(punten) => Waardebeeld::Lijst(punten.clone()),
        Waarde::Tabel { kop, rijen } => {
            Waardebeeld::Tabel { kop: kop.clone(), rijen: rijen.clone() }
        }
        Waarde::Verwijzing(stuk) => Waardebeeld::Nummer(stuk.0),
        Waarde::Identiteit(id) => Waardebeeld::Nummer(*id),
    };
    Veldbeeld { naam: veld.naam, waarde }
}

/// The letter of a category.
#[must_use]
pub fn letter(categorie: Categorie) -> char {
    match categorie {
        Categorie::A => 'A',
        Categorie::B => 'B',
        Categorie::C => 'C',
        Categorie::D => 'D',
        Categorie::Factuur => 'F',
    }
}
