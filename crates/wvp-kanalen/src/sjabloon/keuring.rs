//! The check of a template before its first use. Every rule names its line.

use std::collections::BTreeSet;

use minijinja::{Environment, Value};
use uuid::Uuid;
use wvp_domain::{Datum, DossierId, TermijnId};
use wvp_engine::bericht::{Stap, Stapmelding, Toelichting};

use super::bestand::{Bestand, VELDEN};
use super::fout::{Overtreding, SjabloonFout};
use super::lezen::{Code, Woord, code};
use super::vullen;
use crate::melding::Openheid;
use crate::zwijgen;

const OPDRACHTEN: [&str; 6] = ["for", "endfor", "if", "elif", "else", "endif"];
/// Words of the language that are no variable.
const TAAL: [&str; 11] =
    ["in", "not", "and", "or", "is", "defined", "true", "false", "loop", "if", "else"];
/// What can be asked of a loop.
const LUS: [&str; 4] = ["index", "first", "last", "length"];
/// Without `safe`: what is printed in HTML is always escaped.
const FILTERS: [&str; 5] = ["upper", "lower", "trim", "length", "join"];
const ONDERWERP_TEKENS_MAX: usize = 120;
/// What fetches, or what mail programs throw away; compared without blanks.
const OPHALEN: [&str; 20] = [
    "src=",
    "srcset=",
    "url(",
    "@import",
    "background=",
    "http-equiv",
    "<link",
    "<script",
    "<style",
    "<img",
    "<iframe",
    "<object",
    "<embed",
    "<form",
    "<base",
    "<video",
    "<audio",
    "<svg",
    "<input",
    "javascript:",
];
const LINK: &str = "href=";
const LINK_GOED: &str = "href=\"{{inlogadres}}\"";

/// Everything that is wrong with a template.
pub(super) fn keur(motor: &Environment<'_>, bestand: Bestand, bron: &str) -> Vec<SjabloonFout> {
    let mut fouten: Vec<(usize, Overtreding)> = vec![];
    if let Err(fout) = motor.template_from_named_str(bestand.naam(), bron) {
        let wat = fout.detail().unwrap_or("onbekende fout").to_owned();
        fouten.push((fout.line().unwrap_or(1), Overtreding::Syntaxis(wat)));
    }
    fouten.extend(keur_code(bestand, bron));
    fouten.extend(keur_woorden(bestand, bron));
    if bestand.is_html() {
        fouten.extend(keur_html(bron));
    }
    // An example of what is wrong already would say the same thing twice.
    if fouten.is_empty() {
        fouten.extend(keur_voorbeelden(motor, bestand, bron));
    }
    let als_fout = |(regel, wat)| SjabloonFout { bestand: bestand.naam().to_owned(), regel, wat };
    fouten.into_iter().map(als_fout).collect()
}

fn keur_code(bestand: Bestand, bron: &str) -> Vec<(usize, Overtreding)> {
    let stukken = code(bron);
    let lussen: BTreeSet<&str> = stukken.iter().filter_map(lusvariabele).collect();
    stukken.iter().flat_map(|stuk| keur_stuk(bestand, &lussen, stuk)).collect()
}

/// The variable of `for x in`.
fn lusvariabele<'a>(stuk: &Code<'a>) -> Option<&'a str> {
    let namen: Vec<&str> = stuk
        .woorden
        .iter()
        .filter_map(|(_, woord)| match woord {
            Woord::Naam(naam) => Some(*naam),
            Woord::Teken(_) | Woord::Tekst => None,
        })
        .collect();
    match namen.as_slice() {
        ["for", naam, "in", ..] if stuk.is_opdracht => Some(naam),
        _ => None,
    }
}

fn keur_stuk(
    bestand: Bestand,
    lussen: &BTreeSet<&str>,
    stuk: &Code<'_>,
) -> Vec<(usize, Overtreding)> {
    let mut fouten = vec![];
    let mut vorige: [Option<Woord<'_>>; 2] = [None, None];
    let mut is_eerste = stuk.is_opdracht;
    for (regel, woord) in &stuk.woorden {
        let fout = match woord {
            Woord::Teken('[') => Some(Overtreding::Haken),
            Woord::Naam(naam) if is_eerste => {
                (!OPDRACHTEN.contains(naam)).then(|| Overtreding::Opdracht((*naam).to_owned()))
            }
            Woord::Naam(naam) => keur_naam(bestand, lussen, vorige, naam),
            Woord::Teken(_) | Woord::Tekst => None,
        };
        fouten.extend(fout.map(|fout| (*regel, fout)));
        // A sign before the statement (`{%-`) only takes away blanks.
        is_eerste = is_eerste && !matches!(woord, Woord::Naam(_));
        let [_, laatste] = vorige;
        vorige = [laatste, Some(*woord)];
    }
    fouten
}

fn keur_naam(
    bestand: Bestand,
    lussen: &BTreeSet<&str>,
    vorige: [Option<Woord<'_>>; 2],
    naam: &str,
) -> Option<Overtreding> {
    let eigen = naam.to_owned();
    let is_getal = naam.starts_with(|teken: char| teken.is_ascii_digit());
    match vorige {
        [Some(Woord::Naam("loop")), Some(Woord::Teken('.'))] => {
            (!LUS.contains(&naam)).then(|| Overtreding::Veld { naam: eigen, wel: LUS.join(", ") })
        }
        [_, Some(Woord::Teken('.'))] => (!VELDEN.contains(&naam))
            .then(|| Overtreding::Veld { naam: eigen, wel: VELDEN.join(", ") }),
        [_, Some(Woord::Teken('|'))] => (!FILTERS.contains(&naam))
            .then(|| Overtreding::Filter { naam: eigen, wel: FILTERS.join(", ") }),
        _ if is_getal || TAAL.contains(&naam) || lussen.contains(naam) => None,
        _ if bestand.variabelen().contains(&naam) => None,
        _ if bestand.is_onderwerp() => Some(Overtreding::Onderwerp(eigen)),
        _ => Some(Overtreding::Variabele { naam: eigen, wel: bestand.variabelen().join(", ") }),
    }
}

fn keur_woorden(bestand: Bestand, bron: &str) -> Vec<(usize, Overtreding)> {
    let mut fouten = regels_met(bron, zwijgen::verraadt, &Overtreding::Gezondheid);
    if bestand.is_onderwerp() {
        fouten.extend(regels_met(bron, zwijgen::heeft_een_nummer, &Overtreding::Nummer));
    }
    fouten
}

fn keur_html(bron: &str) -> Vec<(usize, Overtreding)> {
    let mut fouten = vec![];
    for deel in OPHALEN {
        let fout = Overtreding::Ophalen(deel.to_owned());
        fouten.extend(regels_met(bron, |tekst| kaal(tekst).contains(deel), &fout));
    }
    let elders = |tekst: &str| {
        let kaal = kaal(tekst);
        kaal.matches(LINK).count() > kaal.matches(LINK_GOED).count()
    };
    fouten.extend(regels_met(bron, elders, &Overtreding::Verwijzing));
    fouten
}

fn kaal(tekst: &str) -> String {
    tekst.to_lowercase().split_whitespace().collect()
}

/// The lines for which this holds; the first when it holds for the whole only.
fn regels_met(
    bron: &str,
    geldt: impl Fn(&str) -> bool,
    fout: &Overtreding,
) -> Vec<(usize, Overtreding)> {
    let regels = (1..).zip(bron.lines()).filter(|(_, tekst)| geldt(tekst));
    let gevonden: Vec<_> = regels.map(|(regel, _)| (regel, fout.clone())).collect();
    if gevonden.is_empty() && geldt(bron) { vec![(1, fout.clone())] } else { gevonden }
}

/// Fills the template with examples of every kind, at every setting.
fn keur_voorbeelden(
    motor: &Environment<'_>,
    bestand: Bestand,
    bron: &str,
) -> Option<(usize, Overtreding)> {
    let openheden = Openheid::ALLE.iter();
    let gevallen = openheden
        .flat_map(|openheid| voorbeelden().into_iter().map(move |melding| (*openheid, melding)));
    for (openheid, melding) in gevallen {
        let naam = match openheid {
            Openheid::Stil => "stil",
            Openheid::Kenmerk => "kenmerk",
            Openheid::KenmerkEnStap => "kenmerk en stap",
        };
        let waarden = waarden(bestand, openheid, &melding);
        let tekst = match motor.render_named_str(bestand.naam(), bron, waarden) {
            Ok(tekst) => tekst,
            Err(fout) => {
                let wat = fout.detail().unwrap_or("een waarde ontbreekt").to_owned();
                let regel = fout.line().unwrap_or(1);
                return Some((regel, Overtreding::Voorbeeld { openheid: naam, wat }));
            }
        };
        if zwijgen::verraadt(&tekst) {
            return Some((1, Overtreding::Gezondheid));
        }
        if bestand.is_onderwerp() && !is_onderwerp(&tekst) {
            return Some((1, Overtreding::Lengte(ONDERWERP_TEKENS_MAX)));
        }
    }
    None
}

fn is_onderwerp(tekst: &str) -> bool {
    let tekst = tekst.trim();
    let lengte = tekst.chars().count();
    lengte > 0 && lengte <= ONDERWERP_TEKENS_MAX && !tekst.contains(char::is_control)
}

fn waarden(bestand: Bestand, openheid: Openheid, melding: &Stapmelding) -> Value {
    const INLOGADRES: &str = "https://inloggen.example/";
    match bestand {
        Bestand::EnkelOnderwerp => vullen::onderwerp(melding, openheid),
        Bestand::EnkelTekst | Bestand::EnkelHtml => vullen::enkel(melding, openheid, INLOGADRES),
        Bestand::BundelOnderwerp => vullen::leeg(),
        Bestand::BundelTekst | Bestand::BundelHtml => {
            vullen::bundel(&voorbeelden(), openheid, INLOGADRES)
        }
        Bestand::BerichtHtml => vullen::alineas("Een regel.\nNog een.\n\nEn nog een."),
    }
}

/// A step in time without more, the longest name, and a step that is late with everything to say about it.
fn voorbeelden() -> [Stapmelding; 3] {
    let dag = |dag| Datum::EERSTE.plus(dag);
    let melding = |nummer: u128, termijn, uiterlijk, toelichting| Stapmelding {
        id: Uuid::from_u128(nummer),
        dossier: DossierId(Uuid::from_u128(nummer)),
        stap: Stap::Wettelijk(termijn),
        uiterlijk: dag(uiterlijk),
        op: dag(1),
        toelichting,
    };
    let alles = vec![
        Toelichting::Vertraagd { had_op: dag(0) },
        Toelichting::Verschoven { van: dag(0), naar: dag(1) },
        Toelichting::Samengevoegd { aantal: 2 },
        Toelichting::Overgeslagen { aantal: 2 },
        Toelichting::Waarneming,
    ];
    [
        melding(1, TermijnId::PlanVanAanpak, 9, vec![]),
        melding(2, TermijnId::Grens81Weken, 9, vec![]),
        melding(3, TermijnId::Probleemanalyse, 0, alles),
    ]
}
