//! Spells become chains, and a chain has its own first day of illness: D* (R-21..R-23, R-28..R-30, C-08).

use crate::{Datum, Ziekteperiode};

/// Longest gap in days that still joins two spells (R-21: less than four weeks).
pub const LANGSTE_ONDERBREKING_DAGEN: i32 = 27;

/// Days from D* to the last day of the wachttijd (C-07: 104 weeks, the last day counts).
pub const LAATSTE_WACHTTIJDDAG: i32 = 727;

/// A stretch of zwangerschaps- or bevallingsverlof, both days inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Verlofperiode {
    /// First day.
    pub van: Datum,
    /// Last day.
    pub tot_en_met: Datum,
    /// Whether the illness beside it has the same cause; otherwise it is part of the gap.
    pub zelfde_oorzaak: bool,
}

impl Verlofperiode {
    /// Number of days, both ends inclusive.
    #[must_use]
    pub fn dagen(&self) -> i32 {
        self.van.dagen_tot(self.tot_en_met).saturating_add(1)
    }
}

/// A gap between two spells of one chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Onderbreking {
    /// First fit day.
    pub van: Datum,
    /// First day of illness after it; the gap is half-open.
    pub tot: Datum,
}

impl Onderbreking {
    /// Number of days that do not count.
    #[must_use]
    pub fn dagen(&self) -> i32 {
        self.van.dagen_tot(self.tot)
    }
}

/// Spells that the law adds up: one case, with one clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keten {
    /// First day of illness of the first spell (D).
    pub eerste_ziektedag: Datum,
    /// The spells, oldest first; none overlap, and those that met are one.
    pub perioden: Vec<Ziekteperiode>,
    /// The gaps between them, oldest first.
    pub onderbrekingen: Vec<Onderbreking>,
    /// Leave whose days are skipped, oldest first.
    pub verlof: Vec<Verlofperiode>,
    /// Leave that counts as a gap, oldest first.
    pub onderbrekend_verlof: Vec<Verlofperiode>,
    /// Leave that begins after the wachttijd: it moves a loonsanctie, not the wachttijd.
    pub verlof_na_wachttijd: Vec<Verlofperiode>,
    /// First day of the next chain, if there is one.
    pub tot: Option<Datum>,
}

impl Keten {
    /// D*: the first day of illness, shifted by every gap and by the leave that is skipped.
    #[must_use]
    pub fn verschoven_eerste_ziektedag(&self) -> Datum {
        self.eerste_ziektedag.plus(self.onderbroken_dagen().saturating_add(self.verlof_dagen()))
    }

    /// Days of leave that are skipped.
    #[must_use]
    pub fn verlof_dagen(&self) -> i32 {
        self.verlof.iter().map(Verlofperiode::dagen).sum()
    }

    /// First fit day after the last spell; none while ill.
    #[must_use]
    pub fn hersteld_per(&self) -> Option<Datum> {
        self.perioden.last().and_then(|periode| periode.hersteld_per)
    }

    /// First day of illness after the last gap; none when there was no gap. Two spells that follow each
    /// other without a day between are one illness, and no relapse.
    #[must_use]
    pub fn terugval(&self) -> Option<Datum> {
        let mut gaten = self.onderbrekingen.iter().rev();
        gaten.find(|onderbreking| onderbreking.dagen() > 0).map(|onderbreking| onderbreking.tot)
    }

    /// Whether the employee was ill on a day of this chain, or on leave that counts through.
    #[must_use]
    pub fn is_ziek_of_met_verlof_op(&self, dag: Datum) -> bool {
        let ziek = self.perioden.iter().any(|periode| {
            periode.eerste_ziektedag <= dag && periode.hersteld_per.is_none_or(|tot| dag < tot)
        });
        let mut verlof = self.verlof.iter().chain(&self.verlof_na_wachttijd);
        ziek || verlof.any(|verlof| verlof.van <= dag && dag <= verlof.tot_en_met)
    }

    /// Whether a day lies in this chain: from its first day up to the next chain.
    #[must_use]
    pub fn bevat(&self, dag: Datum) -> bool {
        dag >= self.eerste_ziektedag && self.tot.is_none_or(|tot| dag < tot)
    }

    /// Where the second clock, that of the opzegverbod, would start: illness by pregnancy
    /// before the leave and the leave itself do not count, illness after it does. None when no day
    /// counts. `peildatum` bounds a spell that still runs.
    #[must_use]
    pub fn begin_opzegverbod(&self, peildatum: Datum) -> Option<Datum> {
        let begin = self.perioden.iter().find_map(|periode| self.telt_vanaf(periode))?;
        let onderbroken: i32 = self
            .onderbrekingen
            .iter()
            .filter(|onderbreking| onderbreking.van >= begin)
            .map(Onderbreking::dagen)
            .sum();
        let door_zwangerschap: Vec<(Datum, Datum)> = self
            .perioden
            .iter()
            .filter(|periode| periode.eerste_ziektedag >= begin)
            .filter_map(|periode| {
                let tot = match (self.telt_vanaf(periode), periode.hersteld_per) {
                    (Some(vanaf), _) => vanaf,
                    (None, Some(hersteld_per)) => hersteld_per,
                    (None, None) => peildatum.volgende(),
                };
                (periode.eerste_ziektedag < tot).then_some((periode.eerste_ziektedag, tot))
            })
            .collect();
        let niet_geteld: i32 = door_zwangerschap.iter().map(|(van, tot)| van.dagen_tot(*tot)).sum();
        let al_geteld = |verlof: &Verlofperiode| {
            door_zwangerschap
                .iter()
                .any(|(van, tot)| *van <= verlof.van && verlof.tot_en_met < *tot)
        };
        let verlof: i32 = self
            .verlof
            .iter()
            .filter(|verlof| verlof.van >= begin && !al_geteld(verlof))
            .map(Verlofperiode::dagen)
            .sum();
        Some(begin.plus(onderbroken.saturating_add(verlof).saturating_add(niet_geteld)))
    }

    /// First day of the spell that counts for the opzegverbod: of a spell by pregnancy the day after
    /// the last leave in it; none when it holds no leave.
    fn telt_vanaf(&self, periode: &Ziekteperiode) -> Option<Datum> {
        if !periode.telt_niet_voor_opzegverbod {
            return Some(periode.eerste_ziektedag);
        }
        let binnen = |verlof: &&Verlofperiode| {
            periode.eerste_ziektedag <= verlof.van
                && periode.hersteld_per.is_none_or(|hersteld| verlof.tot_en_met < hersteld)
        };
        let laatste = self.verlof.iter().filter(binnen).map(|verlof| verlof.tot_en_met).max()?;
        // Illness that ends with the leave leaves no day that counts.
        let na = laatste.volgende();
        periode.hersteld_per.is_none_or(|hersteld| na < hersteld).then_some(na)
    }

    fn onderbroken_dagen(&self) -> i32 {
        self.onderbrekingen.iter().map(Onderbreking::dagen).sum()
    }

    fn begin(periode: Ziekteperiode) -> Self {
        Self {
            eerste_ziektedag: periode.eerste_ziektedag,
            perioden: vec![periode],
            onderbrekingen: vec![],
            verlof: vec![],
            onderbrekend_verlof: vec![],
            verlof_na_wachttijd: vec![],
            tot: None,
        }
    }
}

/// Joins spells into chains, oldest first (R-21..R-23): only consecutive spells are compared, and a
/// chain may have any length.
///
/// Leave within a spell, or filling a gap from end to end, with the same cause is skipped; any
/// other leave cuts the spells it touches and so is part of a gap.
#[must_use]
pub fn ketens(perioden: &[Ziekteperiode], verlof: &[Verlofperiode]) -> Vec<Keten> {
    samengeteld(perioden, verlof, Verloftelling::Onderbreekt)
}

/// As [`ketens`], but days of leave do not count towards the four weeks (the other reading of K-2).
/// They still shift the clock: nobody was ill then.
#[must_use]
pub fn ketens_zonder_verlofdagen(
    perioden: &[Ziekteperiode],
    verlof: &[Verlofperiode],
) -> Vec<Keten> {
    samengeteld(perioden, verlof, Verloftelling::TeltNietMee)
}

/// Whether leave counts towards the four weeks (K-2).
#[derive(Debug, Clone, Copy)]
enum Verloftelling {
    Onderbreekt,
    TeltNietMee,
}

fn samengeteld(
    perioden: &[Ziekteperiode],
    verlof: &[Verlofperiode],
    telling: Verloftelling,
) -> Vec<Keten> {
    let verlof = aaneengesloten(verlof);
    let (perioden, naden) = zonder_naden(perioden);
    let perioden = perioden.as_slice();
    let (overgeslagen, onderbrekend): (Vec<_>, Vec<_>) =
        verlof.into_iter().partition(|verlof| is_overgeslagen(perioden, verlof));
    let mut ketens: Vec<Keten> = vec![];
    for periode in zonder_verlof(perioden, &onderbrekend) {
        let Some(laatste) = ketens.last_mut() else {
            ketens.push(Keten::begin(periode));
            continue;
        };
        let buiten_telling = match telling {
            Verloftelling::Onderbreekt => &[][..],
            Verloftelling::TeltNietMee => &onderbrekend,
        };
        if !voeg_toe(laatste, periode, &overgeslagen, buiten_telling) {
            laatste.tot = Some(periode.eerste_ziektedag);
            ketens.push(Keten::begin(periode));
        }
    }
    for keten in &mut ketens {
        sla_verlof_over(keten, &overgeslagen);
        noteer_naden(keten, &naden);
        let hier = onderbrekend.iter().filter(|verlof| keten.bevat(verlof.van));
        keten.onderbrekend_verlof = hier.copied().collect();
    }
    ketens
}

/// The spells with those that follow each other without a day between made one, and the days on which
/// they met: to the law it is one illness, whatever was reported.
fn zonder_naden(perioden: &[Ziekteperiode]) -> (Vec<Ziekteperiode>, Vec<Datum>) {
    let (mut heel, mut naden): (Vec<Ziekteperiode>, Vec<Datum>) = (vec![], vec![]);
    for periode in perioden {
        match heel.last_mut() {
            Some(vorige)
                if vorige.hersteld_per == Some(periode.eerste_ziektedag)
                    && vorige.telt_niet_voor_opzegverbod == periode.telt_niet_voor_opzegverbod =>
            {
                vorige.hersteld_per = periode.hersteld_per;
                naden.push(periode.eerste_ziektedag);
            }
            Some(_) | None => heel.push(*periode),
        }
    }
    (heel, naden)
}

/// Shows the gaps of no days among the others, in order.
fn noteer_naden(keten: &mut Keten, naden: &[Datum]) {
    let hier = naden.iter().filter(|dag| keten.bevat(**dag));
    let leeg: Vec<Onderbreking> = hier.map(|dag| Onderbreking { van: *dag, tot: *dag }).collect();
    keten.onderbrekingen.extend(leeg);
    keten.onderbrekingen.sort_by_key(|onderbreking| onderbreking.van);
}

/// Adds a spell when the gap allows it; says whether it did.
fn voeg_toe(
    keten: &mut Keten,
    periode: Ziekteperiode,
    overgeslagen: &[Verlofperiode],
    buiten_telling: &[Verlofperiode],
) -> bool {
    let Some(van) = keten.hersteld_per() else { return false };
    let onderbreking = Onderbreking { van, tot: periode.eerste_ziektedag };
    let vol_verlof = overgeslagen.iter().any(|verlof| vult(verlof, onderbreking));
    let niet_geteld: i32 = buiten_telling.iter().map(|verlof| dagen_in(verlof, onderbreking)).sum();
    let getelde_dagen = onderbreking.dagen().saturating_sub(niet_geteld);
    if !vol_verlof && getelde_dagen > LANGSTE_ONDERBREKING_DAGEN {
        return false;
    }
    if !vol_verlof {
        keten.onderbrekingen.push(onderbreking);
    }
    keten.perioden.push(periode);
    true
}

/// Skips the leave of this chain, oldest first; leave after the wachttijd stands apart.
fn sla_verlof_over(keten: &mut Keten, overgeslagen: &[Verlofperiode]) {
    for verlof in overgeslagen {
        if !keten.bevat(verlof.van) {
            continue;
        }
        let einde_wachttijd = keten.verschoven_eerste_ziektedag().plus(LAATSTE_WACHTTIJDDAG);
        if verlof.van > einde_wachttijd {
            keten.verlof_na_wachttijd.push(*verlof);
        } else {
            keten.verlof.push(*verlof);
        }
    }
}

/// Leave in order; stretches of the same sort that follow each other become one.
fn aaneengesloten(verlof: &[Verlofperiode]) -> Vec<Verlofperiode> {
    let mut gesorteerd = verlof.to_vec();
    gesorteerd.sort_unstable();
    let mut samen: Vec<Verlofperiode> = vec![];
    for periode in gesorteerd {
        match samen.last_mut() {
            Some(vorige)
                if vorige.zelfde_oorzaak == periode.zelfde_oorzaak
                    && periode.van <= vorige.tot_en_met.volgende() =>
            {
                vorige.tot_en_met = vorige.tot_en_met.max(periode.tot_en_met);
            }
            Some(_) | None => samen.push(periode),
        }
    }
    samen
}

fn is_overgeslagen(perioden: &[Ziekteperiode], verlof: &Verlofperiode) -> bool {
    let binnen = |periode: &Ziekteperiode| {
        periode.eerste_ziektedag <= verlof.van
            && periode.hersteld_per.is_none_or(|hersteld| verlof.tot_en_met < hersteld)
    };
    let tussen = perioden.iter().zip(perioden.iter().skip(1)).any(|(vorige, volgende)| {
        vorige.hersteld_per == Some(verlof.van)
            && verlof.tot_en_met.volgende() == volgende.eerste_ziektedag
    });
    verlof.zelfde_oorzaak && (tussen || perioden.iter().any(binnen))
}

fn vult(verlof: &Verlofperiode, onderbreking: Onderbreking) -> bool {
    verlof.van == onderbreking.van && verlof.tot_en_met.volgende() == onderbreking.tot
}

/// Days of leave that lie in the gap.
fn dagen_in(verlof: &Verlofperiode, onderbreking: Onderbreking) -> i32 {
    let van = verlof.van.max(onderbreking.van);
    let tot = verlof.tot_en_met.volgende().min(onderbreking.tot);
    van.dagen_tot(tot).max(0)
}

/// The spells without the days of leave that interrupt them.
fn zonder_verlof(perioden: &[Ziekteperiode], verlof: &[Verlofperiode]) -> Vec<Ziekteperiode> {
    verlof.iter().fold(perioden.to_vec(), |perioden, verlof| {
        perioden.iter().flat_map(|periode| knip(*periode, verlof)).flatten().collect()
    })
}

/// What is left of a spell before and after the leave.
fn knip(periode: Ziekteperiode, verlof: &Verlofperiode) -> [Option<Ziekteperiode>; 2] {
    let Ziekteperiode { eerste_ziektedag, hersteld_per, .. } = periode;
    let na = verlof.tot_en_met.volgende();
    let raakt = verlof.van < hersteld_per.unwrap_or(na) && eerste_ziektedag < na;
    if !raakt {
        return [Some(periode), None];
    }
    let ervoor = (eerste_ziektedag < verlof.van)
        .then_some(Ziekteperiode { hersteld_per: Some(verlof.van), ..periode });
    let erna = hersteld_per
        .is_none_or(|hersteld| hersteld > na)
        .then_some(Ziekteperiode { eerste_ziektedag: na, ..periode });
    [ervoor, erna]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Keten, Verlofperiode, ketens};
    use crate::{Datum, Ziekteperiode};

    fn datum(tekst: &str) -> Datum {
        tekst.parse().unwrap()
    }

    fn periode(van: &str, hersteld_per: &str) -> Ziekteperiode {
        Ziekteperiode {
            eerste_ziektedag: datum(van),
            hersteld_per: (!hersteld_per.is_empty()).then(|| datum(hersteld_per)),
            telt_niet_voor_opzegverbod: false,
        }
    }

    fn verlof(van: &str, tot_en_met: &str, zelfde_oorzaak: bool) -> Verlofperiode {
        Verlofperiode { van: datum(van), tot_en_met: datum(tot_en_met), zelfde_oorzaak }
    }

    /// Start, gaps and D* of every chain.
    fn lees(ketens: &[Keten]) -> Vec<(String, Vec<i32>, String)> {
        ketens
            .iter()
            .map(|keten| {
                let gaten = keten.onderbrekingen.iter().map(super::Onderbreking::dagen).collect();
                let begin = keten.eerste_ziektedag.to_string();
                (begin, gaten, keten.verschoven_eerste_ziektedag().to_string())
            })
            .collect()
    }

    #[track_caller]
    fn check(
        perioden: &[Ziekteperiode],
        verlof: &[Verlofperiode],
        verwacht: &[(&str, &[i32], &str)],
    ) {
        let verwacht: Vec<_> = verwacht
            .iter()
            .map(|(begin, gaten, d_ster)| {
                ((*begin).to_owned(), gaten.to_vec(), (*d_ster).to_owned())
            })
            .collect();
        assert_eq!(lees(&ketens(perioden, verlof)), verwacht);
    }

    #[test]
    fn zevenentwintig_dagen_hersteld_is_een_geval() {
        let perioden = [periode("2025-03-03", "2025-04-14"), periode("2025-05-11", "")];
        check(&perioden, &[], &[("2025-03-03", &[27], "2025-03-30")]);
    }

    #[test]
    fn achtentwintig_dagen_hersteld_is_een_nieuw_geval() {
        let perioden = [periode("2025-03-03", "2025-04-14"), periode("2025-05-12", "")];
        let verwacht: [(_, &[i32], _); 2] =
            [("2025-03-03", &[], "2025-03-03"), ("2025-05-12", &[], "2025-05-12")];
        check(&perioden, &[], &verwacht);
    }

    #[test]
    fn een_keten_van_drie_breekt_niet_als_de_eerste_lang_geleden_is() {
        let perioden = [
            periode("2024-01-08", "2024-04-01"),
            periode("2024-04-15", "2024-07-01"),
            periode("2024-07-24", ""),
        ];
        check(&perioden, &[], &[("2024-01-08", &[14, 23], "2024-02-14")]);
    }

    #[test]
    fn verlof_dat_de_onderbreking_vult_met_dezelfde_oorzaak_telt_niet_als_onderbreking() {
        let perioden = [periode("2025-01-06", "2025-06-02"), periode("2025-09-22", "")];
        let verlof = [verlof("2025-06-02", "2025-09-21", true)];
        check(&perioden, &verlof, &[("2025-01-06", &[], "2025-04-28")]);
    }

    #[test]
    fn verlof_in_een_ziekteperiode_met_dezelfde_oorzaak_schuift_de_klok() {
        let verlof = [verlof("2025-06-02", "2025-09-21", true)];
        check(&[periode("2025-01-06", "")], &verlof, &[("2025-01-06", &[], "2025-04-28")]);
    }

    #[test]
    fn zwangerschaps_en_bevallingsverlof_achter_elkaar_vullen_samen_de_onderbreking() {
        let perioden = [periode("2025-01-06", "2025-06-02"), periode("2025-09-22", "")];
        let verlof =
            [verlof("2025-06-02", "2025-07-13", true), verlof("2025-07-14", "2025-09-21", true)];
        check(&perioden, &verlof, &[("2025-01-06", &[], "2025-04-28")]);
    }

    #[test]
    fn verlof_met_een_andere_oorzaak_is_een_onderbreking_en_geeft_een_nieuw_geval() {
        let verlof = [verlof("2025-06-02", "2025-09-21", false)];
        let verwacht: [(_, &[i32], _); 2] =
            [("2025-01-06", &[], "2025-01-06"), ("2025-09-22", &[], "2025-09-22")];
        check(&[periode("2025-01-06", "")], &verlof, &verwacht);
    }

    #[test]
    fn verlof_dat_niet_aansluit_is_deel_van_de_onderbreking() {
        let perioden = [periode("2025-01-06", "2025-05-26"), periode("2025-06-16", "")];
        let verlof = [verlof("2025-06-02", "2025-06-15", true)];
        check(&perioden, &verlof, &[("2025-01-06", &[21], "2025-01-27")]);
    }

    #[test]
    fn verlof_na_de_wachttijd_verschuift_de_wachttijd_niet() {
        let gevallen =
            ketens(&[periode("2024-01-01", "")], &[verlof("2026-02-02", "2026-05-24", true)]);
        assert_eq!(gevallen[0].verschoven_eerste_ziektedag(), datum("2024-01-01"));
        assert_eq!(gevallen[0].verlof_na_wachttijd.len(), 1);
    }

    #[test]
    fn ziekte_door_zwangerschap_telt_niet_voor_het_opzegverbod() {
        let mut perioden = [
            periode("2025-01-06", "2025-02-03"),
            periode("2025-02-10", "2025-03-03"),
            periode("2025-03-10", ""),
        ];
        perioden[1].telt_niet_voor_opzegverbod = true;
        let keten = &ketens(&perioden, &[])[0];
        let begin = keten.begin_opzegverbod(datum("2025-04-01"));
        assert_eq!(begin, Some(datum("2025-01-06").plus(7 + 21 + 7)));
    }

    prop_compose! {
        /// Spells as (days ill, days fit after it).
        fn verloop()(stappen in prop::collection::vec((1..200_i32, 1..60_i32), 1..12))
            -> (Vec<(i32, i32)>, Vec<Ziekteperiode>) {
            let mut dag = datum("2010-01-04");
            let mut perioden = vec![];
            for (ziek, fit) in &stappen {
                let hersteld_per = dag.plus(*ziek);
                perioden.push(Ziekteperiode {
                    eerste_ziektedag: dag,
                    hersteld_per: Some(hersteld_per),
                    telt_niet_voor_opzegverbod: false,
                });
                dag = hersteld_per.plus(*fit);
            }
            (stappen, perioden)
        }
    }

    proptest! {
        #[test]
        fn een_keten_breekt_precies_bij_achtentwintig_dagen((stappen, perioden) in verloop()) {
            let gaten = &stappen[..stappen.len() - 1];
            let breuken = gaten.iter().filter(|(_, fit)| *fit >= 28).count();
            prop_assert_eq!(ketens(&perioden, &[]).len(), breuken + 1);
        }

        #[test]
        fn de_klok_schuift_met_alle_onderbrekingen_van_de_keten((_, perioden) in verloop()) {
            for keten in ketens(&perioden, &[]) {
                let eerder: i32 = keten.perioden[..keten.perioden.len() - 1]
                    .iter()
                    .map(|p| p.eerste_ziektedag.dagen_tot(p.hersteld_per.unwrap()))
                    .sum();
                let laatste = keten.perioden.last().unwrap().eerste_ziektedag;
                prop_assert_eq!(keten.verschoven_eerste_ziektedag(), laatste.plus(-eerder));
            }
        }

        #[test]
        fn elke_periode_staat_in_volgorde_in_precies_een_keten((_, perioden) in verloop()) {
            let gevallen = ketens(&perioden, &[]);
            let terug: Vec<_> = gevallen.iter().flat_map(|keten| keten.perioden.clone()).collect();
            prop_assert_eq!(terug, perioden);
        }

        #[test]
        fn verlof_in_een_periode_knippen_geeft_hetzelfde_als_twee_meldingen(
            ziek in 1..100_i32, dagen in 1..28_i32,
        ) {
            let begin = datum("2025-01-06");
            let van = begin.plus(ziek);
            let onderbrekend =
                Verlofperiode { van, tot_en_met: van.plus(dagen - 1), zelfde_oorzaak: false };
            let heel = Ziekteperiode {
                eerste_ziektedag: begin, hersteld_per: None, telt_niet_voor_opzegverbod: false,
            };
            let gemeld = [
                Ziekteperiode { hersteld_per: Some(van), ..heel },
                Ziekteperiode { eerste_ziektedag: van.plus(dagen), ..heel },
            ];
            prop_assert_eq!(
                lees(&ketens(&[heel], &[onderbrekend])),
                lees(&ketens(&gemeld, &[]))
            );
        }
    }
}
