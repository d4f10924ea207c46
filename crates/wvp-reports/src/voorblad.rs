//! The cover of the re-integratieverslag: whose it is, what is in it, what is still missing.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use wvp_domain::Datum;

use crate::export::{Sjabloon, export};
use crate::inhoud::{gegevens_json, ondertekening_json};
use crate::{Gegeven, Onderdeel, Ondertekening, RapportFout};

const TITEL: &str = "Re-integratieverslag";

/// The cover, ready to be typeset. It has no `Debug`: it holds names.
#[derive(Clone, PartialEq, Eq)]
pub struct Voorblad {
    /// The employer in the page header.
    pub organisatie: String,
    /// Short opaque number of the dossier, in the page header.
    pub dossiernummer: String,
    /// The day on which this list was true; also the creation date of the file.
    pub datum: Datum,
    /// Draft: marked as such on every page.
    pub concept: bool,
    /// One line under the title, for example what the verslag goes with.
    pub ondertitel: String,
    /// Facts of the employee.
    pub werknemer: Vec<Gegeven>,
    /// Facts of the employer.
    pub werkgever: Vec<Gegeven>,
    /// The dates that rule the case: first day, end of the wachttijd, application.
    pub termijnen: Vec<Termijn>,
    /// The elements, in reading order.
    pub regels: Vec<Regel>,
    /// The contents: the files that go along; empty leaves the heading out.
    pub inhoud: Vec<Inhoudsregel>,
    /// The statement, in paragraphs.
    pub verklaring: Vec<String>,
    /// Who signed the cover; empty leaves the heading out.
    pub ondertekening: Vec<Ondertekening>,
    /// The files that go with it, with their checksums; empty leaves the heading out.
    pub bestanden: Vec<Bestand>,
    /// What the rules of a complete report say about it.
    pub controle: Controle,
}

/// What the rules say.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Controle {
    /// Number of rules that are met. Without rules the heading is left out.
    pub voldaan: usize,
    /// What is missing or wrong, the worst first.
    pub bevindingen: Vec<Bevinding>,
}

/// One thing that is missing or wrong.
#[derive(Clone, PartialEq, Eq)]
pub struct Bevinding {
    /// How bad it is: "fout".
    pub ernst: String,
    /// What is wrong and what to do.
    pub zin: String,
    /// Who mends it.
    pub wie: String,
    /// Last day to mend it, inclusive.
    pub uiterlijk: Datum,
    /// Whether the report is not final because of it.
    pub houdt_tegen: bool,
}

/// A date with its name.
#[derive(Clone, PartialEq, Eq)]
pub struct Termijn {
    /// What happens on that day.
    pub naam: String,
    /// The day.
    pub datum: Datum,
}

/// One line of the list of elements.
#[derive(Clone, PartialEq, Eq)]
pub struct Regel {
    /// Which element. Several bijstellingen of one kind are numbered in the order given.
    pub onderdeel: Onderdeel,
    /// Who owes it.
    pub wie: Wie,
    /// Last day on which it is in time (inclusive), if the law sets one.
    pub uiterlijk: Option<Datum>,
    /// The day on which it was recorded.
    pub vastgelegd: Option<Datum>,
    /// How it stands.
    pub toestand: Toestand,
}

/// One line of the contents: a file that goes along.
#[derive(Clone, PartialEq, Eq)]
pub struct Inhoudsregel {
    /// Name of the element, a bijstelling with its number.
    pub naam: String,
    /// Name of the file.
    pub bestandsnaam: String,
    /// Day of the document.
    pub datum: Datum,
    /// Who drew it up or signed it, and who still has to.
    pub ondertekening: Vec<Ondertekening>,
    /// Number of pages; none for a copy that came in as a file.
    pub bladzijden: Option<usize>,
}

/// Who owes an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wie {
    /// The employer.
    Werkgever,
    /// The employee.
    Werknemer,
    /// Employer and employee together.
    WerkgeverEnWerknemer,
    /// The bedrijfsarts.
    Bedrijfsarts,
}

/// How an element stands on the day of the cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toestand {
    /// Recorded in time.
    Aanwezig,
    /// Not recorded.
    Ontbreekt,
    /// Recorded, but after its last day.
    TeLaat,
    /// Not needed in this case.
    NietNodig,
}

/// A file of the verslag with its checksum.
#[derive(Clone, PartialEq, Eq)]
pub struct Bestand {
    /// File name.
    pub naam: String,
    /// SHA-256 of the bytes, as hexadecimal digits.
    pub sha256: String,
}

impl Voorblad {
    /// The file name within the verslag.
    pub const BESTANDSNAAM: &'static str = "00_inhoud.pdf";
}

impl Wie {
    /// The Dutch word.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Werkgever => "Werkgever",
            Self::Werknemer => "Werknemer",
            Self::WerkgeverEnWerknemer => "Werkgever en werknemer",
            Self::Bedrijfsarts => "Bedrijfsarts",
        }
    }
}

/// Makes the PDF of the cover (PDF/A-2a and PDF/UA-1).
///
/// # Errors
///
/// [`RapportFout::Zetten`] or [`RapportFout::Norm`] when template or result break a rule.
pub fn voorblad(voorblad: &Voorblad) -> Result<Vec<u8>, RapportFout> {
    let termijnen: Value = voorblad
        .termijnen
        .iter()
        .map(|termijn| json!([termijn.naam, termijn.datum.voluit()]))
        .collect();
    let bestanden: Value = voorblad
        .bestanden
        .iter()
        .map(|bestand| json!([bestand.naam, in_groepen(&bestand.sha256)]))
        .collect();
    let gegevens = json!({
        "titel": TITEL,
        "metatitel": TITEL,
        "geheim": false,
        "voet": "Geen medische gegevens",
        "ondertitel": voorblad.ondertitel,
        "organisatie": voorblad.organisatie,
        "dossiernummer": voorblad.dossiernummer,
        "datum": voorblad.datum.voluit(),
        "concept": voorblad.concept,
        "werknemer": gegevens_json(&voorblad.werknemer),
        "werkgever": gegevens_json(&voorblad.werkgever),
        "termijnen": termijnen,
        "regels": regels_json(&voorblad.regels),
        "inhoud": inhoud_json(&voorblad.inhoud),
        "verklaring": voorblad.verklaring,
        "ondertekening": ondertekening_json(&voorblad.ondertekening),
        "bestanden": bestanden,
        "controle": controle_json(&voorblad.controle),
    });
    let (inhoud, _) = export(Sjabloon::Voorblad, voorblad.datum, gegevens)?;
    Ok(inhoud)
}

fn controle_json(controle: &Controle) -> Value {
    let bevinding = |it: &Bevinding| {
        json!({
            "ernst": it.ernst,
            "zin": it.zin,
            "wie": it.wie,
            "uiterlijk": it.uiterlijk.voluit(),
        })
    };
    let bevindingen: Value = controle.bevindingen.iter().map(bevinding).collect();
    json!({ "voldaan": controle.voldaan, "bevindingen": bevindingen })
}

fn inhoud_json(inhoud: &[Inhoudsregel]) -> Value {
    inhoud
        .iter()
        .map(|regel| {
            let standen: Vec<String> =
                regel.ondertekening.iter().map(Ondertekening::stand).collect();
            json!({
                "naam": regel.naam,
                "bestandsnaam": regel.bestandsnaam,
                "datum": regel.datum.voluit(),
                "standen": standen,
                "bladzijden": regel.bladzijden,
            })
        })
        .collect()
}

fn regels_json(regels: &[Regel]) -> Value {
    let mut aantallen: BTreeMap<Onderdeel, u32> = BTreeMap::new();
    regels
        .iter()
        .map(|regel| {
            let nummer = aantallen.entry(regel.onderdeel).or_default();
            *nummer = nummer.saturating_add(1);
            json!({
                "naam": genummerd(regel.onderdeel, *nummer),
                "wie": regel.wie.naam(),
                "uiterlijk": regel.uiterlijk.map(Datum::voluit),
                "vastgelegd": regel.vastgelegd.map(Datum::voluit),
                "soort": soort(regel.toestand),
                "toestand": toestand(regel),
            })
        })
        .collect()
}

/// Bijstellingen always bear their number: the file name has it too.
fn genummerd(onderdeel: Onderdeel, nummer: u32) -> String {
    match onderdeel {
        Onderdeel::Element(element) if element.komt_vaker_voor() => {
            format!("{} {nummer}", element.naam())
        }
        Onderdeel::Element(_) | Onderdeel::MedischeInformatie => onderdeel.naam().to_owned(),
    }
}

fn soort(toestand: Toestand) -> &'static str {
    match toestand {
        Toestand::Aanwezig => "aanwezig",
        Toestand::Ontbreekt => "ontbreekt",
        Toestand::TeLaat => "te-laat",
        Toestand::NietNodig => "niet-nodig",
    }
}

fn toestand(regel: &Regel) -> String {
    match regel.toestand {
        Toestand::Aanwezig => "Aanwezig".to_owned(),
        Toestand::Ontbreekt => "Ontbreekt".to_owned(),
        Toestand::NietNodig => "Niet nodig".to_owned(),
        Toestand::TeLaat => match dagen_te_laat(regel) {
            Some(1) => "1 dag te laat".to_owned(),
            Some(dagen) => format!("{dagen} dagen te laat"),
            None => "Te laat".to_owned(),
        },
    }
}

fn dagen_te_laat(regel: &Regel) -> Option<i32> {
    let dagen = regel.uiterlijk?.dagen_tot(regel.vastgelegd?);
    (dagen > 0).then_some(dagen)
}

/// Groups of 16, so that people can compare them and lines can break.
fn in_groepen(sha256: &str) -> String {
    let mut groepen = String::with_capacity(sha256.len().saturating_add(4));
    for (index, teken) in sha256.chars().enumerate() {
        if index > 0 && index % 16 == 0 {
            groepen.push(' ');
        }
        groepen.push(teken);
    }
    groepen
}
