//! Agendas per second over generated histories, on one core: `cargo bench -p wvp-domain`.
//!
//! A history is one employee at one employer: one to four spells, leave, steps that were taken, and
//! sometimes AOW, the end of the employment, a loonsanctie or an early IVA application. An agenda is
//! every term of its last case on a day; with texts it is what the calculator answers.

#![expect(
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a benchmark prints its figures"
)]

use std::hint::black_box;
use std::time::Instant;

use wvp_domain::termijn::verloop::{Loonsanctie, Verloop};
use wvp_domain::termijn::{Geval, stand, zaken};
use wvp_domain::wachttijd::Verlofperiode;
use wvp_domain::{Datum, TermijnId, Ziekteperiode};

const GESCHIEDENISSEN: usize = 100_000;

fn main() {
    let mut toeval = Toeval(42);
    let alle: Vec<(Verloop, Datum)> =
        (0..GESCHIEDENISSEN).map(|_| geschiedenis(&mut toeval)).collect();
    meet("agenda's zonder tekst", &alle, |verloop, peildatum| {
        let ketens = verloop.ketens();
        ketens
            .last()
            .map_or(0, |keten| stand::standen(&Geval::new(verloop, keten, peildatum)).len())
    });
    meet("antwoorden met uitleg en herleiding", &alle, |verloop, peildatum| {
        zaken(verloop, peildatum).map_or(0, |zaken| zaken.len())
    });
}

fn meet(naam: &str, alle: &[(Verloop, Datum)], reken: impl Fn(&Verloop, Datum) -> usize) {
    let mut beste = f64::MAX;
    let mut rijen = 0;
    for _ in 0..3 {
        let begin = Instant::now();
        rijen = alle.iter().map(|(verloop, dag)| black_box(reken(verloop, *dag))).sum::<usize>();
        beste = beste.min(begin.elapsed().as_secs_f64());
    }
    let aantal = alle.len() as f64;
    println!("{naam}: {:.0} per seconde ({rijen} uitkomsten, beste van 3)", aantal / beste);
}

/// A small generator, so that every run sees the same histories.
struct Toeval(u64);

impl Toeval {
    fn tot(&mut self, grens: i32) -> i32 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let hoog = i32::try_from(self.0 >> 33).unwrap_or(0);
        hoog.rem_euclid(grens)
    }
}

fn geschiedenis(toeval: &mut Toeval) -> (Verloop, Datum) {
    let begin = Datum::EERSTE.plus(40_500 + toeval.tot(5_000));
    let (perioden, laatste) = perioden(toeval, begin);
    let peildatum = laatste.plus(toeval.tot(800));
    let mut verloop = Verloop { perioden, ..Verloop::default() };
    if toeval.tot(10) == 0 {
        let van = laatste.plus(toeval.tot(300));
        verloop.verlof =
            vec![Verlofperiode { van, tot_en_met: van.plus(111), zelfde_oorzaak: true }];
    }
    for id in [
        TermijnId::MeldingArbodienst,
        TermijnId::Probleemanalyse,
        TermijnId::PlanVanAanpak,
        TermijnId::Voortgangsgesprek,
        TermijnId::Melding42eWeek,
        TermijnId::Eerstejaarsevaluatie,
        TermijnId::WiaAanvraag,
    ] {
        if toeval.tot(2) == 0 {
            verloop.gedaan.insert(id, vec![begin.plus(toeval.tot(700))]);
        }
    }
    verloop.oordeel =
        verloop.gedaan.get(&TermijnId::Probleemanalyse).and_then(|dagen| dagen.first()).copied();
    match toeval.tot(20) {
        0 => verloop.aow_datum = Some(begin.plus(toeval.tot(900))),
        1 => verloop.laatste_werkdag = Some(begin.plus(toeval.tot(700))),
        2 => verloop.loonsanctie = Some(Loonsanctie::default()),
        3 => verloop.vervroegde_iva_aanvraag = Some(begin.plus(20 + toeval.tot(400))),
        _ => {}
    }
    (verloop, peildatum)
}

fn perioden(toeval: &mut Toeval, begin: Datum) -> (Vec<Ziekteperiode>, Datum) {
    let mut perioden = vec![];
    let mut dag = begin;
    for _ in 0..toeval.tot(4) {
        let hersteld_per = dag.plus(1 + toeval.tot(200));
        perioden.push(periode(dag, Some(hersteld_per)));
        dag = hersteld_per.plus(toeval.tot(40));
    }
    perioden.push(periode(dag, None));
    (perioden, dag)
}

fn periode(eerste_ziektedag: Datum, hersteld_per: Option<Datum>) -> Ziekteperiode {
    Ziekteperiode { eerste_ziektedag, hersteld_per, telt_niet_voor_opzegverbod: false }
}
