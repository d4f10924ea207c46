//! Where names stand: beside their line, left or right of it, in a lane; no text touches another text or another line.

use super::Stap;

/// More names than this in a row are not tried in every way.
const HOOGSTENS: usize = 11;
/// How many lanes there are.
const BANEN: usize = 7;
/// How far a line may be from that of a text without running into the text.
const NAAST: f64 = 5.0;
/// Room around the row that a text may take.
const RUIMTE: f64 = 8.0;

/// A name with its place.
pub(super) struct Label<'a> {
    pub(super) x: f64,
    pub(super) links: bool,
    pub(super) baan: usize,
    pub(super) stap: &'a Stap,
    breedte: f64,
}

impl Label<'_> {
    /// From where to where the text reaches.
    fn bereik(&self) -> (f64, f64) {
        bereik(self.x, self.breedte, self.links)
    }

    /// Whether a text in a lane, from `van` to `tot` with its line at `x`, touches this one.
    fn botst(&self, baan: usize, x: f64, (van, tot): (f64, f64)) -> bool {
        let (eigen_van, eigen_tot) = self.bereik();
        let op_tekst = self.baan == baan && van < eigen_tot && eigen_van < tot;
        // A line close by its own text runs beside it: steps of one day share a line.
        let raakt = |lijn: f64, bij: f64, van: f64, tot: f64| {
            lijn > van && lijn < tot && (lijn - bij).abs() > NAAST
        };
        let lijn_door_deze = self.baan < baan && raakt(x, self.x, eigen_van, eigen_tot);
        let lijn_door_die = self.baan > baan && raakt(self.x, x, van, tot);
        op_tekst || lijn_door_deze || lijn_door_die
    }
}

fn bereik(x: f64, breedte: f64, links: bool) -> (f64, f64) {
    if links { (x - breedte, x + 6.0) } else { (x - 6.0, x + breedte) }
}

/// How wide a text is, near enough: letters by their kind.
pub(super) fn breedte(tekst: &str, grootte: f64) -> f64 {
    let letter = |it: char| match it {
        'i' | 'l' | 'j' | 't' | 'f' | '.' | ' ' | '-' | ',' | '·' => 0.29,
        'm' | 'w' | 'W' | 'M' => 0.8,
        it if it.is_uppercase() => 0.6,
        _ => 0.51,
    };
    tekst.chars().map(letter).sum::<f64>() * grootte
}

/// The best place for every name within a row that ends at `rand`. Names that fit in no way are left out: they stand
/// in the table.
pub(super) fn labels<'a>(stappen: &[(f64, &'a Stap)], rand: f64) -> Vec<Label<'a>> {
    let mut namen: Vec<(f64, f64, &Stap)> = stappen
        .iter()
        .map(|(x, stap)| {
            let tekst = breedte(stap.naam, 15.0).max(breedte(&stap.detail, 13.5));
            (*x, tekst + 16.0, *stap)
        })
        .collect();
    namen.truncate(HOOGSTENS);
    loop {
        let keuzes = 0..1_u32 << namen.len();
        let gezet = keuzes.filter_map(|keuze| zet(&namen, keuze, rand));
        if let Some((_, beste)) = gezet.min_by_key(|(kosten, _)| *kosten) {
            return beste;
        }
        namen.pop();
    }
}

/// Places all names with the sides of one choice (a bit each), and what that costs; none when it does not fit.
fn zet<'a>(
    namen: &[(f64, f64, &'a Stap)],
    keuze: u32,
    rand: f64,
) -> Option<(usize, Vec<Label<'a>>)> {
    let mut gezet: Vec<Label<'a>> = vec![];
    for plek in volgorde(namen, keuze) {
        let (x, breedte, stap) = *namen.get(plek)?;
        let links = is_links(keuze, plek);
        let (van, tot) = bereik(x, breedte, links);
        if van < -RUIMTE || tot > rand + RUIMTE {
            return None;
        }
        let past = |baan: &usize| !gezet.iter().any(|it| it.botst(*baan, x, (van, tot)));
        let baan = (0..BANEN).find(past)?;
        gezet.push(Label { x, links, baan, stap, breedte });
    }
    let hoogte = gezet.iter().map(|it| it.baan + 1).max().unwrap_or(0);
    let rest: usize = gezet.iter().map(|it| it.baan * 10 + usize::from(it.links)).sum();
    Some((hoogte * 1000 + rest, gezet))
}

/// Names on the right from right to left, then those on the left from left to right: so each finds the lowest lane.
fn volgorde(namen: &[(f64, f64, &Stap)], keuze: u32) -> Vec<usize> {
    let (mut links, mut rechts): (Vec<usize>, Vec<usize>) =
        (0..namen.len()).partition(|plek| is_links(keuze, *plek));
    let x = |plek: &usize| namen.get(*plek).map_or(0.0, |it| it.0);
    rechts.sort_by(|een, ander| x(ander).total_cmp(&x(een)));
    links.sort_by(|een, ander| x(een).total_cmp(&x(ander)));
    rechts.into_iter().chain(links).collect()
}

fn is_links(keuze: u32, plek: usize) -> bool {
    (keuze >> plek) & 1 == 1
}

#[cfg(test)]
mod tests {
    use super::{Label, labels};
    use crate::tijdlijn::{Staat, Stap};

    fn stap(dag: i32) -> Stap {
        Stap {
            naam: "Re-integratieverslag",
            staat: Staat::Open,
            dag,
            venster: None,
            detail: "uiterlijk 10 okt".to_owned(),
            met_naam: true,
        }
    }

    fn raakt(een: &Label<'_>, ander: &Label<'_>) -> bool {
        een.botst(ander.baan, ander.x, ander.bereik())
    }

    #[test]
    fn geen_naam_raakt_een_andere_naam_of_lijn() {
        let stappen: Vec<Stap> = [620, 630, 636, 650, 685, 727].map(stap).to_vec();
        let plekken: Vec<(f64, &Stap)> =
            stappen.iter().map(|it| (f64::from(it.dag - 364) * 3.0, it)).collect();
        let gezet = labels(&plekken, 1_120.0);
        assert_eq!(gezet.len(), 6);
        for (nummer, een) in gezet.iter().enumerate() {
            for ander in gezet.iter().skip(nummer + 1) {
                assert!(!raakt(een, ander), "{} en {}", een.stap.dag, ander.stap.dag);
            }
        }
    }

    #[test]
    fn stappen_van_een_dag_staan_boven_elkaar() {
        let stappen = [stap(500), stap(500), stap(500)];
        let plekken: Vec<(f64, &Stap)> = stappen.iter().map(|it| (408.0, it)).collect();
        let banen: Vec<usize> = labels(&plekken, 1_120.0).iter().map(|it| it.baan).collect();
        assert_eq!(banen.len(), 3);
    }

    #[test]
    fn wat_nergens_past_blijft_weg() {
        let stap = stap(1);
        let plekken = [(5.0, &stap)];
        assert!(labels(&plekken, 20.0).is_empty());
    }
}
