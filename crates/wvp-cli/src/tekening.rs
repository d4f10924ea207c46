//! A timeline for people (at most 100 columns) and for machines.

mod balk;
mod regels;
mod termijnen;
mod verschillen;

use anstyle::{AnsiColor, Effects, Style};
use wvp_domain::{Categorie, Datum};

pub(crate) use balk::balk;
pub(crate) use regels::kort;
pub use regels::lang;
pub(crate) use termijnen::{Uitleg, termijnen};
pub(crate) use verschillen::verschillen;

/// Columns of the terminal that texts are written for.
pub(crate) const BREEDTE: usize = 100;

/// Headings.
pub(crate) const KOP: Style = Style::new().effects(Effects::BOLD);
/// What may be passed over.
pub(crate) const ZACHT: Style = Style::new().effects(Effects::DIMMED);

/// Colour of a category.
pub(crate) fn kleur(categorie: Categorie) -> Style {
    match categorie {
        Categorie::A => AnsiColor::Green.on_default(),
        Categorie::B => AnsiColor::Yellow.on_default(),
        Categorie::C => AnsiColor::Red.on_default(),
        Categorie::D => AnsiColor::Blue.on_default(),
        Categorie::Factuur => AnsiColor::Magenta.on_default(),
    }
}

/// A day with its weekday, of one width: "ma 2024-01-01".
pub(crate) fn dag(datum: Datum) -> String {
    let weekdagen = ["ma", "di", "wo", "do", "vr", "za", "zo"];
    let plaats = usize::try_from(datum.weekdag().num_days_from_monday()).unwrap_or_default();
    format!("{} {datum}", weekdagen.get(plaats).copied().unwrap_or_default())
}

/// A text cut to a number of columns, with an ellipsis when something was left out.
pub(crate) fn geknipt(tekst: &str, kolommen: usize) -> String {
    if tekst.chars().count() <= kolommen {
        return tekst.to_owned();
    }
    let begin: String = tekst.chars().take(kolommen.saturating_sub(1)).collect();
    format!("{}…", begin.trim_end())
}

/// Lines of at most so many columns, broken between words.
pub(crate) fn gebroken(tekst: &str, kolommen: usize) -> Vec<String> {
    let mut regels: Vec<String> = Vec::new();
    for woord in tekst.split_whitespace() {
        match regels.last_mut() {
            Some(regel) if regel.chars().count() + 1 + woord.chars().count() <= kolommen => {
                regel.push(' ');
                regel.push_str(woord);
            }
            Some(_) | None => regels.push(woord.to_owned()),
        }
    }
    regels
}

#[cfg(test)]
mod tests {
    use super::{dag, gebroken, geknipt};
    use wvp_domain::Datum;

    #[test]
    fn een_te_lange_tekst_eindigt_op_een_beletselteken() {
        assert_eq!(geknipt("tillen en dragen", 10), "tillen en…");
        assert_eq!(geknipt("tillen", 6), "tillen");
    }

    #[test]
    fn regels_breken_tussen_woorden() {
        assert_eq!(gebroken("een twee drie vier", 9), ["een twee", "drie vier"]);
    }

    #[test]
    fn een_dag_noemt_zijn_weekdag() {
        assert_eq!(dag(Datum::ymd(2024, 1, 1).unwrap()), "ma 2024-01-01");
    }
}
