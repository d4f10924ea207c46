//! Every small mistake in the table is noticed: a row dropped, a decision turned round, a condition
//! dropped. The pinned digest is not asked: what counts is a decision that changes, a core deny that
//! no longer agrees with the table, or another reason in the answer.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "helpers of tests may fail loudly and say what they counted"
)]

mod gedeeld {
    pub(crate) mod tweede_lezing;
}

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    time::Instant,
};

use gedeeld::tweede_lezing::TweedeLezing;
use wvp_access::{Handeling, Lezer, Object, Omstandigheden, Situatie, Tabel};

const KOP: &str = "party,function,category,action,condition,decision,source\n";

/// What notices a mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Vangst {
    /// A decision changes that shows in the printed list of named situations.
    Lijst,
    /// A decision changes, in other circumstances only.
    Besluit,
    /// The table alone no longer says what table and core denies say together.
    Kern,
    /// The answer gives other rules for the same decision.
    Reden,
    /// Nothing: the tables mean the same.
    Gelijk,
}

type Rij = [String; 7];

fn rijen() -> Vec<Rij> {
    let kolommen = |rij: &str| rij.split(',').map(str::to_owned).collect::<Vec<_>>();
    include_str!("../matrix.csv")
        .lines()
        .skip(1)
        .map(|rij| kolommen(rij).try_into().unwrap())
        .collect()
}

/// The table with one row replaced by another, or by none.
fn met(rijen: &[Rij], plaats: usize, nieuw: Option<&Rij>) -> String {
    let mut tekst = String::from(KOP);
    for (index, rij) in rijen.iter().enumerate() {
        if let Some(rij) = if index == plaats { nieuw } else { Some(rij) } {
            tekst.push_str(&rij.join(","));
            tekst.push('\n');
        }
    }
    tekst
}

/// The cells that a row is about, in the words of the table.
fn cellen([partij, functie, object, handeling, ..]: &Rij) -> Vec<(Lezer, Object, Handeling)> {
    let past = |kolom: &str, woord: &str| kolom == "*" || kolom == woord;
    let lezers = Lezer::ALLE
        .into_iter()
        .filter(|lezer| past(partij, lezer.partij().woord()) && past(functie, lezer.functie()));
    let over_object = |it: &Object| {
        past(object, it.woord()) || it.woord().split('.').next() == Some(object.as_str())
    };
    let over_handeling = |it: &Handeling| {
        past(handeling, it.woord()) || (handeling == "forward:*" && it.is_doorsturen())
    };
    let paren = lezers.flat_map(|lezer| {
        Object::ALLE.into_iter().filter(over_object).map(move |object| (lezer, object))
    });
    let alle = paren.flat_map(|(lezer, object)| {
        Handeling::ALLE.into_iter().filter(over_handeling).map(move |dit| (lezer, object, dit))
    });
    alle.collect()
}

fn vang(rij: &Rij, tekst: String) -> Vangst {
    let (oud, nieuw) = (Tabel::ingebed(), tekst.parse::<Tabel>().unwrap());
    let verschil = oud.verschil(&nieuw);
    if !verschil.is_empty() {
        let zichtbaar = verschil.iter().any(|it| {
            let mag = |tabel: &Tabel, omst: &Omstandigheden| {
                tabel.mag(it.lezer, it.object, it.handeling, omst)
            };
            let mut proeven = Situatie::ALLE.iter().map(Situatie::omstandigheden);
            proeven.any(|omst| mag(oud, &omst) != mag(&nieuw, &omst))
        });
        return if zichtbaar { Vangst::Lijst } else { Vangst::Besluit };
    }
    let cellen = cellen(rij);
    if spreekt_kern_tegen(&cellen, &nieuw, tekst) {
        return Vangst::Kern;
    }
    let proeven: Vec<_> = Situatie::ALLE.iter().map(Situatie::omstandigheden).collect();
    let andere_reden = cellen.into_iter().any(|(lezer, object, handeling)| {
        let reden = |tabel: &Tabel, omst: &Omstandigheden| {
            tabel.besluit(lezer, object, handeling, omst).regels
        };
        proeven.iter().any(|omst| reden(oud, omst) != reden(&nieuw, omst))
    });
    if andere_reden { Vangst::Reden } else { Vangst::Gelijk }
}

fn spreekt_kern_tegen(cellen: &[(Lezer, Object, Handeling)], nieuw: &Tabel, tekst: String) -> bool {
    let lezing = TweedeLezing::van_tekst(Box::leak(tekst.into_boxed_str()));
    let mut van_lezers = BTreeMap::new();
    cellen.iter().any(|(lezer, object, handeling)| {
        let van_lezer = van_lezers.entry(*lezer).or_insert_with(|| lezing.van(*lezer));
        let cel = van_lezer.cel(*object, *handeling);
        let mag = |proef: usize| nieuw.mag(*lezer, *object, *handeling, &lezing.proeven[proef]);
        // What nothing opens is no in the first trial and in all others.
        let proeven = if cel.is_nooit() { 1 } else { lezing.proeven.len() };
        (0..proeven).any(|proef| cel.mag(proef) != mag(proef))
    })
}

/// Why a mistake in a row changes nothing, not even a reason.
fn waarom_gelijk(rijen: &[Rij], plaats: usize) -> &'static str {
    let rij = &rijen[plaats];
    let regels: Vec<&str> = rij[6].split(';').collect();
    let eigen: BTreeSet<_> = cellen(rij).into_iter().collect();
    let dekt = |(index, ander): (usize, &Rij)| {
        let zelfde_regels = regels.iter().all(|regel| ander[6].split(';').any(|it| it == *regel));
        let dezelfde_cellen =
            || cellen(ander).into_iter().collect::<BTreeSet<_>>().is_superset(&eigen);
        index != plaats && ander[5] == "deny" && zelfde_regels && dezelfde_cellen()
    };
    match (rij[5].as_str(), rij[3].starts_with("forward:")) {
        ("allow", true) => "doorsturen vraagt ook lezen, en lezen vraagt hier ten minste hetzelfde",
        ("allow", false) => "een verbod in dezelfde cel sluit wat erbij zou komen",
        _ if rijen.iter().enumerate().any(dekt) => {
            "een andere rij verbiedt hetzelfde om dezelfde regels"
        }
        _ => "een kernverbod sluit dezelfde cel om dezelfde regels",
    }
}

/// Makes every mistake of one kind, prints what noticed it, and pins the ones that mean the same.
fn proef(naam: &str, fouten: impl Fn(&Rij) -> Vec<(String, Option<Rij>)>) {
    let start = Instant::now();
    let rijen = rijen();
    let (mut geteld, mut gelijk) = (BTreeMap::new(), String::new());
    for (plaats, rij) in rijen.iter().enumerate() {
        for (wat, nieuw) in fouten(rij) {
            let vangst = vang(rij, met(&rijen, plaats, nieuw.as_ref()));
            *geteld.entry(vangst).or_insert(0_usize) += 1;
            if vangst == Vangst::Gelijk {
                let waarom = waarom_gelijk(&rijen, plaats);
                writeln!(gelijk, "{} | {wat} | {waarom}", rij.join(",")).unwrap();
            }
        }
    }
    let totaal: usize = geteld.values().sum();
    let niet = geteld.get(&Vangst::Gelijk).copied().unwrap_or_default();
    println!(
        "{naam}: {} van {totaal} gevangen in {:.1?} {geteld:?}",
        totaal - niet,
        start.elapsed()
    );
    insta::with_settings!({ snapshot_path => "data", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(naam, gelijk);
    });
}

#[test]
fn een_rij_die_wegvalt_valt_op() {
    proef("gelijk_zonder_rij", |_| vec![("zonder deze rij".to_owned(), None)]);
}

#[test]
fn een_besluit_dat_omdraait_valt_op() {
    proef("gelijk_omgedraaid", |rij| {
        let mut nieuw = rij.clone();
        nieuw[5] = if rij[5] == "allow" { "deny" } else { "allow" }.to_owned();
        vec![("omgedraaid".to_owned(), Some(nieuw))]
    });
}

#[test]
fn een_voorwaarde_die_wegvalt_valt_op() {
    proef("gelijk_zonder_voorwaarde", |rij| {
        let zonder = |(weg, voorwaarde): (String, String)| {
            let mut nieuw = rij.clone();
            nieuw[4] = voorwaarde;
            (format!("zonder {weg}"), Some(nieuw))
        };
        zonder_een(&rij[4]).into_iter().map(zonder).collect()
    });
}

/// The condition without one of its facts, for each of them; without the last one it is `always`.
fn zonder_een(voorwaarde: &str) -> Vec<(String, String)> {
    let los = ["(", ")", "&", "|"]
        .iter()
        .fold(voorwaarde.to_owned(), |tekst, teken| tekst.replace(teken, &format!(" {teken} ")));
    let woorden: Vec<&str> = los.split_whitespace().collect();
    let is_feit = |woord: &str| !["(", ")", "&", "|", "always"].contains(&woord);
    let zonder = |plaats: usize| {
        let naast = [plaats.wrapping_sub(1), plaats + 1];
        let met = |teken| naast.into_iter().find(|p| woorden.get(*p) == Some(&teken));
        // `&` binds tighter than `|`, so it goes first.
        let operator = met("&").or_else(|| met("|"));
        let over = woorden.iter().enumerate().filter(|(p, _)| *p != plaats && Some(*p) != operator);
        match operator {
            None => "always".to_owned(),
            Some(_) => over.map(|(_, woord)| *woord).collect::<Vec<_>>().join(" "),
        }
    };
    let plaatsen = (0..woorden.len()).filter(|plaats| is_feit(woorden[*plaats]));
    plaatsen.map(|plaats| (woorden[plaats].to_owned(), zonder(plaats))).collect()
}

#[test]
fn elk_feit_van_een_voorwaarde_valt_een_keer_weg() {
    let zonder: Vec<String> =
        zonder_een("a & (!b | c) | d").into_iter().map(|(_, over)| over).collect();
    let verwacht = ["( !b | c ) | d", "a & ( c ) | d", "a & ( !b ) | d", "a & ( !b | c )"];
    assert_eq!(zonder, verwacht);
    assert_eq!(zonder_een("!a"), [("!a".to_owned(), "always".to_owned())]);
    assert_eq!(zonder_een("always"), []);
}
