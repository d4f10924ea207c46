//! The fields of a form: from a schema, with what they begin with and what was wrong.

use serde_json::Value;

use super::keuzewoord::{BEKEND, keuzewoord};
use super::lees::{keuzeveld, onder};
use super::vorm::{Gedaante, Merk, Soort, kern, soort};
use super::{Fout, Veldfout, Verwijzing, Vorm};
use crate::kader::Kader;

/// Texts that fit on one line, by the name of their field; all others get room.
const KORT: [&str; 17] = [
    "naam",
    "functie",
    "telefoon",
    "email",
    "plaats",
    "postcode",
    "huisnummer",
    "straat",
    "referentie",
    "controlegetal",
    "tijd",
    "organisatie",
    "big",
    "registratie",
    "lezer",
    "adres",
    "duur",
];

/// A field, ready to be shown. Has no `Debug`: it may hold what a section holds.
pub(super) struct Veld {
    pub(super) plek: String,
    pub(super) label: String,
    pub(super) hint: Option<String>,
    pub(super) verplicht: bool,
    pub(super) fouten: Vec<String>,
    pub(super) wat: Wat,
}

/// What a field asks.
pub(super) enum Wat {
    Regel {
        waarde: String,
    },
    Tekst {
        waarde: String,
    },
    Dag {
        waarde: String,
    },
    Geheel {
        waarde: String,
    },
    /// Words to choose one of: value, words, whether it is chosen.
    Keuze {
        keuzes: Vec<(String, String, bool)>,
    },
    /// Words to choose several of.
    Vinkjes {
        keuzes: Vec<(String, String, bool)>,
    },
    Groep {
        velden: Vec<Veld>,
    },
    Lijst {
        rijen: Vec<Veld>,
    },
    /// Shapes to choose one of, each with its fields.
    Vormen {
        keuzes: Vec<(String, String, bool, Vec<Veld>)>,
    },
}

impl Veld {
    /// Whether something stands in it, or something is wrong with it.
    pub(super) fn vraagt_aandacht(&self) -> bool {
        let een = |velden: &[Self]| velden.iter().any(Self::vraagt_aandacht);
        let ingevuld = match &self.wat {
            Wat::Regel { waarde }
            | Wat::Tekst { waarde }
            | Wat::Dag { waarde }
            | Wat::Geheel { waarde } => !waarde.is_empty(),
            Wat::Keuze { keuzes } | Wat::Vinkjes { keuzes } => keuzes.iter().any(|(_, _, is)| *is),
            Wat::Groep { velden } => een(velden),
            Wat::Lijst { rijen } => een(rijen),
            Wat::Vormen { keuzes } => keuzes.iter().any(|(_, _, is, velden)| *is || een(velden)),
        };
        ingevuld || !self.fouten.is_empty()
    }
}

pub(super) struct Bouwer<'a> {
    pub(super) k: &'a Kader,
    pub(super) vorm: &'a Vorm<'a>,
}

/// Where a field stands, and with what it begins.
struct Plek<'a> {
    pad: String,
    naam: &'a str,
    waarde: Option<&'a Value>,
    verplicht: bool,
}

impl Bouwer<'_> {
    /// The sections that are shown, each with its fields.
    pub(super) fn delen(&self) -> Vec<(char, Vec<Veld>)> {
        let Soort::Object(delen) = soort(self.vorm.schema, self.vorm.schema) else { return vec![] };
        let getoond = delen.into_iter().filter(|(naam, _, _)| self.vorm.delen.contains(naam));
        let delen = getoond.filter_map(|(naam, schema, _)| {
            let Soort::Object(velden) = soort(self.vorm.schema, schema) else { return None };
            let velden = self.velden(&velden, naam, self.vorm.waarden.get(naam));
            (!velden.is_empty()).then_some((naam.chars().next()?, velden))
        });
        delen.collect()
    }

    /// A fault with the field it is about: that field, or the nearest around it.
    pub(super) fn fout(&self, (plek, regel): &Veldfout) -> Fout {
        if plek.is_empty() {
            return Fout { zin: regel.clone(), veld: None };
        }
        let naam = plek.rsplit('.').next().unwrap_or(plek);
        let naam = naam.split('[').next().unwrap_or(naam);
        let zin = format!("{}: {regel}", self.label(naam));
        Fout { zin, veld: Some(id(plek)) }
    }

    fn velden(
        &self,
        velden: &[(&str, &Value, bool)],
        pad: &str,
        waarde: Option<&Value>,
    ) -> Vec<Veld> {
        let hier = velden.iter().map(|(naam, schema, verplicht)| {
            let pad = onder(pad, naam);
            let waarde = waarde.and_then(|it| it.get(naam)).filter(|it| !it.is_null());
            (Plek { pad, naam, waarde, verplicht: *verplicht }, *schema)
        });
        let vast = |pad: &str| pad == "a.stuk" || self.vorm.vast.contains(&pad);
        hier.filter(|(plek, _)| !vast(&plek.pad))
            .filter_map(|(plek, schema)| self.veld(plek, schema))
            .collect()
    }

    fn veld(&self, plek: Plek<'_>, schema: &Value) -> Option<Veld> {
        let waarde = || tekst(plek.waarde);
        let hier = self.vorm.verwijzingen.get(plek.pad.as_str());
        let wat = match (soort(self.vorm.schema, schema), hier) {
            (Soort::Tekst | Soort::Vormen(_), Some(alle)) => een_van(alle, plek.waarde),
            (Soort::Tekst, None) if KORT.contains(&plek.naam) => Wat::Regel { waarde: waarde() },
            (Soort::Tekst, None) => Wat::Tekst { waarde: waarde() },
            (Soort::Dag, _) => Wat::Dag { waarde: waarde() },
            (Soort::Geheel, _) => Wat::Geheel { waarde: waarde() },
            (Soort::JaNee, _) => Wat::Keuze { keuzes: self.ja_nee(plek.waarde) },
            (Soort::Keuze(woorden), _) => Wat::Keuze { keuzes: self.keuzes(&woorden, plek.waarde) },
            (Soort::Nummer(naam), _) => self.verwijzing(naam, plek.waarde),
            (Soort::Object(velden), _) => {
                Wat::Groep { velden: self.velden(&velden, &plek.pad, plek.waarde) }
            }
            (Soort::Lijst(items), _) => self.lijst(&plek, items),
            (Soort::Vormen(vormen), None) => {
                let (_, naam) = kern(self.vorm.schema, schema);
                self.vormen(&plek, &vormen, naam.and_then(|it| self.vorm.verwijzingen.get(it)))
            }
            (Soort::Onbekend, _) => return None,
        };
        Some(Veld {
            label: self.label(plek.naam),
            hint: self.k.taal.misschien(&format!("veld-{}-hint", plek.naam)),
            verplicht: plek.verplicht,
            fouten: self.fouten(&plek.pad),
            plek: plek.pad,
            wat,
        })
    }

    /// Faults of exactly this field, or of the choice in it.
    fn fouten(&self, pad: &str) -> Vec<String> {
        let hier = self.vorm.fouten.iter().filter(|(veld, _)| veld == pad);
        hier.map(|(_, regel)| regel.clone()).collect()
    }

    fn label(&self, naam: &str) -> String {
        self.k.taal.misschien(&format!("veld-{naam}")).unwrap_or_else(|| gewoon(naam))
    }

    fn woord(&self, woord: &str) -> String {
        self.k.taal.misschien(&format!("woord-{woord}")).unwrap_or_else(|| gewoon(woord))
    }

    fn keuzes(&self, woorden: &[&str], waarde: Option<&Value>) -> Vec<(String, String, bool)> {
        let gekozen = |woord: &str| match waarde {
            Some(Value::Array(alle)) => alle.iter().any(|it| it.as_str() == Some(woord)),
            Some(een) => een.as_str() == Some(woord),
            None => false,
        };
        woorden.iter().map(|it| ((*it).to_owned(), self.woord(it), gekozen(it))).collect()
    }

    fn ja_nee(&self, waarde: Option<&Value>) -> Vec<(String, String, bool)> {
        let is = waarde.and_then(Value::as_bool);
        [("ja", true), ("nee", false)]
            .map(|(woord, ja)| (woord.to_owned(), self.k.zeg(woord), is == Some(ja)))
            .to_vec()
    }

    /// One of what is known, or a number to fill in when nothing is.
    fn verwijzing(&self, naam: &str, waarde: Option<&Value>) -> Wat {
        match self.vorm.verwijzingen.get(naam) {
            Some(alle) => een_van(alle, waarde),
            None => Wat::Regel { waarde: tekst(waarde) },
        }
    }

    fn lijst(&self, plek: &Plek<'_>, items: &Value) -> Wat {
        let gegeven = plek.waarde.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        match soort(self.vorm.schema, items) {
            Soort::Tekst => {
                let regels: Vec<&str> = gegeven.iter().filter_map(Value::as_str).collect();
                return Wat::Tekst { waarde: regels.join("\n") };
            }
            Soort::Keuze(woorden) => {
                return Wat::Vinkjes { keuzes: self.keuzes(&woorden, plek.waarde) };
            }
            Soort::Dag
            | Soort::Geheel
            | Soort::JaNee
            | Soort::Nummer(_)
            | Soort::Object(_)
            | Soort::Lijst(_)
            | Soort::Vormen(_)
            | Soort::Onbekend => {}
        }
        let rij = |nummer: usize| {
            let pad = format!("{}[{nummer}]", plek.pad);
            let (naam, waarde) = (plek.naam, gegeven.get(nummer));
            self.veld(Plek { pad, naam, waarde, verplicht: false }, items)
                .map(|it| Veld { label: format!("{} {}", it.label, nummer + 1), ..it })
        };
        // One more than there are, to fill in.
        Wat::Lijst { rijen: (0..=gegeven.len()).filter_map(rij).collect() }
    }

    fn vormen(
        &self,
        plek: &Plek<'_>,
        vormen: &[Gedaante<'_>],
        bekend: Option<&Vec<Verwijzing>>,
    ) -> Wat {
        let waarde = plek.waarde.and_then(keuzewoord);
        let is_bekend =
            bekend.is_some_and(|alle| alle.iter().any(|(id, _)| Some(id) == waarde.as_ref()));
        let keuze = |it: &Gedaante<'_>| {
            let (is, velden) = self.gedaante(plek, it);
            (it.woord.to_owned(), self.woord(it.woord), is && !is_bekend, velden)
        };
        let een_ervan = bekend.map(|alle| {
            (BEKEND.to_owned(), self.woord(BEKEND), is_bekend, vec![self.bekend(plek, alle)])
        });
        Wat::Vormen { keuzes: een_ervan.into_iter().chain(vormen.iter().map(keuze)).collect() }
    }

    /// The field that asks which one, of what is known.
    fn bekend(&self, plek: &Plek<'_>, alle: &[Verwijzing]) -> Veld {
        Veld {
            plek: onder(&plek.pad, BEKEND),
            label: self.label(BEKEND),
            hint: None,
            verplicht: true,
            fouten: vec![],
            wat: een_van(alle, plek.waarde),
        }
    }

    /// Whether a shape is what the field begins with, and its fields.
    fn gedaante(&self, plek: &Plek<'_>, vorm: &Gedaante<'_>) -> (bool, Vec<Veld>) {
        let waarde = plek.waarde;
        match &vorm.merk {
            Merk::Woord => (waarde.and_then(Value::as_str) == Some(vorm.woord), vec![]),
            Merk::Sleutel(binnen) => {
                let eigen = waarde.and_then(|it| it.get(vorm.woord));
                let pad = onder(&plek.pad, vorm.woord);
                let plek = Plek { pad, naam: vorm.woord, waarde: eigen, verplicht: true };
                (eigen.is_some(), self.veld(plek, binnen).into_iter().collect())
            }
            Merk::Veld(naam, velden) => {
                let is = waarde.and_then(|it| it.get(naam)).and_then(Value::as_str);
                let is = is == Some(vorm.woord);
                (is, self.velden(velden, &plek.pad, waarde.filter(|_| is)))
            }
        }
    }
}

/// The id of a field on the page.
pub(super) fn id(plek: &str) -> String {
    plek.replace(['.', '[', ']', ':'], "-")
}

/// The id of the field that chooses a shape.
pub(super) fn keuze_id(plek: &str) -> String {
    id(&keuzeveld(plek))
}

/// One of what is known.
fn een_van(alle: &[Verwijzing], waarde: Option<&Value>) -> Wat {
    let gekozen = waarde.and_then(keuzewoord).unwrap_or_else(|| tekst(waarde));
    let keuze = |(id, woorden): &Verwijzing| (id.clone(), woorden.clone(), *id == gekozen);
    Wat::Keuze { keuzes: alle.iter().map(keuze).collect() }
}

fn tekst(waarde: Option<&Value>) -> String {
    match waarde {
        Some(Value::String(tekst)) => tekst.clone(),
        Some(Value::Number(getal)) => getal.to_string(),
        Some(Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_)) | None => {
            String::new()
        }
    }
}

/// A name as people write it: `gehouden_op` is "Gehouden op".
fn gewoon(naam: &str) -> String {
    let mut letters = naam.chars().map(|it| if it == '_' { ' ' } else { it });
    letters.next().map_or_else(String::new, |eerste| eerste.to_uppercase().chain(letters).collect())
}
