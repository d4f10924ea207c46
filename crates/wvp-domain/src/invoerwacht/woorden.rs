//! The list of words and how a text is held against it: whole words, whatever their case or accents.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::Woordsoort;

/// The list: pattern, kind, source.
pub(super) const LIJST: &str = include_str!("woorden.csv");

/// The word in the column of the kind for what looks like a hit and is none.
const UITZONDERING: &str = "uitzondering";

static WOORDEN: LazyLock<Woorden> = LazyLock::new(|| {
    let mut woorden = Woorden::default();
    regels().for_each(|(patroon, soort, _)| woorden.neem_op(patroon, soort));
    woorden
});

/// The lines of the list: pattern, kind, source.
pub(super) fn regels() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    LIJST.lines().skip(1).filter_map(|regel| {
        let mut kolommen = regel.splitn(3, ',');
        Some((kolommen.next()?, kolommen.next()?, kolommen.next()?))
    })
}

/// The kinds of words in a text.
pub(super) fn soorten(tekst: &str) -> BTreeSet<Woordsoort> {
    WOORDEN.soorten(tekst)
}

#[derive(Default)]
struct Woorden {
    heel: BTreeMap<String, Woordsoort>,
    begin: Vec<(String, Woordsoort)>,
    eind: Vec<(String, Woordsoort)>,
    midden: Vec<(String, Woordsoort)>,
    groepen: Vec<(Vec<String>, Woordsoort)>,
    uitzonderingen: BTreeSet<String>,
}

impl Woorden {
    /// `woord` is that word; `woord*` also what begins with it, `*woord` what ends in it, `*woord*` what
    /// holds it; words with a blank between them follow each other.
    fn neem_op(&mut self, patroon: &str, soort: &str) {
        let kaal = patroon.trim_matches('*').to_owned();
        if soort == UITZONDERING {
            self.uitzonderingen.insert(kaal);
            return;
        }
        let Some(soort) = Woordsoort::ALLE.into_iter().find(|it| it.woord() == soort) else {
            return;
        };
        match (patroon.starts_with('*'), patroon.ends_with('*')) {
            (false, false) if kaal.contains(' ') => {
                self.groepen.push((kaal.split(' ').map(str::to_owned).collect(), soort));
            }
            (false, false) => drop(self.heel.insert(kaal, soort)),
            (false, true) => self.begin.push((kaal, soort)),
            (true, false) => self.eind.push((kaal, soort)),
            (true, true) => self.midden.push((kaal, soort)),
        }
    }

    fn soorten(&self, tekst: &str) -> BTreeSet<Woordsoort> {
        let gevouwen = vouw(tekst);
        let delen: Vec<&str> = woorden(&gevouwen, false).collect();
        let los = delen.iter().map(|deel| (*deel).to_owned());
        let aaneen = woorden(&gevouwen, true).map(|woord| woord.replace('-', ""));
        let mut gevonden: BTreeSet<_> =
            los.chain(aaneen).filter_map(|it| self.soort(&it)).collect();
        for (groep, soort) in &self.groepen {
            if delen.windows(groep.len()).any(|venster| venster.iter().eq(groep.iter())) {
                gevonden.insert(*soort);
            }
        }
        gevonden
    }

    fn soort(&self, woord: &str) -> Option<Woordsoort> {
        if self.uitzonderingen.contains(woord) {
            return None;
        }
        let van = |lijst: &[(String, Woordsoort)], past: fn(&str, &str) -> bool| {
            lijst.iter().find(|(patroon, _)| past(woord, patroon)).map(|(_, soort)| *soort)
        };
        let heel = self.heel.get(woord).copied();
        heel.or_else(|| van(&self.begin, |woord, patroon| woord.starts_with(patroon)))
            .or_else(|| van(&self.eind, |woord, patroon| woord.ends_with(patroon)))
            .or_else(|| van(&self.midden, |woord, patroon| woord.contains(patroon)))
    }
}

/// The words of a folded text; with `-` inside a word when it is to be read as one.
fn woorden(tekst: &str, met_streepjes: bool) -> impl Iterator<Item = &str> {
    let hoort_erbij = move |teken: char| teken.is_alphanumeric() || (met_streepjes && teken == '-');
    tekst.split(move |teken| !hoort_erbij(teken)).filter(|woord| !woord.is_empty())
}

/// Small letters without accents, and without the characters that nobody sees.
fn vouw(tekst: &str) -> String {
    let klein = tekst.chars().flat_map(char::to_lowercase);
    klein.filter(|teken| !is_onzichtbaar(*teken)).map(zonder_accent).collect()
}

/// Soft hyphens, marks of width nought and accents that stand apart from their letter.
fn is_onzichtbaar(teken: char) -> bool {
    matches!(teken, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{300}'..='\u{36f}')
}

fn zonder_accent(teken: char) -> char {
    match teken {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        'ý' | 'ÿ' => 'y',
        '\u{2010}'..='\u{2015}' => '-',
        teken => teken,
    }
}
