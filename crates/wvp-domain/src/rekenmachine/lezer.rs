//! Reads fields of an object one by one and remembers every fault with its place.

use std::fmt;

use super::InvoerFout;
use super::ruw::Ruw;
use crate::{Datum, DatumFout};

/// All faults found so far.
#[derive(Debug, Default)]
pub(crate) struct Fouten(pub(crate) Vec<InvoerFout>);

impl Fouten {
    /// Adds a fault: the field, what was filled in, and the rule.
    pub(crate) fn meld(
        &mut self,
        veld: impl Into<String>,
        waarde: &dyn fmt::Display,
        regel: impl Into<String>,
    ) {
        let (veld, waarde, regel) = (veld.into(), waarde.to_string(), regel.into());
        self.0.push(InvoerFout { veld, waarde, regel });
    }
}

/// An object being read: what is left at the end is unknown.
pub(crate) struct Lezer {
    pad: String,
    velden: Vec<(String, Ruw)>,
    bekend: Vec<&'static str>,
}

impl Lezer {
    /// Takes a value that must be an object; anything else is a fault and reads as an empty one.
    pub(crate) fn object(pad: &str, waarde: Ruw, fouten: &mut Fouten) -> Self {
        let velden = match waarde {
            Ruw::Object(velden) => velden,
            anders @ (Ruw::Leeg
            | Ruw::Waarheid(_)
            | Ruw::Getal(_)
            | Ruw::Tekst(_)
            | Ruw::Lijst(_)) => {
                fouten.meld(als_veld(pad), &anders, "hier hoort een object met velden");
                vec![]
            }
        };
        Self { pad: pad.to_owned(), velden, bekend: vec![] }
    }

    /// The name of a field with its place.
    pub(crate) fn veld(&self, naam: &str) -> String {
        if self.pad.is_empty() { naam.to_owned() } else { format!("{}.{naam}", self.pad) }
    }

    /// The value of a field; `null` counts as absent, a repeat is a fault.
    pub(crate) fn neem(&mut self, naam: &'static str, fouten: &mut Fouten) -> Option<Ruw> {
        self.bekend.push(naam);
        let mut gevonden = None;
        while let Some(plaats) = self.velden.iter().position(|(veld, _)| veld == naam) {
            let (_, waarde) = self.velden.remove(plaats);
            if gevonden.is_some() {
                fouten.meld(self.veld(naam), &waarde, "dit veld staat er twee keer");
            } else {
                gevonden = Some(waarde);
            }
        }
        gevonden.filter(|waarde| *waarde != Ruw::Leeg)
    }

    /// A day.
    pub(crate) fn datum(&mut self, naam: &'static str, fouten: &mut Fouten) -> Option<Datum> {
        let waarde = self.neem(naam, fouten)?;
        datum(&self.veld(naam), &waarde, fouten)
    }

    /// A day that must be there.
    pub(crate) fn verplichte_datum(
        &mut self,
        naam: &'static str,
        fouten: &mut Fouten,
    ) -> Option<Datum> {
        let Some(waarde) = self.neem(naam, fouten) else {
            fouten.meld(self.veld(naam), &"", "dit veld ontbreekt");
            return None;
        };
        datum(&self.veld(naam), &waarde, fouten)
    }

    /// Yes or no; absent is no.
    pub(crate) fn ja(&mut self, naam: &'static str, fouten: &mut Fouten) -> bool {
        match self.neem(naam, fouten) {
            Some(Ruw::Waarheid(ja)) => ja,
            Some(anders) => {
                fouten.meld(self.veld(naam), &anders, "hier hoort true of false");
                false
            }
            None => false,
        }
    }

    /// A whole number.
    pub(crate) fn getal(&mut self, naam: &'static str, fouten: &mut Fouten) -> Option<i64> {
        let waarde = self.neem(naam, fouten)?;
        getal(&self.veld(naam), &waarde, fouten)
    }

    /// A text.
    pub(crate) fn tekst(&mut self, naam: &'static str, fouten: &mut Fouten) -> Option<String> {
        match self.neem(naam, fouten)? {
            Ruw::Tekst(tekst) => Some(tekst),
            anders @ (Ruw::Leeg
            | Ruw::Waarheid(_)
            | Ruw::Getal(_)
            | Ruw::Lijst(_)
            | Ruw::Object(_)) => {
                fouten.meld(self.veld(naam), &anders, "hier hoort een tekst");
                None
            }
        }
    }

    /// Names a field that must be there and is not.
    pub(crate) fn ontbreekt(&self, naam: &str, fouten: &mut Fouten) {
        fouten.meld(self.veld(naam), &"", "dit veld ontbreekt");
    }

    /// One of some words.
    pub(crate) fn woord<T: Copy>(
        &mut self,
        naam: &'static str,
        woorden: &[(&'static str, T)],
        fouten: &mut Fouten,
    ) -> Option<T> {
        let waarde = self.neem(naam, fouten)?;
        let gevonden = match &waarde {
            Ruw::Tekst(tekst) => woorden.iter().find(|(woord, _)| woord == tekst),
            Ruw::Leeg | Ruw::Waarheid(_) | Ruw::Getal(_) | Ruw::Lijst(_) | Ruw::Object(_) => None,
        };
        if gevonden.is_none() {
            let bekend: Vec<&str> = woorden.iter().map(|(woord, _)| *woord).collect();
            fouten.meld(self.veld(naam), &waarde, format!("bekend zijn: {}", bekend.join(", ")));
        }
        gevonden.map(|(_, waarde)| *waarde)
    }

    /// The elements of a list, each with its place.
    pub(crate) fn lijst(
        &mut self,
        naam: &'static str,
        fouten: &mut Fouten,
    ) -> Option<Vec<(String, Ruw)>> {
        let veld = self.veld(naam);
        match self.neem(naam, fouten)? {
            Ruw::Lijst(waarden) => {
                let genummerd = waarden.into_iter().enumerate();
                Some(genummerd.map(|(plaats, it)| (format!("{veld}[{plaats}]"), it)).collect())
            }
            anders @ (Ruw::Leeg
            | Ruw::Waarheid(_)
            | Ruw::Getal(_)
            | Ruw::Tekst(_)
            | Ruw::Object(_)) => {
                fouten.meld(veld, &anders, "hier hoort een lijst");
                None
            }
        }
    }

    /// A nested object.
    pub(crate) fn binnen(&mut self, naam: &'static str, fouten: &mut Fouten) -> Option<Self> {
        let waarde = self.neem(naam, fouten)?;
        Some(Self::object(&self.veld(naam), waarde, fouten))
    }

    /// All fields that are left, for an object whose names are data.
    pub(crate) fn overige(&mut self) -> Vec<(String, Ruw)> {
        std::mem::take(&mut self.velden)
    }

    /// Names every field that nobody asked for.
    pub(crate) fn klaar(self, fouten: &mut Fouten) {
        for (naam, waarde) in &self.velden {
            let regel = format!("onbekend veld; bekend zijn: {}", self.bekend.join(", "));
            // What stands in a field that nobody knows may be a name or a number of a person.
            fouten.meld(self.veld(naam), &waarde.soort(), regel);
        }
    }
}

/// A day, or a fault.
pub(crate) fn datum(veld: &str, waarde: &Ruw, fouten: &mut Fouten) -> Option<Datum> {
    let Ruw::Tekst(tekst) = waarde else {
        fouten.meld(veld, waarde, "hier hoort een datum, geschreven als JJJJ-MM-DD");
        return None;
    };
    match tekst.parse() {
        Ok(datum) => Some(datum),
        Err(fout) => {
            let regel = match fout {
                DatumFout::GeenDatum(_) => "geen bestaande datum, geschreven als JJJJ-MM-DD",
                DatumFout::BuitenBereik(_) => "ligt buiten de jaren 1900 tot en met 2199",
            };
            fouten.meld(veld, waarde, regel);
            None
        }
    }
}

/// A whole number, or a fault.
pub(crate) fn getal(veld: &str, waarde: &Ruw, fouten: &mut Fouten) -> Option<i64> {
    let gevonden = match waarde {
        Ruw::Getal(getal) => getal.parse().ok(),
        Ruw::Leeg | Ruw::Waarheid(_) | Ruw::Tekst(_) | Ruw::Lijst(_) | Ruw::Object(_) => None,
    };
    if gevonden.is_none() {
        fouten.meld(veld, waarde, "hier hoort een heel getal");
    }
    gevonden
}

fn als_veld(pad: &str) -> &str {
    if pad.is_empty() { "invoer" } else { pad }
}
