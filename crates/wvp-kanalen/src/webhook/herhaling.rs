//! When a delivery that failed is tried again, and when it is given up.

use std::time::Duration;

use uuid::Uuid;
use wvp_engine::BezorgFout;

/// How long to wait between attempts: each wait longer than the one before, up to a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Herhaalschema {
    /// Wait after the first attempt.
    pub eerste: Duration,
    /// By how much each wait grows.
    pub factor: u32,
    /// Longest wait.
    pub hoogste: Duration,
    /// Attempts in all, the first included; after the last it is given up.
    pub pogingen_max: u32,
}

/// Half a minute, two, eight, and so on up to six hours; given up after 14 attempts, some two days later.
impl Default for Herhaalschema {
    fn default() -> Self {
        Self {
            eerste: Duration::from_secs(30),
            factor: 4,
            hoogste: Duration::from_hours(6),
            pogingen_max: 14,
        }
    }
}

/// What to do after an attempt that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Volgende {
    /// Try again after this time.
    Na(Duration),
    /// Give up.
    Opgeven,
}

impl Herhaalschema {
    /// What to do after the attempt with this number, counted from 1, failed for now.
    #[must_use]
    pub fn na(&self, poging: u32) -> Volgende {
        if poging >= self.pogingen_max {
            return Volgende::Opgeven;
        }
        let keer = self.factor.checked_pow(poging.saturating_sub(1));
        let wacht = keer.and_then(|keer| self.eerste.checked_mul(keer));
        Volgende::Na(wacht.unwrap_or(self.hoogste).min(self.hoogste))
    }

    /// What to do after the attempt with this number, counted from 1, failed in this way.
    #[must_use]
    pub fn na_fout(&self, poging: u32, fout: &BezorgFout) -> Volgende {
        if fout.is_blijvend() { Volgende::Opgeven } else { self.na(poging) }
    }
}

/// A delivery that was given up, for the list that somebody goes through. It holds no content: by its id the
/// event is found in the log, and can be offered again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Onbestelbaar {
    /// Id of the event or message.
    pub id: Uuid,
    /// Name of the receiver in the settings; no address.
    pub ontvanger: String,
    /// Attempts made.
    pub pogingen: u32,
    /// Why it was given up.
    pub reden: Reden,
}

/// Why a delivery was given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reden {
    /// It would never go well; how it failed.
    Blijvend(BezorgFout),
    /// It was tried as often as the schedule allows; how it failed last.
    TeVaak(BezorgFout),
}

impl Onbestelbaar {
    /// Notes a delivery that was given up after the attempt with this number.
    #[must_use]
    pub fn na(id: Uuid, ontvanger: &str, pogingen: u32, fout: BezorgFout) -> Self {
        let reden = if fout.is_blijvend() { Reden::Blijvend(fout) } else { Reden::TeVaak(fout) };
        Self { id, ontvanger: ontvanger.to_owned(), pogingen, reden }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use wvp_engine::BezorgFout;

    use super::{Herhaalschema, Volgende};

    #[test]
    fn elke_wachttijd_is_langer_tot_de_grens_en_dan_houdt_het_op() {
        let schema = Herhaalschema::default();
        let wachttijden: Vec<u64> = (1..)
            .map_while(|poging| match schema.na(poging) {
                Volgende::Na(wacht) => Some(wacht.as_secs()),
                Volgende::Opgeven => None,
            })
            .collect();
        assert_eq!(wachttijden[..7], [30, 120, 480, 1_920, 7_680, 21_600, 21_600]);
        assert_eq!(wachttijden.len(), 13);
        let totaal: u64 = wachttijden.iter().sum();
        assert!(totaal <= Duration::from_hours(52).as_secs(), "{totaal}");
        assert_eq!(schema.na(u32::MAX), Volgende::Opgeven);
    }

    #[test]
    fn wat_blijvend_mislukt_wordt_meteen_opgegeven() {
        let schema = Herhaalschema::default();
        let blijvend = BezorgFout::Blijvend("x".to_owned());
        assert_eq!(schema.na_fout(1, &blijvend), Volgende::Opgeven);
        let tijdelijk = BezorgFout::Tijdelijk("x".to_owned());
        assert_eq!(schema.na_fout(1, &tijdelijk), Volgende::Na(schema.eerste));
    }
}
