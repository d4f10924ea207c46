//! Every cell of the matrix under named circumstances.

use std::fmt::Write;

use crate::{
    feit::Feit, handeling::Handeling, lezer::Lezer, object::Object, omstandigheden::Omstandigheden,
    situatie::Situatie, tabel::Tabel,
};

const UITLEG: &str = "\
Per lezer en object: elke handeling die mag, met de nummers van de omstandigheden waarin zij mag.
Een handeling die er niet staat, mag in geen van deze omstandigheden. Een feit dat hieronder niet
genoemd is, is niet waar.

";

/// Prints the situations, and per reader and object the actions that each of them opens.
pub(super) fn druk(tekst: &mut String, tabel: &Tabel) {
    tekst.push_str(UITLEG);
    for (nummer, situatie) in (1..).zip(Situatie::ALLE) {
        let nummer: usize = nummer;
        let feiten: Vec<&str> = situatie.feiten().map(Feit::woord).collect();
        let _ = writeln!(tekst, "{nummer:>2} {}\n   {}", situatie.naam, feiten.join(" "));
    }
    let omstandigheden: Vec<Omstandigheden> =
        Situatie::ALLE.iter().map(Situatie::omstandigheden).collect();
    for lezer in Lezer::ALLE {
        let _ = writeln!(tekst, "\n{lezer}");
        let (open, dicht): (Vec<_>, Vec<_>) = Object::ALLE
            .into_iter()
            .map(|object| (object, regel(tabel, lezer, object, &omstandigheden)))
            .partition(|(_, regel)| !regel.is_empty());
        for (object, regel) in open {
            let _ = writeln!(tekst, "  {}: {}", object.woord(), regel.join("; "));
        }
        if !dicht.is_empty() {
            let dicht: Vec<&str> = dicht.iter().map(|(object, _)| object.woord()).collect();
            let _ = writeln!(tekst, "  niets: {}", dicht.join(" "));
        }
    }
}

/// Each action that some situation opens, with the numbers of those situations.
fn regel(tabel: &Tabel, lezer: Lezer, object: Object, proeven: &[Omstandigheden]) -> Vec<String> {
    let open = |handeling| {
        let genummerd = (1..).zip(proeven);
        let open = genummerd.filter(|(_, omst)| tabel.mag(lezer, object, handeling, omst));
        open.map(|(nummer, _)| nummer).collect::<Vec<usize>>()
    };
    let alle = Handeling::ALLE.into_iter().map(|handeling| (handeling, open(handeling)));
    let genoemd = alle.filter(|(_, nummers)| !nummers.is_empty());
    genoemd
        .map(|(handeling, nummers)| format!("{} {}", handeling.woord(), reeks(&nummers)))
        .collect()
}

/// `1-4,7` for one to four and seven.
fn reeks(nummers: &[usize]) -> String {
    let mut stukken: Vec<(usize, usize)> = Vec::new();
    for nummer in nummers {
        match stukken.last_mut() {
            Some((_, tot)) if *tot + 1 == *nummer => *tot = *nummer,
            Some(_) | None => stukken.push((*nummer, *nummer)),
        }
    }
    let stuk = |(van, tot): &(usize, usize)| {
        if van == tot { van.to_string() } else { format!("{van}-{tot}") }
    };
    stukken.iter().map(stuk).collect::<Vec<_>>().join(",")
}
