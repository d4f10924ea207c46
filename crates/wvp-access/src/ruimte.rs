//! Every combination of facts that can make a difference to one question.

use crate::{
    feit::Feit, handeling::Handeling, kern, lezer::Lezer, object::Object,
    omstandigheden::Omstandigheden, tabel::Tabel, voorwaarde::Term, vraag::Vraag,
};

/// The circumstances that matter to one reader, object and action.
///
/// A *veto* is a fact whose one value denies whatever the rest says. Combinations with a fired veto
/// are left out: their answer is no. What remains is small enough to walk through, and together
/// with the vetoes it says everything about the question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruimte {
    /// Denies when any of these is true or unknown.
    veto_waar: u64,
    /// Denies when any of these is false or unknown.
    veto_onwaar: u64,
    vrij: u64,
    nooit: bool,
}

impl Tabel {
    /// The circumstances that matter to a question; sending on includes those of reading.
    #[must_use]
    pub fn ruimte(&self, lezer: Lezer, object: Object, handeling: Handeling) -> Ruimte {
        let vraag = Vraag { lezer, object, handeling };
        let ook = handeling.is_doorsturen().then(|| vraag.lezen());
        let vragen = || [Some(vraag), ook].into_iter().flatten();
        let verboden: Vec<Term> =
            vragen().flat_map(|vraag| self.verbiedende_termen(vraag)).collect();
        let gegeven = vragen().flat_map(|vraag| self.gegeven(vraag).map(|clausule| clausule.term));

        let alleen = |term: &&Term| term.feiten().is_power_of_two();
        let vetos = || verboden.iter().filter(alleen);
        let veto_waar = vetos().fold(0, |masker, term| masker | term.ja);
        let veto_onwaar = vetos().fold(0, |masker, term| masker | term.nee);
        let genoemd = verboden.iter().copied().chain(gegeven).fold(0, |m, term| m | term.feiten());
        Ruimte {
            veto_waar,
            veto_onwaar,
            vrij: genoemd & !veto_waar & !veto_onwaar,
            nooit: verboden.contains(&Term::ALTIJD)
                || veto_waar & veto_onwaar != 0
                || vragen().any(|vraag| self.gegeven(vraag).next().is_none()),
        }
    }

    fn verbiedende_termen(&self, vraag: Vraag) -> impl Iterator<Item = Term> {
        let kern = kern::over(vraag).map(|verbod| verbod.term);
        kern.chain(self.verboden(vraag).map(|clausule| clausule.term))
    }
}

impl Ruimte {
    /// Whether no circumstances can ever allow it.
    #[must_use]
    pub fn is_nooit(&self) -> bool {
        self.nooit
    }

    /// Facts that deny when they are not known to be false.
    pub fn veto_waar(&self) -> impl Iterator<Item = Feit> {
        feiten(self.veto_waar)
    }

    /// Facts that deny when they are not known to be true.
    pub fn veto_onwaar(&self) -> impl Iterator<Item = Feit> {
        feiten(self.veto_onwaar)
    }

    /// The other facts that rows mention.
    pub fn vrij(&self) -> impl Iterator<Item = Feit> {
        feiten(self.vrij)
    }

    /// The free facts as a mask.
    pub(crate) const fn vrij_masker(&self) -> u64 {
        self.vrij
    }

    /// The circumstances that matter in either of two tables: only a veto of both stays out.
    ///
    /// A table in which it is never allowed knows no fact that matters, so the other one decides.
    pub(crate) const fn samen(&self, ander: &Self) -> Self {
        match (self.nooit, ander.nooit) {
            (true, _) => Self { ..*ander },
            (false, true) => Self { ..*self },
            (false, false) => {
                let veto_waar = self.veto_waar & ander.veto_waar;
                let veto_onwaar = self.veto_onwaar & ander.veto_onwaar;
                let alle = self.alle() | ander.alle();
                Self {
                    veto_waar,
                    veto_onwaar,
                    vrij: alle & !veto_waar & !veto_onwaar,
                    nooit: false,
                }
            }
        }
    }

    const fn alle(&self) -> u64 {
        self.vrij | self.veto_waar | self.veto_onwaar
    }

    /// Every combination of the free facts while no veto fires; facts that do not matter are false.
    /// Empty when it is never allowed.
    pub fn omstandigheden(&self) -> impl Iterator<Item = Omstandigheden> + use<> {
        let (vrij, vast) = (self.vrij, self.veto_onwaar);
        let eerste = if self.nooit { None } else { Some(0) };
        // Counts through the subsets of a mask; after the last one it comes back to the empty one.
        let volgende = move |deel: &u64| match deel.wrapping_sub(vrij) & vrij {
            0 => None,
            deel => Some(deel),
        };
        std::iter::successors(eerste, volgende)
            .map(move |deel| Omstandigheden::van_masker(deel | vast))
    }
}

fn feiten(masker: u64) -> impl Iterator<Item = Feit> {
    Feit::ALLE.into_iter().filter(move |feit| masker & feit.bit() != 0)
}
