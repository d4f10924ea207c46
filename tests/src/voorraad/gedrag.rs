//! What chance makes of a dossier: steps on time, late or never; recovery, relapse, leave, corrections.

use wvp_domain::Datum;

use super::toeval::Toeval;
use super::{Daad, Levensloop};

/// First day of every caseload, a Monday, counted as the calendar does.
const BEGIN: (i32, u32, u32) = (2024, 1, 1);
/// The first days of illness lie within these days.
pub const SPREIDING_DAGEN: i32 = 28;
/// 104 weeks for the last who fall ill, and some days to close.
const DAGEN: i32 = SPREIDING_DAGEN + 728 + 21;
/// The days after which every step of a case of two years is expected.
const STAPPEN: [(i32, Daad); 12] = [
    (7, Daad::MeldingArbodienst),
    (55, Daad::Casemanager),
    (290, Daad::Week42),
    (360, Daad::Eerstejaarsevaluatie),
    (612, Daad::UwvBrief),
    (625, Daad::ActueelOordeel),
    (625, Daad::MedischeInformatie),
    (628, Daad::OordeelAangeboden),
    (630, Daad::Eindevaluatie),
    (632, Daad::OordeelWerknemer),
    (637, Daad::RivOver),
    (644, Daad::WiaAanvraag),
];

/// The first and the last day (inclusive) of every caseload.
#[must_use]
pub fn periode() -> (Datum, Datum) {
    let (jaar, maand, dag) = BEGIN;
    let begin = Datum::ymd(jaar, maand, dag).unwrap_or(Datum::EERSTE);
    (begin, begin.plus(DAGEN))
}

/// Every dossier of a caseload; the same seed gives the same ones. Who falls ill again after more than four
/// weeks gets another dossier, so there are somewhat more than there are employees.
#[must_use]
pub fn levenslopen(seed: u64, werknemers: u32) -> Vec<Levensloop> {
    levenslopen_vanaf(periode().0, seed, werknemers)
}

/// The same, for a caseload of which this is the first day.
#[must_use]
pub fn levenslopen_vanaf(eerste: Datum, seed: u64, werknemers: u32) -> Vec<Levensloop> {
    (0..werknemers).flat_map(|nummer| van_werknemer(eerste, seed, nummer)).collect()
}

fn van_werknemer(eerste: Datum, seed: u64, nummer: u32) -> Vec<Levensloop> {
    let laatste = eerste.plus(DAGEN);
    let mut toeval = Toeval::new(seed ^ u64::from(nummer).wrapping_mul(0x9E37_79B9));
    let mut begin = eerste.plus(toeval.tussen(0, SPREIDING_DAGEN - 1));
    let mut levenslopen = vec![];
    for deel in 0.. {
        let mut gang = Gang::new(&mut toeval, begin);
        let tot = gang.speel().map_or(laatste, |hersteld| laatste.min(hersteld));
        let mut daden = gang.daden;
        daden.retain(|(dag, _)| *dag <= tot);
        daden.sort_unstable();
        levenslopen.push(Levensloop { seed, nummer, deel, begin, daden });
        begin = tot.plus(toeval.tussen(29, 90));
        if begin.plus(60) > laatste || !toeval.kans(40) {
            break;
        }
    }
    levenslopen
}

/// A dossier as it comes about.
struct Gang<'a> {
    toeval: &'a mut Toeval,
    begin: Datum,
    /// How many of a hundred steps are taken on time.
    stipt: i32,
    daden: Vec<(Datum, Daad)>,
}

impl<'a> Gang<'a> {
    fn new(toeval: &'a mut Toeval, begin: Datum) -> Self {
        let stipt = toeval.tussen(40, 95);
        Self { toeval, begin, stipt, daden: vec![(begin, Daad::Ziekmelding)] }
    }

    /// Gives the day of the recovery that lasts; none for whoever stays ill.
    fn speel(&mut self) -> Option<Datum> {
        for (na, daad) in STAPPEN {
            self.ooit(na, daad);
        }
        // Without the one there cannot be the other.
        if let Some(na) = self.ooit(41, Daad::Probleemanalyse) {
            self.ooit(na.max(50) + 5, Daad::Plan);
        }
        self.gesprekken();
        if self.toeval.kans(30) {
            let (na, eerder) = (self.toeval.tussen(15, 400), self.toeval.tussen(-10, 5));
            self.doe(na, Daad::Corrigeer(self.begin.plus(eerder)));
        }
        if self.toeval.kans(35) {
            self.blijft_ziek();
            return None;
        }
        self.herstelt()
    }

    /// Every six weeks or so, as far as anybody thinks of it.
    fn gesprekken(&mut self) {
        let mut week = 5;
        while week < 104 {
            if self.toeval.kans(80) {
                self.doe(7 * (week - 1) + 2, Daad::Spreekuur);
            }
            if week > 9 && self.toeval.kans(self.stipt) {
                self.doe(7 * (week - 1) + 1, Daad::Gesprek);
            }
            week += self.toeval.tussen(5, 7);
        }
    }

    /// Ill for two years, perhaps with leave in between, and perhaps closed at the end.
    fn blijft_ziek(&mut self) {
        if self.toeval.kans(25) {
            let van = self.toeval.tussen(60, 400);
            let tot_en_met = van + 111;
            self.doe(van - 7, Daad::Verlof(self.begin.plus(van), self.begin.plus(tot_en_met)));
            self.doe(van, Daad::Hersteld);
            self.doe(tot_en_met + 1, Daad::OpnieuwZiek);
        }
        if self.toeval.kans(50) {
            self.doe(743, Daad::Sluit);
        }
    }

    /// Recovers, and sometimes falls ill again: within four weeks, on the edge, or when it is too late for it.
    fn herstelt(&mut self) -> Option<Datum> {
        let soort = self.toeval.tussen(1, 3);
        let mut hersteld = match soort {
            1 => self.toeval.tussen(10, 42),
            2 => self.toeval.tussen(43, 200),
            _ => self.toeval.tussen(201, 700),
        };
        loop {
            self.doe(hersteld, Daad::Hersteld);
            if self.toeval.kans(50) {
                return Some(self.begin.plus(hersteld));
            }
            let terugval = hersteld + self.toeval.tussen(0, 30);
            self.doe(terugval, Daad::OpnieuwZiek);
            if self.toeval.kans(30) {
                return None;
            }
            hersteld = terugval + self.toeval.tussen(5, 200);
        }
    }

    /// On time, late or never; the answer is after how many days.
    fn ooit(&mut self, na: i32, daad: Daad) -> Option<i32> {
        let na = if self.toeval.kans(self.stipt) {
            na - self.toeval.tussen(0, 9)
        } else if self.toeval.kans(60) {
            na + self.toeval.tussen(1, 40)
        } else {
            return None;
        };
        self.doe(na.max(1), daad);
        Some(na)
    }

    fn doe(&mut self, na: i32, daad: Daad) {
        self.daden.push((self.begin.plus(na), daad));
    }
}

#[cfg(test)]
mod tests {
    use super::{Daad, levenslopen, periode};

    #[test]
    fn hetzelfde_zaad_geeft_dezelfde_voorraad_en_een_ander_een_andere() {
        assert_eq!(levenslopen(7, 20), levenslopen(7, 20));
        let daden = |seed| levenslopen(seed, 20).into_iter().map(|it| it.daden).collect::<Vec<_>>();
        assert_ne!(daden(7), daden(8));
    }

    #[test]
    fn alles_valt_binnen_de_periode_en_begint_met_de_ziekmelding() {
        let (eerste, laatste) = periode();
        for levensloop in levenslopen(1, 200) {
            assert!(levensloop.daden.iter().all(|(dag, _)| (eerste..=laatste).contains(dag)));
            assert_eq!(levensloop.daden[0], (levensloop.begin, Daad::Ziekmelding));
        }
    }
}
