//! The table of terms on paper, for lawyers: Markdown, committed as `schemas/termijnen.md`.

use std::fmt::Write as _;

use super::keuze::KEUZES;
use super::stelling::STELLINGEN;
use super::stelling::algemeen::ALGEMEEN;
use super::uitleg::duur;
use super::{Aard, Grens, Kracht, Peil, Reden, TABEL, Termijn, Verschuiving, Voldaan};

/// The whole table as Markdown.
#[must_use]
pub fn termijnen_md() -> String {
    let mut md = String::from(KOP);
    for (naam, rijen) in GROEPEN.iter().zip(TABEL) {
        md.push_str("\n## ");
        md.push_str(naam);
        md.push_str("\n\n");
        md.push_str(KOLOMMEN);
        for rij in rijen {
            schrijf(&mut md, rij);
        }
    }
    stellingen(&mut md);
    keuzes(&mut md);
    md
}

/// What is said beside the terms.
fn stellingen(md: &mut String) {
    md.push_str(KOP_STELLINGEN);
    for it in STELLINGEN {
        regel(
            md,
            &[it.grondslag.regel, it.tekst, "bij een zaak", it.zekerheid.naam(), it.grondslag.bron],
        );
    }
    for it in ALGEMEEN {
        let plaats = if it.plaats.is_empty() { "altijd" } else { it.plaats };
        regel(md, &[it.grondslag.regel, it.tekst, plaats, it.zekerheid.naam(), it.grondslag.bron]);
    }
}

/// Every question on which the sources disagree, with all its answers.
fn keuzes(md: &mut String) {
    md.push_str(KOP_KEUZES);
    for keuze in KEUZES {
        for (plaats, antwoord) in keuze.opties.iter().enumerate() {
            let onze = if plaats == 0 { "onze keuze" } else { "kan worden ingesteld" };
            regel(md, &[keuze.id.naam(), keuze.vraag, antwoord.naam, onze, antwoord.reden]);
        }
    }
}

fn regel(md: &mut String, cellen: &[&str]) {
    // Writing to a String cannot fail.
    let _ = writeln!(md, "| {} |", cellen.join(" | "));
}

const KOP_STELLINGEN: &str = "
## Wat de wet verder zegt

Geen termijnen, wel van belang. `Plaats` is waar de code het bijhoudt, of wanneer het wordt gezegd.

| Regel | Wat er geldt | Plaats | Zekerheid | Bron |
| --- | --- | --- | --- | --- |
";

const KOP_KEUZES: &str = "
## Keuzes waar bronnen verschillen

In te stellen bij de rekenmachine met `keuzes`, bijvoorbeeld `{ \"K-1\": \"vier_werkdagen\" }`.

| Keuze | Vraag | Antwoord | Stand | Reden |
| --- | --- | --- | --- | --- |
";

const KOP: &str = "\
# Termijnen

Gemaakt uit de tabel in `crates/wvp-domain/src/termijn/tabel`; niet met de hand wijzigen.

Alle dagen zijn kalenderdagen en de laatste dag telt mee. De eerste ziektedag is dag 0 en schuift op met
elke onderbreking korter dan vier weken en met verlof dat doortelt (R-22, R-28). `Terug` is terugtellen.
Kolom `In kracht`: `D*` kiest op de verschoven eerste ziektedag, `dag` op de uiterste dag zelf; waar twee
regels gelden, wint de nieuwste.
";

const GROEPEN: [&str; 4] =
    ["Eerste jaar", "Tweede jaar", "Einde van perioden", "Bijzondere gevallen"];

const KOLOMMEN: &str = "\
| Termijn | Basis | Uiterlijk | Venster | Grens en extra | Verschuift | Wie | Voldaan door | Geldt | Vervalt bij | In kracht | Grondslag | Keuze |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
";

fn schrijf(md: &mut String, rij: &Termijn) {
    let cellen = [
        rij.id.naam().to_owned(),
        rij.basis.naam().to_owned(),
        format!("{} {}", duur(rij.uiterlijk), rij.vanaf.naam),
        rij.vroegst_dagen.map(|dagen| format!("vanaf dag {dagen}")).unwrap_or_default(),
        grenzen(rij),
        verschuift(rij.verschuiving).to_owned(),
        format!("{} ({}{})", rij.wie.naam(), aard(rij.aard), alarm(rij)),
        voldaan(rij),
        rij.geldt.naam.to_owned(),
        rij.vervalt_bij.iter().map(|grond| grond.naam()).collect::<Vec<_>>().join(", "),
        kracht(rij.kracht),
        format!("{}: {}", rij.grondslag.regel, rij.grondslag.bron),
        rij.reden.map(reden).unwrap_or_default(),
    ];
    regel(md, &cellen.each_ref().map(String::as_str));
}

fn grenzen(rij: &Termijn) -> String {
    let grenzen = rij.grenzen.iter().map(|grens| {
        let (woord, anker, dagen) = match grens {
            Grens::NooitLaterDan(anker, dagen) => ("nooit later dan", anker, dagen),
            Grens::NooitEerderDan(anker, dagen) => ("nooit eerder dan", anker, dagen),
        };
        format!("{woord} dag {dagen} vanaf {}", anker.naam)
    });
    let extra = rij.extra.iter().map(|extra| format!("met {}", extra.naam));
    grenzen.chain(extra).collect::<Vec<_>>().join("; ")
}

fn voldaan(rij: &Termijn) -> String {
    match (rij.aard, rij.voldaan) {
        (Aard::Vanzelf, _) => String::new(),
        (_, Voldaan::Zelf) => "het stuk zelf".to_owned(),
        (_, Voldaan::ZelfNaAnker) => "het stuk zelf, daarna".to_owned(),
        (_, Voldaan::Door(feit)) => feit.naam.to_owned(),
        (_, Voldaan::Volgende) => "telkens het volgende".to_owned(),
    }
}

/// The reason of what we chose; other answers stand in the last section.
fn reden(reden: Reden) -> String {
    match reden {
        Reden::Keuze(id) => {
            let onze = id.keuze().opties.first();
            onze.map(|antwoord| antwoord.reden.to_owned()).unwrap_or_default()
        }
        Reden::Gebruik(zin) => zin.to_owned(),
    }
}

fn verschuift(verschuiving: Verschuiving) -> &'static str {
    match verschuiving {
        Verschuiving::Geen => "nee",
        Verschuiving::Atw | Verschuiving::AtwMetEersteDag => "Algemene termijnenwet",
        Verschuiving::Uwv => "eerste werkdag (UWV)",
    }
}

fn aard(aard: Aard) -> &'static str {
    match aard {
        Aard::Plicht => "plicht",
        Aard::Mogelijkheid => "mogelijkheid",
        Aard::Verwachting | Aard::Aangenomen => "verwacht",
        Aard::Vanzelf => "vanzelf",
        Aard::AltijdTijdig => "plicht, altijd op tijd",
    }
}

fn alarm(rij: &Termijn) -> &'static str {
    if rij.hard_alarm { ", hard alarm" } else { "" }
}

fn kracht(kracht: Kracht) -> String {
    let (jaar, maand, dag) = kracht.van;
    let peil = match kracht.peil {
        Peil::VerschovenEersteZiektedag => "D*",
        Peil::EigenUiterlijk => "dag",
    };
    let tot = kracht
        .tot_en_met
        .map(|(jaar, maand, dag)| format!(" t/m {jaar:04}-{maand:02}-{dag:02}"))
        .unwrap_or_default();
    format!("{peil} vanaf {jaar:04}-{maand:02}-{dag:02}{tot}")
}

#[cfg(test)]
mod tests {
    use super::termijnen_md;

    const PAD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../schemas/termijnen.md");

    #[test]
    fn de_gedrukte_tabel_is_de_tabel() {
        let gedrukt = std::fs::read_to_string(PAD).unwrap_or_default();
        assert!(
            gedrukt == termijnen_md(),
            "schemas/termijnen.md is verouderd: draai `cargo xtask schemas`"
        );
    }
}
