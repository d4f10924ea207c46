//! What stands around every page: who is logged in, the menu, the language, and what was just done.

use std::borrow::Borrow;

use wvp_access::Lezer;
use wvp_domain::Datum;
use wvp_engine::klok::Moment;
use wvp_engine::{dag_in_amsterdam, in_amsterdam};

use crate::dagen::Dag;
use crate::taal::Taal;
use crate::thuis::Thuis;

/// Who is logged in. Has no `Debug`: it holds a name.
#[derive(Clone, PartialEq, Eq)]
pub struct Persoon {
    /// Name; none when the account holds none.
    pub naam: Option<String>,
    /// With which hat on.
    pub lezer: Lezer,
    /// Whether somebody else is acted for.
    pub namens: bool,
}

/// What was just done, by the word in the address that the browser was sent on to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Melding {
    /// It was recorded.
    Vastgelegd,
    /// It is otherwise from now on.
    Gewijzigd,
    /// A draft was kept.
    Bewaard,
    /// A draft was thrown away.
    Weggegooid,
    /// Dossiers were handed over.
    Overgedragen,
    /// It was ended or withdrawn.
    Beeindigd,
    /// It was sent.
    Verstuurd,
    /// Logged out.
    Uitgelogd,
}

impl Melding {
    /// All of them.
    pub const ALLE: [Self; 8] = [
        Self::Vastgelegd,
        Self::Gewijzigd,
        Self::Bewaard,
        Self::Weggegooid,
        Self::Overgedragen,
        Self::Beeindigd,
        Self::Verstuurd,
        Self::Uitgelogd,
    ];

    /// Its word in an address.
    #[must_use]
    pub const fn woord(self) -> &'static str {
        match self {
            Self::Vastgelegd => "vastgelegd",
            Self::Gewijzigd => "gewijzigd",
            Self::Bewaard => "bewaard",
            Self::Weggegooid => "weggegooid",
            Self::Overgedragen => "overgedragen",
            Self::Beeindigd => "beeindigd",
            Self::Verstuurd => "verstuurd",
            Self::Uitgelogd => "uitgelogd",
        }
    }

    /// By its word; none for any other word.
    #[must_use]
    pub fn van(woord: &str) -> Option<Self> {
        Self::ALLE.into_iter().find(|it| it.woord() == woord)
    }
}

/// What stands around a page. Has no `Debug`: it holds a name.
#[derive(Clone)]
pub struct Kader {
    /// The language.
    pub taal: Taal,
    /// The day on which it is shown (Amsterdam).
    pub vandaag: Datum,
    /// The address of the page, which the menu marks.
    pub hier: String,
    /// Who is logged in; none on the pages before that.
    pub wie: Option<Persoon>,
    /// What was just done.
    pub melding: Option<Melding>,
}

/// An entry of the menu.
pub(crate) struct Menupunt {
    pub(crate) woorden: String,
    pub(crate) adres: &'static str,
    pub(crate) is_hier: bool,
}

impl Kader {
    pub(crate) fn menu(&self) -> Vec<Menupunt> {
        let Some(wie) = &self.wie else { return vec![] };
        let punten = Thuis::van(wie.lezer).menu().iter();
        punten
            .map(|(sleutel, adres)| Menupunt {
                woorden: self.zeg(sleutel),
                adres,
                is_hier: self.hier == *adres,
            })
            .collect()
    }

    /// Where the name of the product leads.
    pub(crate) fn begin(&self) -> &'static str {
        self.wie.as_ref().map_or("/", |wie| Thuis::van(wie.lezer).adres())
    }

    /// Whether this function searches over dossiers.
    pub(crate) fn zoekt(&self) -> bool {
        self.wie.as_ref().is_some_and(|wie| match Thuis::van(wie.lezer) {
            Thuis::Werklijst
            | Thuis::Overzicht
            | Thuis::Spreekuur
            | Thuis::Lijst
            | Thuis::Directie => true,
            Thuis::Eigen | Thuis::Toezicht | Thuis::Beheer | Thuis::Planning => false,
        })
    }

    pub(crate) fn zeg(&self, sleutel: &str) -> String {
        self.taal.zeg(sleutel)
    }

    pub(crate) fn aantal(&self, sleutel: &str, aantal: impl Borrow<usize>) -> String {
        self.taal.aantal(sleutel, *aantal.borrow())
    }

    pub(crate) fn met(&self, sleutel: &str, wat: impl AsRef<str>) -> String {
        self.taal.met(sleutel, wat.as_ref())
    }

    pub(crate) fn dag(&self, dag: impl Borrow<Datum>) -> Dag {
        Dag::new(self.taal, *dag.borrow())
    }

    /// A day and a time of the clock in Amsterdam.
    pub(crate) fn tijdstip(&self, moment: Moment) -> String {
        let dag = self.dag(dag_in_amsterdam(moment)).midden();
        format!("{dag}, {}", in_amsterdam(moment).format("%H:%M"))
    }

    /// How far off a day is.
    pub(crate) fn afstand(&self, dag: impl Borrow<Datum>) -> String {
        self.dag(dag).gezien_op(self.vandaag)
    }

    /// The function of whoever is logged in.
    pub(crate) fn functie(&self, wie: &Persoon) -> String {
        functie_in_woorden(self.taal, wie.lezer)
    }

    /// What was just done, in words.
    pub(crate) fn gedaan(&self) -> Option<String> {
        self.melding.map(|it| self.zeg(&format!("melding-{}", it.woord())))
    }
}

impl Persoon {
    /// The letters in the circle.
    pub(crate) fn voorletters(&self) -> String {
        let naam = self.naam.as_deref().unwrap_or_else(|| self.lezer.functie());
        let delen: Vec<&str> =
            naam.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
        let letter = |deel: Option<&&str>| deel.and_then(|it| it.chars().next());
        let laatste = delen.get(1..).and_then(<[&str]>::last);
        [letter(delen.first()), letter(laatste)]
            .into_iter()
            .flatten()
            .flat_map(char::to_uppercase)
            .collect()
    }
}

/// A function as people call it.
pub(crate) fn functie_in_woorden(taal: Taal, lezer: Lezer) -> String {
    taal.zeg(&format!("functie-{}", lezer.functie()))
}

/// A function with its party, as a list offers it: of every function it is another text.
#[must_use]
pub fn functie_met_partij(taal: Taal, lezer: Lezer) -> String {
    let partij = taal.zeg(&format!("partij-{}", lezer.partij().woord()));
    format!("{} ({partij})", functie_in_woorden(taal, lezer))
}

/// A function as people call it, by the words of the table: `werkgever/werkgever`, or the function alone.
#[must_use]
pub fn functie_van_woorden(taal: Taal, woorden: &str) -> String {
    let functie = woorden.rsplit('/').next().unwrap_or(woorden);
    taal.misschien(&format!("functie-{functie}")).unwrap_or_else(|| woorden.to_owned())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use wvp_access::Lezer;

    use super::{Taal, functie_met_partij};

    #[test]
    fn elke_functie_heet_in_een_lijst_anders() {
        for taal in Taal::ALLE {
            let namen: BTreeSet<String> =
                Lezer::ALLE.into_iter().map(|it| functie_met_partij(taal, it)).collect();
            assert_eq!(namen.len(), Lezer::ALLE.len(), "{namen:?}");
        }
    }
}
