//! From raw input to a protocol: every fault is named, all at once. What loosens the law gets its own
//! answer, because that is what people try.

use super::keur::{Geplaatst, keur_geplaatst, regel_van};
use super::{Aanleiding, Aanscherping, EigenStap, Moment, Protocol};
use crate::ladder::GEWOON;
use crate::mijlpaal::herinnering::Ontvanger;
use crate::rekenmachine::lezer::{Fouten, Lezer, getal};
use crate::rekenmachine::{InvoerFout, Ruw};
use crate::{Datum, TermijnId};

const ONTVANGERS: &[(&str, Ontvanger)] = &[
    ("werkgever", Ontvanger::Werkgever),
    ("werknemer", Ontvanger::Werknemer),
    ("bedrijfsarts", Ontvanger::Bedrijfsarts),
    ("casemanager", Ontvanger::Casemanager),
    ("teamleider", Ontvanger::Teamleider),
];

const MOMENTEN: &[(&str, Moment)] =
    &[("laatste_dag", Moment::LaatsteDag), ("gedaan", Moment::Gedaan)];

const AANLEIDINGEN: &str =
    "eerste_ziektedag, ziekmelding, herstel, einde_dienstverband, stap, termijn";

/// Longest list that is taken; more is a mistake in a program, not a protocol.
const HOOGSTENS: usize = 100;

/// Reads a protocol. An unknown field is refused.
///
/// # Errors
///
/// Every fault, each with its field, value and rule.
pub fn lees(ruw: Ruw) -> Result<Protocol, Vec<InvoerFout>> {
    let mut fouten = Fouten::default();
    let f = &mut fouten;
    let mut lezer = Lezer::object("", ruw, f);
    let per = lezer.verplichte_datum("per", f);
    let stappen = elementen(&mut lezer, "stappen", f, |it, f| Some(lees_stap(it, f)));
    let aanscherpingen = elementen(&mut lezer, "aanscherpingen", f, lees_aanscherping);
    lezer.klaar(f);
    keur_geplaatst(&stappen, &aanscherpingen, f);
    if !fouten.0.is_empty() {
        return Err(fouten.0);
    }
    Ok(Protocol {
        per: per.unwrap_or(Datum::EERSTE),
        stappen: stappen.into_iter().map(|it| it.wat).collect(),
        aanscherpingen: aanscherpingen.into_iter().map(|it| it.wat).collect(),
    })
}

/// The elements of a list that could be read, each with its place.
fn elementen<T>(
    lezer: &mut Lezer,
    naam: &'static str,
    fouten: &mut Fouten,
    lees: impl Fn(Lezer, &mut Fouten) -> Option<T>,
) -> Vec<Geplaatst<T>> {
    let mut gevonden = lezer.lijst(naam, fouten).unwrap_or_default();
    if gevonden.len() > HOOGSTENS {
        let aantal = format!("{} onderdelen", gevonden.len());
        fouten.meld(lezer.veld(naam), &aantal, format!("hoogstens {HOOGSTENS} onderdelen"));
        gevonden.truncate(HOOGSTENS);
    }
    let gelezen = gevonden.into_iter().filter_map(|(pad, waarde)| {
        let wat = lees(Lezer::object(&pad, waarde, fouten), fouten)?;
        Some(Geplaatst { pad, wat })
    });
    gelezen.collect()
}

/// What could not be read is named and gets a value that breaks no rule, so that the rest is judged too.
fn lees_stap(mut lezer: Lezer, fouten: &mut Fouten) -> EigenStap {
    let naamloos = lezer.veld("").replace(|teken: char| !teken.is_ascii_digit(), "");
    let gelezen = EigenStap {
        naam: verplichte_tekst(&mut lezer, "naam", fouten).unwrap_or(naamloos),
        titel: verplichte_tekst(&mut lezer, "titel", fouten).unwrap_or_else(zonder_tekst),
        uitleg: verplichte_tekst(&mut lezer, "uitleg", fouten).unwrap_or_else(zonder_tekst),
        wie: lees_wie(&mut lezer, fouten).unwrap_or_else(|| vec![Ontvanger::Werkgever]),
        na: lees_aanleiding(&mut lezer, fouten).unwrap_or(Aanleiding::EersteZiektedag),
        dagen: verplichte_dagen(&mut lezer, "dagen", fouten).unwrap_or_default(),
        alleen_in_keten: lezer.ja("alleen_in_keten", fouten),
        treden: lees_treden(&mut lezer, "treden", fouten).unwrap_or_else(|| GEWOON.treden.to_vec()),
        casemanager_vanaf: lees_dagen(&mut lezer, "casemanager_vanaf", fouten),
        teamleider_vanaf: lees_dagen(&mut lezer, "teamleider_vanaf", fouten),
    };
    lezer.klaar(fouten);
    gelezen
}

fn zonder_tekst() -> String {
    "-".to_owned()
}

fn lees_aanscherping(mut lezer: Lezer, fouten: &mut Fouten) -> Option<Aanscherping> {
    let termijn = lees_termijn(&mut lezer, fouten);
    for veld in ["vervalt", "treden", "dagen_later"] {
        weiger_versoepeling(&mut lezer, veld, termijn, fouten);
    }
    let dagen_eerder = lezer.getal("dagen_eerder", fouten);
    let gelezen = Aanscherping {
        termijn: termijn?,
        dagen_eerder: als_dagen_eerder(&lezer, dagen_eerder, termijn?, fouten),
        extra_treden: lees_treden(&mut lezer, "extra_treden", fouten).unwrap_or_default(),
        casemanager_vanaf: lees_dagen(&mut lezer, "casemanager_vanaf", fouten),
        teamleider_vanaf: lees_dagen(&mut lezer, "teamleider_vanaf", fouten),
    };
    lezer.klaar(fouten);
    Some(gelezen)
}

/// Fields that would take something away from the law.
fn weiger_versoepeling(
    lezer: &mut Lezer,
    veld: &'static str,
    termijn: Option<TermijnId>,
    fouten: &mut Fouten,
) {
    if let Some(waarde) = lezer.neem(veld, fouten) {
        let regel = termijn.map_or_else(|| MAG_NIET.to_owned(), |id| regel_van(MAG_NIET, id));
        fouten.meld(lezer.veld(veld), &waarde, regel);
    }
}

const MAG_NIET: &str = "een termijn uit de wet mag strenger, maar niet soepeler of weg";

fn als_dagen_eerder(
    lezer: &Lezer,
    dagen: Option<i64>,
    termijn: TermijnId,
    fouten: &mut Fouten,
) -> u16 {
    let Some(dagen) = dagen else { return 0 };
    let gelezen = u16::try_from(dagen).ok().filter(|dagen| *dagen > 0);
    if gelezen.is_none() {
        let regel = if dagen < 0 { MAG_NIET } else { "hier hoort een aantal dagen vanaf 1" };
        fouten.meld(lezer.veld("dagen_eerder"), &dagen, regel_van(regel, termijn));
    }
    gelezen.unwrap_or_default()
}

fn lees_termijn(lezer: &mut Lezer, fouten: &mut Fouten) -> Option<TermijnId> {
    let woorden = TermijnId::ALLE.map(|id| (id.sleutel(), id));
    verplicht(lezer, "termijn", fouten, |lezer, f| lezer.woord("termijn", &woorden, f))
}

/// A field that must be there: what is unreadable was named already, what is absent is named here.
fn verplicht<T>(
    lezer: &mut Lezer,
    naam: &'static str,
    fouten: &mut Fouten,
    lees: impl FnOnce(&mut Lezer, &mut Fouten) -> Option<T>,
) -> Option<T> {
    let aantal = fouten.0.len();
    let gelezen = lees(lezer, fouten);
    if gelezen.is_none() && aantal == fouten.0.len() {
        lezer.ontbreekt(naam, fouten);
    }
    gelezen
}

fn lees_wie(lezer: &mut Lezer, fouten: &mut Fouten) -> Option<Vec<Ontvanger>> {
    let namen = verplicht(lezer, "wie", fouten, |lezer, f| lezer.lijst("wie", f))?;
    let is_leeg = namen.is_empty();
    let gelezen = namen.into_iter().filter_map(|(pad, waarde)| {
        let gevonden = match &waarde {
            Ruw::Tekst(woord) => ONTVANGERS.iter().find(|(naam, _)| naam == woord),
            Ruw::Leeg | Ruw::Waarheid(_) | Ruw::Getal(_) | Ruw::Lijst(_) | Ruw::Object(_) => None,
        };
        if gevonden.is_none() {
            let bekend: Vec<&str> = ONTVANGERS.iter().map(|(naam, _)| *naam).collect();
            fouten.meld(pad, &waarde, format!("bekend zijn: {}", bekend.join(", ")));
        }
        gevonden.map(|(_, ontvanger)| *ontvanger)
    });
    let gelezen: Vec<Ontvanger> = gelezen.collect();
    (is_leeg || !gelezen.is_empty()).then_some(gelezen)
}

/// A word, or an object with the word as its one field: the form that serde gives.
fn lees_aanleiding(lezer: &mut Lezer, fouten: &mut Fouten) -> Option<Aanleiding> {
    let veld = lezer.veld("na");
    let Some(waarde) = lezer.neem("na", fouten) else {
        lezer.ontbreekt("na", fouten);
        return None;
    };
    let (woord, binnen) = match waarde {
        Ruw::Tekst(woord) => (woord, Ruw::Object(vec![])),
        Ruw::Object(mut velden) if velden.len() == 1 => velden.pop()?,
        anders
        @ (Ruw::Leeg | Ruw::Waarheid(_) | Ruw::Getal(_) | Ruw::Lijst(_) | Ruw::Object(_)) => {
            fouten.meld(veld, &anders, format!("hier hoort een van: {AANLEIDINGEN}"));
            return None;
        }
    };
    let binnen = Lezer::object(&format!("{veld}.{woord}"), binnen, fouten);
    als_aanleiding(&veld, &woord, binnen, fouten)
}

fn als_aanleiding(
    veld: &str,
    woord: &str,
    mut lezer: Lezer,
    fouten: &mut Fouten,
) -> Option<Aanleiding> {
    let gelezen = match woord {
        "eerste_ziektedag" => Some(Aanleiding::EersteZiektedag),
        "ziekmelding" => Some(Aanleiding::Ziekmelding),
        "herstel" => {
            let ook_bij_deelherstel = lezer.ja("ook_bij_deelherstel", fouten);
            Some(Aanleiding::Herstel { ook_bij_deelherstel })
        }
        "einde_dienstverband" => Some(Aanleiding::EindeDienstverband),
        "stap" => {
            let naam = verplichte_tekst(&mut lezer, "naam", fouten);
            let op = lees_moment(&mut lezer, fouten);
            naam.map(|naam| Aanleiding::Stap { naam, op })
        }
        "termijn" => {
            let termijn = lees_termijn(&mut lezer, fouten);
            let op = lees_moment(&mut lezer, fouten);
            termijn.map(|termijn| Aanleiding::Termijn { termijn, op })
        }
        onbekend => {
            fouten.meld(veld, &onbekend, format!("hier hoort een van: {AANLEIDINGEN}"));
            return None;
        }
    };
    lezer.klaar(fouten);
    gelezen
}

/// Which day of another step; its last day when nothing is said.
fn lees_moment(lezer: &mut Lezer, fouten: &mut Fouten) -> Moment {
    lezer.woord("op", MOMENTEN, fouten).unwrap_or(Moment::LaatsteDag)
}

fn verplichte_tekst(lezer: &mut Lezer, naam: &'static str, fouten: &mut Fouten) -> Option<String> {
    verplicht(lezer, naam, fouten, |lezer, f| lezer.tekst(naam, f))
}

fn verplichte_dagen(lezer: &mut Lezer, naam: &'static str, fouten: &mut Fouten) -> Option<i16> {
    verplicht(lezer, naam, fouten, |lezer, f| lees_dagen(lezer, naam, f))
}

fn lees_dagen(lezer: &mut Lezer, naam: &'static str, fouten: &mut Fouten) -> Option<i16> {
    let dagen = lezer.getal(naam, fouten)?;
    als_dagen(&lezer.veld(naam), dagen, fouten)
}

fn lees_treden(lezer: &mut Lezer, naam: &'static str, fouten: &mut Fouten) -> Option<Vec<i16>> {
    let gevonden = lezer.lijst(naam, fouten)?;
    let mut treden: Vec<i16> = gevonden
        .into_iter()
        .take(HOOGSTENS)
        .filter_map(|(pad, waarde)| {
            let dagen = getal(&pad, &waarde, fouten)?;
            als_dagen(&pad, dagen, fouten)
        })
        .collect();
    treden.sort_unstable();
    Some(treden)
}

/// Days that a protocol may count: two years either way.
fn als_dagen(veld: &str, dagen: i64, fouten: &mut Fouten) -> Option<i16> {
    let gelezen = i16::try_from(dagen).ok().filter(|dagen| dagen.unsigned_abs() <= MEESTE_DAGEN);
    if gelezen.is_none() {
        fouten.meld(veld, &dagen, format!("hoogstens {MEESTE_DAGEN} dagen ervoor of erna"));
    }
    gelezen
}

const MEESTE_DAGEN: u16 = 730;
