//! What a node remembers of its own last turns. As long as nobody else wrote since, a group can be judged
//! on that, and stored in one trip to the server; the statement itself finds out whether it may.

use std::collections::HashMap;

use wvp_store::oordeel::Einde;
use wvp_store::{Positie, StroomId, Toevoeging, Versie, Verwacht};

use crate::groep::Groep;

/// Streams that are remembered at most; some hundred bytes each.
const STROMEN_HOOGSTENS: usize = 65_536;

/// Where the log ended when this node left it, and the ends of streams at that moment.
#[derive(Debug, Default)]
pub(crate) struct Geheugen {
    kop: Positie,
    einden: HashMap<StroomId, Einde>,
    /// Nobody else had a turn between the last two of this node; else a guess is a trip for nothing.
    alleen: bool,
}

impl Geheugen {
    /// A group to judge these appends with, when enough is known of their streams. It knows no events:
    /// that none of them is stored already, the server finds out.
    pub(crate) fn groep<'a>(&self, delen: impl Iterator<Item = &'a Toevoeging>) -> Option<Groep> {
        if !self.alleen {
            return None;
        }
        let mut einden = HashMap::new();
        for deel in delen {
            match self.einden.get(&deel.stroom) {
                Some(einde) => drop(einden.insert(deel.stroom, *einde)),
                // Storing its first version fails when it does exist.
                None if is_eerste(deel) => {}
                None => return None,
            }
        }
        Some(Groep::met(self.kop, einden))
    }

    /// Takes in a turn that began at this position.
    pub(crate) fn na_beurt(&mut self, begin: Positie, groep: &Groep) {
        self.alleen = begin == self.kop;
        let vol = self.einden.len() + groep.einden().len() > STROMEN_HOOGSTENS;
        if vol || !self.alleen {
            self.einden.clear();
        }
        self.einden.extend(groep.einden());
        self.kop = groep.kop;
    }

    /// Forgets it all: somebody else wrote, or nobody knows what became of the last group.
    pub(crate) fn vergeet(&mut self) {
        *self = Self::default();
    }
}

fn is_eerste(deel: &Toevoeging) -> bool {
    let nieuw = matches!(deel.verwacht, Verwacht::Geen | Verwacht::Precies(Versie::GEEN));
    nieuw && !deel.records.is_empty()
}
