//! Measures decisions per second: `cargo run --release -p wvp-access --example snelheid`.
#![expect(clippy::print_stdout, reason = "a measurement for a person at a terminal")]

use std::{hint::black_box, time::Instant};

use wvp_access::{Feit, Handeling, Lezer, Object, Omstandigheden, Tabel};

fn main() {
    let start = Instant::now();
    let tabel = Tabel::ingebed();
    println!("lezen van de tabel: {:?}", start.elapsed());

    let gewoon = Omstandigheden::precies(&[
        Feit::Authenticated,
        Feit::Mfa,
        Feit::SecrecyBound,
        Feit::InScope,
        Feit::PurposeDeclared,
        Feit::AfterSickReport,
        Feit::NamedInPva,
        Feit::ReintOrder,
        Feit::OriginBedrijfsarts,
    ]);
    meet("mag, bedrijfsarts leest C", || {
        let lezer = black_box(Lezer::BedrijfsartsStafarts);
        tabel.mag(lezer, Object::C, Handeling::Lezen, &gewoon)
    });
    meet("mag, werkgever leest B", || {
        tabel.mag(black_box(Lezer::Werkgever), Object::B, Handeling::Lezen, &gewoon)
    });
    meet("mag, werkgever leest C", || {
        tabel.mag(black_box(Lezer::Werkgever), Object::C, Handeling::Lezen, &gewoon)
    });
    meet("mag, arbodienst stuurt B naar werkgever", || {
        let lezer = black_box(Lezer::BedrijfsartsStafarts);
        tabel.mag(lezer, Object::B, Handeling::NaarWerkgever, &gewoon)
    });
    meet("besluit, werkgever leest B", || {
        let lezer = black_box(Lezer::Werkgever);
        tabel.besluit(lezer, Object::B, Handeling::Lezen, &gewoon).toegestaan
    });

    let start = Instant::now();
    let digest = tabel.digest();
    println!("digest {digest}: {:?}", start.elapsed());
}

fn meet(naam: &str, vraag: impl Fn() -> bool) {
    const KEREN: u32 = 1_000_000;
    let start = Instant::now();
    for _ in 0..KEREN {
        black_box(vraag());
    }
    let per_keer = start.elapsed() / KEREN;
    let per_seconde = 1.0 / per_keer.as_secs_f64().max(1e-9);
    println!("{naam}: {per_keer:?} per besluit, {per_seconde:.0} per seconde");
}
