//! The ladders as data: which rungs, and from which rung on somebody is told in addition.

use std::borrow::Cow;

use crate::TermijnId;
use crate::termijn::{Termijn, rijen};

/// The rungs of a term, and who hears of them beside the one who must act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ladder {
    /// The rungs, in days relative to the last day (negative = before), earliest first, each once.
    pub treden: Cow<'static, [i16]>,
    /// First rung on which the casemanager is told as well (inclusive); none = never.
    pub casemanager_vanaf: Option<i16>,
    /// First rung on which the teamleider is told as well (inclusive); none = never.
    pub teamleider_vanaf: Option<i16>,
}

/// Two weeks, one week and two days ahead, on the day, and twice when it is late. The teamleider hears
/// of what is a week late only: by then reminding alone has not helped.
pub const GEWOON: Ladder = Ladder {
    treden: Cow::Borrowed(&[-14, -7, -2, 0, 1, 7]),
    casemanager_vanaf: Some(0),
    teamleider_vanaf: Some(7),
};

/// For days that nobody can give back: what is late for the report in week 42 is fined by the day
/// and after 81 weeks the leniency of art. 64(6) WIA is lost for good. So it begins
/// four weeks ahead, comes closer together, and the casemanager hears every rung; the teamleider hears
/// of it on the last day, while something can still be done.
pub const HARD: Ladder = Ladder {
    treden: Cow::Borrowed(&[-28, -14, -7, -4, -2, -1, 0, 1, 3, 7]),
    casemanager_vanaf: Some(-28),
    teamleider_vanaf: Some(0),
};

impl Ladder {
    /// The ladder of a row of the table of terms.
    #[must_use]
    pub fn bij(rij: &Termijn) -> Self {
        if rij.hard_alarm { HARD } else { GEWOON }
    }

    /// The ladder of a term; every row of one term has the same.
    #[must_use]
    pub fn van(id: TermijnId) -> Self {
        rijen().find(|rij| rij.id == id).map_or(GEWOON, Self::bij)
    }

    /// The last rung; 0 for a ladder without rungs.
    #[must_use]
    pub fn laatste(&self) -> i16 {
        self.treden.last().copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::{GEWOON, HARD, Ladder};
    use crate::TermijnId;
    use crate::termijn::rijen;

    #[test]
    fn elke_ladder_loopt_op_en_noemt_elke_trede_een_keer() {
        for ladder in [GEWOON, HARD] {
            assert!(ladder.treden.is_sorted_by(|eerst, dan| eerst < dan));
            assert!(ladder.casemanager_vanaf <= ladder.teamleider_vanaf);
        }
    }

    #[test]
    fn de_melding_in_week_42_en_de_grens_van_81_weken_hebben_de_harde_ladder() {
        let hard = |id: &TermijnId| Ladder::van(*id) == HARD;
        let alle: Vec<TermijnId> = TermijnId::ALLE.into_iter().filter(hard).collect();
        assert_eq!(alle, [TermijnId::Melding42eWeek, TermijnId::Grens81Weken]);
    }

    #[test]
    fn alle_rijen_van_een_termijn_hebben_dezelfde_ladder() {
        assert!(rijen().all(|rij| Ladder::bij(rij) == Ladder::van(rij.id)));
    }
}
