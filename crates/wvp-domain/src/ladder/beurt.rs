//! Whose turn it is on a ladder: the newest rung that is due, and what became of those before it.

use super::Ladder;
use super::tredendag::tredendag;
use crate::Datum;

/// A rung to give today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beurt {
    /// The rung, in days relative to the last day.
    pub trede: i16,
    /// Whether its own day had passed.
    pub laat: bool,
    /// Rungs since the last one that was given, that this one replaces; earliest first.
    pub overgeslagen: Vec<i16>,
}

/// Why a rung was not given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RedenOvergeslagen {
    /// A later rung came on the same working day.
    Samengevoegd,
    /// A later rung was due before this one could be given.
    Ingehaald,
}

/// The newest rung of a ladder that is due and comes after what was given; never more than one, so that
/// days that were missed do not end in a burst.
///
/// `vanaf` is the first rung for this recipient (inclusive), `gegeven` the newest one that was given.
#[must_use]
pub fn beurt(
    ladder: &Ladder,
    vanaf: i16,
    uiterlijk: Datum,
    gegeven: Option<i16>,
    vandaag: Datum,
) -> Option<Beurt> {
    let is_nieuw = |trede: i16| trede >= vanaf && gegeven.is_none_or(|eerder| trede > eerder);
    let mut bereikt: Vec<i16> = ladder
        .treden
        .iter()
        .copied()
        .filter(|trede| is_nieuw(*trede) && tredendag(uiterlijk, *trede).dag <= vandaag)
        .collect();
    let trede = bereikt.pop()?;
    let laat = tredendag(uiterlijk, trede).dag < vandaag;
    Some(Beurt { trede, laat, overgeslagen: bereikt })
}

/// Why `overgeslagen` was not given when `trede` was.
#[must_use]
pub fn reden_overgeslagen(uiterlijk: Datum, trede: i16, overgeslagen: i16) -> RedenOvergeslagen {
    if tredendag(uiterlijk, trede).dag == tredendag(uiterlijk, overgeslagen).dag {
        RedenOvergeslagen::Samengevoegd
    } else {
        RedenOvergeslagen::Ingehaald
    }
}

#[cfg(test)]
mod tests {
    use super::{Beurt, RedenOvergeslagen, beurt, reden_overgeslagen};
    use crate::ladder::{GEWOON, HARD};
    use crate::mijlpaal::voorbeeld::dag;

    #[test]
    fn treden_die_op_een_dag_vallen_worden_er_een() {
        // The last day is a Sunday: 0 and -1 come on Friday, and -2 is that Friday.
        let uiterlijk = dag("2025-04-13");
        let gevonden = beurt(&HARD, -28, uiterlijk, Some(-4), dag("2025-04-11"));
        let verwacht = Beurt { trede: 0, laat: false, overgeslagen: vec![-2, -1] };
        assert_eq!(gevonden, Some(verwacht));
        for trede in [-2, -1] {
            let reden = reden_overgeslagen(uiterlijk, 0, trede);
            assert_eq!(reden, RedenOvergeslagen::Samengevoegd);
        }
    }

    #[test]
    fn wat_al_is_overgeslagen_wordt_niet_nog_eens_overgeslagen() {
        let uiterlijk = dag("2025-04-16");
        let eerst = beurt(&GEWOON, -14, uiterlijk, None, dag("2025-04-15")).unwrap();
        assert_eq!((eerst.trede, eerst.laat), (-2, true));
        assert_eq!(eerst.overgeslagen, [-14, -7]);
        let reden = reden_overgeslagen(uiterlijk, -2, -7);
        assert_eq!(reden, RedenOvergeslagen::Ingehaald);
        let daarna = beurt(&GEWOON, -14, uiterlijk, Some(-2), uiterlijk).unwrap();
        assert_eq!((daarna.trede, daarna.overgeslagen.len()), (0, 0));
    }

    #[test]
    fn na_een_trede_komt_een_eerdere_niet_meer() {
        assert_eq!(beurt(&GEWOON, -14, dag("2025-04-16"), Some(0), dag("2025-04-14")), None);
    }
}
