//! Blocks that several documents share (documents.md 1.0), and the guards on them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Afgeschermd, Afwijzing, Datum};

/// Hundredths of a per cent: 0 up to and including 10,000.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "u16", into = "u16")]
pub struct Percentage(u16);

impl Percentage {
    /// Takes hundredths of a per cent.
    ///
    /// # Errors
    ///
    /// A text when the share is more than 100.00%.
    pub fn try_new(honderdsten: u16) -> Result<Self, String> {
        if honderdsten <= 10_000 {
            Ok(Self(honderdsten))
        } else {
            Err(format!("`{honderdsten}` honderdsten is meer dan 100 procent"))
        }
    }

    /// Hundredths of a per cent.
    #[must_use]
    pub fn honderdsten(self) -> u16 {
        self.0
    }
}

impl TryFrom<u16> for Percentage {
    type Error = String;

    fn try_from(honderdsten: u16) -> Result<Self, String> {
        Self::try_new(honderdsten)
    }
}

impl From<Percentage> for u16 {
    fn from(percentage: Percentage) -> Self {
        percentage.0
    }
}

/// Whole percents as people write them: "50%", or "33,33%".
impl std::fmt::Display for Percentage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (heel, rest) = (self.0 / 100, self.0 % 100);
        if rest == 0 { write!(f, "{heel}%") } else { write!(f, "{heel},{rest:02}%") }
    }
}

/// Working time in minutes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Minuten(pub u16);

impl std::fmt::Display for Minuten {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{:02} uur", self.0 / 60, self.0 % 60)
    }
}

/// Name and function of who drew up a document (Beleidsregels vormvereisten art. 2(3)).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Ondertekenaar {
    /// Name.
    pub naam: String,
    /// Function.
    pub functie: String,
}

/// A signature, or the refusal to give one.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Ondertekening {
    /// For whom.
    pub partij: Partij,
    /// Name and function.
    pub wie: Ondertekenaar,
    /// Signed or refused.
    pub keuze: Handtekening,
    /// When.
    pub op: Datum,
}

/// Who signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Partij {
    /// The employer.
    Werkgever,
    /// The employee.
    Werknemer,
}

/// Signed, or refused; the motivation of a refusal stands in section B of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Handtekening {
    /// Signed.
    Getekend,
    /// Refused, with a motivation in section B.
    GeweigerdMetMotivering,
}

/// How the bedrijfsarts saw the employee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WijzeContact {
    /// At the consultation.
    Spreekuur,
    /// By telephone.
    Telefoon,
    /// By video.
    Video,
    /// At home.
    Huisbezoek,
}

/// The six headings of the FML.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Rubriek {
    /// I: attention, memory, acting on purpose.
    PersoonlijkFunctioneren,
    /// II: dealing with people and feelings.
    SociaalFunctioneren,
    /// III: cold, noise, dust, protective gear.
    FysiekeOmgevingseisen,
    /// IV: reaching, lifting, walking, climbing.
    DynamischeHandelingen,
    /// V: sitting, standing, working bent over.
    StatischeHoudingen,
    /// VI: hours per day and week, nights, rest.
    Werktijden,
}

/// A limitation in words without medical detail.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Beperking {
    /// Heading.
    pub rubriek: Rubriek,
    /// What is limited.
    pub tekst: String,
}

/// Limit on hours.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Urenbeperking {
    /// At most per day.
    pub per_dag: Minuten,
    /// At most per week.
    pub per_week: Minuten,
}

/// A step of resumption.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Opbouwstap {
    /// First day.
    pub vanaf: Datum,
    /// Time per week.
    pub per_week: Minuten,
    /// Tasks.
    pub taken: String,
}

/// The view of one party (art. 4(2), since 2023-07-01).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Visie {
    /// On the possibilities to resume work.
    pub mogelijkheden: String,
    /// On what was done so far.
    pub activiteiten: String,
    /// On what was agreed.
    pub afspraken: String,
}

/// The views of both parties.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Visies {
    /// Of the employer.
    pub werkgever: Option<Visie>,
    /// Of the employee.
    pub werknemer: Option<Visie>,
}

/// Function, education and experience (art. 2(4)).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Bekwaamheden {
    /// Function.
    pub functie: String,
    /// Education.
    pub opleiding: String,
    /// Experience.
    pub werkervaring: String,
    /// Other skills.
    pub overige: String,
}

/// A Dutch address.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Adres {
    /// Street.
    pub straat: String,
    /// House number with its addition.
    pub huisnummer: String,
    /// Postcode (1234AB).
    pub postcode: String,
    /// Place.
    pub plaats: String,
}

/// Refuses a day after today.
pub(crate) fn niet_in_toekomst(
    veld: &'static str,
    datum: Datum,
    vandaag: Datum,
) -> Result<(), Afwijzing> {
    if datum > vandaag {
        return Err(Afwijzing::InDeToekomst { veld, datum });
    }
    Ok(())
}

/// Refuses a last day before the first (both inclusive).
pub(crate) fn niet_omgekeerd(
    veld: &'static str,
    van: Datum,
    tot_en_met: Option<Datum>,
) -> Result<(), Afwijzing> {
    match tot_en_met {
        Some(tot_en_met) if tot_en_met < van => {
            Err(Afwijzing::PeriodeOmgekeerd { veld, van, tot_en_met })
        }
        Some(_) | None => Ok(()),
    }
}

/// Refuses a document dated before what it builds on; `voorganger` is a Dutch noun with its article.
pub(crate) fn niet_voor(
    veld: &'static str,
    datum: Datum,
    voorganger: &'static str,
    voorganger_op: Datum,
) -> Result<(), Afwijzing> {
    if datum < voorganger_op {
        return Err(Afwijzing::VoorVoorganger { veld, datum, voorganger, voorganger_op });
    }
    Ok(())
}

/// Asks name and function of an author or signatory (RIV-14).
pub(crate) fn eis_naam_en_functie(
    veld: &'static str,
    wie: &Ondertekenaar,
) -> Result<(), Afwijzing> {
    if wie.naam.trim().is_empty() || wie.functie.trim().is_empty() {
        return Err(Afwijzing::NaamOfFunctieOntbreekt { veld });
    }
    Ok(())
}

/// Asks for content in a section, without opening it.
pub(crate) fn eis_inhoud<T>(
    element: &'static str,
    sectie: &Afgeschermd<T>,
) -> Result<(), Afwijzing> {
    if sectie.is_dicht() { Err(Afwijzing::InhoudOntbreekt { element }) } else { Ok(()) }
}

/// Asks that every signature and refusal has name and function (RIV-14) and is not dated ahead. One that is not
/// there yet is no reason to refuse the document: it can be given later, and RIV-15 asks for it.
pub(crate) fn eis_handtekeningen(
    ondertekeningen: &[Ondertekening],
    vandaag: Datum,
) -> Result<(), Afwijzing> {
    for ondertekening in ondertekeningen {
        eis_naam_en_functie("ondertekeningen", &ondertekening.wie)?;
        niet_in_toekomst("ondertekeningen", ondertekening.op, vandaag)?;
    }
    Ok(())
}
