//! What somebody searches for, and the words of a name. Neither has a `Debug` that prints it.

use std::fmt;

use thiserror::Error;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use uuid::Uuid;
use wvp_domain::DossierId;
use wvp_domain::leeslog::Register;

use crate::bericht::kenmerk;

/// What somebody searches for. `Debug` prints the kind only.
#[derive(Clone, PartialEq, Eq)]
pub struct Zoekterm(Soort);

#[derive(Clone, PartialEq, Eq)]
pub(super) enum Soort {
    /// The whole number of a dossier.
    Nummer(DossierId),
    /// Its short reference.
    Kenmerk(String),
    /// Words of a name, each a word or the beginning of one.
    Naam(Vec<String>),
    /// A burgerservicenummer.
    Bsn(String),
}

/// Why something cannot be searched for. It never repeats what was typed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GeenZoekterm {
    /// Too little to search for.
    #[error("zoek met ten minste twee letters van een naam")]
    TeKort,
    /// More than any name has.
    #[error("zoek met ten hoogste 100 tekens")]
    TeLang,
}

/// Letters of a word that rows are found by.
const VOORVOEGSEL_LETTERS: usize = 8;
/// The least of them.
const LETTERS_MINSTENS: usize = 2;
const TEKENS_HOOGSTENS: usize = 100;

impl Zoekterm {
    /// Reads what was typed in: nine digits are a burgerservicenummer, a number or short reference of a dossier
    /// is that, anything else is a name.
    ///
    /// # Errors
    ///
    /// [`GeenZoekterm`], which never repeats the text.
    pub fn lees(tekst: &str) -> Result<Self, GeenZoekterm> {
        let tekst = tekst.trim();
        if tekst.chars().count() > TEKENS_HOOGSTENS {
            return Err(GeenZoekterm::TeLang);
        }
        if let Ok(nummer) = Uuid::parse_str(tekst) {
            return Ok(Self(Soort::Nummer(DossierId(nummer))));
        }
        if tekst.len() == 9 && tekst.bytes().all(|byte| byte.is_ascii_digit()) {
            return Ok(Self(Soort::Bsn(tekst.to_owned())));
        }
        if tekst.len() == 8 && tekst.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Ok(Self(Soort::Kenmerk(tekst.to_ascii_uppercase())));
        }
        let woorden = woorden(tekst);
        if woorden.iter().all(|woord| woord.chars().count() < LETTERS_MINSTENS) {
            return Err(GeenZoekterm::TeKort);
        }
        Ok(Self(Soort::Naam(woorden)))
    }

    pub(super) fn soort(&self) -> &Soort {
        &self.0
    }

    /// What the reading log says: the kind, and never the text.
    pub(super) fn register(&self) -> Register {
        match self.0 {
            Soort::Nummer(_) | Soort::Kenmerk(_) => Register::ZoekenOpNummer,
            Soort::Naam(_) => Register::ZoekenOpNaam,
            Soort::Bsn(_) => Register::ZoekenOpBsn,
        }
    }
}

impl fmt::Debug for Zoekterm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Zoekterm({:?})", self.register())
    }
}

/// Whether a dossier has this short reference.
pub(super) fn heeft_kenmerk(dossier: DossierId, gezocht: &str) -> bool {
    kenmerk(dossier) == gezocht
}

/// Whether every word that is searched for begins a word of a name.
pub(super) fn past(gezocht: &[String], naam: &str) -> bool {
    let van_naam = woorden(naam);
    gezocht.iter().all(|woord| van_naam.iter().any(|ander| ander.starts_with(woord.as_str())))
}

/// The words of a text in small letters without accents.
pub(super) fn woorden(tekst: &str) -> Vec<String> {
    let letters: String = tekst
        .nfkd()
        .filter(|letter| !is_combining_mark(*letter) && !"'’".contains(*letter))
        .flat_map(char::to_lowercase)
        .collect();
    let letters = letters.replace('ø', "o").replace('ł', "l").replace('đ', "d");
    let letters = letters.replace('ß', "ss").replace('æ', "ae").replace('œ', "oe");
    let woorden = letters.split(|letter: char| !letter.is_alphanumeric());
    woorden.filter(|woord| !woord.is_empty()).map(str::to_owned).collect()
}

/// The beginnings of a word that it is found by.
pub(super) fn voorvoegsels(woord: &str) -> impl Iterator<Item = String> {
    let letters: Vec<char> = woord.chars().collect();
    let tot = letters.len().min(VOORVOEGSEL_LETTERS);
    (LETTERS_MINSTENS..=tot).map(move |aantal| letters.iter().take(aantal).collect())
}

/// The beginning of a word that is searched for; none when it is too short to find anything by.
pub(super) fn voorvoegsel(woord: &str) -> Option<String> {
    voorvoegsels(woord).last()
}

#[cfg(test)]
mod tests {
    use super::{GeenZoekterm, Zoekterm, past, voorvoegsels, woorden};

    #[test]
    fn accenten_hoofdletters_en_streepjes_maken_niet_uit() {
        assert_eq!(woorden("José van der Berg-Łuczak"), ["jose", "van", "der", "berg", "luczak"]);
        assert_eq!(woorden("O’Brien, ĲSBRAND"), ["obrien", "ijsbrand"]);
    }

    #[test]
    fn elk_woord_moet_een_begin_van_een_woord_zijn() {
        let gezocht = |tekst: &str| woorden(tekst);
        assert!(past(&gezocht("berg jos"), "José van den Berg"));
        assert!(!past(&gezocht("berg piet"), "José van den Berg"));
        assert!(!past(&gezocht("erg"), "José van den Berg"));
    }

    #[test]
    fn een_woord_wordt_gevonden_met_twee_tot_acht_letters() {
        let begin: Vec<String> = voorvoegsels("bergsmaalder").collect();
        let verwacht = ["be", "ber", "berg", "bergs", "bergsm", "bergsma", "bergsmaa"];
        assert_eq!(begin, verwacht);
        assert_eq!(voorvoegsels("t").count(), 0);
    }

    #[test]
    fn te_weinig_of_te_veel_wordt_geweigerd() {
        for tekst in ["", "t", "t. x", "-"] {
            assert_eq!(Zoekterm::lees(tekst), Err(GeenZoekterm::TeKort), "{tekst}");
        }
        assert_eq!(Zoekterm::lees(&"a".repeat(101)), Err(GeenZoekterm::TeLang));
    }

    #[test]
    fn debug_noemt_alleen_de_soort() {
        let tekst = format!("{:?} {:?}", Zoekterm::lees("111222333"), Zoekterm::lees("Bergsma"));
        assert_eq!(tekst, "Ok(Zoekterm(ZoekenOpBsn)) Ok(Zoekterm(ZoekenOpNaam))");
    }
}
