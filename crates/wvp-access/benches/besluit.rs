//! Measures one decision: `cargo bench -p wvp-access`.
#![expect(clippy::print_stdout, reason = "a measurement for a person at a terminal")]

use std::{hint::black_box, time::Instant};

use wvp_access::{Handeling, Lezer, Object, Omstandigheden, Situatie, Tabel};

/// How many questions one measurement asks.
const KEREN: usize = 2_000_000;
/// The median of this many measurements counts.
const METINGEN: usize = 5;

type Vraag = (Lezer, Object, Handeling, Omstandigheden);

fn main() {
    let start = Instant::now();
    let tabel = Tabel::ingebed();
    println!("tabel lezen: {:.1} ms", start.elapsed().as_secs_f64() * 1e3);

    let dossier = [Object::A, Object::B, Object::C, Object::D];
    let categorieen = vragen(&dossier, &[Handeling::Lezen, Handeling::Schrijven]);
    let alles = vragen(&Object::ALLE, &Handeling::ALLE);
    meet("mag, een categorie lezen of schrijven", &categorieen, KEREN, |(l, o, h, omst)| {
        tabel.mag(*l, *o, *h, omst)
    });
    meet("mag, elke cel", &alles, KEREN, |(l, o, h, omst)| tabel.mag(*l, *o, *h, omst));
    meet(
        "besluit, een categorie lezen of schrijven",
        &categorieen,
        KEREN / 20,
        |(l, o, h, omst)| tabel.besluit(*l, *o, *h, omst).toegestaan,
    );
    meet("besluit, elke cel", &alles, KEREN / 20, |(l, o, h, omst)| {
        tabel.besluit(*l, *o, *h, omst).toegestaan
    });

    let start = Instant::now();
    let digest = tabel.digest();
    println!("vingerafdruk {digest}: {:.2} s", start.elapsed().as_secs_f64());
}

/// Every reader with these objects and actions, in every named situation.
fn vragen(objecten: &[Object], handelingen: &[Handeling]) -> Vec<Vraag> {
    let situaties: Vec<Omstandigheden> =
        Situatie::ALLE.iter().map(Situatie::omstandigheden).collect();
    let mut vragen = Vec::new();
    for lezer in Lezer::ALLE {
        for object in objecten {
            for handeling in handelingen {
                vragen.extend(situaties.iter().map(|omst| (lezer, *object, *handeling, *omst)));
            }
        }
    }
    vragen
}

/// Walks through the questions in steps that visit all of them in no order of the table.
fn meet(naam: &str, vragen: &[Vraag], keren: usize, besluit: impl Fn(&Vraag) -> bool) {
    const STAP: usize = 7919;
    let (mut tijden, mut ja) = (Vec::new(), 0_usize);
    for _ in 0..METINGEN {
        let start = Instant::now();
        let mut plaats = 0;
        for _ in 0..keren {
            plaats = (plaats + STAP) % vragen.len();
            if let Some(vraag) = vragen.get(plaats) {
                ja += usize::from(besluit(black_box(vraag)));
            }
        }
        tijden.push(
            start.elapsed().as_secs_f64() * 1e9 / f64::from(u32::try_from(keren).unwrap_or(1)),
        );
    }
    tijden.sort_by(f64::total_cmp);
    let midden = tijden.get(METINGEN / 2).copied().unwrap_or_default();
    println!(
        "{naam}: {midden:.0} ns ({} vragen, {}% ja)",
        vragen.len(),
        100 * ja / (METINGEN * keren)
    );
}
