//! The lines of a timeline: one per fact, or every open field.

use wvp_domain::Categorie;
use wvp_domain::beschrijving::{Deel, Veld, Waarde};
use wvp_projections::Tijdlijn;
use wvp_projections::tijdlijn::Regel;
use wvp_projections::tijdlijn::beeld::letter;

use super::{BREEDTE, KOP, ZACHT, dag, gebroken, geknipt, kleur};

/// One line per fact: week, day, name, open categories, and the most telling text that is open.
pub(crate) fn kort(tijdlijn: &Tijdlijn) -> Vec<String> {
    tijdlijn.regels.iter().map(regel_kort).collect()
}

/// Every fact with every field that is open to the reader.
#[must_use]
pub fn lang(tijdlijn: &Tijdlijn) -> Vec<String> {
    tijdlijn.regels.iter().flat_map(regel_lang).collect()
}

/// A day further away (an AOW date) is not told in weeks.
const LAATSTE_WEEK: i32 = 999;

const CATEGORIEEN: [Categorie; 4] = [Categorie::A, Categorie::B, Categorie::C, Categorie::D];

fn regel_kort(regel: &Regel) -> String {
    let tekst =
        regel.opmerkingen.last().map_or_else(|| kern(&regel.delen), |opmerking| opmerking.tekst());
    let titel = geknipt(regel.titel, 35);
    format!(
        "  {} {}  {titel:35} {} {ZACHT}{}{ZACHT:#}",
        week(regel.week),
        dag(regel.datum),
        vakjes(&regel.delen),
        geknipt(&tekst, BREEDTE.saturating_sub(64))
    )
}

fn regel_lang(regel: &Regel) -> Vec<String> {
    let kop = format!(
        "{KOP}{} {}  {}{KOP:#}  {ZACHT}{}, vastgelegd {}{ZACHT:#}",
        week(regel.week),
        dag(regel.datum),
        regel.titel,
        regel.door.replace('_', " "),
        regel.vastgelegd_op
    );
    let mut regels = vec![kop];
    for opmerking in &regel.opmerkingen {
        regels.push(format!("       ! {}", opmerking.tekst()));
    }
    for deel in &regel.delen {
        let categorie = deel.compartiment.categorie();
        let stijl = kleur(categorie);
        for veld in &deel.velden {
            for (nummer, tekst) in veld_lang(veld).into_iter().enumerate() {
                let merk = if nummer == 0 { letter(categorie) } else { ' ' };
                regels.push(format!("     {stijl}{merk}{stijl:#} {tekst}"));
            }
        }
    }
    regels
}

fn veld_lang(veld: &Veld) -> Vec<String> {
    let kolommen = BREEDTE.saturating_sub(9);
    let enkel = |tekst: &str| gebroken(&format!("{}: {tekst}", veld.naam), kolommen);
    match &veld.waarde {
        Waarde::Lijst(punten) => [format!("{}:", veld.naam)]
            .into_iter()
            .chain(punten.iter().map(|punt| format!("  - {punt}")))
            .flat_map(|regel| ingesprongen(&regel, kolommen))
            .collect(),
        Waarde::Tabel { rijen, .. } => [format!("{}:", veld.naam)]
            .into_iter()
            .chain(rijen.iter().map(|rij| format!("  - {}", gevuld(rij))))
            .flat_map(|regel| ingesprongen(&regel, kolommen))
            .collect(),
        Waarde::Tekst(_)
        | Waarde::Datum(_)
        | Waarde::JaNee(_)
        | Waarde::Verwijzing(_)
        | Waarde::Identiteit(_) => enkel(&in_woorden(&veld.waarde)),
    }
}

/// Breaks a line and keeps its indent.
fn ingesprongen(regel: &str, kolommen: usize) -> Vec<String> {
    let inspringing = if regel.starts_with("  ") { "  " } else { "" };
    gebroken(regel, kolommen.saturating_sub(2))
        .into_iter()
        .map(|regel| format!("{inspringing}{regel}"))
        .collect()
}

fn gevuld(rij: &[String]) -> String {
    let vol: Vec<&str> = rij.iter().map(String::as_str).filter(|cel| !cel.is_empty()).collect();
    vol.join(" · ")
}

/// The value of a field on one line.
fn in_woorden(waarde: &Waarde) -> String {
    match waarde {
        Waarde::Tekst(tekst) => tekst.clone(),
        Waarde::Datum(datum) => datum.voluit(),
        Waarde::JaNee(true) => "ja".to_owned(),
        Waarde::JaNee(false) => "nee".to_owned(),
        Waarde::Lijst(punten) => punten.join("; "),
        Waarde::Tabel { rijen, .. } => {
            rijen.iter().map(|rij| gevuld(rij)).collect::<Vec<_>>().join("; ")
        }
        Waarde::Verwijzing(_) | Waarde::Identiteit(_) => String::new(),
    }
}

/// What is most telling: medical before re-integration before general before process.
fn kern(delen: &[Deel]) -> String {
    let volgorde = [Categorie::C, Categorie::B, Categorie::D, Categorie::A];
    let mut delen = volgorde.into_iter().flat_map(|categorie| {
        delen.iter().filter(move |deel| deel.compartiment.categorie() == categorie)
    });
    let veld = delen.find_map(veld_van);
    veld.map(|veld| format!("{}: {}", veld.naam, in_woorden(&veld.waarde))).unwrap_or_default()
}

/// The field of a section that says most: a text before a list or table.
fn veld_van(deel: &Deel) -> Option<&Veld> {
    let tekst = deel.velden.iter().find(|veld| matches!(veld.waarde, Waarde::Tekst(_)));
    let rij = |veld: &&Veld| matches!(veld.waarde, Waarde::Lijst(_) | Waarde::Tabel { .. });
    tekst.or_else(|| deel.velden.iter().find(rij))
}

fn vakjes(delen: &[Deel]) -> String {
    CATEGORIEEN
        .into_iter()
        .map(|categorie| {
            let open = delen.iter().any(|deel| deel.compartiment.categorie() == categorie);
            let stijl = kleur(categorie);
            if open { format!("{stijl}{}{stijl:#}", letter(categorie)) } else { "·".to_owned() }
        })
        .collect()
}

fn week(week: Option<i32>) -> String {
    let genoemd = week.filter(|week| *week <= LAATSTE_WEEK);
    genoemd.map_or_else(|| "      ".to_owned(), |week| format!("wk {week:3}"))
}
