//! Reads the words for a paper field by field, names every fault at once, and repeats no text in it.

use wvp_domain::Datum;
use wvp_domain::rekenmachine::Ruw;

use crate::uitvoer::Fouten;

/// Fields of one object. What is left at the end is unknown.
pub(super) struct Velden {
    over: Vec<(String, Ruw)>,
    bekend: Vec<&'static str>,
    fouten: Vec<String>,
}

impl Velden {
    /// Takes what was read from JSON.
    pub(super) fn van(ruw: Ruw) -> Self {
        match ruw {
            Ruw::Object(over) => Self { over, bekend: vec![], fouten: vec![] },
            Ruw::Leeg | Ruw::Waarheid(_) | Ruw::Getal(_) | Ruw::Tekst(_) | Ruw::Lijst(_) => {
                let fout = "hier hoort een object met velden".to_owned();
                Self { over: vec![], bekend: vec![], fouten: vec![fout] }
            }
        }
    }

    /// A field that must be there.
    pub(super) fn verplicht<T>(
        &mut self,
        naam: &'static str,
        lees: impl Fn(&mut Self, &'static str) -> Option<T>,
    ) -> Option<T> {
        let is_er = self.over.iter().any(|(veld, waarde)| veld == naam && *waarde != Ruw::Leeg);
        if !is_er {
            self.meld(naam, "dit veld ontbreekt");
        }
        lees(self, naam)
    }

    /// A day.
    pub(super) fn datum(&mut self, naam: &'static str) -> Option<Datum> {
        let gelezen = als_tekst(self.neem(naam)?).and_then(|it| it.parse().ok());
        self.of_meld(naam, gelezen, "hier hoort een dag (JJJJ-MM-DD)")
    }

    /// A text that says something.
    pub(super) fn tekst(&mut self, naam: &'static str) -> Option<String> {
        let gelezen = als_tekst(self.neem(naam)?).filter(|it| !it.trim().is_empty());
        self.of_meld(naam, gelezen, "hier hoort een tekst")
    }

    /// Yes or no.
    pub(super) fn ja_nee(&mut self, naam: &'static str) -> Option<bool> {
        self.woord(naam, &[("ja", true), ("nee", false)])
    }

    /// One of some words.
    pub(super) fn woord<T: Copy>(
        &mut self,
        naam: &'static str,
        woorden: &[(&str, T)],
    ) -> Option<T> {
        let gelezen = als_tekst(self.neem(naam)?);
        let gevonden = woorden.iter().find(|(woord, _)| Some(*woord) == gelezen.as_deref());
        let bekend: Vec<&str> = woorden.iter().map(|(woord, _)| *woord).collect();
        let regel = format!("bekend zijn: {}", bekend.join(", "));
        self.of_meld(naam, gevonden.map(|(_, waarde)| *waarde), &regel)
    }

    /// What was read, or every fault.
    pub(super) fn klaar<T>(mut self, gelezen: Option<T>) -> Result<T, Fouten> {
        let bekend = self.bekend.join(", ");
        for (naam, _) in std::mem::take(&mut self.over) {
            self.meld(&naam, &format!("onbekend veld; bekend zijn: {bekend}"));
        }
        match gelezen {
            Some(gelezen) if self.fouten.is_empty() => Ok(gelezen),
            Some(_) | None => Err(Fouten(self.fouten)),
        }
    }

    /// What a field holds; none when it is absent or empty.
    fn neem(&mut self, naam: &'static str) -> Option<Ruw> {
        self.bekend.push(naam);
        let mut gevonden = vec![];
        self.over.retain(|(veld, waarde)| {
            let dit = veld == naam;
            if dit {
                gevonden.push(waarde.clone());
            }
            !dit
        });
        if gevonden.len() > 1 {
            self.meld(naam, "dit veld staat er twee keer");
        }
        gevonden.into_iter().next().filter(|it| !matches!(it, Ruw::Leeg))
    }

    fn of_meld<T>(&mut self, naam: &str, gelezen: Option<T>, regel: &str) -> Option<T> {
        if gelezen.is_none() {
            self.meld(naam, regel);
        }
        gelezen
    }

    fn meld(&mut self, naam: &str, regel: &str) {
        self.fouten.push(format!("`{naam}`: {regel}"));
    }
}

fn als_tekst(waarde: Ruw) -> Option<String> {
    match waarde {
        Ruw::Tekst(tekst) => Some(tekst),
        Ruw::Leeg | Ruw::Waarheid(_) | Ruw::Getal(_) | Ruw::Lijst(_) | Ruw::Object(_) => None,
    }
}
