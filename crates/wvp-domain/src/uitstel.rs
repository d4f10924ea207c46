//! Uitstel: somebody puts off a reminder, with a reason, where the term can bear it.
//!
//! Only the message waits: the last day stays, and so does every later rung. The rungs of the law on and
//! after the last day, and those of a day that nobody can give back, are never put off.

use thiserror::Error;

use crate::invoerwacht::{Woordsoort, vindplaats};
use crate::ladder::{Ladder, tredendag};
use crate::{Compartiment, Datum, kalender};

/// A reminder that waits until a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uitstel {
    /// The last day of the term.
    pub uiterlijk: Datum,
    /// The rung, in days relative to that day.
    pub trede: i16,
    /// The working day on which it comes again.
    pub tot: Datum,
    /// Why.
    pub reden: String,
}

/// What sort of ladder a reminder stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Soort {
    /// A term of the law; the rungs on and after the last day stay.
    Wet,
    /// A day that nobody can give back (week 42, 81 weeks): every rung stays.
    Hard,
    /// An own step of the employer; only the last rung stays.
    Eigen,
}

/// Why a reminder is not put off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GeenUitstel {
    /// The rung stays whatever is asked.
    #[error("deze herinnering kan niet wachten: de termijn laat dat niet toe")]
    NietUitTeStellen,
    /// Not on the ladder.
    #[error("`{0}` is geen trede van deze termijn")]
    OnbekendeTrede(i16),
    /// No day after today, or no working day.
    #[error("`{0}` is geen werkdag na vandaag")]
    GeenLatereWerkdag(Datum),
    /// On or after the day of the next rung, which would overtake it.
    #[error("`{tot}` ligt niet voor `{volgende}`, de dag van de volgende herinnering")]
    TotNaVolgende {
        /// Until when was asked.
        tot: Datum,
        /// The day of the next rung.
        volgende: Datum,
    },
    /// Nothing said.
    #[error("een reden is nodig")]
    GeenReden,
    /// Others read the reason too.
    #[error("een reden noemt niet {} ({})", .0.naam(), .0.regel())]
    GezondheidInReden(Woordsoort),
}

/// Judges whether a reminder may wait. `tot` is the working day on which it comes again; it lies after
/// today and before the next rung, so that never two rungs come on one day.
///
/// # Errors
///
/// [`GeenUitstel`].
pub fn stel_uit(
    soort: Soort,
    ladder: &Ladder,
    uitstel: Uitstel,
    vandaag: Datum,
) -> Result<Uitstel, GeenUitstel> {
    let Uitstel { uiterlijk, trede, tot, ref reden } = uitstel;
    if !ladder.treden.contains(&trede) {
        return Err(GeenUitstel::OnbekendeTrede(trede));
    }
    let volgende = ladder.treden.iter().copied().find(|later| *later > trede);
    let volgende =
        volgende.filter(|_| mag_wachten(soort, trede)).ok_or(GeenUitstel::NietUitTeStellen)?;
    if tot <= vandaag || !kalender::is_werkdag(tot) {
        return Err(GeenUitstel::GeenLatereWerkdag(tot));
    }
    let volgende = tredendag(uiterlijk, volgende).dag;
    if tot >= volgende {
        return Err(GeenUitstel::TotNaVolgende { tot, volgende });
    }
    eis_reden(reden)?;
    Ok(uitstel)
}

fn mag_wachten(soort: Soort, trede: i16) -> bool {
    match soort {
        Soort::Wet => trede < 0,
        Soort::Hard => false,
        Soort::Eigen => true,
    }
}

fn eis_reden(reden: &str) -> Result<(), GeenUitstel> {
    if reden.trim().is_empty() {
        return Err(GeenUitstel::GeenReden);
    }
    vindplaats(Compartiment::A, reden)
        .map_or(Ok(()), |wat| Err(GeenUitstel::GezondheidInReden(wat)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{GeenUitstel, Soort, Uitstel, stel_uit};
    use crate::Datum;
    use crate::ladder::{GEWOON, HARD, Ladder, tredendag};
    use crate::mijlpaal::voorbeeld::dag;

    /// A Wednesday.
    fn uiterlijk() -> Datum {
        dag("2025-04-16")
    }

    fn vraag(soort: Soort, ladder: &Ladder, trede: i16, tot: &str) -> Result<Uitstel, GeenUitstel> {
        let reden = "De afspraak staat al gepland.".to_owned();
        let uitstel = Uitstel { uiterlijk: uiterlijk(), trede, tot: dag(tot), reden };
        stel_uit(soort, ladder, uitstel, dag("2025-04-03"))
    }

    #[test]
    fn een_vroege_herinnering_kan_wachten_tot_voor_de_volgende() {
        assert!(vraag(Soort::Wet, &GEWOON, -14, "2025-04-08").is_ok());
        let volgende = dag("2025-04-09");
        let te_ver = GeenUitstel::TotNaVolgende { tot: volgende, volgende };
        assert_eq!(vraag(Soort::Wet, &GEWOON, -14, "2025-04-09"), Err(te_ver));
    }

    #[test]
    fn op_en_na_de_laatste_dag_van_de_wet_wacht_niets() {
        for trede in [0, 1, 7] {
            let uitkomst = vraag(Soort::Wet, &GEWOON, trede, "2025-04-16");
            assert_eq!(uitkomst, Err(GeenUitstel::NietUitTeStellen), "{trede}");
        }
    }

    #[test]
    fn op_de_harde_ladder_wacht_niets() {
        let uitkomst = vraag(Soort::Hard, &HARD, -28, "2025-04-04");
        assert_eq!(uitkomst, Err(GeenUitstel::NietUitTeStellen));
    }

    #[test]
    fn van_een_eigen_stap_wacht_alleen_de_laatste_trede_niet() {
        assert!(vraag(Soort::Eigen, &GEWOON, 1, "2025-04-22").is_ok());
        let laatste = vraag(Soort::Eigen, &GEWOON, 7, "2025-04-25");
        assert_eq!(laatste, Err(GeenUitstel::NietUitTeStellen));
    }

    #[test]
    fn uitstel_is_tot_een_latere_werkdag() {
        for tot in ["2025-04-03", "2025-04-05"] {
            let uitkomst = vraag(Soort::Wet, &GEWOON, -14, tot);
            assert_eq!(uitkomst, Err(GeenUitstel::GeenLatereWerkdag(dag(tot))));
        }
        let uitkomst = vraag(Soort::Wet, &GEWOON, -13, "2025-04-04");
        assert_eq!(uitkomst, Err(GeenUitstel::OnbekendeTrede(-13)));
    }

    #[test]
    fn zonder_reden_of_met_een_ziekte_als_reden_wacht_niets() {
        let met = |reden: &str| {
            let (trede, tot, reden) = (-14, dag("2025-04-04"), reden.to_owned());
            let uitstel = Uitstel { uiterlijk: uiterlijk(), trede, tot, reden };
            stel_uit(Soort::Wet, &GEWOON, uitstel, dag("2025-04-03"))
        };
        assert_eq!(met(" "), Err(GeenUitstel::GeenReden));
        assert!(matches!(met("Heeft griep."), Err(GeenUitstel::GezondheidInReden(_))));
    }

    proptest! {
        /// Whatever is asked: a rung on or after the last day of the law never waits, and nothing waits
        /// past the rung after it.
        #[test]
        fn uitstel_haalt_nooit_een_latere_trede_in(trede in -30..10_i16, verder in 0..40_i32) {
            let vandaag = tredendag(uiterlijk(), trede).dag;
            let tot = vandaag.plus(verder);
            for (soort, ladder) in [(Soort::Wet, &GEWOON), (Soort::Hard, &HARD), (Soort::Eigen, &GEWOON)] {
                let uitstel = Uitstel { uiterlijk: uiterlijk(), trede, tot, reden: "Druk.".to_owned() };
                if stel_uit(soort, ladder, uitstel, vandaag).is_ok() {
                    prop_assert!(trede < 0 || soort == Soort::Eigen);
                    let later = ladder.treden.iter().find(|it| **it > trede).unwrap();
                    prop_assert!(tot < tredendag(uiterlijk(), *later).dag);
                }
            }
        }
    }
}
