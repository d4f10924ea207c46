//! Conditions of the table: read once, kept as masks.

use std::{iter::Peekable, str::Chars};

use thiserror::Error;

use crate::{feit::Feit, omstandigheden::Omstandigheden, woord::OnbekendWoord};

/// A condition that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum VoorwaardeFout {
    /// A word that is no fact.
    #[error(transparent)]
    Woord(#[from] OnbekendWoord),
    /// A character in a place where it has no meaning.
    #[error("teken `{0}` hoort hier niet")]
    Teken(char),
    /// The text stops where a fact or a parenthesis is still due.
    #[error("de voorwaarde is niet af")]
    NietAf,
}

/// Facts that must all be true (`ja`) and facts that must all be false (`nee`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Term {
    pub(crate) ja: u64,
    pub(crate) nee: u64,
}

impl Term {
    /// The term without facts: always true.
    pub(crate) const ALTIJD: Self = Self { ja: 0, nee: 0 };

    /// Established: what an allow needs.
    pub(crate) const fn is_zeker(self, omstandigheden: Omstandigheden) -> bool {
        self.ja & !omstandigheden.waar() == 0 && self.nee & !omstandigheden.onwaar() == 0
    }

    /// Not ruled out: enough for a deny.
    pub(crate) const fn is_mogelijk(self, omstandigheden: Omstandigheden) -> bool {
        self.ja & omstandigheden.onwaar() == 0 && self.nee & omstandigheden.waar() == 0
    }

    /// Whether no circumstances make both terms true.
    pub(crate) const fn sluit_uit(self, ander: Self) -> bool {
        self.ja & ander.nee != 0 || self.nee & ander.ja != 0
    }

    /// The facts mentioned.
    pub(crate) const fn feiten(self) -> u64 {
        self.ja | self.nee
    }
}

/// A condition as an "or" of terms.
///
/// Rewriting to this form keeps the three-valued outcome: Kleene's logic is distributive and knows
/// the laws of De Morgan. Nothing is simplified, since `x | !x` is unknown when `x` is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Voorwaarde(Vec<Term>);

impl Voorwaarde {
    /// Reads `!`, `&`, `|`, parentheses, facts and `always`.
    pub(crate) fn lees(tekst: &str) -> Result<Self, VoorwaardeFout> {
        let mut tekens = tekst.chars().peekable();
        let voorwaarde = lees_of(&mut tekens)?;
        match volgend(&mut tekens) {
            None => Ok(voorwaarde),
            Some(teken) => Err(VoorwaardeFout::Teken(teken)),
        }
    }

    /// The terms, of which one is enough.
    pub(crate) fn termen(&self) -> &[Term] {
        &self.0
    }

    fn of(mut self, ander: Self) -> Self {
        self.0.extend(ander.0);
        self
    }

    fn en(&self, ander: &Self) -> Self {
        let paren =
            self.0.iter().flat_map(|links| ander.0.iter().map(move |rechts| (links, rechts)));
        Self(paren.map(|(l, r)| Term { ja: l.ja | r.ja, nee: l.nee | r.nee }).collect())
    }

    fn niet(&self) -> Self {
        let altijd = Self(vec![Term::ALTIJD]);
        self.0.iter().fold(altijd, |tot_nu, term| tot_nu.en(&Self(ontken(*term))))
    }
}

/// De Morgan: one term per fact, each the other way round.
fn ontken(term: Term) -> Vec<Term> {
    let bits = |masker: u64| Feit::ALLE.map(Feit::bit).into_iter().filter(move |b| masker & b != 0);
    let uit_ja = bits(term.ja).map(|bit| Term { ja: 0, nee: bit });
    uit_ja.chain(bits(term.nee).map(|bit| Term { ja: bit, nee: 0 })).collect()
}

type Tekens<'t> = Peekable<Chars<'t>>;

fn lees_of(tekens: &mut Tekens<'_>) -> Result<Voorwaarde, VoorwaardeFout> {
    let mut links = lees_en(tekens)?;
    while volgend(tekens) == Some('|') {
        tekens.next();
        links = links.of(lees_en(tekens)?);
    }
    Ok(links)
}

fn lees_en(tekens: &mut Tekens<'_>) -> Result<Voorwaarde, VoorwaardeFout> {
    let mut links = lees_deel(tekens)?;
    while volgend(tekens) == Some('&') {
        tekens.next();
        links = links.en(&lees_deel(tekens)?);
    }
    Ok(links)
}

fn lees_deel(tekens: &mut Tekens<'_>) -> Result<Voorwaarde, VoorwaardeFout> {
    match volgend(tekens) {
        None => Err(VoorwaardeFout::NietAf),
        Some('!') => {
            tekens.next();
            Ok(lees_deel(tekens)?.niet())
        }
        Some('(') => {
            tekens.next();
            let binnen = lees_of(tekens)?;
            match volgend(tekens) {
                Some(')') => {
                    tekens.next();
                    Ok(binnen)
                }
                Some(teken) => Err(VoorwaardeFout::Teken(teken)),
                None => Err(VoorwaardeFout::NietAf),
            }
        }
        Some(teken) if is_letter(teken) => lees_feit(tekens),
        Some(teken) => Err(VoorwaardeFout::Teken(teken)),
    }
}

fn lees_feit(tekens: &mut Tekens<'_>) -> Result<Voorwaarde, VoorwaardeFout> {
    let mut woord = String::new();
    while let Some(teken) = tekens.next_if(|teken| is_letter(*teken)) {
        woord.push(teken);
    }
    if woord == "always" {
        return Ok(Voorwaarde(vec![Term::ALTIJD]));
    }
    Ok(Voorwaarde(vec![Term { ja: Feit::zoek(&woord)?.bit(), nee: 0 }]))
}

/// The next character that is no space, without taking it.
fn volgend(tekens: &mut Tekens<'_>) -> Option<char> {
    while tekens.next_if(|teken| teken.is_whitespace()).is_some() {}
    tekens.peek().copied()
}

fn is_letter(teken: char) -> bool {
    teken.is_ascii_alphanumeric() || teken == '_'
}

#[cfg(test)]
mod tests {
    use super::{Feit, Omstandigheden, Voorwaarde, VoorwaardeFout};

    /// Kleene's three values of a condition.
    fn waarde(tekst: &str, omstandigheden: Omstandigheden) -> Option<bool> {
        let voorwaarde = Voorwaarde::lees(tekst).unwrap();
        let zeker = voorwaarde.termen().iter().any(|term| term.is_zeker(omstandigheden));
        let mogelijk = voorwaarde.termen().iter().any(|term| term.is_mogelijk(omstandigheden));
        match (zeker, mogelijk) {
            (true, _) => Some(true),
            (false, true) => None,
            (false, false) => Some(false),
        }
    }

    #[test]
    fn een_voorwaarde_rekent_met_drie_waarden() {
        let onbekend = Omstandigheden::onbekend();
        let mfa = onbekend.met(Feit::Mfa, true);
        let geen_mfa = onbekend.met(Feit::Mfa, false);
        assert_eq!(waarde("always", onbekend), Some(true));
        assert_eq!(waarde("!always", onbekend), Some(false));
        assert_eq!(waarde("mfa", onbekend), None);
        assert_eq!(waarde("!mfa", geen_mfa), Some(true));
        assert_eq!(waarde("mfa & revoked", geen_mfa), Some(false));
        assert_eq!(waarde("mfa & revoked", mfa), None);
        assert_eq!(waarde("mfa | revoked", mfa), Some(true));
        assert_eq!(waarde("mfa | revoked", geen_mfa), None);
        assert_eq!(waarde("mfa | !mfa", onbekend), None);
    }

    #[test]
    fn haakjes_gaan_voor_en_ontkenning_gaat_naar_binnen() {
        let o = Omstandigheden::precies(&[Feit::Mfa]);
        assert_eq!(waarde("mfa | revoked & erased", o), Some(true));
        assert_eq!(waarde("(mfa | revoked) & erased", o), Some(false));
        assert_eq!(waarde("!(revoked | erased & mfa)", o), Some(true));
        assert_eq!(waarde("!(mfa & !revoked)", o), Some(false));
    }

    #[test]
    fn een_onleesbare_voorwaarde_zegt_wat_eraan_schort() {
        assert_eq!(Voorwaarde::lees("mfa &"), Err(VoorwaardeFout::NietAf));
        assert_eq!(Voorwaarde::lees("(mfa"), Err(VoorwaardeFout::NietAf));
        assert_eq!(Voorwaarde::lees("mfa )"), Err(VoorwaardeFout::Teken(')')));
        assert_eq!(Voorwaarde::lees("mfa + erased"), Err(VoorwaardeFout::Teken('+')));
        assert!(matches!(Voorwaarde::lees("mffa"), Err(VoorwaardeFout::Woord(_))));
    }
}
