//! Events of a dossier: the table of their stored names.

use wvp_domain::Event;

use super::{CodecFout, Gebeurtenis, Gecodeerd, OpenSecties, codeer, codeer_als, onbekend};
use crate::stroom::Stroomsoort;

impl Gebeurtenis for Event {
    const STROOMSOORT: Stroomsoort = Stroomsoort::Dossier;

    const TYPEN: &'static [&'static str] = &[
        "ZiekmeldingOntvangen",
        "BijArbodienstGemeld",
        "InzetbaarheidGewijzigd",
        "ArbeidstherapieGestart",
        "HersteldGemeld",
        "OpnieuwZiekGemeld",
        "FeitGecorrigeerd",
        "VerlofVastgelegd",
        "ProbleemanalyseVastgesteld",
        "ProbleemanalyseBijgesteld",
        "PlanVanAanpakVastgesteld",
        "PlanVanAanpakBijgesteld",
        "CasemanagerAangewezen",
        "VoortgangsgesprekGevoerd",
        "SpreekuurGehouden",
        "Week42Gemeld",
        "EerstejaarsevaluatieVastgesteld",
        "TweedeSpoorBesloten",
        "ArbeidsdeskundigOnderzoekGedaan",
        "DeskundigenoordeelOntvangen",
        "InterventieGeadviseerd",
        "InterventieAfgesproken",
        "InterventieGestart",
        "InterventieBeeindigd",
        "LoonmaatregelOpgelegd",
        "LoonmaatregelBeeindigd",
        "VangnetGemeldDoorWerknemer",
        "VangnetGemeldDoorArbodienst",
        "VangnetBijUwvGemeld",
        "RegresGemeld",
        "AowDatumVastgelegd",
        "ActueelOordeelVastgesteld",
        "MedischeInformatieOverhandigd",
        "EindevaluatieVastgesteld",
        "OordeelWerknemerVastgelegd",
        "RivConceptOpgesteld",
        "RivOvergedragen",
        "WiaAangevraagd",
        "UwvBriefOntvangen",
        "UwvBesluitOntvangen",
        "DienstverbandBeeindigd",
        "DossierGesloten",
        "DossierHeropend",
        "Doorgestuurd",
        "HerinneringGegeven",
        "StapherinneringGegeven",
        "RivSamengesteld",
        "EigenStapGedaan",
        "HerinneringUitgesteld",
        "OndertekeningVastgelegd",
        "GetekendExemplaarOntvangen",
        "StukkenGevraagd",
    ];

    fn codeer(&self) -> Result<Gecodeerd, CodecFout> {
        match self {
            Self::ZiekmeldingOntvangen(e) => codeer("ZiekmeldingOntvangen", e),
            Self::BijArbodienstGemeld(e) => codeer("BijArbodienstGemeld", e),
            Self::InzetbaarheidGewijzigd(e) => codeer("InzetbaarheidGewijzigd", e),
            Self::ArbeidstherapieGestart(e) => codeer("ArbeidstherapieGestart", e),
            Self::HersteldGemeld(e) => codeer("HersteldGemeld", e),
            Self::OpnieuwZiekGemeld(e) => codeer("OpnieuwZiekGemeld", e),
            Self::FeitGecorrigeerd(e) => codeer("FeitGecorrigeerd", e),
            Self::VerlofVastgelegd(e) => codeer("VerlofVastgelegd", e),
            Self::ProbleemanalyseVastgesteld(e) => codeer("ProbleemanalyseVastgesteld", e),
            Self::ProbleemanalyseBijgesteld(e) => codeer("ProbleemanalyseBijgesteld", e),
            Self::PlanVanAanpakVastgesteld(e) => codeer("PlanVanAanpakVastgesteld", e),
            Self::PlanVanAanpakBijgesteld(e) => codeer("PlanVanAanpakBijgesteld", e),
            Self::CasemanagerAangewezen(e) => codeer("CasemanagerAangewezen", e),
            Self::VoortgangsgesprekGevoerd(e) => codeer("VoortgangsgesprekGevoerd", e),
            Self::SpreekuurGehouden(e) => codeer("SpreekuurGehouden", e),
            Self::Week42Gemeld(e) => codeer("Week42Gemeld", e),
            Self::EerstejaarsevaluatieVastgesteld(e) => {
                codeer("EerstejaarsevaluatieVastgesteld", e)
            }
            Self::TweedeSpoorBesloten(e) => codeer("TweedeSpoorBesloten", e),
            Self::ArbeidsdeskundigOnderzoekGedaan(e) => {
                codeer("ArbeidsdeskundigOnderzoekGedaan", e)
            }
            Self::DeskundigenoordeelOntvangen(e) => codeer("DeskundigenoordeelOntvangen", e),
            Self::InterventieGeadviseerd(e) => codeer("InterventieGeadviseerd", e),
            Self::InterventieAfgesproken(e) => codeer("InterventieAfgesproken", e),
            Self::InterventieGestart(e) => codeer("InterventieGestart", e),
            Self::InterventieBeeindigd(e) => codeer("InterventieBeeindigd", e),
            Self::LoonmaatregelOpgelegd(e) => codeer("LoonmaatregelOpgelegd", e),
            Self::LoonmaatregelBeeindigd(e) => codeer("LoonmaatregelBeeindigd", e),
            Self::VangnetGemeldDoorWerknemer(e) => codeer("VangnetGemeldDoorWerknemer", e),
            Self::VangnetGemeldDoorArbodienst(e) => codeer("VangnetGemeldDoorArbodienst", e),
            Self::VangnetBijUwvGemeld(e) => codeer("VangnetBijUwvGemeld", e),
            Self::RegresGemeld(e) => codeer("RegresGemeld", e),
            Self::AowDatumVastgelegd(e) => codeer("AowDatumVastgelegd", e),
            Self::ActueelOordeelVastgesteld(e) => codeer("ActueelOordeelVastgesteld", e),
            Self::MedischeInformatieOverhandigd(e) => codeer("MedischeInformatieOverhandigd", e),
            Self::EindevaluatieVastgesteld(e) => codeer("EindevaluatieVastgesteld", e),
            Self::OordeelWerknemerVastgelegd(e) => codeer("OordeelWerknemerVastgelegd", e),
            Self::RivConceptOpgesteld(e) => codeer("RivConceptOpgesteld", e),
            Self::RivOvergedragen(e) => codeer("RivOvergedragen", e),
            Self::WiaAangevraagd(e) => codeer("WiaAangevraagd", e),
            Self::UwvBriefOntvangen(e) => codeer("UwvBriefOntvangen", e),
            Self::UwvBesluitOntvangen(e) => codeer("UwvBesluitOntvangen", e),
            Self::DienstverbandBeeindigd(e) => codeer("DienstverbandBeeindigd", e),
            Self::DossierGesloten(e) => codeer("DossierGesloten", e),
            Self::DossierHeropend(e) => codeer("DossierHeropend", e),
            Self::Doorgestuurd(e) => codeer("Doorgestuurd", e),
            Self::HerinneringGegeven(e) => codeer_als("HerinneringGegeven", 2, e),
            Self::StapherinneringGegeven(e) => codeer("StapherinneringGegeven", e),
            Self::RivSamengesteld(e) => codeer("RivSamengesteld", e),
            Self::EigenStapGedaan(e) => codeer("EigenStapGedaan", e),
            Self::HerinneringUitgesteld(e) => codeer("HerinneringUitgesteld", e),
            Self::OndertekeningVastgelegd(e) => codeer("OndertekeningVastgelegd", e),
            Self::GetekendExemplaarOntvangen(e) => codeer("GetekendExemplaarOntvangen", e),
            Self::StukkenGevraagd(e) => codeer("StukkenGevraagd", e),
        }
    }

    fn decodeer(
        type_naam: &str,
        schema: u16,
        secties: &OpenSecties,
    ) -> Result<Option<Self>, CodecFout> {
        match (type_naam, schema) {
            ("ZiekmeldingOntvangen", 1) => secties.als(Self::ZiekmeldingOntvangen),
            ("BijArbodienstGemeld", 1) => secties.als(Self::BijArbodienstGemeld),
            ("InzetbaarheidGewijzigd", 1) => secties.als(Self::InzetbaarheidGewijzigd),
            ("ArbeidstherapieGestart", 1) => secties.als(Self::ArbeidstherapieGestart),
            ("HersteldGemeld", 1) => secties.als(Self::HersteldGemeld),
            ("OpnieuwZiekGemeld", 1) => secties.als(Self::OpnieuwZiekGemeld),
            ("FeitGecorrigeerd", 1) => secties.als(Self::FeitGecorrigeerd),
            ("VerlofVastgelegd", 1) => secties.als(Self::VerlofVastgelegd),
            ("ProbleemanalyseVastgesteld", 1) => secties.als(Self::ProbleemanalyseVastgesteld),
            ("ProbleemanalyseBijgesteld", 1) => secties.als(Self::ProbleemanalyseBijgesteld),
            ("PlanVanAanpakVastgesteld", 1) => secties.als(Self::PlanVanAanpakVastgesteld),
            ("PlanVanAanpakBijgesteld", 1) => secties.als(Self::PlanVanAanpakBijgesteld),
            ("CasemanagerAangewezen", 1) => secties.als(Self::CasemanagerAangewezen),
            ("VoortgangsgesprekGevoerd", 1) => secties.als(Self::VoortgangsgesprekGevoerd),
            ("SpreekuurGehouden", 1) => secties.als(Self::SpreekuurGehouden),
            ("Week42Gemeld", 1) => secties.als(Self::Week42Gemeld),
            ("EerstejaarsevaluatieVastgesteld", 1) => {
                secties.als(Self::EerstejaarsevaluatieVastgesteld)
            }
            ("TweedeSpoorBesloten", 1) => secties.als(Self::TweedeSpoorBesloten),
            ("ArbeidsdeskundigOnderzoekGedaan", 1) => {
                secties.als(Self::ArbeidsdeskundigOnderzoekGedaan)
            }
            ("DeskundigenoordeelOntvangen", 1) => secties.als(Self::DeskundigenoordeelOntvangen),
            ("InterventieGeadviseerd", 1) => secties.als(Self::InterventieGeadviseerd),
            ("InterventieAfgesproken", 1) => secties.als(Self::InterventieAfgesproken),
            ("InterventieGestart", 1) => secties.als(Self::InterventieGestart),
            ("InterventieBeeindigd", 1) => secties.als(Self::InterventieBeeindigd),
            ("LoonmaatregelOpgelegd", 1) => secties.als(Self::LoonmaatregelOpgelegd),
            ("LoonmaatregelBeeindigd", 1) => secties.als(Self::LoonmaatregelBeeindigd),
            ("VangnetGemeldDoorWerknemer", 1) => secties.als(Self::VangnetGemeldDoorWerknemer),
            ("VangnetGemeldDoorArbodienst", 1) => secties.als(Self::VangnetGemeldDoorArbodienst),
            ("VangnetBijUwvGemeld", 1) => secties.als(Self::VangnetBijUwvGemeld),
            ("RegresGemeld", 1) => secties.als(Self::RegresGemeld),
            ("AowDatumVastgelegd", 1) => secties.als(Self::AowDatumVastgelegd),
            ("ActueelOordeelVastgesteld", 1) => secties.als(Self::ActueelOordeelVastgesteld),
            ("MedischeInformatieOverhandigd", 1) => {
                secties.als(Self::MedischeInformatieOverhandigd)
            }
            ("EindevaluatieVastgesteld", 1) => secties.als(Self::EindevaluatieVastgesteld),
            ("OordeelWerknemerVastgelegd", 1) => secties.als(Self::OordeelWerknemerVastgelegd),
            ("RivConceptOpgesteld", 1) => secties.als(Self::RivConceptOpgesteld),
            ("RivOvergedragen", 1) => secties.als(Self::RivOvergedragen),
            ("WiaAangevraagd", 1) => secties.als(Self::WiaAangevraagd),
            ("UwvBriefOntvangen", 1) => secties.als(Self::UwvBriefOntvangen),
            ("UwvBesluitOntvangen", 1) => secties.als(Self::UwvBesluitOntvangen),
            ("DienstverbandBeeindigd", 1) => secties.als(Self::DienstverbandBeeindigd),
            ("DossierGesloten", 1) => secties.als(Self::DossierGesloten),
            ("DossierHeropend", 1) => secties.als(Self::DossierHeropend),
            ("Doorgestuurd", 1) => secties.als(Self::Doorgestuurd),
            // Schema 2 added a receiver at the end: older bytes read as they are.
            ("HerinneringGegeven", 1 | 2) => secties.als(Self::HerinneringGegeven),
            ("StapherinneringGegeven", 1) => secties.als(Self::StapherinneringGegeven),
            ("RivSamengesteld", 1) => secties.als(Self::RivSamengesteld),
            ("EigenStapGedaan", 1) => secties.als(Self::EigenStapGedaan),
            ("HerinneringUitgesteld", 1) => secties.als(Self::HerinneringUitgesteld),
            ("OndertekeningVastgelegd", 1) => secties.als(Self::OndertekeningVastgelegd),
            ("GetekendExemplaarOntvangen", 1) => secties.als(Self::GetekendExemplaarOntvangen),
            ("StukkenGevraagd", 1) => secties.als(Self::StukkenGevraagd),
            _ => Err(onbekend(type_naam, schema)),
        }
    }
}
