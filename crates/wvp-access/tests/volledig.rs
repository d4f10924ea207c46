//! Every cell of the table: digest, reach, a second reading, and agreement of the two doors.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "helpers of tests may fail loudly"
)]

use std::{collections::BTreeMap, fmt::Write, rc::Rc};

use wvp_access::{
    DIGEST, Feit, Handeling, Lezer, Object, Omstandigheden, Tabel, besluit, bevoegdheden, mag,
};

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
    assert!(vastgelegd == bevoegdheden(), "schemas/bevoegdheden.txt: `cargo xtask schemas`");
}

/// Circumstances in which much is open, one fact away from it, and nothing known.
fn proeven() -> Vec<Omstandigheden> {
    let dicht = [
        Feit::SharedAccount,
        Feit::Revoked,
        Feit::SodConflict,
        Feit::Restricted,
        Feit::Erased,
        Feit::ErasureBlocked,
        Feit::OutsideEu,
    ];
    let alles = Feit::ALLE.map(|feit| (feit, !dicht.contains(&feit)));
    let open =
        alles.iter().fold(Omstandigheden::onbekend(), |omst, (feit, waar)| omst.met(*feit, *waar));
    let een_anders = alles.map(|(feit, waar)| open.met(feit, !waar));
    [open, Omstandigheden::onbekend(), Omstandigheden::precies(&[])]
        .into_iter()
        .chain(een_anders)
        .collect()
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
    let rijen = TweedeLezing::nieuw();
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

/// One row: its words, and the value of its condition in each trial.
type Rij = ([&'static str; 7], Rc<[Option<bool>]>);

/// The six lines of domain/access.md B.1 once more, on words, as plainly as they can be written.
struct TweedeLezing {
    proeven: Rc<[Omstandigheden]>,
    rijen: Vec<Rij>,
}

impl TweedeLezing {
    fn nieuw() -> Self {
        let proeven: Rc<[Omstandigheden]> = proeven().into();
        let mut waarden: BTreeMap<&str, Rc<[Option<bool>]>> = BTreeMap::new();
        let mut rij = |rij: &'static str| {
            let kolommen: [&str; 7] = rij.split(',').collect::<Vec<_>>().try_into().unwrap();
            let per_proef = || proeven.iter().map(|omst| waarde(kolommen[4], omst)).collect();
            (kolommen, waarden.entry(kolommen[4]).or_insert_with(per_proef).clone())
        };
        let rijen = include_str!("../matrix.csv").lines().skip(1).map(&mut rij).collect();
        Self { proeven: proeven.clone(), rijen }
    }

    fn kies(&self, past: impl Fn(&[&'static str; 7]) -> bool) -> Self {
        let rijen = self.rijen.iter().filter(|(kolommen, _)| past(kolommen)).cloned().collect();
        Self { proeven: self.proeven.clone(), rijen }
    }

    fn van(&self, lezer: Lezer) -> Self {
        let past = |woord: &str, kolom: &str| kolom == "*" || kolom == woord;
        self.kies(|[partij, functie, ..]| {
            past(lezer.partij().woord(), partij) && past(lezer.functie(), functie)
        })
    }

    /// Line 2 and line 5; sending on comes with reading (line 6).
    fn cel(&self, object: Object, handeling: Handeling) -> Cel {
        let een = |handeling: &str| {
            let (object, ouder) = (object.woord(), object.woord().split('.').next().unwrap());
            let raakt = self.kies(|[_, _, o, h, ..]| {
                let doorsturen = *h == "forward:*" && handeling.starts_with("forward:");
                ["*", object, ouder].contains(o) && (["*", handeling].contains(h) || doorsturen)
            });
            let is_eigen = |(rij, _): &Rij| rij[2] == object && rij[5] == "allow";
            let eigen = object != ouder && raakt.rijen.iter().any(is_eigen);
            raakt.kies(|rij| !(eigen && rij[2] == ouder && rij[5] == "allow"))
        };
        let lezen = handeling.woord().starts_with("forward:").then(|| een("read"));
        Cel([Some(een(handeling.woord())), lezen].into_iter().flatten().collect())
    }
}

/// The rows that bear on a cell, and those on reading it if it is sent on.
struct Cel(Vec<TweedeLezing>);

impl Cel {
    fn is_nooit(&self) -> bool {
        self.0.iter().any(|deel| !deel.rijen.iter().any(|(rij, _)| rij[5] == "allow"))
    }

    /// Lines 1, 3 and 4.
    fn mag(&self, proef: usize) -> bool {
        self.0.iter().all(|TweedeLezing { rijen, .. }| {
            let verboden = |(rij, waarde): &Rij| rij[5] == "deny" && waarde[proef] != Some(false);
            let gegeven = |(rij, waarde): &Rij| rij[5] == "allow" && waarde[proef] == Some(true);
            !rijen.iter().any(verboden) && rijen.iter().any(gegeven)
        })
    }
}

/// A condition in three values, read from the left at the lowest operator outside parentheses.
fn waarde(tekst: &str, omst: &Omstandigheden) -> Option<bool> {
    let tekst = tekst.trim();
    if let Some((links, rechts)) = splits(tekst, '|') {
        return match (waarde(links, omst), waarde(rechts, omst)) {
            (Some(true), _) | (_, Some(true)) => Some(true),
            (Some(false), Some(false)) => Some(false),
            _ => None,
        };
    }
    if let Some((links, rechts)) = splits(tekst, '&') {
        return match (waarde(links, omst), waarde(rechts, omst)) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        };
    }
    if let Some(rest) = tekst.strip_prefix('!') {
        return waarde(rest, omst).map(|waar| !waar);
    }
    match tekst.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(binnen) => waarde(binnen, omst),
        None if tekst == "always" => Some(true),
        None => omst.is(Feit::zoek(tekst).unwrap()),
    }
}

fn splits(tekst: &str, operator: char) -> Option<(&str, &str)> {
    let mut diepte = 0;
    for (plaats, teken) in tekst.char_indices() {
        match teken {
            '(' => diepte += 1,
            ')' => diepte -= 1,
            teken if teken == operator && diepte == 0 => {
                return Some((&tekst[..plaats], &tekst[plaats + 1..]));
            }
            _ => {}
        }
    }
    None
}
