//! How a fact speaks: its name, its day and its open sections, in plain Dutch.
//!
//! One place for timeline, papers and pages. Nothing here has `Debug`: it holds what sections hold.

mod actueel_oordeel;
mod aow;
mod arbeidsdeskundig_onderzoek;
mod arbeidstherapie;
mod bijstelling_plan_van_aanpak;
mod bijstelling_probleemanalyse;
mod casemanager;
mod correctie;
mod deskundigenoordeel;
mod doorsturen;
mod eerstejaarsevaluatie;
mod eigen_stap;
mod einde_dienstverband;
mod eindevaluatie;
mod gedeeld;
mod getekend_exemplaar;
mod herinnering;
mod hernieuwde_ziekmelding;
mod herstelmelding;
mod interventie;
mod inzetbaarheid;
mod loonmaatregel;
mod medische_informatie;
mod melding_42e_week;
mod melding_arbodienst;
mod ondertekening;
mod oordeel_werknemer;
mod plan_van_aanpak;
mod probleemanalyse;
#[cfg(test)]
mod proef;
mod regres;
mod riv;
mod riv_pakket;
mod sluiten;
mod spreekuur;
mod stapherinnering;
mod stukken_gevraagd;
mod termijn;
mod tweede_spoor;
mod uitstel;
mod uwv_besluit;
mod uwv_brief;
mod vangnet;
mod verlof;
mod voortgangsgesprek;
mod wia_aanvraag;
mod ziekmelding;

pub use herinnering::moment;

use uuid::Uuid;

use crate::mijlpaal::riv::Element;
use crate::{
    Afgeschermd, Compartiment, Datum, Event, Feit, Geen, Kenmerk, Sectie, Secties, StukId,
};

/// Name of the field that holds who signed: papers show it at their foot.
pub const ONDERTEKENING: &str = "Ondertekening";

/// What a field says.
#[derive(Clone, PartialEq, Eq)]
pub enum Waarde {
    /// Words, a number with its unit, or one of a fixed set of words. Never empty.
    Tekst(String),
    /// A calendar day.
    Datum(Datum),
    /// Yes or no.
    JaNee(bool),
    /// Several texts in order. Never empty.
    Lijst(Vec<String>),
    /// Several rows, each as wide as the head. Never without rows.
    Tabel {
        /// Names of the columns.
        kop: Vec<&'static str>,
        /// The rows, in order.
        rijen: Vec<Vec<String>>,
    },
    /// Another fact, by its document. A reader who may not see that fact must not see this either.
    Verwijzing(StukId),
    /// The opaque number of a person, employer or account: to look up a name, not to read.
    Identiteit(Uuid),
}

/// A field with its name.
#[derive(Clone, PartialEq, Eq)]
pub struct Veld {
    /// What it is, as the label of a form or the first column of a table.
    pub naam: &'static str,
    /// What it says.
    pub waarde: Waarde,
}

/// An open section.
#[derive(Clone, PartialEq, Eq)]
pub struct Deel {
    /// Where its fields belong.
    pub compartiment: Compartiment,
    /// Its fields, in reading order; empty ones are left out.
    pub velden: Vec<Veld>,
}

/// A fact in words.
#[derive(Clone, PartialEq, Eq)]
pub struct Beschrijving {
    /// The exact Dutch name of the milestone.
    pub titel: &'static str,
    /// The day the fact is about (a calendar day in Amsterdam).
    pub datum: Datum,
    /// What makes it the same fact.
    pub kenmerk: Kenmerk,
    /// The sections that are open, A first.
    pub delen: Vec<Deel>,
}

/// A section that can say what stands in it.
pub trait Beschreven {
    /// Its fields in reading order, empty ones left out. The document of the fact itself is not
    /// among them: it stands in [`Beschrijving::kenmerk`].
    fn velden(&self) -> Vec<Veld>;
}

/// Says what a fact is, with the sections that are open.
#[must_use]
pub fn beschrijf(event: &Event) -> Beschrijving {
    let titel = titel(event);
    let kenmerk = event.kenmerk();
    let (datum, delen) = match event {
        Event::ZiekmeldingOntvangen(e) => feit(e),
        Event::BijArbodienstGemeld(e) => feit(e),
        Event::InzetbaarheidGewijzigd(e) => feit(e),
        Event::ArbeidstherapieGestart(e) => feit(e),
        Event::HersteldGemeld(e) => feit(e),
        Event::OpnieuwZiekGemeld(e) => feit(e),
        Event::FeitGecorrigeerd(e) => feit(e),
        Event::VerlofVastgelegd(e) => feit(e),
        Event::ProbleemanalyseVastgesteld(e) => feit(e),
        Event::ProbleemanalyseBijgesteld(e) => feit(e),
        Event::PlanVanAanpakVastgesteld(e) => feit(e),
        Event::PlanVanAanpakBijgesteld(e) => feit(e),
        Event::CasemanagerAangewezen(e) => feit(e),
        Event::VoortgangsgesprekGevoerd(e) => feit(e),
        Event::SpreekuurGehouden(e) => feit(e),
        Event::Week42Gemeld(e) => feit(e),
        Event::EerstejaarsevaluatieVastgesteld(e) => feit(e),
        Event::TweedeSpoorBesloten(e) => feit(e),
        Event::ArbeidsdeskundigOnderzoekGedaan(e) => feit(e),
        Event::DeskundigenoordeelOntvangen(e) => feit(e),
        Event::InterventieGeadviseerd(e) => feit(e),
        Event::InterventieAfgesproken(e) => feit(e),
        Event::InterventieGestart(e) => feit(e),
        Event::InterventieBeeindigd(e) => feit(e),
        Event::LoonmaatregelOpgelegd(e) => feit(e),
        Event::LoonmaatregelBeeindigd(e) => feit(e),
        Event::VangnetGemeldDoorWerknemer(e) => feit(e),
        Event::VangnetGemeldDoorArbodienst(e) => feit(e),
        Event::VangnetBijUwvGemeld(e) => feit(e),
        Event::RegresGemeld(e) => feit(e),
        Event::AowDatumVastgelegd(e) => feit(e),
        Event::ActueelOordeelVastgesteld(e) => feit(e),
        Event::MedischeInformatieOverhandigd(e) => feit(e),
        Event::EindevaluatieVastgesteld(e) => feit(e),
        Event::OordeelWerknemerVastgelegd(e) => feit(e),
        Event::RivConceptOpgesteld(e) => feit(e),
        Event::RivOvergedragen(e) => feit(e),
        Event::WiaAangevraagd(e) => feit(e),
        Event::UwvBriefOntvangen(e) => feit(e),
        Event::UwvBesluitOntvangen(e) => feit(e),
        Event::DienstverbandBeeindigd(e) => feit(e),
        Event::DossierGesloten(e) => feit(e),
        Event::DossierHeropend(e) => feit(e),
        Event::Doorgestuurd(e) => feit(e),
        Event::HerinneringGegeven(e) => (e.a.gegeven_op, delen(e)),
        Event::StapherinneringGegeven(e) => (e.a.gegeven_op, delen(e)),
        Event::RivSamengesteld(e) => feit(e),
        Event::EigenStapGedaan(e) => feit(e),
        Event::HerinneringUitgesteld(e) => feit(e),
        Event::OndertekeningVastgelegd(e) => feit(e),
        Event::GetekendExemplaarOntvangen(e) => feit(e),
        Event::StukkenGevraagd(e) => (e.a.gevraagd_op, delen(e)),
    };
    Beschrijving { titel, datum, kenmerk, delen }
}

/// The exact Dutch name of the milestone. Elements of the re-integratieverslag bear the name that
/// makes them recognisable (Beleidsregels vormvereisten art. 2(2)).
#[must_use]
pub fn titel(event: &Event) -> &'static str {
    match event {
        Event::ZiekmeldingOntvangen(_) => "Ziekmelding",
        Event::BijArbodienstGemeld(_) => "Melding aan arbodienst",
        Event::InzetbaarheidGewijzigd(_) => "Wijziging inzetbaarheid",
        Event::ArbeidstherapieGestart(_) => "Arbeidstherapie",
        Event::HersteldGemeld(_) => "Herstelmelding",
        Event::OpnieuwZiekGemeld(_) => "Hernieuwde ziekmelding",
        Event::FeitGecorrigeerd(_) => "Correctie",
        Event::VerlofVastgelegd(_) => "Verlof",
        Event::ProbleemanalyseVastgesteld(_) => Element::Probleemanalyse.naam(),
        Event::ProbleemanalyseBijgesteld(_) => Element::BijstellingProbleemanalyse.naam(),
        Event::PlanVanAanpakVastgesteld(_) => Element::PlanVanAanpak.naam(),
        Event::PlanVanAanpakBijgesteld(_) => Element::BijstellingPlanVanAanpak.naam(),
        Event::CasemanagerAangewezen(_) => "Aanwijzing casemanager",
        Event::VoortgangsgesprekGevoerd(_) => "Voortgangsgesprek",
        Event::SpreekuurGehouden(_) => "Spreekuur",
        Event::Week42Gemeld(_) => "Melding aan UWV in week 42",
        Event::EerstejaarsevaluatieVastgesteld(_) => Element::Eerstejaarsevaluatie.naam(),
        Event::TweedeSpoorBesloten(_) => "Besluit tweede spoor",
        Event::ArbeidsdeskundigOnderzoekGedaan(_) => "Arbeidsdeskundig onderzoek",
        Event::DeskundigenoordeelOntvangen(_) => "Deskundigenoordeel",
        Event::InterventieGeadviseerd(_) => "Advies over interventie",
        Event::InterventieAfgesproken(_) => "Afspraak over interventie",
        Event::InterventieGestart(_) => "Start interventie",
        Event::InterventieBeeindigd(_) => "Einde interventie",
        Event::LoonmaatregelOpgelegd(e) => e.a.soort.naam(),
        Event::LoonmaatregelBeeindigd(_) => "Einde loonmaatregel",
        Event::VangnetGemeldDoorWerknemer(_) => "Vangnet gemeld door werknemer",
        Event::VangnetGemeldDoorArbodienst(_) => "Vangnet vastgesteld door arbodienst",
        Event::VangnetBijUwvGemeld(_) => "Vangnetmelding aan UWV",
        Event::RegresGemeld(_) => "Regres",
        Event::AowDatumVastgelegd(_) => "AOW-datum",
        Event::ActueelOordeelVastgesteld(_) => Element::ActueelOordeel.naam(),
        Event::MedischeInformatieOverhandigd(_) => Element::MedischeInformatie.naam(),
        Event::EindevaluatieVastgesteld(_) => Element::Eindevaluatie.naam(),
        Event::OordeelWerknemerVastgelegd(_) => Element::OordeelWerknemer.naam(),
        Event::RivConceptOpgesteld(_) => "Concept re-integratieverslag",
        Event::RivOvergedragen(_) => "Re-integratieverslag aan werknemer",
        Event::WiaAangevraagd(_) => "WIA-aanvraag",
        Event::UwvBriefOntvangen(_) => "Brief van UWV",
        Event::UwvBesluitOntvangen(_) => "Besluit van UWV",
        Event::DienstverbandBeeindigd(_) => "Einde dienstverband",
        Event::DossierGesloten(_) => "Dossier gesloten",
        Event::DossierHeropend(_) => "Dossier heropend",
        Event::Doorgestuurd(_) => "Doorgestuurd",
        Event::HerinneringGegeven(_) => "Herinnering",
        Event::StapherinneringGegeven(_) => "Herinnering aan eigen stap",
        Event::RivSamengesteld(_) => "Re-integratieverslag samengesteld",
        Event::EigenStapGedaan(_) => "Eigen stap gedaan",
        Event::HerinneringUitgesteld(_) => "Herinnering uitgesteld",
        Event::OndertekeningVastgelegd(_) => "Ondertekening",
        Event::GetekendExemplaarOntvangen(_) => "Getekend exemplaar",
        Event::StukkenGevraagd(_) => "Stukken gevraagd",
    }
}

fn feit<A, B, C, D>(secties: &Secties<A, B, C, D>) -> (Datum, Vec<Deel>)
where
    A: Feit + Sectie + Beschreven,
    B: Sectie + Beschreven,
    C: Sectie + Beschreven,
    D: Sectie + Beschreven,
{
    (secties.a.datum(), delen(secties))
}

fn delen<A, B, C, D>(secties: &Secties<A, B, C, D>) -> Vec<Deel>
where
    A: Sectie + Beschreven,
    B: Sectie + Beschreven,
    C: Sectie + Beschreven,
    D: Sectie + Beschreven,
{
    let a = Some(deel(&secties.a));
    let overige = [open_deel(&secties.b), open_deel(&secties.c), open_deel(&secties.d)];
    a.into_iter().chain(overige.into_iter().flatten()).collect()
}

fn open_deel<S: Sectie + Beschreven>(sectie: &Afgeschermd<S>) -> Option<Deel> {
    sectie.inhoud().map(deel)
}

fn deel<S: Sectie + Beschreven>(sectie: &S) -> Deel {
    Deel { compartiment: S::COMPARTIMENT, velden: sectie.velden() }
}

/// Has no values, so it says nothing.
impl Beschreven for Geen {
    fn velden(&self) -> Vec<Veld> {
        match *self {}
    }
}

/// The fields that are not empty.
fn samen<const N: usize>(velden: [Option<Veld>; N]) -> Vec<Veld> {
    velden.into_iter().flatten().collect()
}

fn tekst<'a>(naam: &'static str, tekst: impl Into<Option<&'a str>>) -> Option<Veld> {
    let tekst = tekst.into().filter(|tekst| !tekst.trim().is_empty())?;
    Some(Veld { naam, waarde: Waarde::Tekst(tekst.to_owned()) })
}

fn datum(naam: &'static str, datum: impl Into<Option<Datum>>) -> Option<Veld> {
    datum.into().map(|datum| Veld { naam, waarde: Waarde::Datum(datum) })
}

#[expect(clippy::unnecessary_wraps, reason = "stands in a row with fields that may be empty")]
fn ja_nee(naam: &'static str, keuze: bool) -> Option<Veld> {
    Some(Veld { naam, waarde: Waarde::JaNee(keuze) })
}

fn lijst(naam: &'static str, punten: impl IntoIterator<Item = String>) -> Option<Veld> {
    let punten: Vec<String> = punten.into_iter().filter(|punt| !punt.trim().is_empty()).collect();
    (!punten.is_empty()).then_some(Veld { naam, waarde: Waarde::Lijst(punten) })
}

/// `N` is the number of columns.
fn tabel<const N: usize>(
    naam: &'static str,
    kop: [&'static str; N],
    rijen: impl IntoIterator<Item = [String; N]>,
) -> Option<Veld> {
    let rijen: Vec<Vec<String>> = rijen.into_iter().map(Vec::from).collect();
    (!rijen.is_empty()).then(|| Veld { naam, waarde: Waarde::Tabel { kop: kop.to_vec(), rijen } })
}

fn verwijzing(naam: &'static str, stuk: StukId) -> Veld {
    Veld { naam, waarde: Waarde::Verwijzing(stuk) }
}

fn identiteit(naam: &'static str, id: Uuid) -> Veld {
    Veld { naam, waarde: Waarde::Identiteit(id) }
}

/// A day within a table or text; empty when there is none.
fn dag(datum: Option<Datum>) -> String {
    datum.map(Datum::voluit).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use schemars::JsonSchema;

    use super::proef::{payload, proef};
    use super::{Waarde, beschrijf};
    use crate::mijlpaal::herinnering::Gegeven;
    use crate::mijlpaal::probleemanalyse::{Achtergrond, Belastbaarheid, Medisch, Opgesteld};
    use crate::mijlpaal::ziekmelding::Melding;
    use crate::{Event, Sectie, Secties};

    /// The document of an element of the draft: it is found by the element and its day.
    const ONGENOEMD: &str = "/elementen/stuk";

    /// Describes a filled fact and everything that differs from it in one leaf; says which leaves
    /// made no difference.
    fn vergeten<A, B, C, D>(maak: fn(Secties<A, B, C, D>) -> Event) -> Vec<String>
    where
        A: Sectie + JsonSchema,
        B: Sectie + JsonSchema,
        C: Sectie + JsonSchema,
        D: Sectie + JsonSchema,
    {
        let proeven = [proef::<A>(), proef::<B>(), proef::<C>(), proef::<D>()];
        let vol = proeven.each_ref().map(|proef| proef.voorbeeld.clone());
        let eerst = beschrijf(&maak(payload(vol.clone())));
        let open = vol.iter().flatten().count();
        assert_eq!(eerst.delen.len(), open, "{}", eerst.titel);
        let mut vergeten = vec![];
        for (nummer, proef) in proeven.into_iter().enumerate() {
            assert!(proef.voorbeeld.is_none() || !proef.varianten.is_empty());
            for (pad, variant) in proef.varianten {
                let mut anders = vol.clone();
                anders[nummer] = Some(variant);
                let dan = beschrijf(&maak(payload(anders)));
                let genoemd = match pad.as_str() {
                    "/stuk" => dan.kenmerk != eerst.kenmerk,
                    ONGENOEMD => true,
                    _ => dan.delen != eerst.delen,
                };
                if !genoemd {
                    vergeten.push(format!("{}{pad}", eerst.titel));
                }
            }
        }
        vergeten
    }

    fn per_feit() -> Vec<Vec<String>> {
        vec![
            vergeten(Event::ZiekmeldingOntvangen),
            vergeten(Event::BijArbodienstGemeld),
            vergeten(Event::InzetbaarheidGewijzigd),
            vergeten(Event::ArbeidstherapieGestart),
            vergeten(Event::HersteldGemeld),
            vergeten(Event::OpnieuwZiekGemeld),
            vergeten(Event::FeitGecorrigeerd),
            vergeten(Event::VerlofVastgelegd),
            vergeten(Event::ProbleemanalyseVastgesteld),
            vergeten(Event::ProbleemanalyseBijgesteld),
            vergeten(Event::PlanVanAanpakVastgesteld),
            vergeten(Event::PlanVanAanpakBijgesteld),
            vergeten(Event::CasemanagerAangewezen),
            vergeten(Event::VoortgangsgesprekGevoerd),
            vergeten(Event::SpreekuurGehouden),
            vergeten(Event::Week42Gemeld),
            vergeten(Event::EerstejaarsevaluatieVastgesteld),
            vergeten(Event::TweedeSpoorBesloten),
            vergeten(Event::ArbeidsdeskundigOnderzoekGedaan),
            vergeten(Event::DeskundigenoordeelOntvangen),
            vergeten(Event::InterventieGeadviseerd),
            vergeten(Event::InterventieAfgesproken),
            vergeten(Event::InterventieGestart),
            vergeten(Event::InterventieBeeindigd),
            vergeten(Event::LoonmaatregelOpgelegd),
            vergeten(Event::LoonmaatregelBeeindigd),
            vergeten(Event::VangnetGemeldDoorWerknemer),
            vergeten(Event::VangnetGemeldDoorArbodienst),
            vergeten(Event::VangnetBijUwvGemeld),
            vergeten(Event::RegresGemeld),
            vergeten(Event::AowDatumVastgelegd),
            vergeten(Event::ActueelOordeelVastgesteld),
            vergeten(Event::MedischeInformatieOverhandigd),
            vergeten(Event::EindevaluatieVastgesteld),
            vergeten(Event::OordeelWerknemerVastgelegd),
            vergeten(Event::RivConceptOpgesteld),
            vergeten(Event::RivOvergedragen),
            vergeten(Event::WiaAangevraagd),
            vergeten(Event::UwvBriefOntvangen),
            vergeten(Event::UwvBesluitOntvangen),
            vergeten(Event::DienstverbandBeeindigd),
            vergeten(Event::DossierGesloten),
            vergeten(Event::DossierHeropend),
            vergeten(Event::Doorgestuurd),
            vergeten(Event::HerinneringGegeven),
            vergeten(Event::StapherinneringGegeven),
            vergeten(Event::RivSamengesteld),
            vergeten(Event::EigenStapGedaan),
            vergeten(Event::HerinneringUitgesteld),
            vergeten(Event::OndertekeningVastgelegd),
            vergeten(Event::GetekendExemplaarOntvangen),
            vergeten(Event::StukkenGevraagd),
        ]
    }

    #[test]
    fn elk_veld_van_elke_sectie_staat_in_de_beschrijving() {
        assert_eq!(per_feit().concat(), Vec::<String>::new());
    }

    #[test]
    fn elk_soort_feit_is_beproefd() {
        let enum_tekst = include_str!("event.rs").split("pub enum Event {").nth(1).unwrap();
        let enum_tekst = enum_tekst.split("\n}").next().unwrap();
        let soorten = enum_tekst.lines().filter(|regel| regel.trim_end().ends_with("),")).count();
        assert_eq!(per_feit().len(), soorten);
    }

    #[test]
    fn een_probleemanalyse_spreekt_nederlands() {
        let feit = Event::ProbleemanalyseVastgesteld(payload([
            proef::<Opgesteld>().voorbeeld,
            proef::<Belastbaarheid>().voorbeeld,
            proef::<Medisch>().voorbeeld,
            proef::<Achtergrond>().voorbeeld,
        ]));
        insta::assert_snapshot!(voluit(&feit), @r#"
        Probleemanalyse (2024-01-05)
        [A]
        Opgesteld op: 5 januari 2024
        Opgesteld door: tekst 2, tekst 1
        Spreekuur op: 4 januari 2024
        Contact: Op het spreekuur
        Plan van aanpak nodig: ja
        Afwijking van de termijn gemotiveerd: ja
        [BBedrijfsarts]
        Langdurig verzuim dreigt: ja
        Factoren: tekst 2
        Beperkingen: ["Rubriek", "Beperking"] [["Persoonlijk functioneren", "tekst 1"]]
        Mogelijkheden: tekst 5
        Urenbeperking: 0:11 uur per dag en 0:12 uur per week
        Wordt nog onderzocht: tekst 4
        Prognose: tekst 9
        Volgende beoordeling: 14 januari 2024
        Benutbare mogelijkheden: ja
        Waarom geen plan van aanpak: tekst 3
        Doel van de re-integratie: tekst 10
        Aanpassingen in het werk: tekst 14
        Opbouw: ["Vanaf", "Per week", "Taken"] [["9 januari 2024", "0:06 uur", "tekst 7"]]
        Mediation wenselijk: ja
        [C]
        Klachten: tekst 3
        Diagnose: tekst 2
        Behandeling: tekst 1
        Medische onderbouwing: tekst 4
        Verband met het werk: Ja
        Grond van geen benutbare mogelijkheden: Opname in een ziekenhuis of instelling
        [D]
        Functie: tekst 1
        Opleiding: tekst 2
        Werkervaring: tekst 4
        Overige vaardigheden: tekst 3
        "#);
    }

    #[test]
    fn een_dichte_sectie_zwijgt() {
        let a = proef::<Opgesteld>().voorbeeld;
        let feit = Event::ProbleemanalyseVastgesteld(payload([a, None, None, None]));
        assert_eq!(beschrijf(&feit).delen.len(), 1);
    }

    #[test]
    fn een_leeg_veld_blijft_weg() {
        let mut a = proef::<Melding>().voorbeeld.unwrap();
        a["naam"] = " ".into();
        a["werkhervatting_verwacht"] = serde_json::Value::Null;
        let feit = Event::ZiekmeldingOntvangen(payload([Some(a), None, None, None]));
        insta::assert_snapshot!(voluit(&feit), @"
        Ziekmelding (2024-01-02)
        [A]
        Eerste ziektedag: 2 januari 2024
        Gemeld op: 3 januari 2024
        Werknemer: 00000000-0000-0000-0000-000000000007
        Werkgever: 00000000-0000-0000-0000-000000000005
        ");
    }

    #[test]
    fn een_herinnering_zegt_haar_moment_in_dagen() {
        let mut a = proef::<Gegeven>().voorbeeld.unwrap();
        a["sleutel"]["trede"] = (-14).into();
        a["overgeslagen"] = serde_json::json!([-28, -15]);
        let feit = Event::HerinneringGegeven(payload([Some(a), None, None, None]));
        insta::assert_snapshot!(voluit(&feit), @"
        Herinnering (2024-01-02)
        [A]
        Termijn: Melding aan arbodienst
        Keer: 4
        Uiterlijk: 6 januari 2024
        Moment: 14 dagen voor de uiterste dag
        Verschoven: 23 december 2023 is geen werkdag (zaterdag), daarom komt de herinnering op 22 december 2023.
        Aan: Werkgever
        Gegeven op: 2 januari 2024
        Later gegeven dan gepland: ja
        Overgeslagen: 28 dagen voor de uiterste dag (een latere herinnering was al aan de beurt) | 15 dagen voor de uiterste dag (viel op dezelfde dag)
        ");
    }

    fn voluit(feit: &Event) -> String {
        let beschrijving = beschrijf(feit);
        let mut tekst = format!("{} ({})\n", beschrijving.titel, beschrijving.datum);
        for deel in beschrijving.delen {
            writeln!(tekst, "[{:?}]", deel.compartiment).unwrap();
            for veld in deel.velden {
                writeln!(tekst, "{}: {}", veld.naam, waarde(&veld.waarde)).unwrap();
            }
        }
        tekst
    }

    fn waarde(waarde: &Waarde) -> String {
        match waarde {
            Waarde::Tekst(tekst) => tekst.clone(),
            Waarde::Datum(datum) => datum.voluit(),
            Waarde::JaNee(keuze) => if *keuze { "ja" } else { "nee" }.to_owned(),
            Waarde::Lijst(punten) => punten.join(" | "),
            Waarde::Tabel { kop, rijen } => format!("{kop:?} {rijen:?}"),
            Waarde::Verwijzing(stuk) => format!("{stuk:?}"),
            Waarde::Identiteit(id) => id.to_string(),
        }
    }
}
