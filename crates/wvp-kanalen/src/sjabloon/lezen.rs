//! The code of a template as words with their lines, so that a rule can name the place.

/// A word of the code between `{{` and `}}` or `{%` and `%}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Woord<'a> {
    /// A name or number.
    Naam(&'a str),
    /// A sign: dot, bar, bracket.
    Teken(char),
    /// A text in quotes.
    Tekst,
}

/// One piece of code.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Code<'a> {
    /// Whether it is a statement (`{%`) rather than something to print.
    pub(super) is_opdracht: bool,
    /// Its words with the line of each, from 1.
    pub(super) woorden: Vec<(usize, Woord<'a>)>,
}

/// All code of a template, in order. What is not closed ends with the text.
pub(super) fn code(bron: &str) -> Vec<Code<'_>> {
    let mut lezer = Lezer { rest: bron, regel: 1 };
    let mut gevonden = vec![];
    while let Some(soort) = lezer.tot_code() {
        match soort {
            '#' => lezer.sla_over("#}"),
            _ => gevonden.push(lezer.lees_code(soort == '%')),
        }
    }
    gevonden
}

struct Lezer<'a> {
    rest: &'a str,
    regel: usize,
}

impl<'a> Lezer<'a> {
    /// Goes to behind the next opening; the answer is its second sign.
    fn tot_code(&mut self) -> Option<char> {
        loop {
            let op = self.rest.find('{')?;
            self.neem(op + 1);
            if let Some(soort) = self.rest.chars().next().filter(|it| "{%#".contains(*it)) {
                self.neem(1);
                return Some(soort);
            }
        }
    }

    fn sla_over(&mut self, einde: &str) {
        let tot = self.rest.find(einde).map_or(self.rest.len(), |op| op + einde.len());
        self.neem(tot);
    }

    fn lees_code(&mut self, is_opdracht: bool) -> Code<'a> {
        let einde = if is_opdracht { "%}" } else { "}}" };
        let mut woorden = vec![];
        while let Some(eerste) = self.rest.chars().next() {
            if self.rest.starts_with(einde) {
                self.neem(einde.len());
                break;
            }
            let regel = self.regel;
            if is_van_een_naam(eerste) {
                let lengte = self.rest.find(|it| !is_van_een_naam(it)).unwrap_or(self.rest.len());
                woorden.push((regel, Woord::Naam(self.neem(lengte))));
            } else if eerste == '"' || eerste == '\'' {
                self.sla_tekst_over(eerste);
                woorden.push((regel, Woord::Tekst));
            } else {
                self.neem(eerste.len_utf8());
                if !eerste.is_whitespace() {
                    woorden.push((regel, Woord::Teken(eerste)));
                }
            }
        }
        Code { is_opdracht, woorden }
    }

    fn sla_tekst_over(&mut self, aanhaling: char) {
        self.neem(aanhaling.len_utf8());
        while let Some(teken) = self.rest.chars().next() {
            self.neem(teken.len_utf8());
            if teken == aanhaling {
                return;
            }
            if teken == '\\' {
                let volgende = self.rest.chars().next().map_or(0, char::len_utf8);
                self.neem(volgende);
            }
        }
    }

    /// Takes this many bytes and counts the lines in them.
    fn neem(&mut self, bytes: usize) -> &'a str {
        let (genomen, rest) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, ""));
        self.regel += genomen.matches('\n').count();
        self.rest = rest;
        genomen
    }
}

fn is_van_een_naam(teken: char) -> bool {
    teken.is_alphanumeric() || teken == '_'
}

#[cfg(test)]
mod tests {
    use super::{Woord, code};

    #[test]
    fn code_wordt_gelezen_met_regelnummers_en_tekst_is_geen_code() {
        let gelezen = code("a { b }\n{# {{ weg }} #}{{ x.y }}\n{%- if 'a}}' | f -%}");
        assert_eq!(gelezen.len(), 2);
        assert_eq!(
            gelezen[0].woorden,
            [(2, Woord::Naam("x")), (2, Woord::Teken('.')), (2, Woord::Naam("y"))]
        );
        assert!(gelezen[1].is_opdracht);
        assert!(gelezen[1].woorden.contains(&(3, Woord::Tekst)));
        assert!(gelezen[1].woorden.contains(&(3, Woord::Naam("f"))));
    }
}
