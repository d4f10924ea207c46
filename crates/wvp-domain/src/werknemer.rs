//! Werknemer: who the employee is. The master record; a dossier holds its own copy of the name.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::mijlpaal::gedeeld::Adres;
use crate::{Compartiment, Datum, Geen, Sectie, Secties, StukId, WerkgeverId};

/// A fact about an employee, past tense.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "one at a time, and a box would cost every caller")]
pub enum Event {
    /// The employee was registered, or the data changed.
    GegevensVastgelegd(Gegevens),
    /// The burgerservicenummer was recorded.
    BsnVastgelegd(BsnGegevens),
}

/// What someone wants to be true, imperative.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "one at a time, and a box would cost every caller")]
pub enum Command {
    /// Registers the employee, or changes the data.
    LegGegevensVast(Gegevens),
    /// Records the burgerservicenummer.
    LegBsnVast(BsnGegevens),
}

/// The payload of the master record.
pub type Gegevens = Secties<Inschrijving, Geen, Geen, Persoon>;

/// The payload of the burgerservicenummer: its section stands apart (A.bsn, R-194..R-199).
pub type BsnGegevens = Secties<Bsnmelding, Geen, Geen, Bsn>;

/// Section A: where the employee works.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Inschrijving {
    /// The report these data came with.
    pub stuk: StukId,
    /// The employer.
    pub werkgever: WerkgeverId,
    /// Since when these data hold.
    pub per: Datum,
}

impl Sectie for Inschrijving {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// Section D: who the employee is (field catalogue: naw, pers, werk; the rest by documents.md 1.0). Facts from
/// before schema 2 leave open what was not kept then.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Persoon {
    /// Full name with initials.
    pub naam: String,
    /// Day of birth.
    pub geboortedatum: Datum,
    /// Home address.
    pub adres: Adres,
    /// Telephone number.
    pub telefoon: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Function.
    pub functie: String,
    /// Contract hours per week, in minutes.
    pub uren_per_week_minuten: u16,
    /// The name in parts, as UWV asks for it.
    pub naamdelen: Option<Naamdelen>,
    /// Sex.
    pub geslacht: Option<Geslacht>,
    /// Number of the employee with the employer.
    pub personeelsnummer: Option<String>,
    /// The employment.
    pub dienstverband: Option<Dienstverband>,
}

/// A name in parts.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Naamdelen {
    /// Initials, without full stops.
    pub voorletters: String,
    /// What stands before the surname.
    pub voorvoegsel: Option<String>,
    /// Surname, without what stands before it.
    pub achternaam: String,
}

/// Sex, as somebody is registered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Geslacht {
    /// Man.
    Man,
    /// Woman.
    Vrouw,
    /// Registered as neither.
    Anders,
}

/// What was agreed about the employment. That it did end is a fact of the dossier, in section A (dv.einde).
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Dienstverband {
    /// For how long it was agreed.
    pub duur: Option<Contractduur>,
    /// First day.
    pub begin: Datum,
    /// Last day, inclusive, when one was agreed.
    pub einde: Option<Datum>,
}

/// For how long an employment was agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Contractduur {
    /// Until a day or an event.
    Bepaald,
    /// Until somebody ends it.
    Onbepaald,
}

impl Contractduur {
    /// In words.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Bepaald => "bepaalde tijd",
            Self::Onbepaald => "onbepaalde tijd",
        }
    }
}

impl Sectie for Persoon {
    const COMPARTIMENT: Compartiment = Compartiment::D;
}

/// Section A: that a number was recorded.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Bsnmelding {
    /// The report this came with.
    pub stuk: StukId,
    /// Since when.
    pub per: Datum,
}

impl Sectie for Bsnmelding {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// The number, in its own compartment.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "OngetoetstBsn")]
pub struct Bsn {
    bsn: String,
}

/// What comes in from outside, before the elfproef.
#[derive(Deserialize, JsonSchema)]
struct OngetoetstBsn {
    bsn: String,
}

impl TryFrom<OngetoetstBsn> for Bsn {
    type Error = Afwijzing;

    fn try_from(ongetoetst: OngetoetstBsn) -> Result<Self, Afwijzing> {
        Self::try_new(&ongetoetst.bsn)
    }
}

impl Sectie for Bsn {
    const COMPARTIMENT: Compartiment = Compartiment::ABsn;
}

impl Bsn {
    /// Takes nine digits that pass the elfproef (documents.md 4.7).
    ///
    /// # Errors
    ///
    /// [`Afwijzing::OngeldigBsn`], which never repeats the number.
    pub fn try_new(bsn: &str) -> Result<Self, Afwijzing> {
        let gewichten = [9_i32, 8, 7, 6, 5, 4, 3, 2, -1];
        let cijfers: Vec<i32> =
            bsn.bytes().filter(u8::is_ascii_digit).map(|cijfer| i32::from(cijfer - b'0')).collect();
        let som: i32 =
            cijfers.iter().zip(gewichten).map(|(cijfer, gewicht)| cijfer * gewicht).sum();
        let negen = bsn.len() == gewichten.len() && cijfers.len() == gewichten.len();
        if negen && som % 11 == 0 && cijfers.iter().any(|cijfer| *cijfer != 0) {
            Ok(Self { bsn: bsn.to_owned() })
        } else {
            Err(Afwijzing::OngeldigBsn)
        }
    }

    /// The nine digits.
    #[must_use]
    pub fn cijfers(&self) -> &str {
        &self.bsn
    }
}

/// The state that decisions need: section A.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Werknemer {
    /// Registrations, oldest first.
    pub inschrijvingen: Vec<Inschrijving>,
    /// Days on which a number was recorded.
    pub bsn: Vec<Bsnmelding>,
}

/// A refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Afwijzing {
    /// The number does not pass the elfproef.
    #[error("het burgerservicenummer klopt niet: negen cijfers die voldoen aan de elfproef")]
    OngeldigBsn,
    /// The document was taken in before, with other facts.
    #[error("stuk `{}` is al eerder vastgelegd", .stuk.0)]
    StukAlBekend {
        /// Which document.
        stuk: StukId,
    },
    /// An employee is known to one employer; another employer keeps its own record.
    #[error("deze werknemer is ingeschreven bij een andere werkgever")]
    AndereWerkgever,
    /// The command has no data.
    #[error("de gegevens zelf ontbreken")]
    InhoudOntbreekt,
    /// The employment ends before it begins.
    #[error("`dienstverband.einde` ligt voor `dienstverband.begin`")]
    DienstverbandEindigtVoorBegin,
    /// The employee is not registered.
    #[error("deze werknemer is niet ingeschreven")]
    NietIngeschreven,
}

/// Decides what a command makes true.
///
/// # Errors
///
/// [`Afwijzing`].
pub fn decide(werknemer: &Werknemer, command: Command) -> Result<Vec<Event>, Afwijzing> {
    match command {
        Command::LegGegevensVast(gegevens) if werknemer.inschrijvingen.contains(&gegevens.a) => {
            Ok(vec![])
        }
        Command::LegGegevensVast(gegevens) => {
            eis_nieuw_stuk(werknemer, gegevens.a.stuk)?;
            let persoon = gegevens.d.inhoud().ok_or(Afwijzing::InhoudOntbreekt)?;
            eis_dagen_op_volgorde(persoon)?;
            let werkgever = gegevens.a.werkgever;
            if werknemer.inschrijvingen.iter().any(|eerder| eerder.werkgever != werkgever) {
                return Err(Afwijzing::AndereWerkgever);
            }
            Ok(vec![Event::GegevensVastgelegd(gegevens)])
        }
        Command::LegBsnVast(_) if werknemer.inschrijvingen.is_empty() => {
            Err(Afwijzing::NietIngeschreven)
        }
        Command::LegBsnVast(bsn) if werknemer.bsn.contains(&bsn.a) => Ok(vec![]),
        Command::LegBsnVast(bsn) => {
            eis_nieuw_stuk(werknemer, bsn.a.stuk)?;
            eis_inhoud(bsn.d.is_dicht())?;
            Ok(vec![Event::BsnVastgelegd(bsn)])
        }
    }
}

/// Folds one fact into the employee.
#[must_use]
pub fn evolve(mut werknemer: Werknemer, event: &Event) -> Werknemer {
    match event {
        Event::GegevensVastgelegd(e) => werknemer.inschrijvingen.push(e.a.clone()),
        Event::BsnVastgelegd(e) => werknemer.bsn.push(e.a.clone()),
    }
    werknemer
}

/// Rebuilds an employee from its history.
pub fn replay<'a>(events: impl IntoIterator<Item = &'a Event>) -> Werknemer {
    events.into_iter().fold(Werknemer::default(), evolve)
}

fn eis_nieuw_stuk(werknemer: &Werknemer, stuk: StukId) -> Result<(), Afwijzing> {
    let inschrijvingen = werknemer.inschrijvingen.iter().map(|eerder| eerder.stuk);
    let nummers = werknemer.bsn.iter().map(|eerder| eerder.stuk);
    if inschrijvingen.chain(nummers).any(|eerder| eerder == stuk) {
        return Err(Afwijzing::StukAlBekend { stuk });
    }
    Ok(())
}

fn eis_dagen_op_volgorde(persoon: &Persoon) -> Result<(), Afwijzing> {
    let dienstverband = persoon.dienstverband.as_ref();
    let is_om = dienstverband.is_some_and(|it| it.einde.is_some_and(|einde| einde < it.begin));
    if is_om { Err(Afwijzing::DienstverbandEindigtVoorBegin) } else { Ok(()) }
}

fn eis_inhoud(is_dicht: bool) -> Result<(), Afwijzing> {
    if is_dicht { Err(Afwijzing::InhoudOntbreekt) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{
        Afwijzing, Bsn, BsnGegevens, Bsnmelding, Command, Contractduur, Dienstverband, Event,
        Gegevens, Geslacht, Inschrijving, Naamdelen, Persoon, decide, replay,
    };
    use crate::mijlpaal::gedeeld::Adres;
    use crate::mijlpaal::voorbeeld::{NAAM, TEKST, dag, stuk, tekst};
    use crate::{Secties, WerkgeverId};

    fn gegevens(nummer: u128, werkgever: u128) -> Gegevens {
        tot(nummer, werkgever, "2025-12-31")
    }

    fn tot(nummer: u128, werkgever: u128, einde: &str) -> Gegevens {
        let adres = Adres {
            straat: tekst(),
            huisnummer: "1".to_owned(),
            postcode: "1234AB".to_owned(),
            plaats: tekst(),
        };
        Secties::proces(Inschrijving {
            stuk: stuk(nummer),
            werkgever: WerkgeverId(Uuid::from_u128(werkgever)),
            per: dag("2025-01-06"),
        })
        .met_d(Persoon {
            naam: NAAM.to_owned(),
            geboortedatum: dag("1980-05-05"),
            adres,
            telefoon: None,
            email: None,
            functie: tekst(),
            uren_per_week_minuten: 36 * 60,
            naamdelen: Some(Naamdelen {
                voorletters: "M".to_owned(),
                voorvoegsel: None,
                achternaam: NAAM.to_owned(),
            }),
            geslacht: Some(Geslacht::Vrouw),
            personeelsnummer: Some(tekst()),
            dienstverband: Some(Dienstverband {
                duur: Some(Contractduur::Bepaald),
                begin: dag("2024-01-01"),
                einde: Some(einde.parse().unwrap()),
            }),
        })
    }

    fn bsn(nummer: u128) -> BsnGegevens {
        Secties::proces(Bsnmelding { stuk: stuk(nummer), per: dag("2025-03-10") })
            .met_d(Bsn::try_new("111222333").unwrap())
    }

    fn ingeschreven() -> Vec<Event> {
        vec![Event::GegevensVastgelegd(gegevens(1, 1))]
    }

    #[test]
    fn de_elfproef_laat_geldige_nummers_door() {
        for bsn in ["111222333", "123456782", "999990342"] {
            assert!(Bsn::try_new(bsn).is_ok(), "{bsn}");
        }
    }

    #[test]
    fn de_elfproef_weigert_de_rest_zonder_het_nummer_te_herhalen() {
        for bsn in ["000000000", "123456789", "12345678", "1234567820", "12345678a"] {
            assert!(Bsn::try_new(bsn) == Err(Afwijzing::OngeldigBsn), "{bsn}");
        }
        assert!(!Afwijzing::OngeldigBsn.to_string().contains("123456789"));
    }

    #[test]
    fn ook_json_van_buiten_gaat_langs_de_elfproef() {
        assert!(serde_json::from_str::<Bsn>(r#"{"bsn":"111222333"}"#).is_ok());
        assert!(serde_json::from_str::<Bsn>(r#"{"bsn":"123456789"}"#).is_err());
    }

    #[test]
    fn dezelfde_gegevens_nog_eens_voegen_niets_toe() {
        let opdracht = Command::LegGegevensVast(gegevens(1, 1));
        assert_eq!(decide(&replay(&ingeschreven()), opdracht), Ok(vec![]));
    }

    #[test]
    fn een_stuknummer_dient_maar_een_keer() {
        let opdracht = Command::LegBsnVast(bsn(1));
        let afwijzing = Afwijzing::StukAlBekend { stuk: stuk(1) };
        assert_eq!(decide(&replay(&ingeschreven()), opdracht), Err(afwijzing));
    }

    #[test]
    fn een_andere_werkgever_houdt_zijn_eigen_gegevens() {
        let opdracht = Command::LegGegevensVast(gegevens(2, 2));
        assert_eq!(decide(&replay(&ingeschreven()), opdracht), Err(Afwijzing::AndereWerkgever));
    }

    #[test]
    fn een_dienstverband_eindigt_niet_voor_het_begint() {
        let om = Command::LegGegevensVast(tot(1, 1, "2023-12-31"));
        assert_eq!(decide(&replay(&[]), om), Err(Afwijzing::DienstverbandEindigtVoorBegin));
        let een_dag = Command::LegGegevensVast(tot(1, 1, "2024-01-01"));
        assert!(decide(&replay(&[]), een_dag).is_ok());
    }

    #[test]
    fn zonder_inschrijving_geen_bsn() {
        let opdracht = Command::LegBsnVast(bsn(2));
        assert_eq!(decide(&replay(&[]), opdracht), Err(Afwijzing::NietIngeschreven));
    }

    #[test]
    fn debug_drukt_geen_persoon_en_geen_nummer_af() {
        let tekst = format!("{:?} {:?}", Command::LegBsnVast(bsn(2)), ingeschreven());
        assert!(!tekst.contains("111222333") && !tekst.contains(NAAM) && !tekst.contains(TEKST));
    }
}
