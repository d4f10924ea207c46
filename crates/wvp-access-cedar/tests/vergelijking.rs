//! Cedar and wvp-access give the same answer.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests may fail loudly"
)]

use std::time::Instant;

use wvp_access::{Feit, Handeling, Lezer, Object, Omstandigheden, mag};
use wvp_access_cedar::{Cedar, CedarVraag};

const MATRIX: &str = include_str!("../../wvp-access/matrix.csv");

/// How many combinations. `POORTWACHTER_CEDAR=100000` while building the test asks for that many.
fn keren() -> u64 {
    const GEWOON: u64 = 4_000;
    option_env!("POORTWACHTER_CEDAR").map_or(GEWOON, |keren| keren.parse().unwrap())
}

/// A row of numbers without pattern, the same on every machine (splitmix64).
struct Toeval(u64);

impl Toeval {
    fn volgend(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let een = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let twee = (een ^ (een >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        twee ^ (twee >> 31)
    }

    fn onder(&mut self, grens: usize) -> usize {
        let grens = u64::try_from(grens).unwrap();
        usize::try_from(self.volgend() % grens).unwrap()
    }

    fn kies<T: Copy>(&mut self, uit: &[T]) -> T {
        uit[self.onder(uit.len())]
    }
}

type Cel = (Lezer, Object, Handeling);

/// Cells that some circumstances open, and cells that stay closed: as often the one as the other.
fn cel(toeval: &mut Toeval, open: &[Cel]) -> Cel {
    if toeval.onder(2) == 0 {
        return toeval.kies(open);
    }
    (toeval.kies(&Lezer::ALLE), toeval.kies(&Object::ALLE), toeval.kies(&Handeling::ALLE))
}

fn ooit_open() -> Vec<Cel> {
    let paren = Lezer::ALLE.into_iter().flat_map(|l| Object::ALLE.map(move |o| (l, o)));
    let cellen = paren.flat_map(|(l, o)| Handeling::ALLE.map(move |h| (l, o, h)));
    let tabel = wvp_access::Tabel::ingebed();
    cellen.filter(|(l, o, h)| !tabel.ruimte(*l, *o, *h).is_nooit()).collect()
}

/// Facts by chance, in one of three ways: each at will; near what opens the cell; some unknown.
fn feiten(toeval: &mut Toeval, (lezer, object, handeling): Cel) -> Omstandigheden {
    let wijze = toeval.onder(3);
    let mut omst = Feit::ALLE
        .into_iter()
        .fold(Omstandigheden::precies(&[]), |o, f| o.met(f, toeval.onder(2) == 0));
    let ruimte = wvp_access::Tabel::ingebed().ruimte(lezer, object, handeling);
    if wijze > 0 {
        omst = ruimte.veto_waar().fold(omst, |omst, feit| omst.met(feit, false));
        omst = ruimte.veto_onwaar().fold(omst, |omst, feit| omst.met(feit, true));
    }
    if wijze == 2 {
        for _ in 0..toeval.onder(6) {
            omst = omst.vergeet(toeval.kies(&Feit::ALLE));
        }
    }
    omst
}

fn met_waarde(omst: &Omstandigheden, waarde: bool) -> Vec<&'static str> {
    let zo = Feit::ALLE.into_iter().filter(|feit| omst.is(*feit) == Some(waarde));
    zo.map(Feit::woord).collect()
}

#[test]
fn cedar_besluit_bij_willekeurige_vragen_hetzelfde() {
    let start = Instant::now();
    let cedar = Cedar::try_new(MATRIX).unwrap();
    assert_eq!(cedar.aantal(), 1280);
    let (open, mut toeval) = (ooit_open(), Toeval(5));
    let (mut ja, mut anders) = (0_u64, 0_u64);
    for _ in 0..keren() {
        let (lezer, object, handeling) = cel(&mut toeval, &open);
        let omst = feiten(&mut toeval, (lezer, object, handeling));
        let vraag = CedarVraag {
            lezer: lezer.to_string(),
            object: object.woord(),
            handeling: handeling.woord(),
            waar: met_waarde(&omst, true),
            onwaar: met_waarde(&omst, false),
        };
        let (cedar, wij) = (cedar.mag(&vraag).unwrap(), mag(lezer, object, handeling, &omst));
        ja += u64::from(wij);
        if cedar != wij {
            anders += 1;
            println!("cedar zegt {cedar}, wij {wij}: {vraag:?}");
        }
    }
    println!(
        "{} vragen aan Cedar in {:.1?}: {ja} keer ja, {anders} keer anders",
        keren(),
        start.elapsed()
    );
    assert_eq!(anders, 0);
    assert!(ja > keren() / 20, "te weinig keer ja om iets te zeggen: {ja}");
}

#[test]
fn cedar_merkt_een_rij_die_ontbreekt() {
    let rij = "werkgever,werkgever,A,read,always,allow,";
    let zonder: Vec<&str> = MATRIX.lines().filter(|regel| !regel.starts_with(rij)).collect();
    let zonder = zonder.join("\n");
    let feiten = [Feit::Authenticated, Feit::PurposeDeclared, Feit::InScope];
    let omst = Omstandigheden::precies(&feiten);
    let vraag = CedarVraag {
        lezer: Lezer::Werkgever.to_string(),
        object: "A",
        handeling: "read",
        waar: met_waarde(&omst, true),
        onwaar: met_waarde(&omst, false),
    };
    assert!(mag(Lezer::Werkgever, Object::A, Handeling::Lezen, &omst));
    assert!(Cedar::try_new(MATRIX).unwrap().mag(&vraag).unwrap());
    assert!(!Cedar::try_new(&zonder).unwrap().mag(&vraag).unwrap());
}
