//! The building blocks of a document: facts, texts, lists, tables, questions and signatures.
//!
//! These types have no `Debug`: they hold what a section holds.

use serde_json::{Value, json};
use wvp_domain::Datum;

use crate::RapportFout;

/// A fact with its name.
#[derive(Clone, PartialEq, Eq)]
pub struct Gegeven {
    /// What it is, for example "Functie".
    pub naam: String,
    /// What it says; may hold several lines.
    pub waarde: String,
}

/// A part of a document under its own heading.
#[derive(Clone, PartialEq, Eq)]
pub struct Deel {
    /// The heading.
    pub titel: String,
    /// What stands under it, in order. Empty reads as "Niets vastgelegd".
    pub inhoud: Vec<Blok>,
}

/// One block under a heading.
#[derive(Clone, PartialEq, Eq)]
pub enum Blok {
    /// Facts, name beside value.
    Gegevens(Vec<Gegeven>),
    /// Paragraphs.
    Tekst(Vec<String>),
    /// A list with bullets.
    Lijst(Vec<String>),
    /// A table; its head comes back on every page.
    Tabel(Tabel),
    /// A question with boxes to tick on paper.
    Keuze {
        /// The question.
        vraag: String,
        /// The answers to choose from.
        opties: Vec<String>,
    },
    /// A question with empty lines to write on.
    Invulveld {
        /// The question.
        vraag: String,
        /// Number of empty lines.
        regels: u8,
    },
}

/// A table in which every row has as many cells as the head.
#[derive(Clone, PartialEq, Eq)]
pub struct Tabel {
    kop: Vec<String>,
    rijen: Vec<Vec<String>>,
}

/// One signatory (name, function and date: BWBR0015184 art. 2(3)).
#[derive(Clone, PartialEq, Eq)]
pub struct Ondertekening {
    /// Name; empty on a form leaves a line to write on.
    pub naam: String,
    /// Function or role.
    pub functie: String,
    /// Signed, drawn up, refused, or still to be signed.
    pub tekening: Tekening,
}

/// What a signatory did.
#[derive(Clone, PartialEq, Eq)]
pub enum Tekening {
    /// Signed on this day.
    Getekend(Datum),
    /// Drew the document up on this day, as its author.
    Opgesteld(Datum),
    /// Did not want to sign.
    Geweigerd {
        /// The day of the refusal.
        op: Datum,
        /// Why, in the words of the signatory.
        reden: String,
    },
    /// Still to be signed: lines for date and signature.
    Open,
}

impl Gegeven {
    /// Takes name and value.
    pub fn new(naam: impl Into<String>, waarde: impl Into<String>) -> Self {
        Self { naam: naam.into(), waarde: waarde.into() }
    }
}

impl Ondertekening {
    /// Who, and what this person did, in one line without the reason of a refusal.
    pub(crate) fn stand(&self) -> String {
        let wie: Vec<&str> = [self.naam.as_str(), self.functie.as_str()]
            .into_iter()
            .filter(|deel| !deel.is_empty())
            .collect();
        let stand = match &self.tekening {
            Tekening::Getekend(op) => format!("getekend op {}", op.voluit()),
            Tekening::Opgesteld(op) => format!("opgesteld op {}", op.voluit()),
            Tekening::Geweigerd { op, .. } => format!("geweigerd met reden op {}", op.voluit()),
            Tekening::Open => "nog niet getekend".to_owned(),
        };
        format!("{}: {stand}", wie.join(", "))
    }
}

impl Tabel {
    /// Takes a head and rows of the same width.
    ///
    /// # Errors
    ///
    /// [`RapportFout::TabelZonderKolommen`] on an empty head, [`RapportFout::TabelRij`] on the first
    /// row of another width.
    pub fn try_new(kop: Vec<String>, rijen: Vec<Vec<String>>) -> Result<Self, RapportFout> {
        if kop.is_empty() {
            return Err(RapportFout::TabelZonderKolommen);
        }
        match rijen.iter().position(|rij| rij.len() != kop.len()) {
            None => Ok(Self { kop, rijen }),
            Some(index) => Err(RapportFout::TabelRij {
                rij: index.saturating_add(1),
                verwacht: kop.len(),
                gevonden: rijen.get(index).map_or(0, Vec::len),
            }),
        }
    }
}

pub(crate) fn gegevens_json(gegevens: &[Gegeven]) -> Value {
    gegevens.iter().map(|gegeven| json!([gegeven.naam, gegeven.waarde])).collect()
}

pub(crate) fn delen_json(delen: &[Deel]) -> Value {
    delen
        .iter()
        .map(|deel| {
            let inhoud: Value = deel.inhoud.iter().map(blok_json).collect();
            json!({ "titel": deel.titel, "inhoud": inhoud })
        })
        .collect()
}

pub(crate) fn ondertekening_json(ondertekening: &[Ondertekening]) -> Value {
    ondertekening
        .iter()
        .map(|een| {
            let (soort, dag, reden) = match &een.tekening {
                Tekening::Getekend(op) => ("getekend", op.voluit(), ""),
                Tekening::Opgesteld(op) => ("opgesteld", op.voluit(), ""),
                Tekening::Geweigerd { op, reden } => ("geweigerd", op.voluit(), reden.as_str()),
                Tekening::Open => ("open", String::new(), ""),
            };
            json!({
                "naam": een.naam,
                "functie": een.functie,
                "soort": soort,
                "dag": dag,
                "reden": reden,
            })
        })
        .collect()
}

fn blok_json(blok: &Blok) -> Value {
    match blok {
        Blok::Gegevens(gegevens) => {
            json!({ "soort": "gegevens", "gegevens": gegevens_json(gegevens) })
        }
        Blok::Tekst(alineas) => json!({ "soort": "tekst", "alineas": alineas }),
        Blok::Lijst(punten) => json!({ "soort": "lijst", "punten": punten }),
        Blok::Tabel(tabel) => json!({ "soort": "tabel", "kop": tabel.kop, "rijen": tabel.rijen }),
        Blok::Keuze { vraag, opties } => {
            json!({ "soort": "keuze", "vraag": vraag, "opties": opties })
        }
        Blok::Invulveld { vraag, regels } => {
            json!({ "soort": "invulveld", "vraag": vraag, "regels": regels })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Tabel;
    use crate::RapportFout;

    #[test]
    fn een_rij_van_een_andere_breedte_wordt_geweigerd() {
        let kop = vec!["Wat".to_owned(), "Wie".to_owned()];
        let rijen = vec![kop.clone(), vec!["alleen wat".to_owned()]];
        assert_eq!(
            Tabel::try_new(kop, rijen).err(),
            Some(RapportFout::TabelRij { rij: 2, verwacht: 2, gevonden: 1 })
        );
    }

    #[test]
    fn een_tabel_zonder_kolommen_wordt_geweigerd() {
        assert_eq!(
            Tabel::try_new(Vec::new(), Vec::new()).err(),
            Some(RapportFout::TabelZonderKolommen)
        );
    }
}
