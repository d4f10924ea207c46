//! Rem: who fails often waits, and longer every time. Per account and address together, per address, and
//! per account, so that neither many accounts from one place nor many places at one account help.
//!
//! A client that shows the secret of an earlier log-in on the account is counted by itself: whatever others
//! do, they cannot keep its owner out. Attempts count before they are judged, so that many at once do not
//! all go first. In the memory of a node, of bounded size.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use wvp_store::Moment;

/// Names an account, an address or a client.
pub(super) type Merk = [u8; 16];

/// One attempt.
#[derive(Debug, Clone, Copy)]
pub(super) struct Poging {
    /// What account it is about, also when there is none.
    pub(super) account: Merk,
    /// Where it comes from.
    pub(super) van: Merk,
    /// The client, when it showed that it was logged in on the account before.
    pub(super) toestel: Option<Merk>,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Soort {
    Paar,
    Van,
    Account,
    Toestel,
}

impl Soort {
    /// Failures that cost nothing.
    fn vrij(self) -> u32 {
        match self {
            Self::Paar | Self::Toestel => 5,
            Self::Van | Self::Account => 20,
        }
    }
}

#[derive(Debug, Clone, Copy)]
struct Teller {
    fouten: u32,
    laatst: Moment,
}

const SECONDE: i64 = 1_000_000;
/// The longest wait, in seconds.
const LANGST: i64 = 15 * 60;
/// After this many seconds without a failure it is forgotten.
const VERGETEN: i64 = 60 * 60;
/// Counters of one kind that are kept.
const HOOGSTENS: usize = 20_000;

type Sleutel = [Merk; 2];

/// The counters of one kind.
type Tellers = HashMap<Sleutel, Teller>;

#[derive(Debug, Default)]
pub(crate) struct Rem(Mutex<HashMap<Soort, Tellers>>);

impl Rem {
    /// Counts an attempt as failed, or says how many seconds to wait before the next.
    pub(super) fn neem(&self, poging: &Poging, nu: Moment) -> Result<(), u64> {
        let mut alle = self.alle();
        let wacht = sleutels(poging).into_iter().flatten().map(|(soort, sleutel)| {
            let teller = alle.get(&soort).and_then(|tellers| tellers.get(&sleutel));
            teller.map_or(0, |teller| teller.nog(soort, nu))
        });
        match wacht.max() {
            Some(wacht) if wacht > 0 => return Err(wacht.cast_unsigned()),
            Some(_) | None => {}
        }
        for (soort, sleutel) in sleutels(poging).into_iter().flatten() {
            let tellers = alle.entry(soort).or_default();
            maak_plaats(tellers, nu);
            let teller = tellers.entry(sleutel).or_insert(Teller { fouten: 0, laatst: nu });
            let fouten = if teller.is_vergeten(nu) { 0 } else { teller.fouten };
            *teller = Teller { fouten: fouten.saturating_add(1), laatst: nu };
        }
        Ok(())
    }

    /// The attempt was right after all. What others failed at stays counted.
    pub(super) fn gelukt(&self, poging: &Poging) {
        let mut alle = self.alle();
        for (soort, sleutel) in sleutels(poging).into_iter().flatten() {
            let Some(tellers) = alle.get_mut(&soort) else { continue };
            match (soort, tellers.get_mut(&sleutel)) {
                (Soort::Van | Soort::Account, Some(teller)) => {
                    teller.fouten = teller.fouten.saturating_sub(1);
                }
                (Soort::Paar | Soort::Toestel, _) => {
                    tellers.remove(&sleutel);
                }
                (Soort::Van | Soort::Account, None) => {}
            }
        }
    }

    fn alle(&self) -> MutexGuard<'_, HashMap<Soort, Tellers>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Teller {
    /// Seconds to wait from now.
    fn nog(self, soort: Soort, nu: Moment) -> i64 {
        if self.is_vergeten(nu) || self.fouten < soort.vrij() {
            return 0;
        }
        let macht = self.fouten.saturating_sub(soort.vrij()).saturating_add(1).min(30);
        let wacht = (1_i64 << macht).min(LANGST);
        let voorbij = nu.0.saturating_sub(self.laatst.0).max(0) / SECONDE;
        (wacht - voorbij).max(0)
    }

    fn is_vergeten(self, nu: Moment) -> bool {
        nu.0.saturating_sub(self.laatst.0) > VERGETEN * SECONDE
    }
}

fn sleutels(poging: &Poging) -> [Option<(Soort, Sleutel)>; 3] {
    let Poging { account, van, toestel } = *poging;
    let geen = Merk::default();
    match toestel {
        Some(toestel) => [Some((Soort::Toestel, [account, toestel])), None, None],
        None => [
            Some((Soort::Paar, [account, van])),
            Some((Soort::Van, [van, geen])),
            Some((Soort::Account, [account, geen])),
        ],
    }
}

/// Makes room when it is full: first what is forgotten, then the quarter with the fewest failures, so that
/// many new ones never push out what is under attack.
fn maak_plaats(tellers: &mut Tellers, nu: Moment) {
    if tellers.len() < HOOGSTENS {
        return;
    }
    tellers.retain(|_, teller| !teller.is_vergeten(nu));
    if tellers.len() < HOOGSTENS {
        return;
    }
    let mut op_volgorde: Vec<(u32, Moment, Sleutel)> =
        tellers.iter().map(|(sleutel, it)| (it.fouten, it.laatst, *sleutel)).collect();
    op_volgorde.sort_unstable();
    for (_, _, sleutel) in op_volgorde.into_iter().take(HOOGSTENS / 4) {
        tellers.remove(&sleutel);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use wvp_store::Moment;

    use super::{HOOGSTENS, LANGST, Poging, Rem, SECONDE, Soort};

    const EIGENAAR: Poging = Poging { account: [1; 16], van: [2; 16], toestel: Some([3; 16]) };

    fn vreemd(account: u8, van: u8) -> Poging {
        Poging { account: [account; 16], van: [van; 16], toestel: None }
    }

    fn op(seconde: i64) -> Moment {
        Moment(seconde * SECONDE)
    }

    /// Fails so often, and waits as long as is said in between; how long that took, in seconds.
    fn faal(rem: &Rem, poging: Poging, keer: usize) -> i64 {
        let mut nu = 0;
        for _ in 0..keer {
            if let Err(wacht) = rem.neem(&poging, op(nu)) {
                nu += wacht.cast_signed();
                rem.neem(&poging, op(nu)).unwrap();
            }
        }
        nu
    }

    #[test]
    fn elke_fout_na_de_vrije_fouten_duurt_twee_keer_zo_lang_tot_een_kwartier() {
        let rem = Rem::default();
        assert_eq!(faal(&rem, vreemd(1, 2), 5), 0);
        assert_eq!(rem.neem(&vreemd(1, 2), op(0)), Err(2));
        let rem = Rem::default();
        assert_eq!(faal(&rem, vreemd(1, 2), 8), 2 + 4 + 8);
        let rem = Rem::default();
        let nu = faal(&rem, vreemd(1, 2), 30);
        assert_eq!(rem.neem(&vreemd(1, 2), op(nu)), Err(LANGST.cast_unsigned()));
    }

    #[test]
    fn wie_het_goed_doet_begint_opnieuw_en_na_een_uur_is_alles_vergeten() {
        let rem = Rem::default();
        faal(&rem, vreemd(1, 2), 5);
        assert!(rem.neem(&vreemd(1, 2), op(2)).is_ok());
        rem.gelukt(&vreemd(1, 2));
        assert!(rem.neem(&vreemd(1, 2), op(2)).is_ok());
        let rem = Rem::default();
        let nu = faal(&rem, vreemd(1, 2), 30);
        assert!(rem.neem(&vreemd(1, 2), op(nu + 3_601)).is_ok());
    }

    #[test]
    fn veel_plekken_bij_een_account_en_veel_accounts_van_een_plek_helpen_niet() {
        let rem = Rem::default();
        assert!((0..20).all(|van| rem.neem(&vreemd(1, van), op(0)).is_ok()));
        assert!(rem.neem(&vreemd(1, 99), op(0)).is_err());
        let rem = Rem::default();
        assert!((0..20).all(|account| rem.neem(&vreemd(account, 1), op(0)).is_ok()));
        assert!(rem.neem(&vreemd(99, 1), op(0)).is_err());
    }

    #[test]
    fn een_goede_poging_op_een_eigen_account_wist_niet_wat_een_plek_elders_fout_deed() {
        let rem = Rem::default();
        for account in 0..20 {
            rem.neem(&vreemd(account, 1), op(0)).unwrap();
        }
        rem.gelukt(&vreemd(0, 1));
        assert!(rem.neem(&vreemd(98, 1), op(0)).is_ok());
        assert!(rem.neem(&vreemd(99, 1), op(0)).is_err());
    }

    #[test]
    fn het_geheugen_blijft_begrensd_en_wie_wordt_aangevallen_blijft_geteld() {
        let rem = Rem::default();
        for van in 0..20 {
            rem.neem(&vreemd(1, van), op(0)).unwrap();
        }
        for nummer in 0..u128::try_from(HOOGSTENS * 2).unwrap() {
            let anders = (nummer + 1_000).to_be_bytes();
            rem.neem(&Poging { account: anders, van: anders, toestel: None }, op(0)).unwrap();
        }
        assert!(rem.alle().values().all(|tellers| tellers.len() <= HOOGSTENS));
        assert!(rem.alle()[&Soort::Account].contains_key(&[[1; 16], [0; 16]]));
        assert!(rem.neem(&vreemd(1, 99), op(0)).is_err());
    }

    proptest! {
        /// Whatever others do without the secret of an earlier log-in, the owner's own client goes first time.
        #[test]
        fn wie_geen_toestel_heeft_sluit_de_eigenaar_niet_buiten(
            aanval in proptest::collection::vec((any::<u8>(), any::<u8>(), 0..60_i64), 0..200),
        ) {
            let rem = Rem::default();
            let mut nu = 0;
            for (account, van, daarna) in aanval {
                let _ = rem.neem(&vreemd(account % 3, van % 5), op(nu));
                nu += daarna;
            }
            prop_assert_eq!(rem.neem(&EIGENAAR, op(nu)), Ok(()));
        }
    }
}
