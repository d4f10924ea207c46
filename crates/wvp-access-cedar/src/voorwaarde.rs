//! A condition of the table as a Cedar expression.
//!
//! A fact is true, false or unknown. Cedar knows two values, so the request carries two sets:
//! `context.waar` and `context.onwaar`. "Certainly so" and "certainly not so" are then expressions
//! that swap places under `!` (De Morgan).

use crate::rij::CedarFout;

/// A condition as a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Boom {
    /// `always`.
    Altijd,
    /// One fact.
    Feit(String),
    /// `!`.
    Niet(Box<Boom>),
    /// `&`.
    En(Box<Boom>, Box<Boom>),
    /// `|`.
    Of(Box<Boom>, Box<Boom>),
}

impl Boom {
    /// Reads a condition: `|` binds loosest, then `&`, then `!`.
    pub(crate) fn lees(tekst: &str) -> Result<Self, CedarFout> {
        let mut woorden = woorden(tekst);
        woorden.reverse();
        match of(&mut woorden) {
            Some(boom) if woorden.is_empty() => Ok(boom),
            Some(_) | None => Err(CedarFout::Voorwaarde(tekst.to_owned())),
        }
    }

    /// The expression that is true when the condition is certainly so.
    pub(crate) fn zeker_wel(&self) -> String {
        match self {
            Self::Altijd => "true".to_owned(),
            Self::Feit(feit) => format!("context.waar.contains(\"{feit}\")"),
            Self::Niet(boom) => boom.zeker_niet(),
            Self::En(links, rechts) => {
                format!("({} && {})", links.zeker_wel(), rechts.zeker_wel())
            }
            Self::Of(links, rechts) => {
                format!("({} || {})", links.zeker_wel(), rechts.zeker_wel())
            }
        }
    }

    /// The expression that is true when the condition is certainly not so.
    pub(crate) fn zeker_niet(&self) -> String {
        match self {
            Self::Altijd => "false".to_owned(),
            Self::Feit(feit) => format!("context.onwaar.contains(\"{feit}\")"),
            Self::Niet(boom) => boom.zeker_wel(),
            Self::En(links, rechts) => {
                format!("({} || {})", links.zeker_niet(), rechts.zeker_niet())
            }
            Self::Of(links, rechts) => {
                format!("({} && {})", links.zeker_niet(), rechts.zeker_niet())
            }
        }
    }
}

/// Facts and operators, one word each.
fn woorden(tekst: &str) -> Vec<String> {
    let los = ['!', '&', '|', '(', ')']
        .into_iter()
        .fold(tekst.to_owned(), |tekst, teken| tekst.replace(teken, &format!(" {teken} ")));
    los.split_whitespace().map(str::to_owned).collect()
}

/// Takes the next word when it is this one. The words stand in reverse: the next is the last.
fn neem(woorden: &mut Vec<String>, woord: &str) -> bool {
    let is_het = woorden.last().is_some_and(|volgend| volgend == woord);
    if is_het {
        woorden.pop();
    }
    is_het
}

fn of(woorden: &mut Vec<String>) -> Option<Boom> {
    let mut links = en(woorden)?;
    while neem(woorden, "|") {
        links = Boom::Of(Box::new(links), Box::new(en(woorden)?));
    }
    Some(links)
}

fn en(woorden: &mut Vec<String>) -> Option<Boom> {
    let mut links = deel(woorden)?;
    while neem(woorden, "&") {
        links = Boom::En(Box::new(links), Box::new(deel(woorden)?));
    }
    Some(links)
}

fn deel(woorden: &mut Vec<String>) -> Option<Boom> {
    if neem(woorden, "!") {
        return Some(Boom::Niet(Box::new(deel(woorden)?)));
    }
    if neem(woorden, "(") {
        let binnen = of(woorden)?;
        return neem(woorden, ")").then_some(binnen);
    }
    let woord = woorden.pop()?;
    let is_feit = woord.chars().all(|teken| teken.is_ascii_alphanumeric() || teken == '_');
    match woord.as_str() {
        "always" => Some(Boom::Altijd),
        _ if is_feit => Some(Boom::Feit(woord)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Boom;

    #[test]
    fn een_ontkenning_van_een_keuze_wordt_twee_ontkenningen() {
        let boom = Boom::lees("!(mfa | in_scope) & a").unwrap();
        assert_eq!(
            boom.zeker_wel(),
            "((context.onwaar.contains(\"mfa\") && context.onwaar.contains(\"in_scope\")) \
             && context.waar.contains(\"a\"))"
        );
    }

    #[test]
    fn een_halve_voorwaarde_wordt_geweigerd() {
        for tekst in ["", "a &", "(a", "a b", "a )", "a & | b"] {
            assert!(Boom::lees(tekst).is_err(), "{tekst}");
        }
    }
}
