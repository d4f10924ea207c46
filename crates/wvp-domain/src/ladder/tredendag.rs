//! The day of a rung: a working day, and why it is not the day that was counted.

use crate::Datum;
use crate::kalender::{Verschoven, rol_terug, rol_vooruit};

/// On which day a rung comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tredendag {
    /// The day that was counted from the last day of the term.
    pub geteld: Datum,
    /// The working day on which it comes.
    pub dag: Datum,
    /// The days it jumped over, in order, each with its name; empty when it did not move.
    pub wegens: Vec<(Datum, &'static str)>,
}

/// The day of a rung. Nobody reads a message on a free day, so a rung on or before the last day moves to
/// the working day before (it may not come too late to act on) and a later rung to the next working day.
/// The term itself does not move (law.md section 6).
#[must_use]
pub fn tredendag(uiterlijk: Datum, trede: i16) -> Tredendag {
    let geteld = uiterlijk.plus(i32::from(trede));
    let Verschoven { naar, wegens } =
        if trede <= 0 { rol_terug(geteld) } else { rol_vooruit(geteld) };
    Tredendag { geteld, dag: naar, wegens }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::tredendag;
    use crate::Datum;
    use crate::kalender::is_werkdag;
    use crate::mijlpaal::voorbeeld::dag;

    /// Good Friday up to and including Easter Monday 2025.
    #[test]
    fn een_trede_op_tweede_paasdag_komt_op_de_donderdag_ervoor_met_de_namen() {
        let gevonden = tredendag(dag("2025-04-21"), 0);
        assert_eq!((gevonden.geteld, gevonden.dag), (dag("2025-04-21"), dag("2025-04-17")));
        let namen: Vec<&str> = gevonden.wegens.iter().map(|(_, naam)| *naam).collect();
        assert_eq!(namen, ["Tweede Paasdag", "Eerste Paasdag", "zaterdag", "Goede Vrijdag"]);
    }

    #[test]
    fn een_trede_na_de_laatste_dag_schuift_vooruit() {
        let gevonden = tredendag(dag("2025-04-17"), 1);
        assert_eq!((gevonden.geteld, gevonden.dag), (dag("2025-04-18"), dag("2025-04-22")));
    }

    #[test]
    fn een_trede_op_een_werkdag_blijft_staan() {
        let gevonden = tredendag(dag("2025-04-16"), -2);
        assert_eq!((gevonden.dag, gevonden.wegens.len()), (dag("2025-04-14"), 0));
    }

    fn een_dag() -> impl Strategy<Value = Datum> {
        (0..100_000).prop_map(|verder| dag("1900-03-01").plus(verder))
    }

    proptest! {
        #[test]
        fn een_trededag_is_een_werkdag_aan_de_goede_kant(
            uiterlijk in een_dag(),
            trede in -60..60_i16,
        ) {
            let gevonden = tredendag(uiterlijk, trede);
            prop_assert!(is_werkdag(gevonden.dag));
            prop_assert_eq!(gevonden.dag <= gevonden.geteld, trede <= 0 || gevonden.wegens.is_empty());
            prop_assert_eq!(gevonden.dag <= uiterlijk, trede <= 0);
        }

        #[test]
        fn een_latere_trede_komt_nooit_eerder(uiterlijk in een_dag(), trede in -60..60_i16) {
            let volgende = tredendag(uiterlijk, trede + 1);
            prop_assert!(tredendag(uiterlijk, trede).dag <= volgende.dag);
        }
    }
}
