//! Authorship: who may be the author of which fact.
//!
//! The access table says who may write section A; it does not say that a closing, a decision of UWV or
//! a consultation is theirs to record. That follows from who makes each document (domain/documents.md
//! section 1, column "by", and 2.3) and from where each field comes from (domain/access.md A.7, column
//! "origin"). Nobody may change or withdraw a fact that they could not have recorded.

use wvp_access::Lezer;
use wvp_domain::mijlpaal::gedeeld::Partij;
use wvp_domain::mijlpaal::herinnering::Ontvanger;
use wvp_domain::mijlpaal::oordeel_werknemer::Keuze;
use wvp_domain::voorzet::Soort;
use wvp_domain::{Command, Event, Kenmerk, StukId};

/// Those who speak with one voice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kring {
    /// The employer, and casemanagers who act for the employer.
    Werkgeverszijde,
    /// The bedrijfsarts and those who work under taakdelegatie.
    MedischeLijn,
    /// The employee.
    Werknemer,
    /// Those who pass reports of absence on.
    Administratie,
    /// Arbeidsdeskundigen.
    Arbeidsdeskundige,
    /// Those who carry out interventions and the second track.
    ReIntegratie,
    /// UWV.
    Uwv,
}

use Kring::{
    Administratie, Arbeidsdeskundige, MedischeLijn, ReIntegratie, Uwv, Werkgeverszijde, Werknemer,
};

impl Kring {
    /// The circle in plain Dutch.
    pub(crate) fn naam(self) -> &'static str {
        match self {
            Werkgeverszijde => "de werkgever of de casemanager",
            MedischeLijn => "de bedrijfsarts",
            Werknemer => "de werknemer",
            Administratie => "de verzuimadministratie",
            Arbeidsdeskundige => "de arbeidsdeskundige",
            ReIntegratie => "het re-integratiebedrijf",
            Uwv => "UWV",
        }
    }
}

/// The circle of a reader; none for who only reads along, judges claims, or runs the system.
pub(crate) fn kring(lezer: Lezer) -> Option<Kring> {
    match lezer {
        Lezer::Werkgever
        | Lezer::CasemanagerWvpIntern
        | Lezer::CasemanagerZwWgaWvp
        | Lezer::CasemanagerExternCasemanagerWvp
        | Lezer::CasemanagerExternCasemanagerMkb
        | Lezer::VerzekeraarCasemanagerWvp
        | Lezer::VerzekeraarCasemanagerMkb
        | Lezer::ReIntegratiebedrijfCasemanagerWvp
        | Lezer::ReIntegratiebedrijfCasemanagerMkb => Some(Werkgeverszijde),
        Lezer::BedrijfsartsStafarts
        | Lezer::Basisarts
        | Lezer::CasemanagerTaakdelegatie
        | Lezer::VerzuimmedewerkerVerklaring
        | Lezer::Pob
        | Lezer::Bedrijfsarts
        | Lezer::VerlengdeArm => Some(MedischeLijn),
        Lezer::Werknemer => Some(Werknemer),
        Lezer::VerzuimmedewerkerBackoffice | Lezer::Bemiddelaar | Lezer::Loket => {
            Some(Administratie)
        }
        Lezer::ArbodienstArbeidsdeskundige
        | Lezer::VerzekeraarArbeidsdeskundige
        | Lezer::ReIntegratiebedrijfArbeidsdeskundige => Some(Arbeidsdeskundige),
        Lezer::VerzekeraarReIntegratieadviseur
        | Lezer::ReIntegratiebedrijfReIntegratieadviseur
        | Lezer::GevolmachtigdAgentReIntegratieadviseur
        | Lezer::VerzekeraarJobcoach
        | Lezer::ReIntegratiebedrijfJobcoach
        | Lezer::Uitvoerder => Some(ReIntegratie),
        Lezer::UwvAdministratie | Lezer::Verzekeringsarts => Some(Uwv),
        Lezer::Directeur
        | Lezer::Secretariaat
        | Lezer::FinancieelMedewerker
        | Lezer::Planner
        | Lezer::Arbeidshygienist
        | Lezer::HogereVeiligheidskundige
        | Lezer::AoDeskundige
        | Lezer::Regiomanager
        | Lezer::FunctioneelBeheerder
        | Lezer::AdmMedewerkerContract
        | Lezer::TeamleiderKlantContract
        | Lezer::ManagerSsc
        | Lezer::TeamleiderFinancieel
        | Lezer::MedischManager
        | Lezer::MandaatVerzuimSupport
        | Lezer::FunctionarisGegevensbescherming
        | Lezer::Systeembeheerder
        | Lezer::VerzekeraarClaimbeoordelaar
        | Lezer::GevolmachtigdAgentClaimbeoordelaar
        | Lezer::Betalingsafdeling
        | Lezer::VerzekeraarMedischAdviseur
        | Lezer::VerzekeraarMedischeStaf
        | Lezer::ReIntegratiebedrijfMedischAdviseur
        | Lezer::ReIntegratiebedrijfMedischeStaf
        | Lezer::GemachtigdeJurist
        | Lezer::GevolmachtigdAgentCasemanagerWvp
        | Lezer::Verzekeringsadviseur
        | Lezer::Behandelaar
        | Lezer::Accountant
        | Lezer::Belastingdienst
        | Lezer::IctLeverancier => None,
    }
}

/// Whether this is a casemanager whom employer and employee can name.
pub(crate) fn is_casemanager(lezer: Lezer) -> bool {
    kring(lezer) == Some(Werkgeverszijde) && lezer != Lezer::Werkgever
}

/// Reports of illness and recovery (R-092, R-223, R-227; documents.md 1.12).
const MELDING: &[Kring] = &[Werkgeverszijde, Administratie, Werknemer];
/// The employer's duty towards arbodienst (documents.md 2.3).
const NAAR_ARBODIENST: &[Kring] = &[Werkgeverszijde, Administratie];
/// Work resumed, leave: field catalogue, origin bedrijfsarts, arbodienst or employer.
const OPBOUW: &[Kring] = &[Werkgeverszijde, MedischeLijn];
/// Documents 1.1, 1.2, 1.8, 1.9; consultations; advice on interventions.
const ARTS: &[Kring] = &[MedischeLijn];
/// Documents 1.3 to 1.7, 1.11, 1.14 and what the employer decides.
const WERKGEVER: &[Kring] = &[Werkgeverszijde];
/// Document 1.10, 1.18; vangnet and regres as the employee tells them.
const BETROKKENE: &[Kring] = &[Werknemer];
/// The AOW date is known to all three.
const AOW: &[Kring] = &[Werkgeverszijde, Administratie, Werknemer];
/// Report 1.19: made by an arbeidsdeskundige, handed in by who ordered it (O-10).
const ONDERZOEK: &[Kring] = &[Arbeidsdeskundige, Werkgeverszijde, MedischeLijn];
/// Letters, decisions and judgements of UWV go to employee and employer (documents.md 2.3).
const VAN_UWV: &[Kring] = &[Uwv, Werkgeverszijde, Werknemer];
/// Whether and when an intervention runs: re-integratiebedrijf or employer.
const INTERVENTIE: &[Kring] = &[Werkgeverszijde, ReIntegratie];
/// The report at the end of an intervention may come by way of the bedrijfsarts.
const INTERVENTIE_EINDE: &[Kring] = &[Werkgeverszijde, ReIntegratie, MedischeLijn];
/// Whether the employee was offered the form (RIV-13).
const AANBOD: &[Kring] = &[Werkgeverszijde, Werknemer];
/// A step that an employer added, by whoever the protocol names.
const EIGEN_STAP: &[Kring] = &[Werkgeverszijde, MedischeLijn, Werknemer];
/// A copy that both signed may come from either.
const BEIDE: &[Kring] = &[Werkgeverszijde, Werknemer];
/// The house's own act.
const NIEMAND: &[Kring] = &[];

/// Who may record what a command asks for. For a doorzending: everybody, for the flow table says who sends
/// what. For a correction: who may have recorded the fact that is
/// corrected; none when that is not among `feiten` or is a correction: the law refuses it.
pub(crate) fn auteurs(command: &Command, feiten: &[&Event]) -> Option<&'static [Kring]> {
    Some(match command {
        Command::CorrigeerFeit(c) => auteurs_van(feit(feiten, c.a.van)?)?,
        Command::MeldZiek(_) | Command::MeldHersteld(_) | Command::MeldOpnieuwZiek(_) => MELDING,
        Command::MeldBijArbodienst(_) => NAAR_ARBODIENST,
        Command::WijzigInzetbaarheid(_)
        | Command::StartArbeidstherapie(_)
        | Command::LegVerlofVast(_) => OPBOUW,
        Command::StelProbleemanalyseVast(_)
        | Command::StelProbleemanalyseBij(_)
        | Command::LegSpreekuurVast(_)
        | Command::AdviseerInterventie(_)
        | Command::MeldVangnetAlsArbodienst(_)
        | Command::MeldVangnetBijUwv(_)
        | Command::StelActueelOordeelVast(_)
        | Command::OverhandigMedischeInformatie(_) => ARTS,
        Command::StelPlanVanAanpakVast(_)
        | Command::StelPlanVanAanpakBij(_)
        | Command::WijsCasemanagerAan(_)
        | Command::LegVoortgangsgesprekVast(_)
        | Command::MeldWeek42(_)
        | Command::StelEerstejaarsevaluatieVast(_)
        | Command::BesluitTweedeSpoor(_)
        | Command::SpreekInterventieAf(_)
        | Command::LegLoonmaatregelOp(_)
        | Command::BeeindigLoonmaatregel(_)
        | Command::StelEindevaluatieVast(_)
        | Command::StelRivConceptOp(_)
        | Command::LegRivVast(_)
        | Command::DraagRivOver(_)
        | Command::BeeindigDienstverband(_)
        | Command::SluitDossier(_)
        | Command::HeropenDossier(_) => WERKGEVER,
        Command::LegArbeidsdeskundigOnderzoekVast(_) => ONDERZOEK,
        Command::LegDeskundigenoordeelVast(_)
        | Command::LegUwvBriefVast(_)
        | Command::LegUwvBesluitVast(_) => VAN_UWV,
        Command::StartInterventie(_) => INTERVENTIE,
        Command::BeeindigInterventie(_) => INTERVENTIE_EINDE,
        Command::MeldVangnetAlsWerknemer(_)
        | Command::MeldRegres(_)
        | Command::LegWiaAanvraagVast(_) => BETROKKENE,
        Command::LegAowDatumVast(_) => AOW,
        Command::LegOordeelWerknemerVast(c) => oordeel(c.a.keuze),
        Command::StuurDoor(_) => return None,
        Command::MeldEigenStapGedaan(_) => EIGEN_STAP,
        Command::StelHerinneringUit(c) => ontvanger(c.a.aan),
        Command::LegOndertekeningVast(c) => partij(c.a.partij),
        Command::NeemGetekendExemplaarIn(c) => van_exemplaar(feit(feiten, c.a.van)?)?,
        Command::SluitDag => NIEMAND,
    })
}

/// Whether a reader is ever the author of what such a command records: which forms a page offers. Whether this one may
/// be recorded in a dossier is judged when it comes in. Where that follows from the facts, everybody may try.
#[must_use]
pub fn kan_auteur_zijn(lezer: Lezer, command: &Command) -> bool {
    let kringen = auteurs(command, &[]);
    kringen.is_none_or(|alle| kring(lezer).is_some_and(|it| alle.contains(&it)))
}

/// Who may have recorded a fact, and so may correct it; none for a correction, which the law refuses
/// to correct. Agrees with [`auteurs`] for the command that asks for the fact.
fn auteurs_van(feit: &Event) -> Option<&'static [Kring]> {
    Some(match feit {
        Event::ZiekmeldingOntvangen(_) | Event::HersteldGemeld(_) | Event::OpnieuwZiekGemeld(_) => {
            MELDING
        }
        Event::BijArbodienstGemeld(_) => NAAR_ARBODIENST,
        Event::InzetbaarheidGewijzigd(_)
        | Event::ArbeidstherapieGestart(_)
        | Event::VerlofVastgelegd(_) => OPBOUW,
        Event::ProbleemanalyseVastgesteld(_)
        | Event::ProbleemanalyseBijgesteld(_)
        | Event::SpreekuurGehouden(_)
        | Event::InterventieGeadviseerd(_)
        | Event::VangnetGemeldDoorArbodienst(_)
        | Event::VangnetBijUwvGemeld(_)
        | Event::ActueelOordeelVastgesteld(_)
        | Event::MedischeInformatieOverhandigd(_) => ARTS,
        Event::PlanVanAanpakVastgesteld(_)
        | Event::PlanVanAanpakBijgesteld(_)
        | Event::CasemanagerAangewezen(_)
        | Event::VoortgangsgesprekGevoerd(_)
        | Event::Week42Gemeld(_)
        | Event::EerstejaarsevaluatieVastgesteld(_)
        | Event::TweedeSpoorBesloten(_)
        | Event::InterventieAfgesproken(_)
        | Event::LoonmaatregelOpgelegd(_)
        | Event::LoonmaatregelBeeindigd(_)
        | Event::EindevaluatieVastgesteld(_)
        | Event::RivConceptOpgesteld(_)
        | Event::RivSamengesteld(_)
        | Event::RivOvergedragen(_)
        | Event::DienstverbandBeeindigd(_)
        | Event::DossierGesloten(_)
        | Event::DossierHeropend(_) => WERKGEVER,
        Event::ArbeidsdeskundigOnderzoekGedaan(_) => ONDERZOEK,
        Event::DeskundigenoordeelOntvangen(_)
        | Event::UwvBriefOntvangen(_)
        | Event::UwvBesluitOntvangen(_) => VAN_UWV,
        Event::InterventieGestart(_) => INTERVENTIE,
        Event::InterventieBeeindigd(_) => INTERVENTIE_EINDE,
        Event::VangnetGemeldDoorWerknemer(_)
        | Event::RegresGemeld(_)
        | Event::WiaAangevraagd(_) => BETROKKENE,
        Event::AowDatumVastgelegd(_) => AOW,
        Event::OordeelWerknemerVastgelegd(e) => oordeel(e.a.keuze),
        Event::EigenStapGedaan(_) => EIGEN_STAP,
        Event::HerinneringUitgesteld(e) => ontvanger(e.a.aan),
        Event::OndertekeningVastgelegd(e) => partij(e.a.partij),
        Event::GetekendExemplaarOntvangen(_) => BEIDE,
        Event::HerinneringGegeven(_)
        | Event::StapherinneringGegeven(_)
        | Event::StukkenGevraagd(_)
        | Event::Doorgestuurd(_) => NIEMAND,
        Event::FeitGecorrigeerd(_) => return None,
    })
}

/// Everybody signs for the own side.
fn partij(partij: Partij) -> &'static [Kring] {
    match partij {
        Partij::Werkgever => WERKGEVER,
        Partij::Werknemer => BETROKKENE,
    }
}

/// Who may hand in a signed copy of a document: who recorded it, and whoever signs it too.
fn van_exemplaar(feit: &Event) -> Option<&'static [Kring]> {
    let auteurs = auteurs_van(feit)?;
    Some(if auteurs == WERKGEVER { BEIDE } else { auteurs })
}

/// Who may record a document, and so may ask for a draft of it. Agrees with [`auteurs`]; an opinion of the
/// employee is drafted by who gives it.
pub(crate) fn auteurs_van_soort(soort: Soort) -> &'static [Kring] {
    match soort {
        Soort::Probleemanalyse | Soort::BijstellingProbleemanalyse | Soort::ActueelOordeel => ARTS,
        Soort::PlanVanAanpak
        | Soort::BijstellingPlanVanAanpak
        | Soort::Voortgangsgesprek
        | Soort::Eerstejaarsevaluatie
        | Soort::Eindevaluatie
        | Soort::Melding42eWeek
        | Soort::RivConcept => WERKGEVER,
        Soort::OordeelWerknemer => BETROKKENE,
        Soort::Herstelmelding => MELDING,
    }
}

/// A reminder is put off by those whom it was for.
fn ontvanger(aan: Ontvanger) -> &'static [Kring] {
    match aan {
        Ontvanger::Werkgever | Ontvanger::Casemanager | Ontvanger::Teamleider => WERKGEVER,
        Ontvanger::Werknemer => BETROKKENE,
        Ontvanger::Bedrijfsarts => ARTS,
    }
}

/// That the form was offered anybody may tell; what the employee thinks or refuses only the employee.
fn oordeel(keuze: Keuze) -> &'static [Kring] {
    match keuze {
        Keuze::Aangeboden => AANBOD,
        Keuze::Gegeven | Keuze::Geweigerd => BETROKKENE,
    }
}

fn feit<'f>(feiten: &[&'f Event], stuk: StukId) -> Option<&'f Event> {
    feiten.iter().copied().find(|feit| feit.kenmerk() == Kenmerk::Stuk(stuk))
}

#[cfg(test)]
mod tests {
    use super::{Kring, kring};
    use crate::bron::is_bron;
    use wvp_access::Lezer;
    use wvp_domain::{Categorie, Compartiment, schema};

    /// Parts of a name that ask for illness (domain/documents.md 4.3).
    const ZIEKTE: [&str; 12] = [
        "diagnos",
        "klacht",
        "symptoom",
        "oorzaak",
        "medicat",
        "medicijn",
        "behandel",
        "beloop",
        "bevinding",
        "medisch",
        "aandoening",
        "aantekening",
    ];

    /// The facts that the employer's side may record, by the table above.
    fn feiten_van_de_werkgever() -> Vec<String> {
        let tekst = include_str!("auteurschap.rs");
        let lijsten = [
            "MELDING",
            "NAAR_ARBODIENST",
            "OPBOUW",
            "WERKGEVER",
            "AOW",
            "ONDERZOEK",
            "VAN_UWV",
            "INTERVENTIE",
            "INTERVENTIE_EINDE",
            "AANBOD",
            "EIGEN_STAP",
        ];
        let tabel = tekst.split("fn auteurs_van").nth(1).unwrap();
        let tabel = tabel.split("\n}").next().unwrap();
        let mut namen = vec![];
        for tak in tabel.split("Event::").collect::<Vec<_>>().chunk_by(|a, _| !a.contains("=>")) {
            let lijst = tak.last().unwrap().split("=>").nth(1).unwrap_or_default();
            let woorden = lijst.split(|teken: char| !teken.is_ascii_uppercase() && teken != '_');
            if woorden.into_iter().any(|woord| lijsten.contains(&woord)) {
                namen.extend(tak.iter().map(|it| it.split('(').next().unwrap().to_owned()));
            }
        }
        namen
    }

    fn slang(naam: &str) -> String {
        let delen = naam.char_indices().map(|(plaats, teken)| match teken {
            'A'..='Z' if plaats > 0 => format!("_{}", teken.to_ascii_lowercase()),
            teken => teken.to_ascii_lowercase().to_string(),
        });
        delen.collect()
    }

    #[test]
    fn geen_veld_dat_de_werkgever_invult_vraagt_naar_ziekte() {
        let namen: Vec<String> = feiten_van_de_werkgever().iter().map(|it| slang(it)).collect();
        assert!(namen.iter().any(|naam| naam == "voortgangsgesprek_gevoerd"), "{namen:?}");
        assert!(!namen.iter().any(|naam| naam == "spreekuur_gehouden"), "{namen:?}");
        for event in schema::schemas().iter().filter(|it| namen.iter().any(|naam| naam == it.naam))
        {
            for letter in ["a", "b", "c", "d"] {
                let Some(sectie) = event.schema.pointer(&format!("/properties/{letter}")) else {
                    continue;
                };
                let van = |it: &Compartiment| sectie["x-compartiment"] == format!("{it:?}");
                let compartiment = Compartiment::ALLE.into_iter().find(van).unwrap();
                if !is_bron(Lezer::Werkgever, compartiment) {
                    continue;
                }
                assert_ne!(compartiment.categorie(), Categorie::C, "{} {letter}", event.naam);
                for veld in sectie["properties"].as_object().unwrap().keys() {
                    let verboden = ZIEKTE.iter().any(|deel| veld.contains(deel));
                    assert!(!verboden, "{} {letter}: {veld}", event.naam);
                }
            }
        }
    }

    #[test]
    fn wie_claims_beoordeelt_of_beheert_hoort_bij_geen_kring() {
        for lezer in Lezer::ALLE.into_iter().filter(|lezer| lezer.beoordeelt_claims()) {
            assert_eq!(kring(lezer), None, "{lezer}");
        }
        assert_eq!(kring(Lezer::FunctioneelBeheerder), None);
    }

    #[test]
    fn alleen_de_werknemer_spreekt_als_werknemer() {
        let sprekers = Lezer::ALLE.into_iter().filter(|it| kring(*it) == Some(Kring::Werknemer));
        assert_eq!(sprekers.collect::<Vec<_>>(), [Lezer::Werknemer]);
    }
}
