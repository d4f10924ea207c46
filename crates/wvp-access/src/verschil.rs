//! What another version of the table decides otherwise.

use std::collections::BTreeSet;

use crate::{
    feit::Feit,
    handeling::Handeling,
    lezer::Lezer,
    object::Object,
    omstandigheden::Omstandigheden,
    ruimte::Ruimte,
    tabel::{Clausule, Rij, Tabel},
    voorwaarde::Term,
    vraag::Vraag,
    zin,
};

/// One cell that two tables decide differently, in one direction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verschuiving {
    /// Who.
    pub lezer: Lezer,
    /// What.
    pub object: Object,
    /// What is done with it.
    pub handeling: Handeling,
    /// The answer of the new table; that of the old one is the other.
    pub wordt: bool,
    /// How many combinations of facts moved.
    pub gevallen: u64,
    /// How many combinations matter to this cell in either table.
    pub van: u64,
    /// The classes of circumstances that moved, each a set of facts that must be so; together
    /// they hold every combination that moved and no other.
    pub als: Vec<Klasse>,
    /// Rows that bear on the cell in the old table only, counted from 1, as they stand in the file.
    pub rijen_weg: Vec<String>,
    /// Rows that bear on the cell in the new table only.
    pub rijen_erbij: Vec<String>,
}

/// Facts and the value each has; the other facts do not matter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Klasse {
    ja: u64,
    nee: u64,
}

impl Klasse {
    /// The facts with their values, in the order of the facts.
    pub fn feiten(&self) -> impl Iterator<Item = (Feit, bool)> {
        zin::feiten(self.term())
    }

    /// The class in plain Dutch; `altijd` when it asks for nothing.
    #[must_use]
    pub fn zin(&self) -> String {
        match zin::term(self.term()) {
            leeg if leeg.is_empty() => "altijd".to_owned(),
            zin => zin,
        }
    }

    const fn term(&self) -> Term {
        Term { ja: self.ja, nee: self.nee }
    }

    const fn bevat(&self, waar: u64) -> bool {
        self.ja & !waar == 0 && self.nee & waar == 0
    }
}

impl Tabel {
    /// What `nieuw` decides otherwise than this table: every cell, over every combination of known
    /// facts that matters in either of the two. Empty when they decide the same.
    #[must_use]
    pub fn verschil(&self, nieuw: &Self) -> Vec<Verschuiving> {
        let paren = Lezer::ALLE.into_iter().flat_map(|l| Object::ALLE.map(move |o| (l, o)));
        // Most of two versions is the same: what no other row bears on is not counted through.
        let anders = paren.filter(|(lezer, object)| {
            let vraag = Vraag { lezer: *lezer, object: *object, handeling: Handeling::Lezen };
            !self.zelfde_rijen(nieuw, vraag)
        });
        let vragen = anders.flat_map(|(lezer, object)| {
            Handeling::ALLE.map(move |handeling| Vraag { lezer, object, handeling })
        });
        vragen.flat_map(|vraag| self.verschil_in(nieuw, vraag)).collect()
    }

    fn verschil_in(&self, nieuw: &Self, vraag: Vraag) -> Vec<Verschuiving> {
        let (weg, erbij) = (self.gronden(vraag), nieuw.gronden(vraag));
        if weg == erbij {
            return Vec::new();
        }
        let ruimte = |tabel: &Self| tabel.ruimte(vraag.lezer, vraag.object, vraag.handeling);
        let ruimte = ruimte(self).samen(&ruimte(nieuw));
        let mag = |tabel: &Self, omst: &Omstandigheden| {
            tabel.mag(vraag.lezer, vraag.object, vraag.handeling, omst)
        };
        let (mut van, mut open, mut dicht) = (0, BTreeSet::new(), BTreeSet::new());
        for omst in ruimte.omstandigheden() {
            van += 1;
            match (mag(self, &omst), mag(nieuw, &omst)) {
                (false, true) => drop(open.insert(omst.waar())),
                (true, false) => drop(dicht.insert(omst.waar())),
                (true, true) | (false, false) => {}
            }
        }
        let alleen = |deze: &BTreeSet<Grond>, ander: &BTreeSet<Grond>| {
            let rijen: BTreeSet<String> =
                deze.difference(ander).map(|(rij, _)| rij.clone()).collect();
            rijen.into_iter().collect::<Vec<_>>()
        };
        let verschuiving = |wordt, bewogen: &BTreeSet<u64>| Verschuiving {
            lezer: vraag.lezer,
            object: vraag.object,
            handeling: vraag.handeling,
            wordt,
            gevallen: bewogen.len() as u64,
            van,
            als: klassen(bewogen, &ruimte),
            rijen_weg: alleen(&weg, &erbij),
            rijen_erbij: alleen(&erbij, &weg),
        };
        let bewegingen = [(true, open), (false, dicht)].into_iter();
        let echte = bewegingen.filter(|(_, bewogen)| !bewogen.is_empty());
        echte.map(|(wordt, bewogen)| verschuiving(wordt, &bewogen)).collect()
    }

    /// Every row that bears on a question, or on reading what is sent on, with the term it brings.
    fn gronden(&self, vraag: Vraag) -> BTreeSet<Grond> {
        let ook = vraag.handeling.is_doorsturen().then(|| vraag.lezen());
        let grond = |clausule: &Clausule| {
            let Clausule { term: Term { ja, nee }, rij, .. } = *clausule;
            Some((self.rijen.get(rij)?.als_tekst(), (ja, nee)))
        };
        let vragen = [Some(vraag), ook].into_iter().flatten();
        let clausules = vragen.flat_map(|vraag| self.verboden(vraag).chain(self.gegeven(vraag)));
        clausules.filter_map(grond).collect()
    }
}

/// A row as it stands in the file, and one term of its condition.
type Grond = (String, (u64, u64));

impl Rij {
    fn als_tekst(&self) -> String {
        let bron = &self.bron;
        let oordeel = bron.decision.woord();
        let delen = [&bron.party, &bron.function, &bron.category, &bron.action, &bron.condition];
        let delen = delen.map(String::as_str).join(",");
        format!("{delen},{oordeel},{}", bron.source)
    }
}

/// Covers all combinations with classes as wide as can be: each grows from the first combination
/// that is not covered yet, by letting go of every fact that makes no difference.
fn klassen(bewogen: &BTreeSet<u64>, ruimte: &Ruimte) -> Vec<Klasse> {
    let mut over = bewogen.clone();
    let mut klassen = Vec::new();
    while let Some(eerste) = over.first().copied() {
        let klasse = ruim(eerste, bewogen, ruimte);
        over.retain(|waar| !klasse.bevat(*waar));
        klassen.push(klasse);
    }
    klassen
}

fn ruim(eerste: u64, bewogen: &BTreeSet<u64>, ruimte: &Ruimte) -> Klasse {
    let (mut vast, mut leden) = (ruimte.vrij_masker(), vec![eerste]);
    for feit in ruimte.vrij() {
        let spiegel: Vec<u64> = leden.iter().map(|waar| waar ^ feit.bit()).collect();
        if spiegel.iter().all(|waar| bewogen.contains(waar)) {
            vast &= !feit.bit();
            leden.extend(spiegel);
        }
    }
    Klasse { ja: eerste & vast, nee: !eerste & vast }
}
