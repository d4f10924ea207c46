//! Every cell of the table: digest, reach, a second reading, and agreement of the two doors.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "helpers of tests may fail loudly"
)]

mod gedeeld {
    pub(crate) mod tweede_lezing;
}

use std::{fmt::Write, time::Instant};

use gedeeld::tweede_lezing::{TweedeLezing, proeven};
use wvp_access::{DIGEST, Handeling, Lezer, Object, Tabel, besluit, bevoegdheden, mag};

fn cellen() -> impl Iterator<Item = (Lezer, Object, Handeling)> {
    let paren = Lezer::ALLE.into_iter().flat_map(|l| Object::ALLE.map(move |o| (l, o)));
    paren.flat_map(|(l, o)| Handeling::ALLE.map(move |h| (l, o, h)))
}

#[test]
fn de_vingerafdruk_van_alle_besluiten_is_de_vastgelegde() {
    assert_eq!(Tabel::ingebed().digest(), DIGEST);
}

#[test]
fn een_enkele_andere_voorwaarde_geeft_een_andere_vingerafdruk() {
    let oud = "werkgever,werkgever,B,write,poortwachter_document,allow";
    let nieuw = "werkgever,werkgever,B,write,origin_bedrijfsarts,allow";
    let matrix = include_str!("../matrix.csv").replace(oud, nieuw);
    assert_ne!(matrix.parse::<Tabel>().unwrap().digest(), DIGEST);
}

/// Regenerate with `INSTA_UPDATE=always` after reading why it changed.
#[test]
fn alleen_deze_cellen_zijn_ooit_open() {
    let mut tekst = String::new();
    for (lezer, object) in Lezer::ALLE.into_iter().flat_map(|l| Object::ALLE.map(|o| (l, o))) {
        let open = |handeling: &Handeling| {
            let ruimte = Tabel::ingebed().ruimte(lezer, object, *handeling);
            ruimte.omstandigheden().any(|omst| mag(lezer, object, *handeling, &omst))
        };
        let handelingen: Vec<_> =
            Handeling::ALLE.into_iter().filter(open).map(Handeling::woord).collect();
        if !handelingen.is_empty() {
            writeln!(tekst, "{lezer} {}: {}", object.woord(), handelingen.join(" ")).unwrap();
        }
    }
    insta::with_settings!({ snapshot_path => "data", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("bereikbaar", tekst);
    });
}

#[test]
fn de_gedrukte_lijst_is_die_in_schemas() {
    let pad = concat!(env!("CARGO_MANIFEST_DIR"), "/../../schemas/bevoegdheden.txt");
    let vastgelegd = std::fs::read_to_string(pad).unwrap();
    assert!(
        vastgelegd == bevoegdheden(Tabel::ingebed()),
        "schemas/bevoegdheden.txt: `cargo xtask schemas`"
    );
}

#[test]
fn besluit_en_mag_zeggen_hetzelfde_en_een_ja_noemt_regels() {
    let open =
        |(l, o, h): &(Lezer, Object, Handeling)| !Tabel::ingebed().ruimte(*l, *o, *h).is_nooit();
    for (lezer, object, handeling) in cellen().filter(open) {
        for omst in proeven().iter().step_by(9) {
            let besluit = besluit(lezer, object, handeling, omst);
            let mag = mag(lezer, object, handeling, omst);
            assert_eq!(besluit.toegestaan, mag, "{lezer} {object:?} {handeling:?} {omst:?}");
            assert!(!mag || !besluit.regels.is_empty(), "{lezer} {object:?} {handeling:?}");
            assert!(besluit.uitleg.starts_with(if mag { "Ja, " } else { "Nee, " }));
        }
    }
}

/// Two readings agree; and the core denies are a second lock, not a different one: the table alone
/// says the same.
#[test]
fn een_tweede_lezing_van_de_tabel_zonder_kern_beslist_hetzelfde() {
    let rijen = TweedeLezing::van_tekst(include_str!("../matrix.csv"));
    let van_lezers = Lezer::ALLE.map(|lezer| rijen.van(lezer));
    for (lezer, object, handeling) in cellen() {
        let tweede = van_lezers[lezer as usize].cel(object, handeling);
        for omst in 0..rijen.proeven.len() {
            let mag = mag(lezer, object, handeling, &rijen.proeven[omst]);
            assert_eq!(mag, tweede.mag(omst), "{lezer} {object:?} {handeling:?}");
            if tweede.is_nooit() {
                break;
            }
        }
    }
}

/// Every combination of facts that matters, in every cell: what `mag` says is what `besluit` says,
/// and no veto is ever overruled. Prints how many decisions there are.
#[test]
fn elk_besluit_van_elke_cel_is_geteld_en_geen_schendt_een_veto() {
    let start = Instant::now();
    let (mut besluiten, mut ja, mut nooit, mut schendingen) = (0_u64, 0_u64, 0_u64, 0_u64);
    for (lezer, object, handeling) in cellen() {
        let ruimte = Tabel::ingebed().ruimte(lezer, object, handeling);
        nooit += u64::from(ruimte.is_nooit());
        for omst in ruimte.omstandigheden() {
            besluiten += 1;
            if mag(lezer, object, handeling, &omst) {
                ja += 1;
                let geveld = ruimte
                    .veto_waar()
                    .map(|feit| omst.met(feit, true))
                    .chain(ruimte.veto_onwaar().map(|feit| omst.met(feit, false)))
                    .any(|omst| mag(lezer, object, handeling, &omst));
                schendingen += u64::from(geveld);
            }
        }
    }
    let cellen = cellen().count();
    println!(
        "{cellen} cellen ({nooit} nooit open), {besluiten} besluiten, {ja} keer ja, \
         {schendingen} schendingen in {:.1?}",
        start.elapsed()
    );
    assert_eq!(schendingen, 0);
    assert!(besluiten > 1_000_000 && ja > 0, "{besluiten} besluiten");
}
