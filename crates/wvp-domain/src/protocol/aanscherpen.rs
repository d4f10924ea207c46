//! The ladder of a term of the law after tightening: nothing comes later, and nothing is left out.

use std::borrow::Cow;

use super::{Aanscherping, Protocol};
use crate::ladder::Ladder;
use crate::termijn::Termijn;

impl Protocol {
    /// The ladder of a row, as this protocol keeps it.
    #[must_use]
    pub fn ladder(&self, rij: &Termijn) -> Ladder {
        let gewoon = Ladder::bij(rij);
        let strenger = self.aanscherpingen.iter().find(|it| it.termijn == rij.id);
        strenger.map_or(gewoon.clone(), |strenger| strenger.toegepast(&gewoon))
    }
}

impl Aanscherping {
    /// The ladder with the rungs of the own last day: those before and on the last day move forward with
    /// it, those of the law that come after it stay, and the extra ones come along.
    #[must_use]
    pub fn toegepast(&self, gewoon: &Ladder) -> Ladder {
        let eerder = i16::try_from(self.dagen_eerder).unwrap_or(i16::MAX);
        let vooruit =
            gewoon.treden.iter().filter(|it| **it <= 0).map(|it| it.saturating_sub(eerder));
        let na_eigen_dag = gewoon.treden.iter().copied().filter(|it| *it > eerder.saturating_neg());
        let mut treden: Vec<i16> =
            vooruit.chain(na_eigen_dag).chain(self.extra_treden.iter().copied()).collect();
        treden.sort_unstable();
        treden.dedup();
        let vroegste = |gewoon: Option<i16>, eigen: Option<i16>| {
            let vooruit = gewoon.map(|vanaf| vanaf.saturating_sub(eerder));
            [vooruit, eigen].into_iter().flatten().min()
        };
        Ladder {
            treden: Cow::Owned(treden),
            casemanager_vanaf: vroegste(gewoon.casemanager_vanaf, self.casemanager_vanaf),
            teamleider_vanaf: vroegste(gewoon.teamleider_vanaf, self.teamleider_vanaf),
        }
    }
}
