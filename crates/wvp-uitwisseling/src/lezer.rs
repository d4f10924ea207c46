//! Reads the fields of a message one by one, and remembers every fault with its place.
//!
//! Whoever reads a group takes all fields first and asks which are missing after that, so that one look at a
//! message names everything that is wrong with it. What nobody took is unknown, and refused by its path.

use wvp_domain::rekenmachine::{InvoerFout, Ruw};

use crate::waarde::{Waarde, is_herhaalbaar};

/// What stands in place of a value that a fault may not repeat.
const VERZWEGEN: &str = "(niet herhaald)";
const AFWEZIG: &str = "(leeg)";

/// A group of fields being read.
pub(crate) struct Lezer<'a> {
    pad: String,
    velden: Vec<(&'a str, &'a Ruw)>,
    fouten: Vec<InvoerFout>,
}

/// Reads a whole message.
///
/// # Errors
///
/// Every fault, all at once.
pub(crate) fn lees<T>(
    ruw: &Ruw,
    groep: impl FnOnce(&mut Lezer<'_>) -> Option<T>,
) -> Result<T, Vec<InvoerFout>> {
    let mut lezer = Lezer::nieuw(String::new(), ruw);
    let gelezen = if lezer.fouten.is_empty() { groep(&mut lezer) } else { None };
    let fouten = lezer.sluit();
    match gelezen {
        Some(gelezen) if fouten.is_empty() => Ok(gelezen),
        Some(_) | None => Err(fouten),
    }
}

impl<'a> Lezer<'a> {
    fn nieuw(pad: String, ruw: &'a Ruw) -> Self {
        let mut lezer = Self { pad, velden: vec![], fouten: vec![] };
        match ruw {
            Ruw::Object(velden) => {
                lezer.velden = velden.iter().flat_map(|(naam, waarde)| los(naam, waarde)).collect();
            }
            // An empty element of XML.
            Ruw::Tekst(tekst) if tekst.is_empty() => {}
            anders @ (Ruw::Leeg
            | Ruw::Waarheid(_)
            | Ruw::Getal(_)
            | Ruw::Tekst(_)
            | Ruw::Lijst(_)) => {
                let (veld, waarde) = (lezer.pad.clone(), anders.soort().to_owned());
                let regel = "hier hoort een groep velden".to_owned();
                lezer.fouten.push(InvoerFout { veld, waarde, regel });
            }
        }
        lezer
    }

    /// A value that must be there.
    pub(crate) fn eis<T: Waarde>(&mut self, naam: &str) -> Option<T> {
        let gevonden = self.neem(naam);
        if gevonden.is_empty() {
            self.meld(naam, AFWEZIG, "dit veld is verplicht");
        }
        self.waarde(naam, &gevonden)
    }

    /// A value that may be there.
    pub(crate) fn mag<T: Waarde>(&mut self, naam: &str) -> Option<T> {
        let gevonden = self.neem(naam);
        self.waarde(naam, &gevonden)
    }

    /// A group that must be there.
    pub(crate) fn eis_groep<T>(
        &mut self,
        naam: &str,
        groep: impl Fn(&mut Lezer<'_>) -> Option<T>,
    ) -> Option<T> {
        self.groepen(naam, 1, 1, groep).pop()
    }

    /// A group that may be there.
    pub(crate) fn mag_groep<T>(
        &mut self,
        naam: &str,
        groep: impl Fn(&mut Lezer<'_>) -> Option<T>,
    ) -> Option<T> {
        self.groepen(naam, 0, 1, groep).pop()
    }

    /// Groups of one name, from `min` to `max` of them.
    pub(crate) fn groepen<T>(
        &mut self,
        naam: &str,
        min: usize,
        max: usize,
        groep: impl Fn(&mut Lezer<'_>) -> Option<T>,
    ) -> Vec<T> {
        let gevonden = self.neem(naam);
        if gevonden.is_empty() && min > 0 {
            self.meld(naam, AFWEZIG, "deze groep is verplicht");
        }
        if gevonden.len() > max {
            self.meld(naam, &gevonden.len().to_string(), format!("hoogstens {max} keer"));
        }
        let mut gelezen = vec![];
        for (plaats, ruw) in gevonden.iter().enumerate() {
            let naam = if max == 1 { naam.to_owned() } else { format!("{naam}[{plaats}]") };
            let mut lezer = Lezer::nieuw(self.veld(&naam), ruw);
            // Of what is no group at all, that is the one thing to say.
            if lezer.fouten.is_empty() {
                gelezen.extend(groep(&mut lezer));
            }
            self.fouten.extend(lezer.sluit());
        }
        gelezen
    }

    /// Takes fields that are known and that the product does not keep. Their values are not looked at.
    pub(crate) fn laat_liggen(&mut self, namen: &[&str]) {
        for naam in namen {
            for ruw in self.neem(naam) {
                if !matches!(ruw, Ruw::Tekst(_)) {
                    self.meld(naam, ruw.soort(), "schrijf dit als tekst");
                }
            }
        }
    }

    /// Takes groups that are known and that the product does not keep, with the fields that may be in them.
    pub(crate) fn laat_groepen_liggen(&mut self, naam: &str, velden: &[&str]) {
        self.groepen(naam, 0, usize::MAX, |groep| {
            groep.laat_liggen(velden);
            Some(())
        });
    }

    /// Whether a field is there and was not taken yet.
    pub(crate) fn heeft(&self, naam: &str) -> bool {
        self.velden.iter().any(|(veld, _)| *veld == naam)
    }

    /// Remembers what is wrong with a field.
    pub(crate) fn meld(&mut self, naam: &str, waarde: &str, regel: impl Into<String>) {
        let (veld, waarde, regel) = (self.veld(naam), waarde.to_owned(), regel.into());
        self.fouten.push(InvoerFout { veld, waarde, regel });
    }

    fn veld(&self, naam: &str) -> String {
        if self.pad.is_empty() { naam.to_owned() } else { format!("{}.{naam}", self.pad) }
    }

    fn neem(&mut self, naam: &str) -> Vec<&'a Ruw> {
        let (gevonden, rest): (Vec<_>, Vec<_>) =
            self.velden.drain(..).partition(|(veld, _)| *veld == naam);
        self.velden = rest;
        gevonden.into_iter().map(|(_, waarde)| waarde).collect()
    }

    fn waarde<T: Waarde>(&mut self, naam: &str, gevonden: &[&Ruw]) -> Option<T> {
        let [ruw] = gevonden else {
            if !gevonden.is_empty() {
                self.meld(naam, &gevonden.len().to_string(), "dit veld mag er maar een keer staan");
            }
            return None;
        };
        let Ruw::Tekst(tekst) = ruw else {
            self.meld(naam, ruw.soort(), "schrijf dit als tekst");
            return None;
        };
        match T::try_new(tekst) {
            Ok(waarde) => Some(waarde),
            Err(fout) => {
                let mag = T::HERHAALBAAR && is_herhaalbaar(tekst);
                self.meld(naam, if mag { tekst } else { VERZWEGEN }, fout.regel);
                None
            }
        }
    }

    /// Every fault: what nobody took is unknown.
    fn sluit(mut self) -> Vec<InvoerFout> {
        for (naam, waarde) in std::mem::take(&mut self.velden) {
            let naam = if is_naam(naam) { naam } else { "(onbekende naam)" };
            self.meld(naam, waarde.soort(), "dit veld is niet bekend");
        }
        self.fouten
    }
}

/// The fields that a pair stands for: a list is the same field several times, `null` is no field.
fn los<'a>(naam: &'a str, waarde: &'a Ruw) -> Vec<(&'a str, &'a Ruw)> {
    match waarde {
        Ruw::Leeg => vec![],
        Ruw::Lijst(waarden) => waarden.iter().map(|waarde| (naam, waarde)).collect(),
        anders @ (Ruw::Waarheid(_) | Ruw::Getal(_) | Ruw::Tekst(_) | Ruw::Object(_)) => {
            vec![(naam, anders)]
        }
    }
}

/// Whether an unknown name may stand in a fault: it is a name, and not a number that came in its place.
pub(crate) fn is_naam(naam: &str) -> bool {
    is_herhaalbaar(naam)
        && naam.chars().all(|teken| teken.is_ascii_alphanumeric() || "_-".contains(teken))
}
