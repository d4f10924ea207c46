//! The table of rules on paper: Markdown, committed as `schemas/riv_regels.md`.

use std::fmt::Write as _;

use super::tabel::{Peil, Regel, TABEL};

/// The whole table as Markdown.
#[must_use]
pub fn tabel_tekst() -> String {
    let mut md = String::from(KOP);
    for (naam, rijen) in GROEPEN.iter().zip(TABEL) {
        // Writing to a String cannot fail.
        let _ = writeln!(md, "\n## {naam}\n\n{KOLOMMEN}");
        for rij in rijen {
            let _ = writeln!(md, "| {} |", cellen(rij).join(" | "));
        }
    }
    md
}

fn cellen(rij: &Regel) -> [String; 9] {
    [
        rij.id.naam().to_owned(),
        rij.titel.to_owned(),
        rij.bron.to_owned(),
        rij.wie.naam().to_owned(),
        ernst(rij),
        rij.verslag.naam().to_owned(),
        in_kracht(rij),
        rij.toets.naam().to_owned(),
        rij.grens.to_owned(),
    ]
}

fn ernst(rij: &Regel) -> String {
    let werkgever = rij.ernst_werkgever.map(|ernst| format!(" (werkgever: {})", ernst.naam()));
    format!("{}{}", rij.ernst.naam(), werkgever.unwrap_or_default())
}

fn in_kracht(rij: &Regel) -> String {
    let dag = |(jaar, maand, dag): (i32, u32, u32)| format!("{jaar:04}-{maand:02}-{dag:02}");
    let peil = match rij.peil {
        Peil::Toetsdag => "toets",
        Peil::Documentdatum => "stuk",
    };
    let tot = rij.tot_en_met.map(|tot_en_met| format!(" t/m {}", dag(tot_en_met)));
    format!("{peil} vanaf {}{}", dag(rij.van), tot.unwrap_or_default())
}

const GROEPEN: [&str; 2] = ["Het volledige verslag", "Het verkorte verslag"];

const KOP: &str = "\
# Regels voor het re-integratieverslag

Gemaakt uit de tabel in `crates/wvp-domain/src/rivcontrole/tabel`; niet met de hand wijzigen.

Kolom `Toets`: `feiten` wordt uit het dossier nagegaan, `pakket` pas als het pakket er is. Kolom `In kracht`:
`toets` kiest op de dag van de controle, `stuk` op de datum van elk stuk. Een regel waarvan het onderdeel voor
de lezer dicht is, meldt dat het niet na te gaan is.
";

const KOLOMMEN: &str = "\
| Regel | Wat er moet zijn | Bron | Wie herstelt | Ernst | Verslag | In kracht | Toets | Grens |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |";

#[cfg(test)]
mod tests {
    use super::tabel_tekst;

    const PAD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../schemas/riv_regels.md");

    #[test]
    fn de_gedrukte_regels_zijn_de_tabel() {
        let gedrukt = std::fs::read_to_string(PAD).unwrap_or_default();
        assert!(
            gedrukt == tabel_tekst(),
            "schemas/riv_regels.md is verouderd: draai `cargo xtask schemas`"
        );
    }
}
