//! The truth table, read once into bit masks.

use std::{collections::BTreeSet, str::FromStr, sync::LazyLock};

use serde::Deserialize;
use thiserror::Error;

use crate::{
    handeling::Handeling,
    kern,
    lezer::Lezer,
    object::Object,
    omstandigheden::Omstandigheden,
    regel::regels,
    voorwaarde::{Term, Voorwaarde, VoorwaardeFout},
    vraag::Vraag,
    woord::OnbekendWoord,
};

/// The table of this product (domain/access_matrix.csv), one right per row.
const MATRIX: &str = include_str!("../matrix.csv");

/// Stands for "any" in the columns of a row.
const ALLES: &str = "*";

static INGEBED: LazyLock<Tabel> = LazyLock::new(|| match Tabel::from_str(MATRIX) {
    Ok(tabel) => tabel,
    Err(gebrek) => Tabel { rijen: Vec::new(), vakken: Vec::new(), gebrek: Some(gebrek) },
});

/// A table that cannot be read. Rows count from 1, the header not included.
#[derive(Debug, Error)]
pub enum TabelFout {
    /// Not the six columns of the table.
    #[error("de tabel is geen leesbare csv")]
    Csv(#[from] csv::Error),
    /// A party, function, category or action that does not exist.
    #[error("rij {rij}")]
    Woord {
        /// The row.
        rij: usize,
        /// The word and its field.
        #[source]
        woord: OnbekendWoord,
    },
    /// A condition that cannot be read.
    #[error("rij {rij}: voorwaarde `{tekst}`")]
    Voorwaarde {
        /// The row.
        rij: usize,
        /// The condition as it stands in the table.
        tekst: String,
        /// What is wrong with it.
        #[source]
        fout: VoorwaardeFout,
    },
    /// A rule id that is not in the list of rules.
    #[error("rij {rij}: regel `{regel}` bestaat niet")]
    Regel {
        /// The row.
        rij: usize,
        /// The id as it stands in the table.
        regel: String,
    },
}

/// The compiled table.
///
/// A table that could not be read has no rows, so it allows nothing; [`Tabel::gebrek`] says why.
#[derive(Debug)]
pub struct Tabel {
    pub(crate) rijen: Vec<Rij>,
    vakken: Vec<Vak>,
    gebrek: Option<TabelFout>,
}

/// A row in the words of the table; `*` stands for any.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tabelrij<'a> {
    /// Party of the reader.
    pub party: &'a str,
    /// Function of the reader within that party.
    pub function: &'a str,
    /// The object.
    pub category: &'a str,
    /// The action.
    pub action: &'a str,
    /// When it holds.
    pub condition: &'a str,
    /// `allow` or `deny`.
    pub decision: &'static str,
    /// The rules behind it.
    pub rules: &'a [&'static str],
}

/// What a row says when its condition holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Strekking {
    /// Gives the right, unless another row denies it.
    Allow,
    /// Denies, whatever other rows give.
    Deny,
}

impl Strekking {
    /// The word of the table.
    pub(crate) const fn woord(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Deny => "deny",
        }
    }
}

/// One row: who, what and how as masks, and the condition.
#[derive(Debug)]
pub(crate) struct Rij {
    pub(crate) bron: Bron,
    pub(crate) voorwaarde: Voorwaarde,
    pub(crate) regels: Vec<&'static str>,
    lezers: u64,
    objecten: u64,
    /// The object itself, when the row names one; `None` for `*`.
    object: Option<Object>,
    pub(crate) handelingen: u64,
}

/// One row as it stands in the file.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Bron {
    pub(crate) party: String,
    pub(crate) function: String,
    pub(crate) category: String,
    pub(crate) action: String,
    pub(crate) condition: String,
    pub(crate) decision: Strekking,
    pub(crate) source: String,
}

/// All rows about one reader and one object, a term each.
#[derive(Debug, Default)]
struct Vak {
    verboden: Vec<Clausule>,
    gegeven: Vec<Clausule>,
}

/// One term of one row, with the actions it is about.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Clausule {
    handelingen: u64,
    pub(crate) term: Term,
    pub(crate) rij: usize,
}

impl Tabel {
    /// The table of this product, read at the first call.
    #[must_use]
    pub fn ingebed() -> &'static Self {
        &INGEBED
    }

    /// Every row in the words of the table, in its order.
    pub fn in_woorden(&self) -> impl Iterator<Item = Tabelrij<'_>> {
        self.rijen.iter().map(|rij| Tabelrij {
            party: &rij.bron.party,
            function: &rij.bron.function,
            category: &rij.bron.category,
            action: &rij.bron.action,
            condition: &rij.bron.condition,
            decision: rij.bron.decision.woord(),
            rules: &rij.regels,
        })
    }

    /// Why this table allows nothing, if it could not be read. A program asks this at its start.
    #[must_use]
    pub fn gebrek(&self) -> Option<&TabelFout> {
        self.gebrek.as_ref()
    }

    /// Whether a reader may do this, without saying why; allocates nothing.
    ///
    /// Explicit deny wins, silence is no, sending on also needs reading (domain/access.md B.1).
    #[must_use]
    pub fn mag(
        &self,
        lezer: Lezer,
        object: Object,
        handeling: Handeling,
        omstandigheden: &Omstandigheden,
    ) -> bool {
        let vraag = Vraag { lezer, object, handeling };
        self.mag_dit(vraag, *omstandigheden)
            && (!handeling.is_doorsturen() || self.mag_dit(vraag.lezen(), *omstandigheden))
    }

    fn mag_dit(&self, vraag: Vraag, omstandigheden: Omstandigheden) -> bool {
        !kern::verbiedt(vraag, omstandigheden)
            && !self.verboden(vraag).any(|clausule| clausule.term.is_mogelijk(omstandigheden))
            && self.gegeven(vraag).any(|clausule| clausule.term.is_zeker(omstandigheden))
    }

    /// The denying terms about this question.
    pub(crate) fn verboden(&self, vraag: Vraag) -> impl Iterator<Item = &Clausule> {
        over(self.vak(vraag).map(|vak| vak.verboden.as_slice()), vraag)
    }

    /// The allowing terms about this question.
    pub(crate) fn gegeven(&self, vraag: Vraag) -> impl Iterator<Item = &Clausule> {
        over(self.vak(vraag).map(|vak| vak.gegeven.as_slice()), vraag)
    }

    /// Whether both tables hold the same rows about this reader and object.
    pub(crate) fn zelfde_rijen(&self, ander: &Self, vraag: Vraag) -> bool {
        let gelijk = |(een, twee): (&Clausule, &Clausule)| {
            let bron = self.rijen.get(een.rij).map(|rij| &rij.bron);
            (een.handelingen, een.term) == (twee.handelingen, twee.term)
                && bron == ander.rijen.get(twee.rij).map(|rij| &rij.bron)
        };
        let alle = |een: &[Clausule], twee: &[Clausule]| {
            een.len() == twee.len() && een.iter().zip(twee).all(gelijk)
        };
        match (self.vak(vraag), ander.vak(vraag)) {
            (Some(een), Some(twee)) => {
                alle(&een.verboden, &twee.verboden) && alle(&een.gegeven, &twee.gegeven)
            }
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        }
    }

    fn vak(&self, vraag: Vraag) -> Option<&Vak> {
        self.vakken.get(vraag.lezer as usize * Object::ALLE.len() + vraag.object as usize)
    }
}

/// Reads a table with the columns `party,function,category,action,condition,decision,source`.
impl FromStr for Tabel {
    type Err = TabelFout;

    fn from_str(tekst: &str) -> Result<Self, TabelFout> {
        let mut lezer = csv::Reader::from_reader(tekst.as_bytes());
        let bekend: BTreeSet<&'static str> = regels().map(|(regel, _)| regel).collect();
        let rijen = lezer
            .deserialize()
            .enumerate()
            .map(|(index, bron)| lees_rij(index + 1, bron?, &bekend))
            .collect::<Result<Vec<Rij>, TabelFout>>()?;
        Ok(Self { vakken: verdeel(&rijen), rijen, gebrek: None })
    }
}

fn over(clausules: Option<&[Clausule]>, vraag: Vraag) -> impl Iterator<Item = &Clausule> {
    let bit = vraag.handeling.bit();
    clausules.unwrap_or_default().iter().filter(move |clausule| clausule.handelingen & bit != 0)
}

fn lees_rij(rij: usize, bron: Bron, bekend: &BTreeSet<&'static str>) -> Result<Rij, TabelFout> {
    let fout = |woord| TabelFout::Woord { rij, woord };
    let object = match bron.category.as_str() {
        ALLES => None,
        woord => Some(Object::zoek(woord).map_err(fout)?),
    };
    let regel = |id: &str| {
        let gevonden = bekend.get(id).copied();
        gevonden.ok_or_else(|| TabelFout::Regel { rij, regel: id.to_owned() })
    };
    let onder = |ander: &Object| object.is_none_or(|object| ander.valt_onder(object));
    let voorwaarde = Voorwaarde::lees(&bron.condition).map_err(|fout| TabelFout::Voorwaarde {
        rij,
        tekst: bron.condition.clone(),
        fout,
    })?;
    Ok(Rij {
        lezers: lezers(&bron.party, &bron.function).map_err(fout)?,
        objecten: Object::ALLE.iter().filter(|ander| onder(ander)).fold(0, |m, o| m | o.bit()),
        object,
        handelingen: handelingen(&bron.action).map_err(fout)?,
        regels: bron.source.split(';').map(regel).collect::<Result<_, _>>()?,
        voorwaarde,
        bron,
    })
}

fn lezers(partij: &str, functie: &str) -> Result<u64, OnbekendWoord> {
    let masker = Lezer::ALLE
        .into_iter()
        .filter(|lezer| partij == ALLES || lezer.partij().woord() == partij)
        .filter(|lezer| functie == ALLES || lezer.functie() == functie)
        .fold(0, |masker, lezer| masker | lezer.bit());
    match masker {
        0 => Lezer::zoek(partij, functie).map(Lezer::bit),
        masker => Ok(masker),
    }
}

fn handelingen(woord: &str) -> Result<u64, OnbekendWoord> {
    let alle = Handeling::ALLE.into_iter();
    match woord {
        ALLES => Ok(alle.fold(0, |m, handeling| m | handeling.bit())),
        "forward:*" => Ok(alle.filter(|h| h.is_doorsturen()).fold(0, |m, h| m | h.bit())),
        woord => Handeling::zoek(woord).map(Handeling::bit),
    }
}

/// Sorts the rows per reader and object, in the order that [`Tabel::vak`] counts in.
fn verdeel(rijen: &[Rij]) -> Vec<Vak> {
    let per_lezer = Lezer::ALLE.into_iter().flat_map(|lezer| {
        let van_lezer: Vec<(usize, &Rij)> =
            rijen.iter().enumerate().filter(|(_, rij)| rij.lezers & lezer.bit() != 0).collect();
        Object::ALLE.map(|object| vul(&van_lezer, object))
    });
    per_lezer.collect()
}

/// The rows about one object. Where a special object has its own allow rows, they replace those of
/// its category; deny rows of the category stay (domain/access.md B.1 line 5).
fn vul(van_lezer: &[(usize, &Rij)], object: Object) -> Vak {
    let eigen = van_lezer
        .iter()
        .filter(|(_, rij)| rij.object == Some(object) && rij.bron.decision == Strekking::Allow)
        .fold(0, |masker, (_, rij)| masker | rij.handelingen);
    let mut vak = Vak::default();
    for (index, rij) in van_lezer.iter().filter(|(_, rij)| rij.objecten & object.bit() != 0) {
        let clausules = |handelingen| {
            let termen = rij.voorwaarde.termen().iter();
            termen.map(move |term| Clausule { handelingen, term: *term, rij: *index })
        };
        match rij.bron.decision {
            Strekking::Deny => vak.verboden.extend(clausules(rij.handelingen)),
            Strekking::Allow if rij.object.is_some() && rij.object == object.ouder() => {
                vak.gegeven.extend(clausules(rij.handelingen & !eigen));
            }
            Strekking::Allow => vak.gegeven.extend(clausules(rij.handelingen)),
        }
    }
    vak
}
