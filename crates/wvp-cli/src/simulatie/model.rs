//! How long people are ill, and when it begins: figures of the field as a curve.

use wvp_domain::Datum;

/// One dossier: when it begins and how long it lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// Number within the caseload, from 0.
    pub nummer: u32,
    /// The seed of the caseload.
    pub seed: u64,
    /// First day of illness.
    pub begin: Datum,
    /// Days of illness.
    pub duur_dagen: i32,
}

/// Of a million reports: how many last at least so many days. The first week and month follow the
/// survey of employees (69% up to a week, 90% up to a month), the rest the survivors per year at week 6,
/// 13, 26, 42, 52 and 104 out of 11.3 million reports; between the points the curve is log-linear.
const OVERLEVING: [(i32, f64); 9] = [
    (0, 1_000_000.0),
    (7, 310_000.0),
    (28, 103_000.0),
    (42, 79_600.0),
    (91, 41_600.0),
    (182, 21_200.0),
    (294, 11_900.0),
    (364, 9_300.0),
    (728, 4_160.0),
];

/// Of a hundred first days, how many fall on each day of the week from Monday on.
const WEEKDAGEN: [u64; 7] = [34, 19, 16, 13, 10, 4, 4];

/// Every dossier of a caseload, by number; the same seed gives the same dossiers.
#[must_use]
pub fn plannen(seed: u64, dossiers: u32, van: Datum, tot: Datum) -> Vec<Plan> {
    let weken = u64::try_from(van.dagen_tot(tot) / 7).unwrap_or(0).max(1);
    (0..dossiers)
        .map(|nummer| {
            let mut toeval = Toeval::new(seed ^ u64::from(nummer).wrapping_mul(0x9E37_79B9));
            let week = i32::try_from(toeval.tot(weken)).unwrap_or(0);
            let begin = van.plus(week * 7 + weekdag(toeval.tot(100)));
            Plan { nummer, seed, begin, duur_dagen: duur_dagen(toeval.kans()) }
        })
        .collect()
}

/// How many days an illness lasts when this share (0 to 1) lasts at least as long; at least one day.
#[must_use]
pub fn duur_dagen(aandeel: f64) -> i32 {
    let gezocht = (aandeel * 1_000_000.0).max(1.0);
    for ((dag, boven), (later, onder)) in OVERLEVING.iter().zip(OVERLEVING.iter().skip(1)) {
        if gezocht > *onder {
            let deel = (boven / gezocht).ln() / (boven / onder).ln();
            return (dag + heel(f64::from(later - dag) * deel)).max(1);
        }
    }
    // Whoever is ill after two years stays ill: the wachttijd is over.
    OVERLEVING.last().map_or(1, |(dag, _)| *dag)
}

#[expect(clippy::cast_possible_truncation, reason = "a number of days within two years")]
fn heel(dagen: f64) -> i32 {
    dagen.round() as i32
}

/// Days after Monday.
fn weekdag(honderdste: u64) -> i32 {
    let mut rest = honderdste;
    for (dag, aandeel) in (0..).zip(WEEKDAGEN) {
        if rest < aandeel {
            return dag;
        }
        rest -= aandeel;
    }
    0
}

/// Chance that can be repeated (splitmix64).
struct Toeval(u64);

impl Toeval {
    fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn volgende(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn tot(&mut self, grens: u64) -> u64 {
        self.volgende() % grens.max(1)
    }

    /// Between 0 and 1.
    fn kans(&mut self) -> f64 {
        let boven = u32::try_from(self.volgende() >> 32).unwrap_or(u32::MAX);
        (f64::from(boven) + 1.0) / (f64::from(u32::MAX) + 1.0)
    }
}

#[cfg(test)]
mod tests {
    use wvp_domain::Datum;

    use super::{Plan, duur_dagen, plannen};

    fn datum(tekst: &str) -> Datum {
        tekst.parse().unwrap()
    }

    #[test]
    fn de_kromme_gaat_door_de_cijfers_van_het_veld() {
        for (aandeel, dagen) in [(0.31, 7), (0.0796, 42), (0.0093, 364), (0.00416, 728), (0.0, 728)]
        {
            assert!((duur_dagen(aandeel) - dagen).abs() <= 1, "{aandeel}: {}", duur_dagen(aandeel));
        }
    }

    #[test]
    fn van_honderdduizend_meldingen_zijn_er_ongeveer_achtduizend_langer_dan_zes_weken() {
        let alle = plannen(1, 100_000, datum("2024-01-01"), datum("2025-12-31"));
        let lang = alle.iter().filter(|plan| plan.duur_dagen >= 42).count();
        assert!((7_500..8_500).contains(&lang), "{lang}");
    }

    #[test]
    fn hetzelfde_zaad_geeft_dezelfde_voorraad_en_een_ander_een_andere() {
        let plan = |seed| plannen(seed, 50, datum("2024-01-01"), datum("2025-12-31"));
        let zonder_seed = |plannen: Vec<Plan>| -> Vec<(Datum, i32)> {
            plannen.into_iter().map(|plan| (plan.begin, plan.duur_dagen)).collect()
        };
        assert_eq!(plan(7), plan(7));
        assert_ne!(zonder_seed(plan(7)), zonder_seed(plan(8)));
    }
}
