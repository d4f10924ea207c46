//! Werkgever: the employer and the arbodienst it works with.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::mijlpaal::gedeeld::Adres;
use crate::nummer::Toets;
use crate::protocol::{Protocol, keur};
use crate::rekenmachine::InvoerFout;
use crate::{Compartiment, Datum, Geen, Sectie, Secties, StukId, nummer};

/// A fact about an employer, past tense.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "one at a time, and a box would cost every caller")]
pub enum Event {
    /// The employer was registered, or the data changed.
    GegevensVastgelegd(Gegevens),
    /// A version of the protocol was established.
    ProtocolVastgesteld(Protocolversie),
}

/// What someone wants to be true, imperative.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "one at a time, and a box would cost every caller")]
pub enum Command {
    /// Registers the employer, or changes the data.
    LegGegevensVast(Gegevens),
    /// Establishes a version of the protocol.
    StelProtocolVast(Protocolversie),
}

/// The payload of the master record.
pub type Gegevens = Secties<Inschrijving, Geen, Geen, Bedrijf>;

/// Section A: since when.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Inschrijving {
    /// The report these data came with.
    pub stuk: StukId,
    /// Since when these data hold.
    pub per: Datum,
}

impl Sectie for Inschrijving {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// The payload of a version of the protocol: all of it is section A, for it holds no personal data.
pub type Protocolversie = Secties<Vaststelling>;

/// Section A: what the employer keeps to, and since when.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Vaststelling {
    /// The document it came with.
    pub stuk: StukId,
    /// The day on which it was established.
    pub vastgesteld_op: Datum,
    /// The protocol.
    pub protocol: Protocol,
}

impl Sectie for Vaststelling {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// Section D: who the employer is and whom to write to (field catalogue: wg.naw, klant.contact). What the
/// catalogue does not name stands here by documents.md 1.0. Facts from before schema 2 leave the rest open.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Bedrijf {
    /// Name.
    pub naam: String,
    /// Address.
    pub adres: Adres,
    /// Loonheffingennummer.
    pub loonheffingennummer: String,
    /// Nature of the business.
    pub aard: String,
    /// Whom to write to about absence.
    pub contact: Contact,
    /// The arbodienst.
    pub arbodienst: Contact,
    /// The bedrijfsarts.
    pub bedrijfsarts: Contact,
    /// BIG number of the bedrijfsarts (RIV-18).
    pub bedrijfsarts_big: String,
    /// Number in the trade register.
    pub kvk_nummer: Option<String>,
    /// What the business does, by the list of CBS (RIV-10).
    pub sbi_code: Option<String>,
    /// How large the business is (RIV-10).
    pub omvang: Option<Omvang>,
    /// Telephone number of whom to write to about absence.
    pub contact_telefoon: Option<String>,
    /// Address of the arbodienst.
    pub arbodienst_adres: Option<Adres>,
    /// Telephone number of the arbodienst.
    pub arbodienst_telefoon: Option<String>,
}

/// How large a business is, by the number of people who work there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Omvang {
    /// Fewer than 10.
    TotTien,
    /// From 10 to 49.
    TienTotVijftig,
    /// From 50 to 249.
    VijftigTotTweehonderdvijftig,
    /// 250 or more.
    VanafTweehonderdvijftig,
}

impl Omvang {
    /// In words.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::TotTien => "minder dan 10 werknemers",
            Self::TienTotVijftig => "10 tot en met 49 werknemers",
            Self::VijftigTotTweehonderdvijftig => "50 tot en met 249 werknemers",
            Self::VanafTweehonderdvijftig => "250 of meer werknemers",
        }
    }
}

impl Sectie for Bedrijf {
    const COMPARTIMENT: Compartiment = Compartiment::D;
}

/// Name and address for messages.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Contact {
    /// Name.
    pub naam: String,
    /// Function.
    pub functie: String,
    /// E-mail address.
    pub email: String,
}

/// The state that decisions need: section A.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Werkgever {
    /// Registrations, oldest first.
    pub inschrijvingen: Vec<Inschrijving>,
    /// Versions of the protocol, oldest first; each holds from a later day than the one before.
    pub protocollen: Vec<Vaststelling>,
}

impl Werkgever {
    /// The protocol of a dossier with this first day of illness: the newest version from that day or
    /// before; none when there was none yet. A later version leaves it as it is.
    #[must_use]
    pub fn protocol_voor(&self, eerste_ziektedag: Datum) -> Option<&Protocol> {
        let geldend = self.protocollen.iter().map(|versie| &versie.protocol);
        geldend.rev().find(|protocol| protocol.per <= eerste_ziektedag)
    }

    fn is_bekend(&self, stuk: StukId) -> bool {
        self.inschrijvingen.iter().any(|eerder| eerder.stuk == stuk)
            || self.protocollen.iter().any(|eerder| eerder.stuk == stuk)
    }
}

/// A refusal.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Afwijzing {
    /// The report was taken in before, with other facts.
    #[error("stuk `{}` is al eerder vastgelegd", .stuk.0)]
    StukAlBekend {
        /// Which report.
        stuk: StukId,
    },
    /// The command has no data.
    #[error("de gegevens zelf ontbreken")]
    InhoudOntbreekt,
    /// A number is not one.
    #[error("de gegevens kloppen niet: {}", .fouten.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    GegevensKloppenNiet {
        /// Every fault, with its field and rule; never the number.
        fouten: Vec<InvoerFout>,
    },
    /// The protocol breaks a rule.
    #[error("het protocol klopt niet: {}", .fouten.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    ProtocolOngeldig {
        /// Every fault, with its field, value and rule.
        fouten: Vec<InvoerFout>,
    },
    /// A version that holds from before, or from the same day as, one that is there: dossiers that run
    /// would change.
    #[error(
        "`{per}` ligt niet na `{vorige}`, de dag waarop de vorige versie van het protocol ingaat"
    )]
    ProtocolNietNaVorige {
        /// From when the new version would hold.
        per: Datum,
        /// From when the newest version holds.
        vorige: Datum,
    },
    /// A version that holds from before it was established: dossiers that run would change.
    #[error("`{per}` ligt voor `{vastgesteld_op}`, de dag waarop het protocol is vastgesteld")]
    ProtocolMetTerugwerking {
        /// From when it would hold.
        per: Datum,
        /// When it was established.
        vastgesteld_op: Datum,
    },
}

/// Decides what a command makes true.
///
/// # Errors
///
/// [`Afwijzing`].
pub fn decide(werkgever: &Werkgever, command: Command) -> Result<Vec<Event>, Afwijzing> {
    match command {
        Command::LegGegevensVast(gegevens) => leg_gegevens_vast(werkgever, gegevens),
        Command::StelProtocolVast(versie) => stel_protocol_vast(werkgever, versie),
    }
}

fn leg_gegevens_vast(werkgever: &Werkgever, gegevens: Gegevens) -> Result<Vec<Event>, Afwijzing> {
    if werkgever.inschrijvingen.contains(&gegevens.a) {
        return Ok(vec![]);
    }
    let stuk = gegevens.a.stuk;
    if werkgever.is_bekend(stuk) {
        return Err(Afwijzing::StukAlBekend { stuk });
    }
    let Some(bedrijf) = gegevens.d.inhoud() else {
        return Err(Afwijzing::InhoudOntbreekt);
    };
    let fouten = nummer_fouten(bedrijf);
    if !fouten.is_empty() {
        return Err(Afwijzing::GegevensKloppenNiet { fouten });
    }
    Ok(vec![Event::GegevensVastgelegd(gegevens)])
}

/// What is not known yet is empty, and no fault.
fn nummer_fouten(bedrijf: &Bedrijf) -> Vec<InvoerFout> {
    let Bedrijf { loonheffingennummer, bedrijfsarts_big, kvk_nummer, sbi_code, .. } = bedrijf;
    let velden: [(&str, Option<&String>, Toets); 4] = [
        ("loonheffingennummer", Some(loonheffingennummer), nummer::loonheffingennummer),
        ("bedrijfsarts_big", Some(bedrijfsarts_big), nummer::big),
        ("kvk_nummer", kvk_nummer.as_ref(), nummer::kvk),
        ("sbi_code", sbi_code.as_ref(), nummer::sbi),
    ];
    let ingevuld = velden.into_iter().filter_map(|(veld, tekst, toets)| {
        let regel = toets(tekst.filter(|tekst| !tekst.is_empty())?).err()?;
        Some((veld, regel))
    });
    ingevuld
        .map(|(veld, regel)| InvoerFout {
            veld: veld.to_owned(),
            waarde: "(niet herhaald)".to_owned(),
            regel: regel.to_owned(),
        })
        .collect()
}

fn stel_protocol_vast(
    werkgever: &Werkgever,
    versie: Protocolversie,
) -> Result<Vec<Event>, Afwijzing> {
    let Vaststelling { stuk, vastgesteld_op, protocol } = &versie.a;
    if werkgever.protocollen.contains(&versie.a) {
        return Ok(vec![]);
    }
    if werkgever.is_bekend(*stuk) {
        return Err(Afwijzing::StukAlBekend { stuk: *stuk });
    }
    let fouten = keur(protocol);
    if !fouten.is_empty() {
        return Err(Afwijzing::ProtocolOngeldig { fouten });
    }
    let (per, vastgesteld_op) = (protocol.per, *vastgesteld_op);
    let vorige = werkgever.protocollen.last().map(|vorige| vorige.protocol.per);
    if let Some(vorige) = vorige.filter(|vorige| per <= *vorige) {
        return Err(Afwijzing::ProtocolNietNaVorige { per, vorige });
    }
    if per < vastgesteld_op {
        return Err(Afwijzing::ProtocolMetTerugwerking { per, vastgesteld_op });
    }
    Ok(vec![Event::ProtocolVastgesteld(versie)])
}

/// Folds one fact into the employer.
#[must_use]
pub fn evolve(mut werkgever: Werkgever, event: &Event) -> Werkgever {
    match event {
        Event::GegevensVastgelegd(e) => werkgever.inschrijvingen.push(e.a.clone()),
        Event::ProtocolVastgesteld(e) => werkgever.protocollen.push(e.a.clone()),
    }
    werkgever
}

/// Rebuilds an employer from its history.
pub fn replay<'a>(events: impl IntoIterator<Item = &'a Event>) -> Werkgever {
    events.into_iter().fold(Werkgever::default(), evolve)
}

#[cfg(test)]
mod tests {
    use super::{
        Afwijzing, Bedrijf, Command, Contact, Event, Gegevens, Inschrijving, Omvang,
        Protocolversie, Vaststelling, Werkgever, decide, evolve, replay,
    };
    use crate::mijlpaal::gedeeld::Adres;
    use crate::mijlpaal::voorbeeld::{NAAM, TEKST, dag, stuk, tekst};
    use crate::protocol::{Aanscherping, Protocol};
    use crate::{Secties, TermijnId};

    fn contact() -> Contact {
        Contact { naam: NAAM.to_owned(), functie: tekst(), email: tekst() }
    }

    fn gegevens(per: &str) -> Gegevens {
        let adres = Adres {
            straat: tekst(),
            huisnummer: "1".to_owned(),
            postcode: "1234AB".to_owned(),
            plaats: tekst(),
        };
        Secties::proces(Inschrijving { stuk: stuk(1), per: dag(per) }).met_d(Bedrijf {
            naam: tekst(),
            adres,
            loonheffingennummer: "123456782L01".to_owned(),
            aard: tekst(),
            contact: contact(),
            arbodienst: contact(),
            bedrijfsarts: contact(),
            bedrijfsarts_big: "19012345601".to_owned(),
            kvk_nummer: Some("12345678".to_owned()),
            sbi_code: Some("1813".to_owned()),
            omvang: Some(Omvang::TienTotVijftig),
            contact_telefoon: None,
            arbodienst_adres: None,
            arbodienst_telefoon: None,
        })
    }

    #[test]
    fn een_nummer_dat_niet_klopt_wordt_met_zijn_veld_genoemd_en_niet_herhaald() {
        let mut nieuw = gegevens("2025-01-06");
        let mut bedrijf = nieuw.d.inhoud().cloned().unwrap();
        bedrijf.loonheffingennummer = "123456782L00".to_owned();
        bedrijf.bedrijfsarts_big = "1901234560".to_owned();
        bedrijf.kvk_nummer = Some("1234567".to_owned());
        bedrijf.sbi_code = Some("18.13".to_owned());
        nieuw.d = crate::Afgeschermd::open(bedrijf);
        let afwijzing = decide(&replay(&[]), Command::LegGegevensVast(nieuw)).unwrap_err();
        insta::assert_snapshot!(afwijzing, @"de gegevens kloppen niet: `loonheffingennummer`: `(niet herhaald)` kan niet: na de letter L staat een nummer van 01 tot en met 99; `bedrijfsarts_big`: `(niet herhaald)` kan niet: elf cijfers; `kvk_nummer`: `(niet herhaald)` kan niet: acht cijfers; `sbi_code`: `(niet herhaald)` kan niet: twee tot en met vijf cijfers, zonder punten");
    }

    #[test]
    fn een_nummer_dat_nog_niet_bekend_is_blijft_leeg() {
        let mut nieuw = gegevens("2025-01-06");
        let mut bedrijf = nieuw.d.inhoud().cloned().unwrap();
        bedrijf.bedrijfsarts_big = String::new();
        bedrijf.kvk_nummer = None;
        nieuw.d = crate::Afgeschermd::open(bedrijf);
        assert!(decide(&replay(&[]), Command::LegGegevensVast(nieuw)).is_ok());
    }

    #[test]
    fn dezelfde_gegevens_nog_eens_voegen_niets_toe() {
        let werkgever = replay(&[Event::GegevensVastgelegd(gegevens("2025-01-06"))]);
        let opdracht = Command::LegGegevensVast(gegevens("2025-01-06"));
        assert_eq!(decide(&werkgever, opdracht), Ok(vec![]));
    }

    #[test]
    fn een_stuknummer_dient_maar_een_keer() {
        let werkgever = replay(&[Event::GegevensVastgelegd(gegevens("2025-01-06"))]);
        let opdracht = Command::LegGegevensVast(gegevens("2025-02-03"));
        let afwijzing = Afwijzing::StukAlBekend { stuk: stuk(1) };
        assert_eq!(decide(&werkgever, opdracht), Err(afwijzing));
    }

    #[test]
    fn zonder_gegevens_geen_inschrijving() {
        let leeg = Secties::proces(gegevens("2025-01-06").a);
        let uitkomst = decide(&replay(&[]), Command::LegGegevensVast(leeg));
        assert_eq!(uitkomst, Err(Afwijzing::InhoudOntbreekt));
    }

    #[test]
    fn debug_drukt_geen_namen_af_en_de_staat_kent_alleen_sectie_a() {
        let feit = Event::GegevensVastgelegd(gegevens("2025-01-06"));
        let tekst = format!("{feit:?}");
        assert!(!tekst.contains(NAAM) && !tekst.contains(TEKST), "{tekst}");
        let dicht = Event::GegevensVastgelegd(Secties::proces(gegevens("2025-01-06").a));
        assert!(evolve(replay(&[]), &feit) == replay(&[dicht]));
    }

    fn versie(nummer: u128, vastgesteld_op: &str, per: &str) -> Protocolversie {
        Secties::proces(Vaststelling {
            stuk: stuk(nummer),
            vastgesteld_op: dag(vastgesteld_op),
            protocol: Protocol { per: dag(per), ..Protocol::leeg() },
        })
    }

    fn met_protocol() -> Werkgever {
        replay(&[Event::ProtocolVastgesteld(versie(2, "2025-01-06", "2025-03-01"))])
    }

    #[track_caller]
    fn geweigerd(werkgever: &Werkgever, versie: Protocolversie) -> String {
        decide(werkgever, Command::StelProtocolVast(versie)).unwrap_err().to_string()
    }

    #[test]
    fn hetzelfde_protocol_nog_eens_voegt_niets_toe() {
        let opdracht = Command::StelProtocolVast(versie(2, "2025-01-06", "2025-03-01"));
        let nieuw = decide(&replay(&[]), opdracht.clone()).unwrap();
        assert_eq!(nieuw.len(), 1);
        assert_eq!(decide(&replay(&nieuw), opdracht), Ok(vec![]));
    }

    #[test]
    fn een_dossier_houdt_het_protocol_van_zijn_eerste_ziektedag() {
        let latere = Event::ProtocolVastgesteld(versie(3, "2025-05-01", "2025-06-01"));
        let werkgever = evolve(met_protocol(), &latere);
        let per = |eerste: &str| werkgever.protocol_voor(dag(eerste)).map(|it| it.per.to_string());
        assert_eq!(per("2025-02-28"), None);
        assert_eq!(per("2025-03-01").as_deref(), Some("2025-03-01"));
        assert_eq!(per("2025-05-31").as_deref(), Some("2025-03-01"));
        assert_eq!(per("2025-06-01").as_deref(), Some("2025-06-01"));
    }

    #[test]
    fn een_versie_gaat_niet_in_voor_een_die_er_al_is() {
        let zelfde_dag = versie(3, "2025-01-07", "2025-03-01");
        insta::assert_snapshot!(geweigerd(&met_protocol(), zelfde_dag), @"`2025-03-01` ligt niet na `2025-03-01`, de dag waarop de vorige versie van het protocol ingaat");
    }

    #[test]
    fn een_protocol_werkt_niet_terug() {
        let gisteren = versie(3, "2025-04-02", "2025-04-01");
        insta::assert_snapshot!(geweigerd(&met_protocol(), gisteren), @"`2025-04-01` ligt voor `2025-04-02`, de dag waarop het protocol is vastgesteld");
    }

    #[test]
    fn een_protocol_met_fouten_wordt_geweigerd_met_elke_fout() {
        let mut soepel = versie(3, "2025-04-01", "2025-04-01");
        soepel.a.protocol.aanscherpingen = vec![Aanscherping {
            termijn: TermijnId::Melding42eWeek,
            dagen_eerder: 0,
            extra_treden: vec![],
            casemanager_vanaf: Some(-7),
            teamleider_vanaf: Some(3),
        }];
        insta::assert_snapshot!(geweigerd(&met_protocol(), soepel), @"het protocol klopt niet: `aanscherpingen[0].casemanager_vanaf`: `-7` kan niet: mag niet later dan -28: strenger mag, soepeler niet (R-11, Ziektewet art. 38 lid 1); `aanscherpingen[0].teamleider_vanaf`: `3` kan niet: mag niet later dan 0: strenger mag, soepeler niet (R-11, Ziektewet art. 38 lid 1)");
    }

    #[test]
    fn een_stuknummer_dient_ook_voor_een_protocol_maar_een_keer() {
        let werkgever = replay(&[Event::GegevensVastgelegd(gegevens("2025-01-06"))]);
        let opdracht = versie(1, "2025-01-06", "2025-03-01");
        let afwijzing = Err(Afwijzing::StukAlBekend { stuk: stuk(1) });
        assert_eq!(decide(&werkgever, Command::StelProtocolVast(opdracht)), afwijzing);
        let opdracht = Command::LegGegevensVast(gegevens("2025-01-06"));
        let mut bekend = met_protocol();
        bekend.protocollen[0].stuk = stuk(1);
        assert_eq!(decide(&bekend, opdracht), afwijzing);
    }
}
